"""A range of days, by which a search is narrowed in time."""

from __future__ import annotations

import datetime
from calendar import monthrange
from typing import NamedTuple


class Month(NamedTuple):
    year: int
    month: int

    def next(self) -> Month:
        return Month(self.year + self.month // 12, self.month % 12 + 1)


class Days(NamedTuple):
    """The days from the first to the last, both among them."""

    first: datetime.date
    last: datetime.date

    @classmethod
    def of_year(cls, year: int) -> Days:
        return cls(datetime.date(year, 1, 1), datetime.date(year, 12, 31))

    @classmethod
    def of_months(cls, first: Month, last: Month) -> Days:
        """All days from the beginning of a month to the end of another, or of the same."""
        _, length = monthrange(*last)
        return cls(datetime.date(*first, 1), datetime.date(*last, length))

    @property
    def are_none(self) -> bool:
        """Whether the last comes before the first, so that no day is among them."""
        return self.first > self.last

    def within(self, other: Days) -> Days:
        """Those of the days that the other range has, too, which may be none."""
        return Days(max(self.first, other.first), min(self.last, other.last))

    def touch(self, month: Month) -> bool:
        """Whether a day of the month is among them."""
        return _month_of(self.first) <= month <= _month_of(self.last)


def _month_of(day: datetime.date) -> Month:
    return Month(day.year, day.month)
