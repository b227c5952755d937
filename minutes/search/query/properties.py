"""What an item may be, whatever its words: of a day, a month or a year, of a body, about a centre, or decided on."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from minutes.search.index.tokens import (
    body_token,
    centre_token,
    date_token,
    month_token,
    outcome_token,
    year_token,
)


@dataclass(frozen=True, slots=True)
class OnDay:
    """Of a meeting that was held on the day."""

    date: datetime.date

    @property
    def token(self) -> str:
        return date_token(self.date)


@dataclass(frozen=True, slots=True)
class InMonth:
    """Of a meeting that was held in the month."""

    year: int
    month: int

    @property
    def token(self) -> str:
        return month_token(self.year, self.month)


@dataclass(frozen=True, slots=True)
class InYear:
    """Of a meeting that was held in the year."""

    year: int

    @property
    def token(self) -> str:
        return year_token(self.year)


@dataclass(frozen=True, slots=True)
class OfBody:
    """Of a meeting of the body, by its primary key."""

    pk: int

    @property
    def token(self) -> str:
        return body_token(self.pk)


@dataclass(frozen=True, slots=True)
class OfCentre:
    """About the centre, which has a role in it, by its primary key."""

    pk: int

    @property
    def token(self) -> str:
        return centre_token(self.pk)


@dataclass(frozen=True, slots=True)
class WithOutcome:
    """Decided on in that way, by the value of the outcome's column ("deferred")."""

    outcome: str

    @property
    def token(self) -> str:
        return outcome_token(self.outcome)


Property = OnDay | InMonth | InYear | OfBody | OfCentre | WithOutcome
