"""What stays of a title from meeting to meeting, which titles stand, and which case numbers are collective."""

from __future__ import annotations

import datetime

import pytest

from minutes.matters.series import (
    bears_many_matters,
    find_series,
    is_collective,
    is_same_series,
    series_of,
    stem_of,
)
from minutes.models import AgendaItem, Meeting

DAY = datetime.date(2013, 8, 27)


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


def item(
    title: str, meeting: int = 1, case: int | None = 1, *, date: datetime.date = DAY, toc_title: str = ""
) -> AgendaItem:
    return AgendaItem(title=title, toc_title=toc_title, case_id=case, meeting=Meeting(pk=meeting, date=date))


def test_the_title_of_the_contents_decides_where_the_items_own_is_misspelt() -> None:
    misspelt = item("Økonomifølging 27-08-2013", toc_title="Økonomiopfølgning 27-08-2013")
    assert series_of(misspelt).text == "Økonomiopfølgning"
    assert is_same_series(misspelt, item("Økonomiopfølgning d. 27. august 2013"))


def test_capitals_marks_and_prefixes_make_no_other_series() -> None:
    assert is_same_series(item("Sygefravær, årsrapport 2011"), item("A - SYGEFRAVÆR - årsrapport 2015"))
    assert not is_same_series(item("Evaluering af Klar til job"), item("Evaluering af Klar til skole"))


def test_a_title_with_the_day_of_its_meeting_stands_from_the_first() -> None:
    assert [*find_series([item("Orientering 27-08-2013")], set())] == ["orientering"]


def test_a_title_that_returns_under_other_numbers_or_none_stands() -> None:
    assert find_series([item("Bordet rundt", 1, None), item("Bordet rundt", 2, None)], set())
    assert find_series([item("Ankestatistik 2011", 1, 5), item("Ankestatistik 2012", 2, 6)], set())
    assert find_series([item("Spørgetid", 1, 7), item("Spørgetid", 2, 7)], {7})


@pytest.mark.parametrize(
    "items",
    [
        [],
        [item("Ny kantine")],
        [item("Ny kantine", 1, 5), item("Ny kantine", 2, 5)],
        [item("Bordet rundt", 1, None), item("Bordet rundt", 1, None)],
        [item("Takster 2013", 1, 5)],
    ],
)
def test_a_matter_that_returns_under_its_own_number_is_no_series(items: list[AgendaItem]) -> None:
    assert not find_series(items, set())


@pytest.mark.parametrize(
    "items",
    [
        [item("Huskeliste 27-08-2013"), item("Øvrige sager 27-08-2013"), item("Orientering")],
        [item("Orientering fra formanden 27-08-2013"), item("Kommende sager")],
        [
            item("Huskeliste 27-08-2013", 1),
            item("Økonomiopfølgning 24-09-2013", 2, date=datetime.date(2013, 9, 24)),
        ],
        [item("Spørgetid", 1), item("Meddelelser", 1), item("Spørgetid", 2), item("Meddelelser", 2)],
    ],
)
def test_standing_items_of_several_kinds_make_a_case_collective(items: list[AgendaItem]) -> None:
    assert is_collective(items)


@pytest.mark.parametrize(
    "items",
    [
        [],
        [item("Ny kantine")],
        [item("Ny kantine", 1), item("Kantinen: valg af leverandør", 2), item("Regnskab for kantinen", 3)],
        [item("Huskeliste 27-08-2013", 1), item("Huskeliste 03-09-2013", 2)],
        [item("Regnskab 2013", 1), item("Budget 2014", 2)],
        [item("Møde 27-08-2013 om kantinen"), item("Møde 03-09-2013 om køkkenet")],
        # Of one matter, in two bodies.
        [
            item("Nyt plejecenter - grund", 1),
            item("Nyt plejecenter - byggeri", 1),
            item("Nyt plejecenter - grund", 2),
            item("Nyt plejecenter - byggeri", 2),
        ],
    ],
)
def test_a_case_that_returns_under_other_titles_is_not_collective(items: list[AgendaItem]) -> None:
    assert not is_collective(items)


def test_a_number_with_three_series_tells_nothing_of_its_items() -> None:
    assert bears_many_matters([item("Ny kantine"), item("Nyt køkken"), item("Ny indgang")])
    assert not bears_many_matters([item("Ny kantine"), item("Nyt køkken"), item("Nyt køkken 27-08-2013")])
