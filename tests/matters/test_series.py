"""What stays of a title from meeting to meeting, and which titles stand."""

from __future__ import annotations

import datetime

import pytest

from minutes.matters.series import (
    StandingUse,
    bears_many_matters,
    is_same_series,
    series_of,
    stands,
    stem_of,
)
from minutes.models import AgendaItem, Meeting
from minutes.models.meetings import Sitting

DAY = datetime.date(2013, 8, 27)
SITTING = Sitting(1, DAY)
LATER = Sitting(1, datetime.date(2013, 9, 24))


@pytest.mark.parametrize(
    ("title", "series"),
    [
        ("Huskeliste 27-08-2013", "Huskeliste"),
        ("Huskeliste 7.8.13", "Huskeliste"),
        ("Økonomiopfølgning d. 3. maj 2014", "Økonomiopfølgning"),
        ("Øvrige sager - 15-09-2015", "Øvrige sager"),
        ("Budgetopfølgning 2. kvartal 2015", "Budgetopfølgning"),
        ("Sygefravær august 2013", "Sygefravær"),
        ("Regnskab 2013", "Regnskab"),
        ("Regnskab for 2013", "Regnskab"),
        ("Budget 2014-2017", "Budget"),
        ("A - Regnskab 2014", "Regnskab"),
        ("I - Status på kørslen", "Status på kørslen"),
        ("Opfølgning på seminar 3-4 - 09-2014", "Opfølgning på seminar"),
        ("Opfølgning på seminar 3.-4. september 2014", "Opfølgning på seminar"),
        ("Orientering fra formanden (2. september 2015)", "Orientering fra formanden"),
        ("Tilsyn pr. 31. marts 2012", "Tilsyn"),
        ("Vision", "Vision"),
    ],
)
def test_a_series_is_the_title_without_what_changes(title: str, series: str) -> None:
    assert stem_of(title).text == series


@pytest.mark.parametrize(
    ("title", "series"),
    [
        ("Øvrige sager, 27. august", "Øvrige sager"),
        ("Nyt fra Direktionen 27.8.", "Nyt fra Direktionen"),
    ],
)
def test_a_day_without_a_year_is_taken_off_where_it_is_that_of_the_meeting(title: str, series: str) -> None:
    assert stem_of(title, DAY) == (series, True)
    assert stem_of(title, datetime.date(2013, 2, 5)).text == title.rstrip(".")


@pytest.mark.parametrize("title", ["2013", "27-08-2013", "maj"])
def test_a_title_that_is_nothing_but_a_date_is_its_own_series(title: str) -> None:
    assert stem_of(title).text == title


@pytest.mark.parametrize(
    "title",
    [
        "Handicap-plan",
        "Ø - en by i vækst",
        "17 nye boliger",
        "Juliana Skole",
        "Lokalplan 4.12",
        "Indflytning 1. maj 20 boliger",
        "Vej 12, etape 3",
        "Salg af matrikel 7a",
    ],
)
def test_what_only_looks_like_a_date_or_prefix_stays(title: str) -> None:
    assert stem_of(title, DAY).text.endswith(title[-8:])


def item(title: str, *, toc_title: str = "") -> AgendaItem:
    return AgendaItem(title=title, toc_title=toc_title, meeting=Meeting(date=DAY))


def test_the_title_of_the_contents_decides_where_the_items_own_is_misspelt() -> None:
    misspelt = item("Økonomifølging 27-08-2013", toc_title="Økonomiopfølgning 27-08-2013")
    assert series_of(misspelt).text == "Økonomiopfølgning"
    assert is_same_series(misspelt, item("Økonomiopfølgning d. 27. august 2013"))


def test_capitals_marks_and_prefixes_make_no_other_series() -> None:
    assert is_same_series(item("Sygefravær, årsrapport 2011"), item("A - SYGEFRAVÆR - årsrapport 2015"))
    assert not is_same_series(item("Evaluering af Klar til job"), item("Evaluering af Klar til skole"))


def test_a_title_with_the_day_of_its_meeting_stands_from_the_first() -> None:
    assert stands([StandingUse(True, SITTING, 5)])


def test_a_title_that_returns_under_other_numbers_or_none_stands() -> None:
    assert stands([StandingUse(False, SITTING, None), StandingUse(False, LATER, None)])
    assert stands([StandingUse(False, SITTING, 5), StandingUse(False, LATER, 6)])
    assert stands([StandingUse(False, SITTING, 5), StandingUse(False, LATER, None)])


@pytest.mark.parametrize(
    "uses",
    [
        [],
        [StandingUse(False, SITTING, 5)],
        [StandingUse(False, SITTING, 5), StandingUse(False, LATER, 5)],
        [StandingUse(False, SITTING, None), StandingUse(False, SITTING, None)],
        [StandingUse(False, SITTING, 5), StandingUse(False, SITTING, 6)],
    ],
)
def test_a_matter_that_returns_under_its_own_number_is_no_series(uses: list[StandingUse]) -> None:
    assert not stands(uses)


def test_a_number_with_three_series_tells_nothing_of_its_items() -> None:
    assert bears_many_matters([item("Ny kantine"), item("Nyt køkken"), item("Ny indgang")])
    assert not bears_many_matters([item("Ny kantine"), item("Nyt køkken"), item("Nyt køkken 27-08-2013")])
