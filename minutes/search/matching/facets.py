"""How many of the items found fall in each year, body, centre and outcome, each counted without its own filter."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from typing import Any

from minutes.models import Outcome
from minutes.search.query.organisation import CentreOrBody, Organisation

from .matches import Match
from .search import Search


@dataclass(frozen=True, slots=True)
class FacetValue:
    """A value of a filter, as in addresses and as people read it, and how many items it would leave."""

    value: str
    label: str
    count: int


@dataclass(frozen=True, slots=True)
class Facet:
    """The values of the filter `name` ("year", "body", "centre" or "outcome"): years newest first, else by count.

    Where there are more items than are counted, the counts are of the newest ones.
    """

    name: str
    label: str
    values: tuple[FacetValue, ...]
    is_exact: bool


def count_facets(search: Search, organisation: Organisation) -> list[Facet]:
    """The four facets of a search. One search more for each filter in force."""
    return [
        _years(search),
        _bodies(search, organisation.bodies),
        _centres(search, organisation.centres),
        _outcomes(search),
    ]


def _years(search: Search) -> Facet:
    counts, is_exact = _count(search, "year", lambda matches: [match.date.year for match in matches])
    values = [FacetValue(str(year), str(year), counts[year]) for year in sorted(counts, reverse=True)]
    return Facet("year", "År", tuple(values), is_exact)


def _bodies(search: Search, bodies: Mapping[int, CentreOrBody]) -> Facet:
    counts, is_exact = _count(search, "body", lambda matches: [match.body_id for match in matches])
    values = [FacetValue(body.slug, body.name, counts[key]) for key, body in bodies.items() if key in counts]
    return Facet("body", "Organ", _most_first(values), is_exact)


def _centres(search: Search, centres: Mapping[int, CentreOrBody]) -> Facet:
    counts, is_exact = _count(
        search, "centre", lambda matches: chain.from_iterable(match.centre_ids for match in matches)
    )
    values = [
        FacetValue(centre.slug, f"{centre.name} ({centre.code})", counts[key])
        for key, centre in centres.items()
        if key in counts
    ]
    return Facet("centre", "Center", _most_first(values), is_exact)


def _outcomes(search: Search) -> Facet:
    counts, is_exact = _count(search, "outcome", lambda matches: [match.outcome for match in matches])
    values = [
        FacetValue(outcome, Outcome(outcome).label, count) for outcome, count in counts.items() if outcome
    ]
    return Facet("outcome", "Udfald", _most_first(values), is_exact)


def _count(
    search: Search, facet: str, values_of: Callable[[Sequence[Match]], Iterable[Hashable]]
) -> tuple[Mapping[Any, int], bool]:
    """Number of items for each value, and whether all items are counted."""
    found = search.newest
    if getattr(search.filters, facet) is not None:
        found = search.find(replace(search.filters, **{facet: None}))
    return Counter(values_of(found.matches)), found.are_all


def _most_first(values: Iterable[FacetValue]) -> tuple[FacetValue, ...]:
    return tuple(sorted(values, key=lambda value: (-value.count, value.label)))
