"""The items that match a tsquery, newest or oldest first, as far as work is bounded.

Time is asked window by window until enough is found, so that a common word costs no more than its newest items, and
a rare one a few questions that the index answers with little. Each window is as large as what was found so far
promises that it may be: nothing is left to the planner's guess of how rare a word is.
"""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from django.db import connection

from minutes.models import EVERYBODY, Outcome, Reader
from minutes.models.choices import outcome_of_whole
from minutes.models.visibility import READABLE_INDEX_ROW, sql_parameters

from .spoken import IS_SPOKEN
from .tsquery import with_tokens
from .windows import Window, Windows

# Of more matches than this nothing is counted, and no page reaches: an exact count of a common word takes seconds.
MOST_FOUND = 1000

# Items: the first window, which for a common word is answered in some 10 ms, and the largest while nothing is found,
# which bounds a question whose words turn out to be common further back.
_FIRST_WINDOW = 4_000
_LARGEST_WINDOW = 512_000
# While nothing is found, the next question is about at most this many times the items asked about so far: the whole of
# a million items takes four questions.
_FASTEST_GROWTH = 16
# How many times the items that seem to be enough: matches are not spread evenly.
_MARGIN = 2
# The order of words is looked up row by row (some 10 µs each), in at most this many rows altogether: some 80 ms.
_MOST_CHECKED = 8_000
# Where texts are read besides, at 60 to 90 µs a row: all may have the words in order.
_MOST_READ = 600


class Match(NamedTuple):
    """An item that matches, with what it is counted by: columns of the index."""

    item_id: int
    date: datetime.date
    body_id: int
    case_id: int | None
    outcomes: Sequence[str]
    centre_ids: Sequence[int]
    has_attachments: bool | None

    @property
    def outcome(self) -> Outcome | None:
        """What came of it as a whole."""
        return outcome_of_whole(self.outcomes)

    @property
    def belongs_to(self) -> tuple[str, int]:
        """What matches of the same case have in common; one without a case stands for itself."""
        return ("case", self.case_id) if self.case_id else ("item", self.item_id)


_COLUMNS = ", ".join(Match._fields)
# "OFFSET 0" keeps a question as it is: the index on the vector answers it, never the order of dates.
_MATCHES = """
    SELECT {columns}
    FROM (
        SELECT * FROM minutes_searchdocument WHERE {vector} @@ %(loose)s::tsquery AND {condition} OFFSET 0
    ) AS matching
    WHERE date BETWEEN %(first)s AND %(last)s
    ORDER BY date {direction}, item_id
    LIMIT %(most)s
"""
# Of the items that have the words, those that have them in their order; and the last one, whether it has or not: its
# place tells how many were looked at.
_IN_ORDER = """
    SELECT {columns}, place, fits
    FROM (
        SELECT *, row_number() OVER in_order AS place, lead(item_id) OVER in_order IS NULL AS is_last,
            {fits} AS fits
        FROM ({matches}) AS matches
        WINDOW in_order AS (ORDER BY date {direction}, item_id)
    ) AS checked
    WHERE fits OR is_last
    ORDER BY date {direction}, item_id
    LIMIT %(wanted)s
"""
# A text may mention the number of a case that it is not filed under.
_OF_CASES = "case_id IN (SELECT id FROM minutes_case WHERE number = ANY(%(case_numbers)s))"
_FITS = "{vector} @@ %(exact)s::tsquery"
# Texts are read (some 60 µs each) only where the vector fits.
_FITS_AND_IS_SPOKEN = f"CASE WHEN {_FITS} THEN {IS_SPOKEN.format(row='matches')} ELSE false END"
# Before a statement about vectors: the table is not read through, for a plan for that takes no account of how large
# they are. Both statements are one transaction.
NEVER_READ_THROUGH = "SET LOCAL enable_seqscan = off;"


@dataclass(frozen=True, slots=True)
class FoundMatches:
    """Matches in order, as many as were wanted at most; `are_all` tells whether there are no others.

    They were found among about `items` items.
    """

    matches: Sequence[Match]
    are_all: bool
    items: int = 0


@dataclass(frozen=True, slots=True)
class IndexQuery:
    """What is asked of the index.

    `exact` is the tsquery as it is meant; `loose` matches the same and more, without the order of words, and is the
    same string where no phrase was asked for. What is `spoken` must stand in the texts (see spoken.py). Of each group
    of `tokens` items must have one, besides, or where both strings are empty alone; where there are `case_numbers`,
    they must be filed under one of them. Drafts are only found by a `reader` who sees them. With `in_head` nothing that
    stands elsewhere counts.
    """

    exact: str
    loose: str
    tokens: tuple[tuple[str, ...], ...] = ()
    case_numbers: tuple[str, ...] = ()
    reader: Reader = EVERYBODY
    in_head: bool = False
    spoken: tuple[str, ...] = ()

    @property
    def is_ordered(self) -> bool:
        """Whether the order of words matters, or another thing that the index does not know."""
        return self.exact != self.loose or bool(self.spoken)

    @property
    def asks_for_anything(self) -> bool:
        """Whether it says something of the items, without the tokens of a window."""
        return bool(self.loose or self.tokens)

    @property
    def condition(self) -> str:
        """What is asked of the columns of a row, as SQL with `parameters`."""
        return f"{READABLE_INDEX_ROW} AND {_OF_CASES}" if self.case_numbers else READABLE_INDEX_ROW

    @property
    def parameters(self) -> dict[str, Any]:
        return {"case_numbers": list(self.case_numbers), **sql_parameters(self.reader)}


class _Answer(NamedTuple):
    """The matches of a window, and of how many rows: where words must stand in order, not all rows match."""

    matches: list[Match]
    rows: int


def find_matches(
    index_query: IndexQuery,
    windows: Windows,
    *,
    limit: int = MOST_FOUND,
    in_head: bool = False,
    oldest_first: bool = False,
    first_window: int = _FIRST_WINDOW,
) -> FoundMatches:
    """The first matches in the order of the windows.

    The first window should have about `first_window` items. With `in_head` only titles, numbers, decisions and
    recommendations count.
    """
    statement = _statement(index_query, in_head=in_head, oldest_first=oldest_first)
    # One match more than wanted tells that there are others.
    most_checked = _MOST_READ if index_query.spoken else _MOST_CHECKED
    most_rows = most_checked if index_query.is_ordered else limit + 1
    matches: list[Match] = []
    items = rows = 0
    while not windows.are_exhausted:
        size = _next_size(items, (len(matches), limit + 1), (rows, most_rows)) if items else first_window
        window = windows.next_window(size)
        answer = _ask(
            statement, index_query, window, wanted=limit + 1 - len(matches), most_rows=most_rows - rows
        )
        matches += answer.matches
        rows += answer.rows
        items += max(size, window.items)
        if len(matches) > limit or rows == most_rows:
            return FoundMatches(matches[:limit], are_all=False, items=items)
    return FoundMatches(matches, are_all=True, items=items)


def _statement(index_query: IndexQuery, *, in_head: bool, oldest_first: bool) -> str:
    vector = "head" if in_head or index_query.in_head else "vector"
    direction = "ASC" if oldest_first else "DESC"
    statement = _MATCHES.format(
        # To look up the order of words takes the vector, too.
        columns="*" if index_query.is_ordered else _COLUMNS,
        vector=vector,
        condition=index_query.condition,
        direction=direction,
    )
    if index_query.is_ordered:
        fits = (_FITS_AND_IS_SPOKEN if index_query.spoken else _FITS).format(vector=vector)
        statement = _IN_ORDER.format(columns=_COLUMNS, matches=statement, fits=fits, direction=direction)
    return NEVER_READ_THROUGH + statement


def _ask(statement: str, index_query: IndexQuery, window: Window, *, wanted: int, most_rows: int) -> _Answer:
    """What a window has: at most the `wanted` matches, found by looking at no more than `most_rows` rows."""
    parameters: dict[str, Any] = {
        "loose": with_tokens(index_query.loose, *index_query.tokens, window.tokens),
        "exact": index_query.exact,
        "spoken": list(index_query.spoken),
        "first": window.days.first,
        "last": window.days.last,
        "most": most_rows,
        "wanted": wanted,
        **index_query.parameters,
    }
    with connection.cursor() as cursor:
        cursor.execute(statement, parameters)
        cursor.nextset()
        found = cursor.fetchall()
    if not index_query.is_ordered or not found:
        return _Answer([Match._make(columns) for columns in found], len(found))
    *_, place_of_last, _ = found[-1]
    return _Answer([Match._make(columns) for *columns, _, fits in found if fits], place_of_last)


def _next_size(asked: int, *bounds: tuple[int, int]) -> int:
    """How many items to ask about after those `asked` about: enough to reach the nearer bound, if all goes on so.

    Each bound comes behind what has been reached of it. The less that is, the less is built on it.
    """
    seen = min(reached for reached, _ in bounds)
    largest = (1 + seen) * min(_LARGEST_WINDOW, _FASTEST_GROWTH * asked)
    enough = [_MARGIN * asked * (bound - reached) // reached for reached, bound in bounds if reached]
    return min([largest, *enough])
