"""What a search address may say beside the query: the values of each parameter; any other is ignored with a notice."""

from __future__ import annotations

from collections.abc import Mapping
from copy import deepcopy
from functools import cached_property
from typing import Any

from django import forms

from minutes.models import Reader
from minutes.search.matching.facets import FACETS
from minutes.search.matching.filters import Filters, Sort
from minutes.search.matching.search import Search
from minutes.search.query.named_units import Organisation, read_organisation
from minutes.search.query.query import Query, parse_query

PAGE_SIZES = (10, 25, 50)


class SearchForm(forms.Form):
    """The parameters of the facets, "sort" and "antal"; one with another value than it may have has no effect."""

    sort = forms.TypedChoiceField(
        required=False,
        choices=Sort.choices,
        coerce=Sort,
        empty_value=Sort.RELEVANCE,
        error_messages={"invalid_choice": "Rækkefølgen i adressen findes ikke; den bedste står først."},
    )
    antal = forms.TypedChoiceField(
        required=False,
        choices=[(size, size) for size in PAGE_SIZES],
        coerce=int,
        empty_value=PAGE_SIZES[0],
        error_messages={"invalid_choice": "En side viser 10, 25 eller 50 punkter."},
    )

    def __init__(self, parameters: Mapping[str, str]) -> None:
        super().__init__(parameters)
        # The notices about values stand in this order, too.
        self.fields = {facet.parameter: deepcopy(facet.field) for facet in FACETS} | self.fields

    def search(self, reader: Reader) -> Search:
        """What the address asks for, within its filters, as the reader may see it."""
        return Search(self.query, reader, self.filters)

    @cached_property
    def query(self) -> Query:
        """What was typed."""
        return parse_query(self.data.get("q", ""), self.organisation.names)

    @cached_property
    def organisation(self) -> Organisation:
        """The centres and bodies that queries may name, as they are now."""
        return read_organisation()

    @cached_property
    def filters(self) -> Filters:
        chosen = {facet.name: self._value(facet.parameter) for facet in FACETS}
        return Filters({name: key for name, key in chosen.items() if key is not None})

    @property
    def order(self) -> Sort:
        """The order asked for, else the first that there is."""
        asked = self._value("sort")
        return asked if asked in self.orders else self.orders[0]

    @property
    def orders(self) -> list[Sort]:
        """The orders that hits can have: without words none is more relevant than another."""
        return [sort for sort in Sort if sort != Sort.RELEVANCE or self.query.text]

    @property
    def page_size(self) -> int:
        return self._value("antal") or PAGE_SIZES[0]

    def in_force(self) -> dict[str, str]:
        """The parameters that have an effect, as they stand in the address."""
        return {
            name: self.data[name] for name in self.fields if name not in self.errors and self.data.get(name)
        }

    def _value(self, name: str) -> Any:
        self.is_valid()
        return self.cleaned_data.get(name)
