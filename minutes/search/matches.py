"""The items that match a tsquery, newest or oldest first, as far as work is bounded.

Time is asked window by window until enough is found, so that a common word costs no more than its newest items, and
a rare one a few questions that the index answers with little. Each window is as large as the one before promises
that it may be: nothing is left to the planner's guess of how rare a word is.
"""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from django.db import connection

from .tsquery import with_tokens
from .windows import Windows

# Of more matches than this nothing is counted, and no page reaches: an exact count of a common word takes seconds.
MOST_FOUND = 1000

# Items: the first window, and the largest.
_FIRST_WINDOW = 4_000
_LARGEST_WINDOW = 256_000
_FASTEST_GROWTH = 8
# Rows that a window should give: what the server reads and sorts in a few milliseconds.
_ROWS_WANTED = 4_000
# The order of words is looked up row by row (some 10 µs each), of so many rows in all.
_MOST_CHECKED = 8_000

# "OFFSET 0" keeps a question as it is: the index on the vector answers it, never the order of dates. Nor is the table
# read through: a plan for that takes no account of how large vectors are. Both statements are one transaction.
_MATCHES = """
    SET LOCAL enable_seqscan = off;
    SELECT item_id, date, body_id, case_id, outcome, centre_ids{fits}
    FROM (
        SELECT * FROM (
            SELECT * FROM minutes_searchdocument WHERE {vector} @@ %(loose)s::tsquery AND {visible} OFFSET 0
        ) AS matching
        ORDER BY date {direction}, item_id
        LIMIT %(limit)s OFFSET 0
    ) AS ordered
    ORDER BY date {direction}, item_id
"""


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
    """Matches in order, as many as were wanted at most; `are_all` tells whether there are no others."""

    matches: Sequence[Match]
    are_all: bool


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked of the index.

    `exact` is the tsquery as it is meant; `loose` matches the same and more, without the order of words, and is the
    same string where no phrase was asked for. `tokens` are what items must be, besides; drafts are only found where
    not `public_only`.
    """

    exact: str
    loose: str
    tokens: tuple[str, ...] = ()
    public_only: bool = True

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
) -> Found:
    """The first matches in the order of the windows.

    With `in_head` only titles, numbers, decisions and recommendations count.
    """
    statement = _MATCHES.format(
        vector="head" if in_head else "vector",
        fits=f", {'head' if in_head else 'vector'} @@ %(exact)s::tsquery" if asked.is_ordered else "",
        visible="is_public" if asked.public_only else "true",
        direction="ASC" if oldest_first else "DESC",
    )
    matches: list[Match] = []
    size, checked = _FIRST_WINDOW, 0
    while not windows.are_exhausted:
        loose = with_tokens(asked.loose, *asked.tokens, any_of=windows.take(size))
        left = _MOST_CHECKED - checked if asked.is_ordered else limit + 1 - len(matches)
        rows = _ask(statement, {"loose": loose, "exact": asked.exact, "limit": left})
        matches += map(Match._make, (row[:-1] for row in rows if row[-1]) if asked.is_ordered else rows)
        if len(matches) > limit or len(rows) == left:
            return Found(matches[:limit], are_all=False)
        checked += len(rows)
        size = _next_size(size, len(rows))
    return Found(matches, are_all=True)


def _ask(statement: str, parameters: dict[str, object]) -> list[tuple]:
    with connection.cursor() as cursor:
        cursor.execute(statement, parameters)
        cursor.nextset()
        return cursor.fetchall()


def _next_size(size: int, rows: int) -> int:
    """So much larger or smaller a window as would have given the rows wanted; never many times larger at once."""
    growth = _ROWS_WANTED / rows if rows else _FASTEST_GROWTH
    return min(_LARGEST_WINDOW, int(size * min(growth, _FASTEST_GROWTH)))
