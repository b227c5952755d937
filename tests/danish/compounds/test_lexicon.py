"""The lexicon knows what its lines and the reviewed lists say."""

from __future__ import annotations

import subprocess
import sys

import pytest

from minutes.danish.compounds.lexicon import (
    DATA,
    Part,
    load_lexicon,
    make_lexicon,
    read_division,
    reviewed,
)
from minutes.danish.words import normalise

LISTS = ("short_words", "particles", "no_last_parts", "kept_whole", "divided")


def test_a_line_tells_the_kinds_of_a_word_and_how_it_links():
    lexicon = make_lexicon(iter(["-nv arbejde", "-e+s arbejde", ". og"]))
    assert lexicon.kinds == {"arbejde": "nv", "og": ""}
    assert lexicon.last_parts == {"arbejde": "nv"}
    assert lexicon.first_parts == {"arbejds": 6}


def test_what_only_stands_first_is_no_word():
    lexicon = make_lexicon(iter(["+ forældre"]))
    assert lexicon.first_parts == {"forældre": 8}
    assert "forældre" not in lexicon.kinds
    assert lexicon.last_parts == {}


def test_of_two_words_that_link_alike_the_longer_is_the_part():
    lexicon = make_lexicon(iter(["-c fælle", "+s fælle", "-. fælles", "+ fælles"]))
    assert lexicon.first_parts == {"fælles": 6}


def test_a_short_word_is_a_part_only_if_people_have_said_so():
    lines = ["-c bus", "+ bus", "-c and", "+ and"]
    lexicon = make_lexicon(iter(lines), short_words=frozenset({"bus"}))
    assert lexicon.first_parts == {"bus": 3}
    assert lexicon.last_parts == {"bus": "c"}
    assert set(lexicon.kinds) == {"bus", "and"}


def test_a_particle_is_no_part():
    lexicon = make_lexicon(iter(["-. efter", "+ efter"]), particles=frozenset({"efter"}))
    assert lexicon.first_parts == {}
    assert lexicon.last_parts == {}
    assert lexicon.no_last_parts == {"efter"}


def test_a_word_that_the_dictionary_lacks_is_known_once_people_have_divided_it():
    lexicon = make_lexicon(iter([]), divided=dict([read_division("låne+ramme")]))
    assert lexicon.kinds == {"låneramme": "cn"}
    assert lexicon.divided == {"låneramme": (Part(0, 4), Part(4, 9))}


@pytest.mark.parametrize(
    ("line", "word", "parts"),
    [
        ("netværk", "netværk", ((0, 7),)),
        ("låne+ramme", "låneramme", ((0, 4), (4, 9))),
        ("værktøj(s)+kasse", "værktøjskasse", ((0, 7), (8, 13))),
        ("by+råd(s)+sal", "byrådssal", ((0, 2), (2, 5), (6, 9))),
    ],
)
def test_a_division_is_read(line: str, word: str, parts: tuple[tuple[int, int], ...]):
    assert read_division(line) == (word, parts)


@pytest.mark.parametrize("name", LISTS)
def test_a_reviewed_list_says_what_it_is(name: str):
    assert (DATA / f"{name}.txt").read_text(encoding="utf-8").startswith("# ")


@pytest.mark.parametrize("name", LISTS)
def test_a_reviewed_list_is_sorted_and_has_each_word_once(name: str):
    words = list(reviewed(name))
    assert words
    assert words == sorted(set(words))


@pytest.mark.parametrize("name", LISTS)
def test_a_reviewed_list_is_in_normal_form(name: str):
    words = [read_division(line)[0] for line in reviewed(name)]
    assert [normalise(word) for word in words] == words


def test_short_words_are_short_and_known():
    words = set(reviewed("short_words"))
    assert max(map(len, words)) < 4
    assert words <= set(load_lexicon().kinds)


def test_no_word_is_both_whole_and_divided():
    divided = {read_division(line)[0] for line in reviewed("divided")}
    assert divided.isdisjoint(reviewed("kept_whole"))


def test_the_lexicon_is_not_read_before_it_is_needed():
    program = (
        "from minutes.danish.compounds.lexicon import load_lexicon; import minutes.danish.compounds as compounds; "
        "print(load_lexicon.cache_info().currsize); compounds.split_compound('byfest'); "
        "print(load_lexicon.cache_info().currsize)"
    )
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert run.stdout.split() == ["0", "1"]
