"""The best first: by how near the words stand to each other and how much their places weigh, then the newest."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import connection

from .matches import FoundMatches, IndexQuery, Match, find_matches
from .windows import Windows

# At most this many matches are ranked, at 8 to 20 µs each. Of more, half as many of the newest are and half as many of
# the newest in titles and decisions: forty pages, and nobody pages further.
_MOST_RANKED = 400

# The default weights of PostgreSQL: A 1, B 0.4, C 0.2, and 0.1 for what an item is (D).
_RANKED = """
    SELECT array_agg(item_id ORDER BY ts_rank_cd(vector, %s::tsquery) DESC, date DESC, item_id)
    FROM minutes_searchdocument WHERE item_id = ANY(%s)
"""


def rank(index_query: IndexQuery, found: FoundMatches, windows: Windows) -> list[Match]:
    """The matches found, best first, the newest first among equals. `found` are the newest.

    Where they are too many, the best of a bounded number of candidates come first, and the others follow as they are:
    of a word in many items the first pages are then the items that have it in their title or decision.
    """
    candidates = {match.item_id: match for match in _candidates(index_query, found, windows)}
    with connection.cursor() as cursor:
        cursor.execute(_RANKED, [index_query.exact, list(candidates)])
        ranked = cursor.fetchone()[0] or ()
    others = (match for match in found.matches if match.item_id not in candidates)
    return [*map(candidates.__getitem__, ranked), *others][: len(found.matches)]


def _candidates(index_query: IndexQuery, found: FoundMatches, windows: Windows) -> Sequence[Match]:
    """In titles and decisions there are no more matches among the same items than were found."""
    if found.are_all and len(found.matches) <= _MOST_RANKED:
        return found.matches
    half = _MOST_RANKED // 2
    in_head = find_matches(index_query, windows, limit=half, in_head=True, first_window=found.items)
    return (*in_head.matches, *found.matches[:half])
