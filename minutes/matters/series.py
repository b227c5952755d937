"""Standing items return under the same title with another date; a case number that carries several is collective."""

from __future__ import annotations

import datetime
import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import combinations
from typing import NamedTuple

from minutes.danish.times import Sense, StatedTime, TimeKind, find_times
from minutes.danish.words import normalise
from minutes.models import AgendaItem

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
# Words that name no matter: a title that shares no more with another has nothing to do with it.
_SHORT = 4


class Stem(NamedTuple):
    """What stays of a title from meeting to meeting; `is_dated`: what went is the time of its meeting."""

    text: str
    is_dated: bool

    @property
    def key(self) -> str:
        """The same for titles that differ in dates, prefixes, capitals and marks alone."""
        return normalise(self.text) or self.text.casefold()


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


def find_series(
    items: Iterable[AgendaItem], collective: Collection[int]
) -> Mapping[str, Sequence[AgendaItem]]:
    """Return the standing titles among items that may be read, each with its items, by their keys.

    A title stands that has the time of its meeting, or returns in other meetings under other case numbers, or none:
    one that returns under its own number is a matter. `collective` are the keys of the collective cases.
    """
    found: dict[str, list[tuple[AgendaItem, Stem]]] = defaultdict(list)
    for item in items:
        stem = series_of(item)
        found[stem.key].append((item, stem))
    return {key: [item for item, _ in some] for key, some in found.items() if _stands(some, collective)}


def _stands(items: Sequence[tuple[AgendaItem, Stem]], collective: Collection[int]) -> bool:
    if any(stem.is_dated for _, stem in items):
        return True
    matters = {None if item.case_id in collective else item.case_id for item, _ in items}
    return len({item.meeting_id for item, _ in items}) > 1 and (len(matters) > 1 or matters == {None})


def is_same_series(one: AgendaItem, other: AgendaItem) -> bool:
    """Return whether two titles differ in nothing but their dates, prefixes, capitals and marks."""
    return series_of(one).key == series_of(other).key


def is_collective(items: Iterable[AgendaItem]) -> bool:
    """Return whether a case number carries unrelated items: two titles without a word in common.

    One has the time of its meeting, and the other has, too, or stands on the same agenda; or both return.
    """
    of_keys: dict[str, list[tuple[AgendaItem, Stem]]] = defaultdict(list)
    for item in items:
        stem = series_of(item)
        of_keys[stem.key].append((item, stem))
    return any(
        not _share_a_word(one, other) and _stand_together(of_keys[one], of_keys[other])
        for one, other in combinations(of_keys, 2)
    )


def _stand_together(
    ones: Sequence[tuple[AgendaItem, Stem]], others: Sequence[tuple[AgendaItem, Stem]]
) -> bool:
    meetings, of_others = ({item.meeting_id for item, _ in some} for some in (ones, others))
    dated, others_dated = (any(stem.is_dated for _, stem in some) for some in (ones, others))
    if dated and others_dated:
        return True
    if dated or others_dated:
        return bool(meetings & of_others)
    return len(meetings) > 1 and len(of_others) > 1


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


def _share_a_word(one: str, other: str) -> bool:
    these, those = ({word for word in key.split() if len(word) >= _SHORT} for key in (one, other))
    return bool(these & those)
