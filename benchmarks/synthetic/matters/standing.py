"""Titles that stand on the agenda of meeting after meeting, and the forms in which they are dated."""

from __future__ import annotations

import datetime
import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from benchmarks.synthetic.municipality import BODIES, BODY_NAMES, LISTING_BODIES
from minutes.danish.dates import MONTH_ABBREVIATIONS, MONTHS

FOLLOW_UP_LIST = "Huskeliste"


@dataclass(frozen=True, slots=True)
class StandingTitle:
    """A title, the places of the bodies that have it, and in what part of their meetings it stands."""

    title: str
    bodies: tuple[int, ...]
    part: float
    is_first: bool = False
    is_dated: bool = True


_ALL_OTHERS = tuple(place for place in range(BODIES) if place not in LISTING_BODIES)
_ECONOMIC = tuple(BODY_NAMES.index(name) for name in ("Direktionen", "Økonomiudvalget"))
# In the order of an agenda.
STANDING = (
    StandingTitle("Økonomiopfølgning", _ECONOMIC, 0.6, is_first=True),
    StandingTitle("Meddelelser", _ALL_OTHERS, 0.15, is_dated=False),
    StandingTitle("Øvrige sager", LISTING_BODIES, 0.6),
    StandingTitle(FOLLOW_UP_LIST, LISTING_BODIES, 0.8),
)
# What the collective case that all blocks share is about, beside matters of all kinds.
COLLECTIVE_TITLES = ("Økonomiopfølgning", "Øvrige sager", "Ejendomssager", "Opfølgning på anlæg")


def standing_of(body: int, random_: random.Random) -> Iterator[StandingTitle]:
    """The standing titles on the agenda of one meeting of a body."""
    return (standing for standing in STANDING if body in standing.bodies and random_.random() < standing.part)


def dated(title: str, date: datetime.date, random_: random.Random) -> str:
    """The title with the day of its meeting, or of two days on end, in one of the forms that minutes have."""
    return f"{title}{random_.choice(_FORMS)(date)}"


def written_out(date: datetime.date) -> str:
    """The day as prose has it: 4. juni 2014."""
    return f"{date.day}. {MONTHS[date.month - 1][0]} {date.year}"


def _two_days(date: datetime.date, form: str) -> str:
    """A meeting of two days; one on the last day of a month has only that."""
    after = date + datetime.timedelta(days=1)
    if after.month != date.month:
        return f" {date:%d-%m-%Y}"
    return form.format(day=date.day, after=after.day, date=date, month=MONTHS[date.month - 1][0])


_FORMS: tuple[Callable[[datetime.date], str], ...] = (
    lambda date: f" {date:%d-%m-%Y}",
    lambda date: f" {date:%d-%m-%Y}",
    lambda date: f" den {written_out(date)}",
    lambda date: f", {date.day}. {MONTH_ABBREVIATIONS[date.month - 1]} {date.year}",
    lambda date: f" {date.day}/{date.month}-{date.year}",
    lambda date: f" - {MONTHS[date.month - 1][0]} {date.year}",
    lambda date: _two_days(date, " {day}-{after} - {date:%m-%Y}"),
    lambda date: _two_days(date, " {day}.-{after}. {month} {date.year}"),
)
