"""How many of the items found fall in each year, body, centre and outcome, each counted without its own filter."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import CharField, Count, F, Func, QuerySet

from minutes.models import Centre, Outcome, SearchDocument

from .hits import Search

# Of more matches than this, only so many are counted.
FACET_LIMIT = 10_000


@dataclass(frozen=True, slots=True)
class FacetValue:
    """A value of a filter, as in addresses and as people read it, and how many items it would leave."""

    value: str
    label: str
    count: int


@dataclass(frozen=True, slots=True)
class Facet:
    """The values of the filter `name` ("year", "body", "centre" or "outcome"): years newest first, else by count."""

    name: str
    label: str
    values: tuple[FacetValue, ...]
    is_exact: bool


def count_facets(search: Search) -> list[Facet]:
    """The four facets of a search. Five queries, however many items were found."""
    return [_years(search), _bodies(search), _centres(search), _outcomes(search)]


def _years(search: Search) -> Facet:
    rows = _counted(_found(search, "year"), "date__year")
    return _facet("year", "År", [(str(year), str(year), count) for year, count in sorted(rows, reverse=True)])


def _bodies(search: Search) -> Facet:
    rows = _counted(_found(search, "body"), "body__slug", "body__name")
    return _facet("body", "Organ", _most_first(rows))


def _centres(search: Search) -> Facet:
    codes = _found(search, "centre").annotate(
        code=Func(F("centre_codes"), function="unnest", output_field=CharField())
    )
    counts = dict(_counted(codes, "code"))
    centres = Centre.objects.filter(code__in=counts)
    rows = [(centre.slug, f"{centre.name} ({centre.code})", counts[centre.code]) for centre in centres]
    return _facet("centre", "Center", _most_first(rows))


def _outcomes(search: Search) -> Facet:
    rows = _counted(_found(search, "outcome").exclude(outcome=""), "outcome")
    return _facet(
        "outcome", "Udfald", _most_first((value, Outcome(value).label, count) for value, count in rows)
    )


def _found(search: Search, facet: str) -> QuerySet[SearchDocument]:
    bounded = search.documents(ignoring=facet).order_by().values("pk")[:FACET_LIMIT]
    return SearchDocument.objects.filter(pk__in=bounded)


def _counted(documents: QuerySet[SearchDocument], *fields: str) -> QuerySet:
    """Rows of the fields' values and the number of documents that have them."""
    return documents.order_by().values_list(*fields).annotate(count=Count("pk"))


def _most_first(rows: Iterable[tuple[str, str, int]]) -> list[tuple[str, str, int]]:
    return sorted(rows, key=lambda row: (-row[2], row[1]))


def _facet(name: str, label: str, rows: list[tuple[str, str, int]]) -> Facet:
    values = tuple(FacetValue(*row) for row in rows)
    return Facet(name, label, values, is_exact=sum(value.count for value in values) < FACET_LIMIT)
