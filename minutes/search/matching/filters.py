"""What narrows a search, and the orders of its hits."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from django.db.models import TextChoices

from minutes.search.query.days import Days

from .facets import FACETS, Facet, Key


class Sort(TextChoices):
    """The orders of hits, under the words of the address."""

    RELEVANCE = "relevans", "Relevans"
    NEWEST = "nyeste", "Nyeste først"
    OLDEST = "aeldste", "Ældste først"
    BY_CASE = "sager", "Samlet pr. sag"


@dataclass(frozen=True, slots=True)
class Filters:
    """What narrows a search: the key of the chosen value by the name of its facet; without any, nothing does.

    >>> Filters({"year": 2013, "outcome": "deferred"}).tokens
    ('o:deferred',)
    """

    chosen: Mapping[str, Key] = field(default_factory=dict)

    def in_force(self) -> Iterator[tuple[Facet, Key]]:
        """The facets that narrow, each with the key of its chosen value, in the order of the table."""
        return ((facet, self.chosen[facet.name]) for facet in FACETS if facet.name in self.chosen)

    def without(self, facet: Facet) -> Filters:
        """The others, where one of the facet is among them."""
        return Filters({name: key for name, key in self.chosen.items() if name != facet.name})

    @property
    def tokens(self) -> tuple[str, ...]:
        """What an item must be that all filters let through; its days (see `days`) are no part of it."""
        return tuple(facet.token(key) for facet, key in self.in_force() if facet.token)

    @property
    def days(self) -> Days | None:
        """The days of which items are let through; None for all."""
        for facet, key in self.in_force():
            if facet.days:
                return facet.days(key)
        return None
