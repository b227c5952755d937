"""A range of days, by which a search is narrowed in time."""

from __future__ import annotations

import datetime
from calendar import monthrange
from collections.abc import Iterable
from typing import NamedTuple


class Month(NamedTuple):
    year: int
    month: int

    def next(self) -> Month:
        return Month(self.year + self.month // 12, self.month % 12 + 1)


class Days(NamedTuple):
    """The days from the first to the last, both among them; where years are named, only those in one of them.

    Where the first comes after the last, there are none.
    """

    first: datetime.date
    last: datetime.date
    years: tuple[int, ...] = ()

    @classmethod
    def of_year(cls, year: int) -> Days:
        return cls(datetime.date(year, 1, 1), datetime.date(year, 12, 31))

    @classmethod
    def of_years(cls, years: Iterable[int]) -> Days:
        """All days of some years, at least one; the years between them may be left out."""
        known = tuple(sorted(set(years)))
        first, last = cls.of_year(known[0]).first, cls.of_year(known[-1]).last
        has_gaps = known[-1] - known[0] >= len(known)
        return cls(first, last, known if has_gaps else ())

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
        """Those of the days that the other range has, too, or none; of one of the two at most years are named."""
        return Days(max(self.first, other.first), min(self.last, other.last), years=self.years or other.years)

    def touch(self, month: Month) -> bool:
        """Whether a day of the month is among them."""
        is_between = _month_of(self.first) <= month <= _month_of(self.last)
        return is_between and (not self.years or month.year in self.years)


def _month_of(day: datetime.date) -> Month:
    return Month(day.year, day.month)
