"""What a verb of a decision speaks of: the matter, a point of it, or something that has a day of its own."""

import pytest

from minutes.parser.outcomes import classify_outcome, worded_outcomes
from minutes.parser.outcomes.subjects import head_of, is_dated, is_matter, is_point, subject_of
from minutes.parser.values import Outcome


@pytest.mark.parametrize(
    ("sentence", "verb", "subject"),
    [
        ("punktet udsættes", "udsættes", "punktet"),
        ("herefter udsættes sagen til maj", "udsættes", "sagen til maj"),
        ("da tallene mangler, udsættes punktet", "udsættes", "punktet"),
        ("direktionen godkendte planen, og punkt 2 og 3 udsættes", "udsættes", "punkt 2 og 3"),
        ("byc tilretter oplægget, som forelægges igen", "forelægges", "oplægget"),
        ("det blev besluttet, at sagen udsættes", "udsættes", "sagen"),
        ("to sider var lange og blev returneret", "returneret", "to sider var lange og blev"),
        ("der træffes beslutning i maj", "træffes", "der"),
        ("udsættes", "udsættes", ""),
    ],
)
def test_the_subject_stands_before_its_verb_or_behind_it(sentence: str, verb: str, subject: str):
    start = sentence.index(verb)
    assert subject_of(sentence, start, start + len(verb)) == subject


@pytest.mark.parametrize(
    ("phrase", "head"),
    [
        ("sagen", "sagen"),
        ("den videre drøftelse af planen", "drøftelse"),
        ("sagens behandling", "behandling"),
        ("mødet den 3. marts", "mødet"),
        ("punkt 3", "punkt 3"),
        ("forslaget om at lukke vejen", "forslaget"),
        ("to sider var lange og blev", "sider"),
        ("i forhold til planen", None),
        ("", ""),
    ],
)
def test_a_phrase_is_of_its_noun(phrase: str, head: str | None):
    assert head_of(phrase) == head


@pytest.mark.parametrize(
    "noun", ["sagen", "punktet", "drøftelsen", "budgetforslaget", "det", "", "punkt 3", "beslutningen"]
)
def test_these_name_the_matter(noun: str):
    assert is_matter(noun)
    assert not is_dated(noun)


@pytest.mark.parametrize(
    "noun", ["fristen", "ansøgningsfristen", "mødet", "udrulningen", "ibrugtagningen", "byggeriet", "valget"]
)
def test_these_have_a_day_of_their_own(noun: str):
    assert is_dated(noun)
    assert not is_matter(noun)


def test_udvalget_is_no_election():
    assert not is_dated("økonomiudvalget")


@pytest.mark.parametrize(
    ("noun", "expected"), [("punkt 3", True), ("pkt. b", True), ("punktet", False), ("3. maj", False)]
)
def test_a_point_is_named_by_its_number(noun: str, expected: bool):
    assert is_point(noun) is expected


@pytest.mark.parametrize(
    "text",
    [
        "Fristen udsættes til 1. maj.",
        "Fristen for at søge puljen udskydes.",
        "Direktionen besluttede at udsætte mødet.",
        "Det blev aftalt at udskyde ibrugtagningen.",
        "Anlægsarbejdet udskydes til 2016.",
    ],
)
def test_a_day_that_is_put_off_is_no_deferral(text: str):
    assert classify_outcome(text) is Outcome.OTHER


@pytest.mark.parametrize(
    "text",
    [
        "Sagen sættes i bero.",
        "Punktet stilles i bero.",
        "Sagen genfremlægges i maj.",
        "Direktionen udsatte spørgsmålet.",
        "Økonomiudvalget udsatte sagen.",
        "Drøftelsen om mødet i maj udsættes.",
    ],
)
def test_a_matter_that_waits_is_deferred(text: str):
    assert classify_outcome(text) is Outcome.DEFERRED


def test_all_that_a_statement_words_can_be_asked_for():
    assert worded_outcomes("Godkendt, dog udsættes punkt 3.", "Direktionen") == {
        Outcome.APPROVED,
        Outcome.DEFERRED,
    }
    assert worded_outcomes("Byrådet har godkendt planen.", "Direktionen") == set()
