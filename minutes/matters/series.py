"""Standing items return under the same title with another date; a case number that carries several is collective."""

from __future__ import annotations

import re
from collections.abc import Iterable

from minutes.models import AgendaItem

_MONTH = "(?:januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december)"
_YEAR = r"(?:19|20)\d\d"
_DAY = rf"(?:\d{{1,2}}[-./]\d{{1,2}}[-./](?:{_YEAR}|\d\d)|\d{{1,2}}\.\s?{_MONTH}\s{_YEAR})"

# What changes from meeting to meeting: 27-08-2013 · d. 3. maj 2014 · 2. kvartal 2015 · august 2013 · 2014
_CHANGING = re.compile(
    rf"\b(?:(?:d\.|den|pr\.?)\s)?(?:{_DAY}|\d\.\skvartal(?:\s{_YEAR})?|{_MONTH}(?:\s{_YEAR})?|{_YEAR})\b",
    re.IGNORECASE,
)
_ENDS_WITH_DAY = re.compile(rf"\b{_DAY}\s*", re.IGNORECASE)
# "A - " and "I - " tell whether the item is for decision or for information, not what it is about.
_PREFIX = re.compile(r"[A-ZÆØÅ]\s[-–]\s")


def series_of(title: str) -> str:
    """Return the part of a title that stays from meeting to meeting.

    >>> series_of("A - Huskeliste 27-08-2013")
    'Huskeliste'
    """
    prefix = _PREFIX.match(title)
    stem = title[prefix.end() :] if prefix else title
    return " ".join(_CHANGING.sub(" ", stem).split()).strip(" -–,.:;") or title


def is_same_series(one: AgendaItem, other: AgendaItem) -> bool:
    """Tell whether two titles differ in nothing but their dates, prefixes and capitals."""
    return series_of(one.title).casefold() == series_of(other.title).casefold()


def is_collective(items: Iterable[AgendaItem]) -> bool:
    """Tell whether a case number carries unrelated items: two series or more whose titles end with a day's date."""
    standing = {series_of(item.title).casefold() for item in items if _ends_with_day(item.title)}
    return len(standing) > 1


def _ends_with_day(title: str) -> bool:
    return any(match.end() == len(title) for match in _ENDS_WITH_DAY.finditer(title))
