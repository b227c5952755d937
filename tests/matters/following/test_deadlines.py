"""The deadlines of a topic as they moved."""

from __future__ import annotations

import datetime

import pytest

from minutes.matters.following.deadlines import Deadline, tell_moves, without_brackets


def moves(*deadlines: tuple[str, str]) -> str:
    days = (
        Deadline(words, datetime.date.fromisoformat(latest) if latest else None)
        for words, latest in deadlines
    )
    return " → ".join(tell_moves(days))


def test_the_year_stands_behind_the_last_of_a_year():
    told = moves(("Februar", "2013-02-28"), ("August", "2013-08-31"), ("September", "2013-09-30"))
    assert told == "Februar → August → September 2013"
    told = moves(("August", "2013-08-31"), ("Oktober", "2013-10-31"), ("Januar", "2014-01-31"))
    assert told == "August → Oktober 2013 → Januar 2014"


def test_what_is_repeated_is_told_once_in_whatever_capitals_and_brackets():
    assert moves(("Maj", "2013-05-31"), ("maj", "2013-05-31"), ("(Maj)", "2013-05-31")) == "Maj 2013"
    assert moves(("August", "2014-08-31"), ("August 2014", "2014-08-31")) == "August 2014"


def test_the_same_month_of_another_year_is_another_deadline():
    assert moves(("Maj", "2013-05-31"), ("Maj", "2014-05-31")) == "Maj 2013 → Maj 2014"


def test_a_deadline_that_returns_is_told_again():
    told = moves(("Maj", "2013-05-31"), ("Juni", "2013-06-30"), ("Maj", "2013-05-31"))
    assert told == "Maj → Juni → Maj 2013"


def test_words_that_name_their_year_get_none_and_words_without_a_day_neither():
    assert moves(("Ultimo 2013", "2013-12-31")) == "Ultimo 2013"
    assert moves(("Kvartalsvis", ""), ("Efter ferien", "")) == "Kvartalsvis → Efter ferien"


def test_rows_without_a_deadline_say_nothing():
    assert moves(("Maj", "2013-05-31"), ("", ""), ("Maj", "2013-05-31"), ("", "")) == "Maj 2013"
    assert moves() == ""


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("(Kvartalsvis)", "Kvartalsvis"),
        ("Maj (evt. juni)", "Maj (evt. juni)"),
        ("(a) og (b)", "(a) og (b)"),
        ("", ""),
    ],
)
def test_brackets_around_all_words_are_left_out(written: str, words: str):
    assert without_brackets(written) == words
