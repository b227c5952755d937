"""The lexicon is compiled from the dictionary of hunspell, and again to the same bytes."""

from __future__ import annotations

from pathlib import Path

import pytest

from minutes.danish.compounds.build import DICTIONARY, lexicon_lines, main, read_affixes, read_words
from minutes.danish.compounds.lexicon import DATA, LEXICON

VERSION = "Stavekontrolden version 2.7.001"

AFFIXES = """
#Substantiv, fælleskøn
SFX 2 Y 1
SFX 2 0 en/34 [^e]	+BESTEMT_ENTAL

#Substantiv, intetkøn
SFX 4 Y 1
SFX 4 0 et/34 [^e]	+BESTEMT_ENTAL

#Verbum, svagt bøjet, -ede i datid
SFX 1 Y 1
SFX 1 0 de/34,22 e	+DATID

#Sammensætning, fugeelement -s-
SFX 29 Y 2
SFX 29 0 s/32,35,36 .
SFX 29 0 s/33,35,36 .

#Sammensætning, fugeelement -e-
SFX 30 Y 2
SFX 30 0 e/32,36,35 .
SFX 30 0 e-/34 .

#Sammensætning, fugeelement Ø
SFX 31 Y 1
SFX 31 0 0/32,36,35 .

#Sammensætning, fugeelement -
SFX 53 Y 1
SFX 53 0 -/32,35 .

#Sammensætning, fugeelement fjern e tilføj s
SFX 56 Y 1
SFX 56 e s/36,32,35 .

#Sammensætning, fugeelement -kons.f.+e
SFX 61 Y 2
SFX 61 0 se/36,32,35 s
SFX 61 0 te/36,32,35 t
""".splitlines()


def compiled(*lines: str) -> list[str]:
    """The lines of the lexicon that lines of a dictionary give."""
    return list(lexicon_lines(read_words(lines, read_affixes(AFFIXES))))


@pytest.mark.parametrize(
    ("line", "entry"),
    [
        ("plan/2,39,31", ["-c plan", "+ plan"]),
        ("udvikling/2,39,29", ["-c udvikling", "+s udvikling"]),
        ("barn/4,39,30", ["-n barn", "+e barn"]),
        ("arbejde/1,4,39,56", ["-nv arbejde", "-e+s arbejde"]),
        ("nat/2,39,61", ["-c nat", "+te nat"]),
        ("bus/2,39,31,61", ["-c bus", "+se bus", "+ bus"]),
        ("tur/2,31", ["c tur", "+ tur"]),  # that may not stand last
        ("kom/53", [". kom"]),  # that links with a hyphen only
        ("gående/39", ["-. gående"]),
        ("førelse st:føre", [". førelse"]),
        ("center/4,39,31 ph:senter", ["-n center", "+ center"]),
    ],
)
def test_a_line_of_the_dictionary_gives_what_the_lexicon_says_of_it(line: str, entry: list[str]):
    assert compiled(line) == entry


@pytest.mark.parametrize(
    "line",
    [
        "# Produced By Stavekontrolden.dk",
        "11000",
        "",
        "Danmark/9",
        "EU/9",
        "a cappella",
        "vvs-installation/2,39,29",
        "4./9",
        "xyzzy-/44,39 ph:abc",
    ],
)
def test_what_is_no_word_gives_no_line(line: str):
    assert compiled(line) == []


@pytest.mark.parametrize(
    ("written", "normal"),
    [
        ("taarn/4,39,31", ["-n tårn", "+ tårn"]),
        ("café/2,39,31", ["-c cafe", "+ cafe"]),
        ("budgettet/39", ["-. budget"]),
    ],
)
def test_words_have_the_normal_form_of_search(written: str, normal: list[str]):
    assert compiled(written) == normal


def test_the_lines_of_a_word_are_one_entry():
    assert compiled("plan/2,39,31", "plan/4,29") == ["-cn plan", "+s plan", "+ plan"]


def test_what_stands_first_only_is_no_word():
    assert compiled("forældre-/81,32") == ["+ forældre"]


def test_what_stands_first_is_of_the_word_that_it_is_a_form_of():
    assert compiled("liv/4,39", "livs-/81,32") == ["-n liv", "+s liv"]
    assert compiled("fælle/2,39,29", "fælles/39", "fælles-/81,32") == [
        "-. fælles",
        "-c fælle",
        "+s fælle",
        "+ fælles",
    ]
    assert compiled("arbejds-/81,32", "arbejde/4,39,56") == ["-n arbejde", "-e+s arbejde"]


def test_words_are_sorted_in_the_line_of_their_kind():
    assert compiled("å/2,30", "by/2,30", "æble/4") == ["c by å", "n æble", "+e by å"]


def test_the_notice_names_the_version_and_the_licences():
    notice = (DATA / "NOTICE.md").read_text(encoding="utf-8")
    for name in ("2.7.001", "hunspell-da", "General Public", "Lesser General Public", "Mozilla Public"):
        assert name in notice


def test_building_again_gives_the_same_bytes(tmp_path: Path):
    affixes = DICTIONARY.with_suffix(".aff")
    if not affixes.exists():
        pytest.skip("hunspell-da is not installed")
    if VERSION not in affixes.read_text(encoding="utf-8-sig")[:1000]:
        pytest.skip(f"the installed hunspell-da is not of {VERSION}")
    main(str(DICTIONARY), str(tmp_path / "lexicon"))
    assert (tmp_path / "lexicon").read_bytes() == LEXICON.read_bytes()
