"""The links by which a search is narrowed, widened and turned: each is the present search with one thing changed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.text import capfirst

from minutes.search.matching.facets import Facet
from minutes.search.matching.filters import Filters, Sort

from .search_form import PAGE_SIZES, facet_word

_PARAMETERS = {"year": "aar", "body": "organ", "centre": "center", "outcome": "udfald"}


@dataclass(frozen=True, slots=True)
class Choice:
    """A link: where it leads, and whether it is what is chosen now. `count` tells how many items it would leave."""

    label: str
    address: str
    is_chosen: bool = False
    count: str = ""


@dataclass(frozen=True, slots=True)
class FacetChoices:
    """A facet as links; that of the value in force takes the filter away."""

    label: str
    choices: tuple[Choice, ...]
    is_exact: bool


class SearchControls:
    """The controls of a search, given its parameters and what they mean."""

    def __init__(self, parameters: Mapping[str, str], filters: Filters) -> None:
        self.parameters = parameters
        self.filters = filters

    def address(self, **changes: str | None) -> str:
        """The present search with these parameters set, or taken out where None; from the first page."""
        changed = {**self.parameters, **changes}
        return "?" + urlencode({name: value for name, value in changed.items() if value})

    def feed_address(self) -> str:
        """Where the newest hits of the present search are told to feed readers."""
        return reverse("search-feed") + self.address(sort=None, antal=None)

    def without_filters(self) -> str:
        """The present search over everything."""
        return self.address(**dict.fromkeys(_PARAMETERS.values()))

    def chips(self) -> list[Choice]:
        """The filters in force; the link of each takes it away."""
        filters = self.filters
        named = {
            "aar": f"År: {filters.year}" if filters.year else None,
            "organ": f"Organ: {filters.body.name}" if filters.body else None,
            "center": f"Center: {filters.centre.name}" if filters.centre else None,
            "udfald": f"Udfald: {filters.outcome.label}" if filters.outcome else None,
        }
        return [Choice(label, self.address(**{name: None})) for name, label in named.items() if label]

    def facets(self, facets: list[Facet]) -> list[FacetChoices]:
        """The facets that have anything to choose."""
        return [
            FacetChoices(facet.label, tuple(self._facet_choices(facet)), facet.is_exact)
            for facet in facets
            if facet.values
        ]

    def sorts(self, chosen: Sort) -> list[Choice]:
        """The orders of hits."""
        return [Choice(sort.label, self.address(sort=sort.value), sort == chosen) for sort in Sort]

    def page_sizes(self, chosen: int) -> list[Choice]:
        """How many hits a page may show."""
        return [Choice(str(size), self.address(antal=str(size)), size == chosen) for size in PAGE_SIZES]

    def _facet_choices(self, facet: Facet) -> Iterator[Choice]:
        parameter = _PARAMETERS[facet.name]
        without = self.address(**{parameter: None})
        for value in facet.values:
            word = facet_word(facet, value)
            is_chosen = self.parameters.get(parameter) == word
            address = without if is_chosen else f"{without}&{parameter}={word}"
            yield Choice(capfirst(value.label), address, is_chosen, _written(value.count))


def _written(count: int) -> str:
    """A number with a point between the thousands, as Danish has it: some sixty stand on a page."""
    return f"{count:,}".replace(",", ".")
