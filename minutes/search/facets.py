"""How many of the items found fall in each year, body, centre and outcome, each counted without its own filter."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from minutes.models import Body, Outcome

from .hits import Search
from .matches import Match


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


def count_facets(search: Search) -> list[Facet]:
    """The four facets of a search. Two queries for their names, and one search more for each filter in force."""
    return [_years(search), _bodies(search), _centres(search), _outcomes(search)]


def _years(search: Search) -> Facet:
    counts, is_exact = _count(search, "year", lambda match: [match.date.year])
    values = [FacetValue(str(year), str(year), counts[year]) for year in sorted(counts, reverse=True)]
    return Facet("year", "År", tuple(values), is_exact)


def _bodies(search: Search) -> Facet:
    counts, is_exact = _count(search, "body", lambda match: [match.body_id])
    bodies = Body.objects.filter(pk__in=counts)
    values = [FacetValue(body.slug, body.name, counts[body.pk]) for body in bodies]
    return Facet("body", "Organ", _most_first(values), is_exact)


def _centres(search: Search) -> Facet:
    counts, is_exact = _count(search, "centre", lambda match: match.centre_ids)
    values = [
        FacetValue(centre.slug, f"{centre.name} ({centre.code})", counts[key])
        for key, centre in search.centres.items()
        if key in counts
    ]
    return Facet("centre", "Center", _most_first(values), is_exact)


def _outcomes(search: Search) -> Facet:
    counts, is_exact = _count(search, "outcome", lambda match: [match.outcome] if match.outcome else [])
    values = [FacetValue(outcome, Outcome(outcome).label, count) for outcome, count in counts.items()]
    return Facet("outcome", "Udfald", _most_first(values), is_exact)


def _count(
    search: Search, facet: str, values_of: Callable[[Match], Iterable[Hashable]]
) -> tuple[Mapping[Any, int], bool]:
    """Number of items for each value, and whether all items are counted."""
    found = search.newest
    if getattr(search.filters, facet) is not None:
        found = search.find(replace(search.filters, **{facet: None}))
    return Counter(value for match in found.matches for value in values_of(match)), found.are_all


def _most_first(values: Iterable[FacetValue]) -> tuple[FacetValue, ...]:
    return tuple(sorted(values, key=lambda value: (-value.count, value.label)))
