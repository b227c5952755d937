"""The archive's time, cut into windows of about so many items: what is asked of one window takes bounded work."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from django.db import connection
from django.db.models import Count

from minutes.models import SearchDocument

from .tokens import month_token, year_token

# How many items a month has only steers how much is asked at a time, so it may be somewhat old.
_SECONDS_REMEMBERED = 600


class Month(NamedTuple):
    """A month of the calendar."""

    year: int
    month: int

    def next(self) -> Month:
        """The month after it."""
        return Month(self.year + self.month // 12, self.month % 12 + 1)


class Windows:
    """Months in an order, handed out in windows."""

    def __init__(self, months: Iterable[Month], sizes: Mapping[Month, int]) -> None:
        self._months = list(months)
        self._sizes = sizes
        self._taken = 0
        self._months_of_years = Counter(month.year for month in self._months)

    @property
    def are_exhausted(self) -> bool:
        """Whether all months have been handed out."""
        return self._taken >= len(self._months)

    def take(self, items: int) -> tuple[str, ...]:
        """The tokens of the next months that have about so many items; of one at least, none where it is all."""
        start, found = self._taken, 0
        while not self.are_exhausted and (found < items or self._taken == start):
            size = self._sizes.get(self._months[self._taken], 0)
            if found and found + size - items > items - found:
                break
            found += size
            self._taken += 1
        taken = self._months[start : self._taken]
        return () if len(taken) == len(self._months) else tuple(self._tokens(taken))

    def _tokens(self, months: list[Month]) -> Iterator[str]:
        """One for each year that is taken whole, else one for each month."""
        of_years = Counter(month.year for month in months)
        whole = [year for year, count in of_years.items() if count == self._months_of_years[year]]
        yield from map(year_token, whole)
        yield from (month_token(*month) for month in months if month.year not in whole)


class Calendar(NamedTuple):
    """The months from the archive's first to its last, and about how many items are indexed of each."""

    months: Sequence[Month]
    sizes: Mapping[Month, int]

    def windows(self, *, oldest_first: bool = False, year: int | None = None) -> Windows:
        """Windows of all months or those of one year, newest or oldest first."""
        months = [month for month in self.months if year in (None, month.year)]
        return Windows(months if oldest_first else reversed(months), self.sizes)


def read_calendar() -> Calendar:
    """The calendar as it is now. One query; a second one every ten minutes."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT min(date), max(date) FROM minutes_searchdocument")
        ends = cursor.fetchone()
    if None in ends:
        return Calendar((), {})
    first, last = (Month(date.year, date.month) for date in ends)
    return Calendar(tuple(_months_between(first, last)), _sizes.read())


def _months_between(month: Month, last: Month) -> Iterator[Month]:
    while month <= last:
        yield month
        month = month.next()


def _items_by_month() -> Mapping[Month, int]:
    # Counted by day, which the index has in order: months would be made of each of a million dates.
    by_day = SearchDocument.objects.values_list("date").annotate(items=Count("*"))
    items_by_month: Counter[Month] = Counter()
    for day, items in by_day:
        items_by_month[Month(day.year, day.month)] += items
    return items_by_month


class _Sizes:
    """The number of items in the index by month, remembered for a while."""

    def __init__(self) -> None:
        self._sizes: dict[Month, int] = {}
        self._read_at = -float("inf")

    def read(self) -> Mapping[Month, int]:
        if time.monotonic() - self._read_at > _SECONDS_REMEMBERED:
            self._sizes = _items_by_month()
            self._read_at = time.monotonic()
        return self._sizes


_sizes = _Sizes()
