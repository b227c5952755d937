"""Times in Danish words."""

from __future__ import annotations

import datetime

import pytest

from minutes.matters.following.times import adds_to_words, as_read, days_in_words, move_in_words
from minutes.models import Promise


def day(written: str) -> datetime.date | None:
    return datetime.date.fromisoformat(written) if written else None


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        ("2016-04-12", "2016-04-12", "12-04-2016"),
        ("2013-09-01", "2013-09-30", "september 2013"),
        ("2012-02-01", "2012-02-29", "februar 2012"),
        ("2012-02-01", "2012-02-28", "01-02-2012 til 28-02-2012"),
        ("2013-08-01", "2013-09-30", "august–september 2013"),
        ("2013-11-01", "2014-01-31", "november 2013 – januar 2014"),
        ("2016-01-01", "2016-12-31", "2016"),
        ("2015-01-01", "2018-12-31", "2015–2018"),
        ("2016-05-01", "2016-05-15", "01-05-2016 til 15-05-2016"),
        ("2013-01-21", "2013-01-31", "21-01-2013 til 31-01-2013"),
        ("2016-05-02", "", "fra 02-05-2016"),
        ("", "2016-06-30", "senest 30-06-2016"),
        ("", "", ""),
    ],
)
def test_days_are_told_in_as_few_words_as_they_take(first: str, last: str, words: str):
    assert days_in_words(day(first), day(last)) == words


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("condition", "når noget andet er sket"),
        ("vague", "ikke nærmere bestemt"),
        ("rhythm", "gentages"),
        ("meeting", "på et møde, hvis dato ikke er nævnt"),
        ("", ""),
    ],
)
def test_of_a_time_without_days_it_is_told_what_it_is(kind: str, words: str):
    assert as_read(Promise(time_kind=kind)) == words


@pytest.mark.parametrize("words", ["inden Direktionen tager stilling", "Før ordningen gøres permanent"])
def test_a_condition_that_comes_after_is_told_as_such(words: str):
    assert as_read(Promise(time_kind="condition", time_words=words)) == "før noget andet sker"


@pytest.mark.parametrize(
    ("words", "first", "last", "adds"),
    [
        ("i februar 2013", "2013-02-01", "2013-02-28", False),
        ("i februar", "2013-02-01", "2013-02-28", True),
        ("senest den 1. november 2014", "2014-11-01", "2014-11-01", False),
        ("senest den 1. november", "2014-11-01", "2014-11-01", True),
        ("Efteråret 2015", "2015-09-01", "2015-11-30", True),
        ("2013", "2013-01-01", "2013-12-31", False),
        ("", "", "", False),
    ],
)
def test_how_a_time_was_read_is_told_where_its_words_do_not_say_it(
    words: str, first: str, last: str, *, adds: bool
):
    time = Promise(time_kind="day", time_words=words, time_first=day(first), time_last=day(last))
    assert adds_to_words(time) is adds


def test_a_meeting_of_a_month_is_told_by_the_month():
    time = Promise(time_kind="meeting", time_first=day("2014-08-01"), time_last=day("2014-08-31"))
    assert as_read(time) == "august 2014"


@pytest.mark.parametrize(
    ("before", "after", "words"),
    [
        ("2013-02-28", "2013-06-30", "udskudt 4 måneder"),
        ("2013-08-31", "2013-09-30", "udskudt 1 måned"),
        ("2013-11-30", "2014-02-28", "udskudt 3 måneder"),
        ("2012-02-29", "2013-02-28", "udskudt 12 måneder"),
        ("2013-03-12", "2013-04-12", "udskudt 1 måned"),
        ("2013-06-24", "2013-06-25", "udskudt 1 dag"),
        ("2013-06-25", "2013-07-31", "udskudt 36 dage"),
        ("2013-06-25", "2013-09-30", "udskudt ca. 3 måneder"),
        ("2013-06-30", "2013-06-12", "fremrykket 18 dage"),
        ("2013-06-30", "2013-04-30", "fremrykket 2 måneder"),
    ],
)
def test_a_deadline_that_moves_is_told_in_months_where_these_are_whole(before: str, after: str, words: str):
    assert move_in_words(datetime.date.fromisoformat(before), datetime.date.fromisoformat(after)) == words
