"""What narrows a search, and the orders of its hits."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from django.db.models import TextChoices

from minutes.danish.words import number_word
from minutes.search.query.days import Days

from .facets import FACETS, Facet, Key
from .places import Place

_YEAR = "year"


class Sort(TextChoices):
    """The orders of hits, under the words of the address."""

    RELEVANCE = "relevans", "Relevans"
    NEWEST = "nyeste", "Nyeste først"
    OLDEST = "aeldste", "Ældste først"
    BY_CASE = "sager", "Samlet pr. sag"


@dataclass(frozen=True, slots=True)
class Filters:
    """What narrows a search: any of the values of a facet, and all facets together; without any, nothing does.

    `chosen` are the keys of the values by the names of their facets, `period` some days, and `case_numbers` those of
    the cases of which an item is let through. Words must stand in one of the `places`. Where `are_understood` is false,
    something was asked for that nothing is, and nothing is let through.

    >>> Filters({"year": (2013,), "outcome": ("deferred", "rejected")}).tokens
    (('o:deferred', 'o:rejected'),)
    """

    chosen: Mapping[str, tuple[Key, ...]] = field(default_factory=dict)
    period: Days | None = None
    case_numbers: tuple[str, ...] | None = None
    places: tuple[Place, ...] = ()
    are_understood: bool = True

    def in_force(self) -> Iterator[tuple[Facet, Key]]:
        """The facets that narrow, each with the key of a chosen value, in the order of the table."""
        return ((facet, key) for facet in FACETS for key in self.chosen.get(facet.name, ()))

    def without(self, facet: Facet) -> Filters:
        """The others, where one of the facet is among them."""
        return replace(self, chosen={name: keys for name, keys in self.chosen.items() if name != facet.name})

    @property
    def let_nothing_through(self) -> bool:
        """Whether no item can be what they ask for."""
        days = self.days
        is_empty = (days is not None and days.are_none) or self.case_numbers == ()
        return is_empty or not self.are_understood

    @property
    def tokens(self) -> tuple[tuple[str, ...], ...]:
        """Of each group an item must have a token, to be let through; its days (see `days`) are no part of it."""
        of_facets = (
            tuple(map(facet.token, self.chosen[facet.name]))
            for facet in FACETS
            if facet.token and self.chosen.get(facet.name)
        )
        # A case's items have its number, whatever else has it, too.
        numbers = tuple(number_word("case", number) for number in self.case_numbers or ())
        return (*of_facets, numbers) if numbers else tuple(of_facets)

    @property
    def days(self) -> Days | None:
        """The days of which items are let through: those of the period that are in one of the years; None for all."""
        years = self.chosen.get(_YEAR)
        if not years:
            return self.period
        of_years = Days.of_years(years)  # type: ignore[arg-type]  # the keys of this facet are years
        return of_years.within(self.period) if self.period else of_years
