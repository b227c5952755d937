"""What a search address may say beside the query: filters, an order and a size, and what of it is not understood."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property

from django.http import QueryDict

from minutes.models import Reader
from minutes.search.guidance.shortcuts import find_meetings
from minutes.search.matching.facets import FACETS, Key
from minutes.search.matching.filters import Filters, Sort
from minutes.search.matching.places import Place
from minutes.search.matching.search import Search
from minutes.search.query.named_units import Organisation, read_organisation
from minutes.search.query.query import Query, on_day, parse_query

from .address_values import CaseNumbers, Misunderstanding, Period, misread, unknown_parameters, values_of

PAGE_SIZES = (10, 25, 50)
# What the page reads beside the parameters of this form.
_OF_THE_PAGE = ("q", "side", "format")
# What became of a body is asked one by one.
_MOST_UNKNOWN_BODIES = 5


class SearchForm:
    """The parameters of a search as its address has them.

    A filter whose value says nothing lets nothing through; an order, a size or a parameter that there is not has no
    effect. Both are told in `misunderstandings`.
    """

    def __init__(self, parameters: QueryDict) -> None:
        self._parameters = parameters
        self.period = Period.read(parameters)
        self.cases = CaseNumbers.read(parameters)

    def search(self, reader: Reader) -> Search:
        """What the address asks for, within its filters, as the reader may see it."""
        return Search(self.query_of(reader), reader, self.filters)

    def query_of(self, reader: Reader) -> Query:
        """What was typed; a day without its year behind a body is that of the newest meeting the reader may see."""
        meetings = find_meetings(self.query, reader) if self.query.day_of_year else []
        return on_day(self.query, meetings[0].date, self.organisation.names) if meetings else self.query

    @cached_property
    def query(self) -> Query:
        """What was typed."""
        return parse_query(self._parameters.get("q", ""), self.organisation.names)

    @cached_property
    def organisation(self) -> Organisation:
        """The centres and bodies that queries may name, as they are now."""
        return read_organisation()

    @cached_property
    def filters(self) -> Filters:
        chosen = {name: tuple(keys.values()) for name, keys in self._chosen.items() if keys}
        return Filters(
            chosen,
            period=self.period.days,
            case_numbers=self.cases.numbers,
            places=self.places,
            are_understood=not any(mistake.is_of_filter for mistake in self.misunderstandings),
        )

    @cached_property
    def places(self) -> tuple[Place, ...]:
        """Where the words must stand; anywhere without any, and where there are no words."""
        return tuple(self._known_places) if self.query.text else ()

    @property
    def order(self) -> Sort:
        """The order asked for, else the first that there is."""
        asked = self._parameters.get("sort")
        return Sort(asked) if asked in self.orders else self.orders[0]

    @property
    def orders(self) -> list[Sort]:
        """The orders that hits can have: without words none is more relevant than another."""
        return [sort for sort in Sort if sort != Sort.RELEVANCE or self.query.text]

    @property
    def page_size(self) -> int:
        asked = self._parameters.get("antal")
        return next((size for size in PAGE_SIZES if str(size) == asked), PAGE_SIZES[0])

    @cached_property
    def misunderstandings(self) -> tuple[Misunderstanding, ...]:
        """What of the address says nothing, the filters first."""
        return tuple(self._misunderstood())

    @cached_property
    def unknown_bodies(self) -> list[str]:
        """Some slugs of bodies that the archive does not have, or has no more: each may have become another."""
        unknown = [word for word in values_of(self._parameters, "organ") if word not in self._chosen["body"]]
        return unknown[:_MOST_UNKNOWN_BODIES]

    @cached_property
    def filters_in_force(self) -> dict[str, tuple[str, ...]]:
        """The filters that are understood, as they stand in the address: the values of each parameter."""
        of_facets = {facet.parameter: tuple(self._chosen[facet.name]) for facet in FACETS}
        in_force = {**of_facets, **self.period.parameters, **self.cases.parameters, "staar": self.places}
        return {name: values for name, values in in_force.items() if values}

    def in_force(self) -> dict[str, tuple[str, ...]]:
        """All parameters that have an effect, but for the query."""
        shown = {
            name: (self._parameters[name],)
            for name, known in (("sort", [*Sort]), ("antal", [*map(str, PAGE_SIZES)]))
            if self._parameters.get(name) in known
        }
        return {**self.filters_in_force, **shown}

    @cached_property
    def _chosen(self) -> Mapping[str, Mapping[str, Key]]:
        """The words of each facet that are values, with their keys, in the order of the address."""
        chosen: dict[str, Mapping[str, Key]] = {}
        for facet in FACETS:
            words = values_of(self._parameters, facet.parameter)
            keys = facet.read(words, self.organisation) if words else {}
            chosen[facet.name] = {word: keys[word] for word in words if word in keys}
        return chosen

    @property
    def _known_places(self) -> list[Place]:
        return [Place(word) for word in values_of(self._parameters, "staar") if word in [*Place]]

    def _misunderstood(self) -> Iterator[Misunderstanding]:
        for facet in FACETS:
            known = self._chosen[facet.name]
            if len(known) < len(values_of(self._parameters, facet.parameter)):
                yield misread(facet.not_understood)
        yield from self.period.misunderstandings
        yield from self.cases.misunderstandings
        if len(self._known_places) < len(values_of(self._parameters, "staar")):
            yield misread("Stedet i adressen er hverken titel, beslutning, indstilling eller bilag.")
        elif self._known_places and not self.query.text:
            yield Misunderstanding("Hvor ordet står, betyder kun noget, når der søges efter ord.")
        if (self._parameters.get("sort") or Sort.RELEVANCE) not in [*Sort]:
            yield Misunderstanding("Rækkefølgen i adressen findes ikke; den bedste står først.")
        if (self._parameters.get("antal") or "10") not in map(str, PAGE_SIZES):
            yield Misunderstanding("En side viser 10, 25 eller 50 punkter.")
        facets = (facet.parameter for facet in FACETS)
        yield from unknown_parameters(
            self._parameters,
            {*facets, *Period.NAMES, CaseNumbers.NAME, "staar", "sort", "antal", *_OF_THE_PAGE},
        )
