"""The archive's time, cut into windows of about as many items as are wanted: a question about one is bounded work."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from django.db import connection
from django.db.models import Count

from minutes.models import SearchDocument
from minutes.search.index.tokens import month_token, year_token
from minutes.search.query.days import Days, Month

# How many items a month has only steers how much is asked at a time, so it may be somewhat old.
_SECONDS_REMEMBERED = 600
# More months are asked about as years. The index goes through the items of each token that has fewer than the word has
# (a month has fewer than many words have), but only looks up the others.
_MOST_MONTHS = 6
# Where the items left are no more than this many times those asked about, all are asked about: that takes no tokens.
_LITTLE_LEFT = 3


class Window(NamedTuple):
    """The items of some days, about `items` of them.

    Each of them has one of the tokens, where there are any; others may have one, too.
    """

    tokens: tuple[str, ...]
    days: Days
    items: int


class Windows:
    """Months in an order, handed out in windows; within a range of days only what they have of it.

    A window within a range always has tokens, for these bound the work: without them the index would go through all
    that a word has in the archive, and the range would only be held against each item of it.
    """

    def __init__(
        self, months: Iterable[Month], sizes: Mapping[Month, int], within: Days | None = None
    ) -> None:
        self._months = list(months)
        # Of a month that the range only touches too many are counted: sizes only steer how much is asked at a time.
        self._sizes = [sizes.get(month, 0) for month in self._months]
        self._within = within
        self._begin = 0

    @property
    def are_exhausted(self) -> bool:
        """Whether all months have been handed out."""
        return self._begin >= len(self._months)

    def next_window(self, items: int) -> Window:
        """The next months that have about as many items, one month at least; many months end with a year.

        Raises ValueError where there are none left.
        """
        if self.are_exhausted:
            raise ValueError("No months are left.")
        begin, self._begin = self._begin, self._next_end(items)
        months = self._months[begin : self._begin]
        days = Days.of_months(min(months), max(months))
        return Window(
            self._tokens(months),
            days.within(self._within) if self._within else days,
            items=sum(self._sizes[begin : self._begin]),
        )

    def _next_end(self, items: int) -> int:
        """Where the months end that have about as many items."""
        begin = self._begin
        if sum(self._sizes[begin:]) <= items * (_LITTLE_LEFT if begin else 1):
            return len(self._months)
        found = self._sizes[begin]
        for end in range(begin + 1, len(self._months)):
            size = self._sizes[end]
            is_enough = found >= items or (found and found + size - items > items - found)
            if is_enough and (end - begin <= _MOST_MONTHS or self._begins_year(end)):
                return end
            found += size
        return len(self._months)

    def _begins_year(self, at: int) -> bool:
        return self._months[at].year != self._months[at - 1].year

    def _tokens(self, months: Sequence[Month]) -> tuple[str, ...]:
        """None where no others than these months of the archive are left: those before have little to find."""
        if self.are_exhausted and not self._within:
            return ()
        if len(months) > _MOST_MONTHS:
            return tuple(dict.fromkeys(year_token(month.year) for month in months))
        return tuple(month_token(*month) for month in months)


class Calendar(NamedTuple):
    """The months from the archive's first to its last, and about how many items are indexed of each."""

    months: Sequence[Month]
    sizes: Mapping[Month, int]

    @property
    def days(self) -> Days | None:
        """The days of all months; None where nothing is indexed."""
        return Days.of_months(self.months[0], self.months[-1]) if self.months else None

    def windows(self, *, within: Days | None = None, oldest_first: bool = False) -> Windows:
        """Windows of all months or of a range of days, newest or oldest first."""
        months = [month for month in self.months if within is None or within.touch(month)]
        return Windows(months if oldest_first else reversed(months), self.sizes, within)


def read_calendar() -> Calendar:
    """The calendar as it is now. One query; a second one every ten minutes."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT min(date), max(date) FROM minutes_searchdocument")
        ends = cursor.fetchone()
    if None in ends:
        return Calendar((), {})
    first, last = (Month(date.year, date.month) for date in ends)
    return Calendar(_months_between(first, last), _sizes.read())


@lru_cache(maxsize=4)
def _months_between(first: Month, last: Month) -> tuple[Month, ...]:
    months = [first]
    while months[-1] < last:
        months.append(months[-1].next())
    return tuple(months)


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
        self._sizes: Mapping[Month, int] = {}
        self._read_at = -float("inf")

    def read(self) -> Mapping[Month, int]:
        if time.monotonic() - self._read_at > _SECONDS_REMEMBERED:
            self._sizes = _items_by_month()
            self._read_at = time.monotonic()
        return self._sizes


_sizes = _Sizes()
