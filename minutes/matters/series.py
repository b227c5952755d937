"""Standing items return under the same title with another date: what stays of a title, and which titles stand."""

from __future__ import annotations

import datetime
import re
from collections.abc import Collection, Iterable
from functools import lru_cache
from typing import NamedTuple

from minutes.danish.times import Sense, StatedTime, TimeKind, find_times
from minutes.danish.words import normalise
from minutes.models import AgendaItem, Audience, Case, SearchDocument
from minutes.models.meetings import Sitting
from minutes.models.search_tables import LONGEST_TITLE_KEY

_FEWEST_MATTERS = 3
# A day, a month or a span that is no further from the meeting than this is the meeting's own.
_NEAR = datetime.timedelta(days=31)
# Whoever reads a title without its meeting has no year to take from that.
_NO_DAY = datetime.date(2000, 1, 1)
_OF_CALENDAR = {TimeKind.DAY, TimeKind.MONTH, TimeKind.SEASON, TimeKind.SPAN, TimeKind.YEAR}
_OF_MEETING = {TimeKind.DAY, TimeKind.MONTH, TimeKind.SPAN}
# "A - " and "I - " say whether the item is for decision or for information, not what it is about.
_PREFIX = re.compile(r"[A-ZÆØÅ]\s[-–]\s")
# What stands between a title's words and its time, and behind the time.
_BEFORE = re.compile(r"(?:[\s,;:(–-]|\b(?:den|d\.|pr\.?|for|i|fra|af|året|år)(?=\s*\Z))+\Z", re.IGNORECASE)
_AFTER = re.compile(r"[\s.,;:)–-]*\Z")
# 2014 · 2015-2018 · 2013/14
_YEARS = re.compile(r"(?<![\w./-])(?:19|20)[0-9]{2}(?:\s?[-–/]\s?(?:(?:19|20)?[0-9]{2}))?\s*\Z")
_MOST_TIMES = 4


class StandingUse(NamedTuple):
    """A use of a title: with the time of its meeting or not, who sat when, and its case unless that is collective."""

    is_dated: bool
    sitting: Sitting
    own_case: int | None


class Stem(NamedTuple):
    """What stays of a title from meeting to meeting; `is_dated`: what went is the time of its meeting."""

    text: str
    is_dated: bool

    @property
    def key(self) -> str:
        """The same for titles that differ in dates, prefixes, capitals and marks alone."""
        return (normalise(self.text) or self.text.casefold())[:LONGEST_TITLE_KEY]


@lru_cache(maxsize=10_000)
def stem_of(title: str, said_on: datetime.date | None = None) -> Stem:
    """Return what stays of a title; without the day of its meeting a time is known by its year alone.

    >>> stem_of("A - Huskeliste, 10. sept. 2013").text
    'Huskeliste'
    """
    prefix = _PREFIX.match(title)
    kept = title[prefix.end() :] if prefix else title
    is_dated = False
    for _ in range(_MOST_TIMES):
        time = _time_at_end(kept, said_on)
        years = None if time else _YEARS.search(kept)
        start = time.start if time else years.start() if years else len(kept)
        shorter = _BEFORE.sub("", kept[:start])
        if start == len(kept) or not shorter:
            break
        is_dated |= time is not None and said_on is not None and _is_of_meeting(time, said_on)
        kept = shorter
    return Stem(_AFTER.sub("", kept) or title, is_dated)


def series_of(item: AgendaItem) -> Stem:
    """Return the stem of an item's title; the contents' title decides, for the other is oftener misspelt."""
    return stem_of(item.toc_title or item.title, item.meeting.date)


def use_of(document: SearchDocument, audience: Audience) -> StandingUse:
    """How an item that comes with its case uses its title, as an audience sees it."""
    sitting = Sitting(document.body_id, document.date)
    return use_under(document.case, sitting, audience, is_dated=document.title_is_dated)


def use_under(case: Case | None, sitting: Sitting, audience: Audience, *, is_dated: bool) -> StandingUse:
    """The same of an item of which no more is known than this."""
    own_case = case.pk if case and not case.is_collective_to(audience) else None
    return StandingUse(is_dated, sitting, own_case)


def stands(uses: Collection[StandingUse]) -> bool:
    """Return whether a title is a standing one, of which these are the uses, a tuple for each item.

    It is where it has the time of its meeting, or returns in other meetings under other case numbers, or none: one
    that returns under its own number is a matter.
    """
    if any(use.is_dated for use in uses):
        return True
    matters = {use.own_case for use in uses}
    return len({use.sitting for use in uses}) > 1 and (len(matters) > 1 or matters == {None})


def is_same_series(one: AgendaItem, other: AgendaItem) -> bool:
    """Return whether two titles differ in nothing but their dates, prefixes, capitals and marks."""
    return series_of(one).key == series_of(other).key


def bears_many_matters(items: Iterable[AgendaItem]) -> bool:
    """Return whether a case number tells nothing of its items, being that of too many: three series or more.

    A page groups by series sooner than that; here two are not enough, for a matter may change its title.
    """
    return len({series_of(item).key for item in items}) >= _FEWEST_MATTERS


def _time_at_end(title: str, said_on: datetime.date | None) -> StatedTime | None:
    """The time that a title ends with: with a year, or that of its meeting."""
    times = find_times(title, said_on or _NO_DAY, Sense.CALENDAR)
    if not times or not _AFTER.match(title, times[-1].end):
        return None
    time = times[-1]
    if time.kind not in _OF_CALENDAR:
        return None
    if time.year_inferred and not (said_on and _is_of_meeting(time, said_on)):
        return None
    return time


def _is_of_meeting(time: StatedTime, said_on: datetime.date) -> bool:
    if time.kind not in _OF_MEETING or time.first is None or time.last is None:
        return False
    return time.first - _NEAR <= said_on <= time.last + _NEAR
