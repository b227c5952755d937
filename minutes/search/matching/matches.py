"""The items that match a tsquery, newest or oldest first, as far as work is bounded.

Time is asked window by window until enough is found, so that a common word costs no more than its newest items, and
a rare one a few questions that the index answers with little. Each window is as large as what was found so far
promises that it may be: nothing is left to the planner's guess of how rare a word is.
"""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from django.db import connection

from minutes.models import EVERYBODY, Reader
from minutes.models.visibility import READABLE_INDEX_ROW, sql_parameters

from .tsquery import with_tokens
from .windows import Windows

# Of more matches than this nothing is counted, and no page reaches: an exact count of a common word takes seconds.
MOST_FOUND = 1000

# Items: the first window, and the largest while nothing is found.
_FIRST_WINDOW = 4_000
_LARGEST_WINDOW = 512_000
# While nothing is found, so many times the items asked about so far are asked about next.
_FASTEST_GROWTH = 16
# How many times the items that seem to be enough: matches are not spread evenly.
_MARGIN = 2
# The order of words is looked up row by row (some 10 µs each), of so many rows in all.
_MOST_CHECKED = 8_000

# "OFFSET 0" keeps a question as it is: the index on the vector answers it, never the order of dates.
_MATCHES = """
    SELECT {columns}
    FROM (
        SELECT * FROM minutes_searchdocument WHERE {vector} @@ %(loose)s::tsquery AND {visible} OFFSET 0
    ) AS matching
    WHERE date BETWEEN %(first)s AND %(last)s
    ORDER BY date {direction}, item_id
    LIMIT %(most)s
"""
# Of the items that have the words, those that have them in their order; and the last one, whether it has or not.
_IN_ORDER = """
    SELECT item_id, date, body_id, case_id, outcome, centre_ids, place, fits
    FROM (
        SELECT *, row_number() OVER in_order AS place, lead(item_id) OVER in_order IS NULL AS is_last,
            {vector} @@ %(exact)s::tsquery AS fits
        FROM ({matches}) AS matches
        WINDOW in_order AS (ORDER BY date {direction}, item_id)
    ) AS checked
    WHERE fits OR is_last
    ORDER BY date {direction}, item_id
    LIMIT %(wanted)s
"""
# Nor is the table read through: a plan for that takes no account of how large vectors are. Both statements are one
# transaction.
_NEVER_READ_THROUGH = "SET LOCAL enable_seqscan = off;"


class Match(NamedTuple):
    """An item that matches, with what it is counted by."""

    item_id: int
    date: datetime.date
    body_id: int
    case_id: int | None
    outcome: str
    centre_ids: Sequence[int]


@dataclass(frozen=True, slots=True)
class Found:
    """Matches in order, as many as were wanted at most; `are_all` tells whether there are no others.

    They were found among about so many `items`.
    """

    matches: Sequence[Match]
    are_all: bool
    items: int = 0


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked of the index.

    `exact` is the tsquery as it is meant; `loose` matches the same and more, without the order of words, and is the
    same string where no phrase was asked for. `tokens` are what items must be, besides; drafts are only found by
    a `reader` who sees them.
    """

    exact: str
    loose: str
    tokens: tuple[str, ...] = ()
    reader: Reader = EVERYBODY

    @property
    def is_ordered(self) -> bool:
        """Whether the order of words matters, which the index does not know."""
        return self.exact != self.loose


def find_matches(
    asked: Asked,
    windows: Windows,
    *,
    limit: int = MOST_FOUND,
    in_head: bool = False,
    oldest_first: bool = False,
    first_window: int = _FIRST_WINDOW,
) -> Found:
    """The first matches in the order of the windows, of which the first should have so many items.

    With `in_head` only titles, numbers, decisions and recommendations count.
    """
    statement = _statement(asked, "head" if in_head else "vector", "ASC" if oldest_first else "DESC")
    most_rows = _MOST_CHECKED if asked.is_ordered else limit + 1
    visible = sql_parameters(asked.reader)
    matches: list[Match] = []
    items = rows = 0
    while not windows.are_exhausted:
        size = _next_size(items, (len(matches), limit + 1), (rows, most_rows)) if items else first_window
        bounds = {"wanted": limit + 1 - len(matches), "most": most_rows - rows}
        window = windows.take(size)
        loose = with_tokens(asked.loose, *asked.tokens, any_of=window.tokens)
        days = {"first": window.first, "last": window.last}
        answer = _ask(
            statement,
            {"loose": loose, "exact": asked.exact, **days, **bounds, **visible},
        )
        found, looked_at = _read_in_order(answer) if asked.is_ordered else _read(answer)
        matches += found
        rows += looked_at
        items += max(size, window.items)
        if len(matches) > limit or rows == most_rows:
            return Found(matches[:limit], are_all=False, items=items)
    return Found(matches, are_all=True, items=items)


def _statement(asked: Asked, vector: str, direction: str) -> str:
    columns = "*" if asked.is_ordered else ", ".join(Match._fields)
    matches = _MATCHES.format(columns=columns, vector=vector, visible=READABLE_INDEX_ROW, direction=direction)
    if not asked.is_ordered:
        return _NEVER_READ_THROUGH + matches
    return _NEVER_READ_THROUGH + _IN_ORDER.format(matches=matches, vector=vector, direction=direction)


def _ask(statement: str, parameters: dict[str, object]) -> list[tuple]:
    with connection.cursor() as cursor:
        cursor.execute(statement, parameters)
        cursor.nextset()
        return cursor.fetchall()


def _read(answer: list[tuple]) -> tuple[list[Match], int]:
    """The matches, and how many rows were looked at: all of them match."""
    return [Match._make(row) for row in answer], len(answer)


def _read_in_order(answer: list[tuple]) -> tuple[list[Match], int]:
    """The same of rows that each have their place among those looked at, and whether they match."""
    matches = [Match._make(columns) for *columns, _, fits in answer if fits]
    return matches, answer[-1][-2] if answer else 0


def _next_size(asked: int, *bounds: tuple[int, int]) -> int:
    """How many items to ask about, after so many: enough to reach the nearer bound, if matches go on as they were.

    The bounds come behind what has been reached of them. The less that is, the less is built on it.
    """
    seen = min(reached for reached, _ in bounds)
    largest = (1 + seen) * min(_LARGEST_WINDOW, _FASTEST_GROWTH * asked)
    enough = [_MARGIN * asked * (bound - reached) // reached for reached, bound in bounds if reached]
    return min([largest, *enough])
