"""Standing items return under the same title with another date; a case number that carries several is collective."""

from __future__ import annotations

import re
from collections.abc import Iterable

from minutes.models import AgendaItem

_MONTH = "(?:januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december)"
_YEAR = r"(?:19|20)\d\d"

# What changes from meeting to meeting: 27-08-2013 · d. 3. maj 2014 · pr. 31.3. · 2. kvartal 2015 · august 2013 · 2014
_CHANGING = re.compile(
    rf"""\b(?:(?:d\.|den|pr\.?)\s)?
    (?:
        \d{{1,2}}[-./]\d{{1,2}}(?:[-./](?:{_YEAR}|\d\d))?\b
      | \d{{1,2}}\.\s?{_MONTH}(?:\s{_YEAR})?\b
      | \d\.\skvartal(?:\s{_YEAR})?\b
      | {_MONTH}(?:\s{_YEAR})?\b
      | {_YEAR}\b
    )""",
    re.IGNORECASE | re.VERBOSE,
)
_FEWEST_SERIES = 3


def series_of(title: str) -> str:
    """Return the part of a title that stays from meeting to meeting.

    >>> series_of("Huskeliste 27-08-2013")
    'Huskeliste'
    """
    return " ".join(_CHANGING.sub(" ", title).split()).strip(" -–,.:;") or title


def is_same_series(one: AgendaItem, other: AgendaItem) -> bool:
    """Tell whether two titles differ in nothing but their dates and capitals."""
    return series_of(one.title).casefold() == series_of(other.title).casefold()


def is_collective(items: Iterable[AgendaItem]) -> bool:
    """Tell whether these items of one case number are unrelated: three series or more, some of them in one meeting."""
    by_meeting: dict[int, set[str]] = {}
    for item in items:
        by_meeting.setdefault(item.meeting_id, set()).add(series_of(item.title).casefold())
    series = set().union(*by_meeting.values())
    return len(series) >= _FEWEST_SERIES and any(len(names) > 1 for names in by_meeting.values())
