"""The links by which a search is narrowed, widened and turned: each is the present search with one thing changed."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import urlencode

from django.urls import reverse
from django.utils import timezone
from django.utils.text import capfirst

from minutes.search.matching.facet_counts import CountedFacet
from minutes.search.matching.places import Place
from minutes.search.query.days import Days, Month
from minutes.search.query.query import Query
from minutes.search.query.typed.periods import match_span_of_years, with_span_as_period
from minutes.search.query.understood import as_words, find_understood, without_understood

from .search_form import PAGE_SIZES, SearchForm

Values = str | tuple[str, ...] | None


@dataclass(frozen=True, slots=True)
class Choice:
    """A link: where it leads, and whether it is what is chosen now. `count` tells how many items it would leave."""

    label: str
    address: str
    is_chosen: bool = False
    count: str = ""


@dataclass(frozen=True, slots=True)
class FacetChoices:
    """A facet as links, each of which adds its value to those in force; that of one in force takes it away."""

    name: str
    label: str
    choices: tuple[Choice, ...]
    is_exact: bool

    @property
    def is_in_force(self) -> bool:
        return any(choice.is_chosen for choice in self.choices)


@dataclass(frozen=True, slots=True)
class FilterChip:
    """A filter in force: what it is called, what of the address says it, and where the search without it stands."""

    label: str
    parameters: dict[str, str]
    address: str


class SearchControls:
    """The controls of a search for a text, within what the form has beside it; `asked` is how it was read."""

    def __init__(self, text: str, form: SearchForm, asked: Query | None = None) -> None:
        self.text = text
        self._form = form
        self._asked = asked or form.query
        self._parameters: dict[str, Values] = {"q": text, **form.in_force()}

    @property
    def name(self) -> str:
        """What the present search is called: by what was typed, and by its filters."""
        return ", ".join(filter(None, [self.text, *(chip.label for chip in self.filter_chips())]))

    def address(self, **changes: Values) -> str:
        """The present search with these parameters set, or taken out where None; from the first page."""
        changed = {**self._parameters, **changes}
        return "?" + urlencode({name: value for name, value in changed.items() if value}, doseq=True)

    def feed_address(self) -> str:
        """Where feed readers find the newest hits of the present search."""
        return reverse("search-feed") + self.address(sort=None, antal=None)

    def without_filters(self) -> str:
        return self.address(**dict.fromkeys(self._form.filters_in_force))

    def without_chips(self) -> str:
        """The present search without filters, and with the words of what was understood instead of that."""
        without = dict.fromkeys(self._form.filters_in_force)
        understood = find_understood(self._asked)
        return self.address(**({"q": as_words(self._asked)} if understood else {}), **without)

    def only_words(self) -> Choice | None:
        """The present search without the periods and outcomes that were typed, where words are left to search for."""
        words = without_understood(self._asked)
        return Choice(words, self.address(q=words)) if words else None

    def span_of_years(self) -> Choice | None:
        """The link to the years that the text may mean, where it may as well be a case: "2015-2016"."""
        days = match_span_of_years(self.text)
        if days is None:
            return None
        address = self.address(q=None, fra=days.first.isoformat(), til=days.last.isoformat())
        return Choice(f"årene {days.first.year} til {days.last.year}", address)

    def words_of_span(self) -> Choice | None:
        """The link to what else was typed, within a span of years that may as well be words: "fravær 2013-2015"."""
        typed = with_span_as_period(self._asked.text)
        return Choice(typed, self.address(q=typed)) if typed else None

    @cached_property
    def chips(self) -> list[FilterChip]:
        """What was understood of the words, and the filters in force; the link of each takes it away.

        For each period that was understood the text is read again, so that they are kept for the whole page.
        """
        understood = [
            FilterChip(found.label, {"q": found.as_words}, self.address(q=found.as_words))
            for found in find_understood(self._asked)
        ]
        return [*understood, *self.filter_chips()]

    def filter_chips(self) -> list[FilterChip]:
        """Those of the filters alone."""
        return [*self._facet_chips(), *self._typed_chips()]

    def hidden(self, *changed: str) -> list[tuple[str, str]]:
        """The present search without some of its parameters, as the hidden fields of a form that asks for these."""
        kept = {name: value for name, value in self._parameters.items() if value and name not in changed}
        return [
            (name, one)
            for name, value in kept.items()
            for one in ([value] if isinstance(value, str) else value or ())
        ]

    def beside_the_box(self) -> list[tuple[str, str]]:
        return self.hidden("q")

    def beside_the_fields(self) -> list[tuple[str, str]]:
        return self.hidden("fra", "til", "sag")

    def facets(self, counted_facets: list[CountedFacet]) -> list[FacetChoices]:
        """The facets that have anything to choose."""
        return [
            FacetChoices(
                counted.facet.name, counted.facet.label, tuple(self._facet_choices(counted)), counted.is_exact
            )
            for counted in counted_facets
            if counted.values
        ]

    def periods(self) -> list[Choice]:
        """Periods as they are often asked for, of today."""
        return [
            Choice(
                label,
                self.address(fra=days.first.isoformat(), til=days.last.isoformat()),
                days == self._form.period.days,
            )
            for label, days in _usual_periods(timezone.localdate())
        ]

    def places(self) -> list[Choice]:
        """Where the words may have to stand, where there are any."""
        chosen = self._form.places
        return [
            Choice(
                place.label,
                self._without("staar", place) if place in chosen else self.address(staar=(*chosen, place)),
                place in chosen,
            )
            for place in Place
            if self.text
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

    def _facet_chips(self) -> Iterator[FilterChip]:
        for facet, key in self._form.filters.in_force():
            value = facet.value(key, self._form.organisation)
            if value is not None:
                label = f"{facet.label}: {value.name}"
                without = self._without(facet.parameter, value.word)
                yield FilterChip(label, {facet.parameter: value.word}, without)

    def _typed_chips(self) -> Iterator[FilterChip]:
        period = self._form.period
        if period.label:
            parameters = {name: days[0] for name, days in period.parameters.items()}
            yield FilterChip(period.label, parameters, self.address(fra=None, til=None))
        for number in self._form.cases.typed:
            yield FilterChip(f"Sag: {number}", {"sag": number}, self._without("sag", number))
        for place in self._form.places:
            yield FilterChip(
                f"Ordet står i: {place.label}", {"staar": place.value}, self._without("staar", place.value)
            )

    def _facet_choices(self, counted_facet: CountedFacet) -> Iterator[Choice]:
        parameter = counted_facet.facet.parameter
        chosen = self._parameters.get(parameter) or ()
        present = self.address()
        # Put together from text, since there are some sixty. A search may have nothing else: then it is "?" alone.
        beginning = present if present == "?" else f"{present}&"
        for value, count in counted_facet.values:
            is_chosen = value.word in chosen
            address = (
                self._without(parameter, value.word) if is_chosen else f"{beginning}{parameter}={value.word}"
            )
            yield Choice(capfirst(value.label), address, is_chosen, _written(count))

    def _without(self, parameter: str, word: str) -> str:
        """The present search without one of the values of a parameter."""
        others = tuple(other for other in self._parameters.get(parameter) or () if other != word)
        return self.address(**{parameter: others})


def _usual_periods(today: datetime.date) -> Iterator[tuple[str, Days]]:
    first_month = today.month - (today.month - 1) % 3
    yield "I år", Days.of_year(today.year)
    yield "Sidste år", Days.of_year(today.year - 1)
    yield "Dette kvartal", Days.of_months(Month(today.year, first_month), Month(today.year, first_month + 2))


def _written(count: int) -> str:
    """A number with a point between the thousands, as Danish has it: some sixty stand on a page."""
    return f"{count:,}".replace(",", ".")
