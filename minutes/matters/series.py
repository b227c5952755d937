"""Standing items return under the same title with another date; a case number that carries several is collective."""

from __future__ import annotations

import re
from collections.abc import Iterable

from minutes.danish.dates import DAY, FULL_MONTH_NAME, MONTH_DIGITS, SHORT_YEAR, YEAR
from minutes.models import AgendaItem

# 10-09-2013 · 7.8.13 · 3. maj 2014. Fewer forms than documents and searches write dates in: here no date is looked for,
# but what changes, and other figures of a title must stay, as in "Indflytning 1. maj 20 boliger".
_DATE = rf"(?:{DAY}[-./]{MONTH_DIGITS}[-./](?:{YEAR}|{SHORT_YEAR})|{DAY}\.\s?{FULL_MONTH_NAME}\s{YEAR})"

# What changes from meeting to meeting: 10-09-2013 · d. 3. maj 2014 · 2. kvartal 2015 · august 2013 · 2014
_CHANGING = re.compile(
    rf"\b(?:(?:d\.|den|pr\.?)\s)?(?:{_DATE}|\d\.\skvartal(?:\s{YEAR})?|{FULL_MONTH_NAME}(?:\s{YEAR})?|{YEAR})\b",
    re.IGNORECASE,
)
_ENDS_WITH_DAY = re.compile(rf"\b{_DATE}\s*", re.IGNORECASE)
_FEWEST_MATTERS = 3
# "A - " and "I - " say whether the item is for decision or for information, not what it is about.
_PREFIX = re.compile(r"[A-ZÆØÅ]\s[-–]\s")


def series_of(title: str) -> str:
    """Return the part of a title that stays from meeting to meeting.

    >>> series_of("A - Huskeliste 10-09-2013")
    'Huskeliste'
    """
    prefix = _PREFIX.match(title)
    stem = title[prefix.end() :] if prefix else title
    return " ".join(_CHANGING.sub(" ", stem).split()).strip(" -–,.:;") or title


def is_same_series(one: AgendaItem, other: AgendaItem) -> bool:
    """Return whether two titles differ in nothing but their dates, prefixes and capitals."""
    return series_of(one.title).casefold() == series_of(other.title).casefold()


def is_collective(items: Iterable[AgendaItem]) -> bool:
    """Return whether a case number carries unrelated items: two series or more whose titles end with a day's date."""
    standing = {series_of(item.title).casefold() for item in items if _ends_with_day(item.title)}
    return len(standing) > 1


def bears_many_matters(items: Iterable[AgendaItem]) -> bool:
    """Return whether a case number tells nothing of its items, being that of too many: three series or more.

    A page groups by series sooner than that; here two are not enough, for a matter may change its title.
    """
    return len({series_of(item.title).casefold() for item in items}) >= _FEWEST_MATTERS


def _ends_with_day(title: str) -> bool:
    return any(match.end() == len(title) for match in _ENDS_WITH_DAY.finditer(title))
