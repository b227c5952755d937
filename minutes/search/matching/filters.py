"""What narrows a search, and the orders of its hits."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import TextChoices

from minutes.models import Body, Centre, Outcome
from minutes.search.index.tokens import body_token, centre_token, outcome_token, year_token


class Sort(TextChoices):
    """The orders of hits, under the words of the address."""

    RELEVANCE = "relevans", "Relevans"
    NEWEST = "nyeste", "Nyeste først"
    OLDEST = "aeldste", "Ældste først"
    BY_CASE = "sager", "Samlet pr. sag"


@dataclass(frozen=True, slots=True)
class Filters:
    """What narrows a search; None lets everything through."""

    year: int | None = None
    body: Body | None = None
    centre: Centre | None = None
    outcome: Outcome | None = None

    def tokens(self) -> tuple[str, ...]:
        """What an item must be that all filters let through."""
        tokens = (
            year_token(self.year) if self.year else None,
            body_token(self.body.pk) if self.body else None,
            centre_token(self.centre.pk) if self.centre else None,
            outcome_token(self.outcome) if self.outcome else None,
        )
        return tuple(filter(None, tokens))
