"""The best first: by how near the words stand to each other and how much their places weigh, then the newest."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import chain

from django.db import connection

from .matches import FoundMatches, IndexQuery, Match, find_matches
from .windows import Windows

# At most this many matches are ranked, at 8 to 20 µs each. Of more, half as many of the newest are and half as many of
# the newest in titles and decisions: forty pages, and nobody pages further. As many may be besides of those that have
# what was asked for itself, where others have something less.
_MOST_RANKED = 400

# For D, C, B and A: recommendations and what an item is weigh as decisions do, the rest half of that.
_WEIGHTS = "{0.4, 0.2, 0.4, 1}"
_RANKED = """
    SELECT array_agg(item_id
        ORDER BY ts_rank_cd(%(weights)s::real[], vector, %(exact)s::tsquery) DESC, date DESC, item_id)
    FROM minutes_searchdocument WHERE item_id = ANY(%(candidates)s)
"""
# What has what was asked for itself stands as it would without the others: what else it has counts for nothing.
_STRICT_FIRST = """
    SELECT array_agg(item_id ORDER BY is_strict DESC, rank DESC, date DESC, item_id)
    FROM (
        SELECT item_id, date, is_strict,
            ts_rank_cd(
                %(weights)s::real[], vector,
                CASE WHEN is_strict THEN %(strict)s::tsquery ELSE %(exact)s::tsquery END
            ) AS rank
        FROM (
            SELECT item_id, date, vector, vector @@ %(strict)s::tsquery AS is_strict
            FROM minutes_searchdocument WHERE item_id = ANY(%(candidates)s) OFFSET 0
        ) AS candidate
    ) AS ranked
"""


def rank(
    index_query: IndexQuery,
    found: FoundMatches,
    windows: Callable[[], Windows],
    strict: IndexQuery | None = None,
) -> list[Match]:
    """The matches found, best first, the newest first among equals. `found` are the newest within the windows.

    Those that match the `strict` query, too, stand before the others. Where they are too many, the best of a bounded
    number of candidates come first, and the others follow as they are: of a word in many items the first pages are then
    the items that have it in their title or decision.
    """
    candidates = {match.item_id: match for match in _candidates(index_query, found, windows, strict)}
    parameters = {
        "weights": _WEIGHTS,
        "exact": index_query.exact,
        "strict": strict.exact if strict else None,
        "candidates": list(candidates),
    }
    with connection.cursor() as cursor:
        cursor.execute(_STRICT_FIRST if strict else _RANKED, parameters)
        ranked = cursor.fetchone()[0] or ()
    others = (match for match in found.matches if match.item_id not in candidates)
    return [*map(candidates.__getitem__, ranked), *others][: len(found.matches)]


def _candidates(
    index_query: IndexQuery, found: FoundMatches, windows: Callable[[], Windows], strict: IndexQuery | None
) -> Iterator[Match]:
    """Where not all matches can be ranked, the newest of all and the newest in titles and decisions.

    There are no more of these among the same items than were found.
    """
    if found.are_all and len(found.matches) <= _MOST_RANKED:
        return iter(found.matches)
    half = _MOST_RANKED // 2
    asked = [(index_query, True, found.items)]
    if strict:
        asked += [(strict, in_head, found.items) for in_head in (False, True)]
    answers = [
        find_matches(each, windows(), limit=half, in_head=in_head, first_window=items).matches
        for each, in_head, items in asked
    ]
    return chain(found.matches[:half], *answers)
