"""Periods as people say them, and the days that they come to; and what only looks like a period."""

from __future__ import annotations

import datetime

import pytest

from minutes.search.query.days import Days
from minutes.search.query.typed.periods import find_periods

TODAY = datetime.date(2016, 4, 20)


def periods(text: str) -> list[tuple[str, str]]:
    """Each period as typed, and its days; what has no bound is left out."""
    return [(text[start:end], written(days)) for start, end, days in find_periods(text, TODAY)]


def written(days: Days) -> str:
    first = "" if days.first.year == 1970 else str(days.first)
    last = "" if days.last.year == 2199 else str(days.last)
    return f"{first}/{last}"


@pytest.mark.parametrize(
    ("typed", "days"),
    [
        ("før 2014", "/2013-12-31"),
        ("inden 2014", "/2013-12-31"),
        ("ældre end 2014", "/2013-12-31"),
        ("til og med 2014", "/2014-12-31"),
        ("inden udgangen af 2014", "/2014-12-31"),
        ("efter 2014", "2015-01-01/"),
        ("nyere end marts 2014", "2014-04-01/"),
        ("efter 1. marts 2014", "2014-03-02/"),
        ("efter den 1. marts 2014", "2014-03-02/"),
        ("efter 1/3 2014", "2014-03-02/"),
        ("før 27-08-2013", "/2013-08-26"),
        ("siden 2014", "2014-01-01/"),
        ("fra og med august 2013", "2013-08-01/"),
        ("siden tirsdag den 27. august 2013", "2013-08-27/"),
        ("før august 2013", "/2013-07-31"),
    ],
)
def test_a_word_before_a_time_makes_one_end_of_a_period(typed, days):
    assert periods(f"budget {typed}") == [(typed, days)]


@pytest.mark.parametrize(
    ("typed", "days"),
    [
        ("mellem marts og maj 2014", "2014-03-01/2014-05-31"),
        ("mellem november og februar 2014", "2013-11-01/2014-02-28"),
        ("mellem 1. marts og 5. maj 2014", "2014-03-01/2014-05-05"),
        ("mellem 2012 og 2014", "2012-01-01/2014-12-31"),
        ("fra 2012 til 2014", "2012-01-01/2014-12-31"),
        ("2012 til 2014", "2012-01-01/2014-12-31"),
        ("årene 2012-2014", "2012-01-01/2014-12-31"),
        ("fra 1/3-2014 til 1/6-2014", "2014-03-01/2014-06-01"),
        ("juli 2013 - maj 2014", "2013-07-01/2014-05-31"),
        ("august-oktober 2014", "2014-08-01/2014-10-31"),
    ],
)
def test_a_period_may_have_both_ends(typed, days):
    assert periods(f"{typed} om skoler") == [(typed, days)]


@pytest.mark.parametrize(
    ("typed", "days"),
    [
        ("foråret 2015", "2015-03-01/2015-05-31"),
        ("sommer 2013", "2013-06-01/2013-08-31"),
        ("vinteren 2014/15", "2014-12-01/2015-02-28"),
        ("1. kvartal 2014", "2014-01-01/2014-03-31"),
        ("første halvår 2014", "2014-01-01/2014-06-30"),
        ("uge 12 2014", "2014-03-17/2014-03-23"),
    ],
)
def test_seasons_quarters_and_weeks_of_a_year_are_periods_by_themselves(typed, days):
    assert periods(f"skoler {typed}") == [(typed, days)]


@pytest.mark.parametrize(
    ("typed", "days"),
    [
        ("i forrige måned", "2016-03-01/2016-03-31"),
        ("sidste måned", "2016-03-01/2016-03-31"),
        ("sidste år", "2015-01-01/2015-12-31"),
        ("i år", "2016-01-01/2016-12-31"),
        ("i fjor", "2015-01-01/2015-12-31"),
        ("siden i fjor", "2015-01-01/"),
        ("dette kvartal", "2016-04-01/2016-06-30"),
        ("de sidste tre måneder", "2016-01-20/2016-04-20"),
        ("seneste 14 dage", "2016-04-06/2016-04-20"),
        ("det seneste år", "2015-04-20/2016-04-20"),
    ],
)
def test_some_count_from_today(typed, days):
    assert periods(f"udsatte punkter {typed}") == [(typed, days)]


@pytest.mark.parametrize(
    "typed",
    [
        "budget 2014",
        "marts 2014",
        "27-08-2013",
        "den 27. august 2013",
        "2015-2016",
        "12/32140 efter behandling",
        "i 2014",
        "budgetter for 2014",
        "efter valget",
        "før sommerferien",
        "efteråret",
        "maj",
        "4. kvartal",
        "næste år",
        "om 2 år",
        "før 31. februar 2014",
        "mellem maj 2014 og marts 2013",
        "efter 12/2014",
        "mellem skole og hjem",
        "fra ord til handling",
        "før 9999",
        "de sidste 99999 år",
    ],
)
def test_years_days_and_words_alone_are_no_period(typed):
    assert periods(typed) == []


def test_several_periods_are_found_in_order():
    assert periods("efter 2012 om skoler før 1. maj 2014") == [
        ("efter 2012", "2013-01-01/"),
        ("før 1. maj 2014", "/2014-04-30"),
    ]


@pytest.mark.parametrize(
    "typed", ["mellem " * 40, "før efter siden " * 18, "1. marts " * 33, "İ før 2014", "i i i i " * 30]
)
def test_odd_texts_are_read_without_harm(typed):
    assert len(periods(typed)) <= 1


def test_of_endless_periods_the_first_ones_are_read():
    assert len(periods("i år " * 60)) == 4
