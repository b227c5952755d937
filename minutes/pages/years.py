"""Years in a row, for tables and charts in which a gap shows."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

# An archive that lacks more years than this has two parts, and one date that is wrong may lie a thousand years off.
_LONGEST_GAP = 10


def with_gaps(years: Iterable[int]) -> list[int]:
    """Return the years in order, with those that are missing between two of them at most ten years apart.

    >>> with_gaps([2015, 2013, 1970])
    [1970, 2013, 2014, 2015]
    """
    known = sorted(set(years))
    missing = [
        year
        for earlier, later in pairwise(known)
        if later - earlier <= _LONGEST_GAP
        for year in range(earlier + 1, later)
    ]
    return sorted([*known, *missing])
