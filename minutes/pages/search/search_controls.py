"""The links by which a search is narrowed, widened and turned: each is the present search with one thing changed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.text import capfirst

from minutes.search.matching.facet_counts import CountedFacet
from minutes.search.matching.facets import FACETS
from minutes.search.query.understood import find_understood

from .search_form import PAGE_SIZES, SearchForm


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
    """The controls of a search for a text, within what the form has beside it."""

    def __init__(self, text: str, form: SearchForm) -> None:
        self.text = text
        self._form = form
        self._parameters = {"q": text, **form.in_force()}

    @property
    def name(self) -> str:
        """What the present search is called: by what was typed, or else by its filters."""
        return self.text or ", ".join(chip.label for chip in self.chips())

    def address(self, **changes: str | None) -> str:
        """The present search with these parameters set, or taken out where None; from the first page."""
        changed = {**self._parameters, **changes}
        return "?" + urlencode({name: value for name, value in changed.items() if value})

    def feed_address(self) -> str:
        """Where feed readers find the newest hits of the present search."""
        return reverse("search-feed") + self.address(sort=None, antal=None)

    def without_filters(self) -> str:
        return self.address(**dict.fromkeys(facet.parameter for facet in FACETS))

    def chips(self) -> list[Choice]:
        """What was understood of the words, and the filters in force; the link of each takes it away."""
        understood = [
            Choice(found.label, self.address(q=found.as_words)) for found in find_understood(self._form.query)
        ]
        return understood + [
            Choice(f"{facet.label}: {value.name}", self.address(**{facet.parameter: None}))
            for facet, key in self._form.filters.in_force()
            if (value := facet.value(key, self._form.organisation)) is not None
        ]

    def facets(self, counted_facets: list[CountedFacet]) -> list[FacetChoices]:
        """The facets that have anything to choose."""
        return [
            FacetChoices(counted.facet.label, tuple(self._facet_choices(counted)), counted.is_exact)
            for counted in counted_facets
            if counted.values
        ]

    def sorts(self) -> list[Choice]:
        chosen = self._form.order
        return [
            Choice(sort.label, self.address(sort=sort.value), sort == chosen) for sort in self._form.orders
        ]

    def page_sizes(self) -> list[Choice]:
        """How many hits a page may show."""
        chosen = self._form.page_size
        return [Choice(str(size), self.address(antal=str(size)), size == chosen) for size in PAGE_SIZES]

    def _facet_choices(self, counted_facet: CountedFacet) -> Iterator[Choice]:
        parameter = counted_facet.facet.parameter
        without = self.address(**{parameter: None})
        # Put together from text, since there are some sixty. A search may have nothing else: then it is "?" alone.
        beginning = without if without == "?" else f"{without}&"
        for value, count in counted_facet.values:
            is_chosen = self._parameters.get(parameter) == value.word
            address = without if is_chosen else f"{beginning}{parameter}={value.word}"
            yield Choice(capfirst(value.label), address, is_chosen, _written(count))


def _written(count: int) -> str:
    """A number with a point between the thousands, as Danish has it: some sixty stand on a page."""
    return f"{count:,}".replace(",", ".")
