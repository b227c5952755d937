"""How many of the items found have each value of each facet, counted without the facet's own filter."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from operator import attrgetter
from typing import Any, NamedTuple

from minutes.danish.letters import sort_key
from minutes.search.query.named_units import Organisation

from .facets import FACETS, Facet, FacetValue
from .search import Search


class CountedValue(NamedTuple):
    """A value of a facet, and how many items it would leave."""

    value: FacetValue
    items: int


@dataclass(frozen=True, slots=True)
class CountedFacet:
    """The values of a facet that items have, in order.

    Where there are more items than are counted, the counts are of the newest ones.
    """

    facet: Facet
    values: tuple[CountedValue, ...]
    is_exact: bool


def count_facets(search: Search, organisation: Organisation) -> list[CountedFacet]:
    """All facets of a search. One search more for each filter in force."""
    return [_count(facet, search, organisation) for facet in FACETS]


def _count(facet: Facet, search: Search, organisation: Organisation) -> CountedFacet:
    filters = search.filters
    found = search.find(filters.without(facet)) if filters.chosen.get(facet.name) else search.newest
    counts = Counter(facet.keys(map(attrgetter(facet.column), found.matches)))
    return CountedFacet(facet, tuple(_in_order(facet, counts, organisation)), found.are_all)


def _in_order(facet: Facet, counts: Counter[Any], organisation: Organisation) -> list[CountedValue]:
    """The values newest first, or those that most items have first, then by their labels."""
    keys = sorted(counts, reverse=True) if facet.newest_first else counts
    values = [
        CountedValue(value, counts[key])
        for key in keys
        if (value := facet.value(key, organisation)) is not None
    ]
    return values if facet.newest_first else sorted(values, key=_most_first)


def _most_first(counted: CountedValue) -> tuple[int, str]:
    return -counted.items, sort_key(counted.value.label)
