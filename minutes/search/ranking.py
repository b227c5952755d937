"""The best first: by how near the words stand to each other and how much their places weigh, then the newest."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import connection

from .matches import Asked, Found, Match, find_matches
from .windows import Windows

# Where there are more matches than can be ranked: so many of the newest in titles and decisions, and of the newest.
_MOST_CANDIDATES = 200

# The default weights of PostgreSQL: A 1, B 0.4, C 0.2, and 0.1 for what an item is (D).
_RANKS = """
    SELECT item_id, ts_rank_cd(vector, %s::tsquery) FROM minutes_searchdocument WHERE item_id = ANY(%s)
"""


def rank(asked: Asked, found: Found, windows: Windows) -> list[Match]:
    """The matches found, best first; where they are not all, the best of a bounded number of candidates.

    `found` are the newest. Of a word in many items the first pages are then the items that have it in their title
    or decision.
    """
    candidates = found.matches if found.are_all else _candidates(asked, found, windows)
    with connection.cursor() as cursor:
        cursor.execute(_RANKS, [asked.exact, [match.item_id for match in candidates]])
        ranks = dict(cursor.fetchall())
    # The candidates are the newest first, and stay so where the rank is the same.
    return sorted(candidates, key=lambda match: ranks.get(match.item_id, 0), reverse=True)


def _candidates(asked: Asked, found: Found, windows: Windows) -> Sequence[Match]:
    in_head = find_matches(asked, windows, limit=_MOST_CANDIDATES, in_head=True)
    both = {match.item_id: match for match in (*in_head.matches, *found.matches[:_MOST_CANDIDATES])}
    return sorted(both.values(), key=lambda match: (-match.date.toordinal(), match.item_id))
