"""Which case numbers carry the unrelated items of their meetings."""

from __future__ import annotations

import datetime
from collections import defaultdict
from typing import NamedTuple

import pytest

from minutes.matters.collective import TitleUse, is_collective
from minutes.matters.series import stem_of

DAY = datetime.date(2013, 8, 27)


class Use(NamedTuple):
    title: str
    meeting: int
    date: datetime.date


def use(title: str, meeting: int = 1, *, date: datetime.date = DAY) -> Use:
    return Use(title, meeting, date)


def titles(uses: list[Use]) -> dict[str, TitleUse]:
    found: dict[str, TitleUse] = defaultdict(TitleUse)
    for title, meeting, date in uses:
        stem = stem_of(title, date)
        found[stem.key].is_dated |= stem.is_dated
        found[stem.key].meetings.add(meeting)
    return found


@pytest.mark.parametrize(
    "items",
    [
        [use("Huskeliste 27-08-2013"), use("Øvrige sager 27-08-2013"), use("Orientering")],
        [use("Orientering fra formanden 27-08-2013"), use("Kommende sager")],
        [
            use("Huskeliste 27-08-2013", 1),
            use("Økonomiopfølgning 24-09-2013", 2, date=datetime.date(2013, 9, 24)),
        ],
        [use("Spørgetid", 1), use("Meddelelser", 1), use("Spørgetid", 2), use("Meddelelser", 2)],
    ],
)
def test_standing_items_of_several_kinds_make_a_case_collective(items: list[Use]) -> None:
    assert is_collective(titles(items))


@pytest.mark.parametrize(
    "items",
    [
        [],
        [use("Ny kantine")],
        [use("Ny kantine", 1), use("Kantinen: valg af leverandør", 2), use("Regnskab for kantinen", 3)],
        [use("Huskeliste 27-08-2013", 1), use("Huskeliste 03-09-2013", 2)],
        [use("Regnskab 2013", 1), use("Budget 2014", 2)],
        [use("Møde 27-08-2013 om kantinen"), use("Møde 03-09-2013 om køkkenet")],
        # Of one matter, in two bodies.
        [
            use("Nyt plejecenter - grund", 1),
            use("Nyt plejecenter - byggeri", 1),
            use("Nyt plejecenter - grund", 2),
            use("Nyt plejecenter - byggeri", 2),
        ],
    ],
)
def test_a_case_that_returns_under_other_titles_is_not_collective(items: list[Use]) -> None:
    assert not is_collective(titles(items))


def test_more_items_never_make_a_collective_case_a_true_one_again() -> None:
    items = [
        use("Huskeliste 27-08-2013"),
        use("Kommende sager"),
        *(use(f"Kantinen {n}", n) for n in range(9)),
    ]
    assert is_collective(titles(items))
