"""Compounds are split where a Danish reader would split them, and nothing else is."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest

from minutes.danish.compounds import Part, compound_parts, is_in_dictionary, runs_of_parts, split_compound
from minutes.danish.compounds.lexicon import load_lexicon, make_lexicon, read_division
from minutes.danish.compounds.splitter import Splitter
from minutes.danish.words import normalise
from tests.build.compounds import COMPOUNDS, LOOK_ALIKES, WHOLE


def texts(word: str) -> list[str]:
    """The letters of the parts of a word."""
    return [word[part.start : part.end] for part in split_compound(word)]


def made_of(*lines: str, **reviewed: frozenset[str]) -> Splitter:
    """A splitter that knows nothing but the lines of a lexicon."""
    return Splitter(make_lexicon(iter(lines), **reviewed))


@pytest.mark.parametrize("division", COMPOUNDS)
def test_a_compound_has_its_parts(division: str):
    word, parts = read_division(division)
    assert split_compound(word) == parts


@pytest.mark.parametrize("word", LOOK_ALIKES)
def test_a_look_alike_stays_whole(word: str):
    assert split_compound(word) == (Part(0, len(word)),)


@pytest.mark.parametrize("word", WHOLE)
def test_other_words_stay_whole(word: str):
    assert split_compound(word) == (Part(0, len(word)),)


def test_there_are_enough_words_of_each_kind():
    assert len(set(COMPOUNDS)) >= 150
    assert len({*LOOK_ALIKES, *WHOLE}) >= 100


@pytest.mark.parametrize(
    ("part", "word"),
    [
        ("rum", "forum"),
        ("vision", "revision"),
        ("valg", "udvalg"),
        ("valg", "valgfri"),
        ("stilling", "indstilling"),
        ("lov", "lovende"),
        ("tur", "temperatur"),
        ("nation", "kombination"),
        ("råd", "byrådet"),
        ("støj", "idrætstøj"),
        ("byråd", "landsbyråd"),
    ],
)
def test_what_is_no_part_is_not_found(part: str, word: str):
    assert part not in compound_parts(word)


@pytest.mark.parametrize(
    ("part", "word"),
    [
        ("puljen", "effektiviseringspuljen"),
        ("dagpenge", "sygedagpengerefusion"),
        ("netværket", "konsulentnetværket"),
        ("rum", "fællesrum"),
        ("vision", "visionsproces"),
        ("valg", "regionsrådsvalg"),
        ("regionsråd", "regionsrådsvalg"),
        ("stilling", "konsulentstilling"),
        ("center", normalise("jobcentret")),
        ("center", normalise("jobcentrene")),
        ("budget", normalise("anlægsbudgettet")),
        ("kvalitet", normalise("luftkvaliteten")),
        ("skole", normalise("skoleår")),
        ("analyse", normalise("Dataanalyse")),
        ("aftale", normalise("klimaaftale")),
    ],
)
def test_a_part_is_found(part: str, word: str):
    assert part in compound_parts(word)


def test_the_parts_of_a_compound_are_its_runs_but_the_whole():
    assert compound_parts("sygedagpengerefusion") == (
        "dagpenge",
        "dagpengerefusion",
        "refusion",
        "syge",
        "sygedagpenge",
    )


def test_runs_stand_in_the_order_in_which_they_begin_the_shorter_first():
    word = "sygedagpengerefusion"
    assert [word[run.start : run.end] for run in runs_of_parts(word)] == [
        "syge",
        "sygedagpenge",
        "dagpenge",
        "dagpengerefusion",
        "refusion",
    ]


def test_linking_letters_stand_in_a_run_and_in_no_part():
    assert compound_parts("sagsbehandlingstid") == (
        "behandling",
        "behandlingstid",
        "sag",
        "sagsbehandling",
        "tid",
    )


@pytest.mark.parametrize(
    "word", ["", "a", "by", "sag", "skole", "kommune", "byråd2013", "sagnr12x32140", "htklis"]
)
def test_what_is_no_compound_has_no_parts(word: str):
    assert compound_parts(word) == ()
    assert runs_of_parts(word) == ()
    assert split_compound(word) == (Part(0, len(word)),)


def test_parts_stand_in_order_and_no_link_is_longer_than_two_letters():
    for word in [read_division(division)[0] for division in COMPOUNDS]:
        parts = split_compound(word)
        assert parts[0].start == 0
        assert parts[-1].end == len(word)
        assert all(part.end - part.start >= 2 for part in parts)
        assert all(0 <= after.start - before.end <= 2 for before, after in pairwise(parts))


def test_a_word_that_is_too_long_is_left_whole():
    word = "skole" * 12 + "bestyrelse"
    assert split_compound(word) == (Part(0, len(word)),)


class CountedLookUps(dict[str, int]):
    """First parts that count how often they are looked up."""

    looked_up = 0

    def get(self, key: str, default: int | None = None) -> int | None:
        self.looked_up += 1
        return super().get(key, default)


@pytest.mark.parametrize("word", ["sag" * 20, "bybadby" * 8, "skole" * 12, "s" * 60, "løn" * 19 + "xyz"])
def test_a_hostile_word_is_looked_through_once_from_each_letter(word: str):
    counted = CountedLookUps(load_lexicon().first_parts)
    Splitter(replace(load_lexicon(), first_parts=counted)).split(word)
    assert 0 < counted.looked_up <= 2 * len(word) ** 2


def test_a_first_part_stands_in_the_form_in_which_the_dictionary_links_it():
    splitter = made_of("-c udvikling", "+s udvikling", "-c plan", "+ plan")
    assert splitter.split("udviklingsplanen") == (Part(0, 9), Part(10, 16))


def test_long_words_are_split_though_the_dictionary_does_not_link_them_so():
    splitter = made_of("-c udvikling", "+s udvikling", "-c retning")
    assert splitter.split("udviklingretning") == (Part(0, 9), Part(9, 16))
    assert splitter.split("udviklingeretning") == (Part(0, 9), Part(10, 17))
    assert splitter.split("udviklingnretning") == (Part(0, 17),)


def test_short_words_are_not_split_where_the_dictionary_does_not_link_them():
    splitter = made_of("-c plan", "-c mand")
    assert splitter.split("planmand") == (Part(0, 8),)


def test_a_word_of_the_dictionary_is_of_the_kind_of_its_last_part():
    lines = ("-c kamp", "+ kamp", "-v agne")
    assert made_of(*lines, "-v kampagne").split("kampagne") == (Part(0, 4), Part(4, 8))
    assert made_of(*lines, "-c kampagne").split("kampagne") == (Part(0, 8),)


def test_the_parts_are_the_fewest():
    splitter = made_of(
        "-c sygedag",
        "-c syge",
        "+ syge",
        "-c dagpenge",
        "+ dagpenge",
        "-c dage",
        "+ dage",
        "-c refusion",
        "-c fusion",
    )
    assert splitter.split("sygedagpengerefusion") == (Part(0, 4), Part(4, 12), Part(12, 20))


def test_of_two_ways_the_one_with_the_longer_short_part_is_taken():
    splitter = made_of("-c lande", "+ lande", "-c land", "+ land", "-c vejs", "-c evejsret", "-c vejsret")
    assert splitter.split("landevejsret") == (Part(0, 5), Part(5, 12))


@pytest.mark.parametrize("word", ["barsel", "barslen", "skolerne", "ældre", "by", "it"])
def test_a_word_of_the_dictionary_is_known_in_its_forms(word: str):
    assert is_in_dictionary(word)


@pytest.mark.parametrize("word", ["komissorium", "hrc", "barselsvarme", "xyz", "", "a1"])
def test_what_is_no_word_of_the_dictionary_is_not_known(word: str):
    assert not is_in_dictionary(word)
