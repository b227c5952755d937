"""The times that a text states, one by one and none inside another."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date

from minutes.danish.dates import month_number

from .calendar_days import Days, days_meant, months
from .chains import chained
from .conditions import find_conditions, find_vague
from .lookalikes import only_looks
from .meetings import find_meetings, month_of_meeting
from .named_periods import find_months, find_parts_of_years, find_weeks, find_years
from .periods import Finder, Period
from .relative_periods import find_relative
from .rhythms import find_rhythms
from .seasons import find_seasons
from .stated import Sense, StatedTime, TimeKind
from .written_days import find_days

# The more a form shows, the earlier it is asked: of two times in one place the first found stands.
_FINDERS: tuple[Finder, ...] = (
    find_days, find_weeks, find_parts_of_years, find_seasons, find_relative, find_months, find_years,
)  # fmt: skip
# Between a meeting and its month stands no more than this: "på mødet i maj", "på møde, november 2013".
_LONGEST_GAP = 2
# A condition that a day cuts off is one from two words on.
_SHORTEST_CONDITION = 12


def find_times(text: str, said_on: date, sense: Sense) -> list[StatedTime]:
    """The times that a text states, in order; what only looks like one is none.

    `said_on` is the day of the text's meeting: a time without a year is of a year near to it, which `sense` tells, and
    "næste måned" is counted from it.

    >>> [found] = find_times("Sagen forelægges senest den 3. februar.", date(2013, 11, 5), Sense.COMING)
    >>> found.words, found.iso
    ('senest den 3. februar', '2014-02-03')
    """
    return _Finding(text, said_on, sense).times()


class _Finding:
    """The times found so far, and which places of the text they have taken."""

    def __init__(self, text: str, said_on: date, sense: Sense) -> None:
        self.text, self.said_on, self.sense = text, said_on, sense
        # Letter for letter: the capital İ alone would become two.
        self.small = text.replace("İ", "I").lower()
        self.taken = bytearray(len(text))
        self.found: list[StatedTime] = []

    def times(self) -> list[StatedTime]:
        self._take(TimeKind.RHYTHM, find_rhythms)
        self._take_periods()
        self._take_meetings()
        self._take_conditions()
        self._take(TimeKind.VAGUE, find_vague)
        return sorted(self.found, key=lambda time: time.start)

    def _take(self, kind: TimeKind, find: Callable[[str], Iterable[tuple[int, int]]]) -> None:
        for start, end in find(self.small):
            if self._is_free(start, end):
                self._add(StatedTime(kind, self.text[start:end], start, end, recurs=kind is TimeKind.RHYTHM))

    def _take_periods(self) -> None:
        """What is in the calendar. What a form has taken no later one finds, even where it proves to be none."""
        periods: list[Period] = []
        for find in _FINDERS:
            for period in find(self.small, self.said_on):
                if self._is_free(period.core, period.end):
                    self._mark(period.core, period.end)
                    if not only_looks(self.small, period):
                        periods.append(period)
        periods.sort(key=lambda period: period.core)
        # What proved to be none is free again.
        self.taken = bytearray(len(self.text))
        for rhythm in self.found:
            self._mark(rhythm.start, rhythm.end)
        for period in chained(self.small, periods):
            if time := self._in_calendar(period):
                self._add(time)

    def _in_calendar(self, period: Period) -> StatedTime | None:
        """The time with its days; None where the calendar has none ("31. september 2014")."""
        days = self._days(period)
        if days is None:
            return None
        return StatedTime(
            period.kind,
            self.text[period.start : period.end],
            period.start,
            period.end,
            days[0],
            None if period.is_open else days[1],
            year_inferred=period.year is None or period.is_relative,
            exact_to=period.exact_to,
        )

    def _days(self, period: Period) -> Days | None:
        if period.year is not None:
            return period.days_in(period.year)
        meant = days_meant(period.days_in, self.said_on, period.sense or self.sense)
        return meant[1] if meant else None

    def _take_meetings(self) -> None:
        """Meetings; where their month is said, with it, and where their day is, the day alone."""
        by_start = {time.start: place for place, time in enumerate(self.found)}
        for start, end in find_meetings(self.small):
            if not self._is_free(start, end):
                continue
            place = next((by_start[at] for at in range(end, end + _LONGEST_GAP + 1) if at in by_start), None)
            if place is None:
                self._add(self._meeting(start, end))
            elif self.found[place].kind is TimeKind.MONTH:
                month = self.found[place]
                words = self.text[start : month.end]
                self.found[place] = replace(month, kind=TimeKind.MEETING, words=words, start=start)
                self._mark(start, end)

    def _meeting(self, start: int, end: int) -> StatedTime:
        month = month_of_meeting(self.small[start:end])
        number = month_number(month) if month else 0
        meant = days_meant(months(number, number), self.said_on, self.sense) if number else None
        first, last = meant[1] if meant else (None, None)
        return StatedTime(
            TimeKind.MEETING,
            self.text[start:end],
            start,
            end,
            first,
            last,
            year_inferred=meant is not None,
            exact_to=TimeKind.MONTH if meant else TimeKind.DAY,
        )

    def _take_conditions(self) -> None:
        for start, end in find_conditions(self.small):
            cut = self.taken.find(1, start, end)
            stop = end if cut < 0 else start + len(self.text[start:cut].rstrip())
            if stop - start >= _SHORTEST_CONDITION:
                self._add(StatedTime(TimeKind.CONDITION, self.text[start:stop], start, stop))

    def _is_free(self, start: int, end: int) -> bool:
        return self.taken.find(1, start, end) < 0

    def _mark(self, start: int, end: int) -> None:
        self.taken[start:end] = b"\x01" * (end - start)

    def _add(self, time: StatedTime) -> None:
        self._mark(time.start, time.end)
        self.found.append(time)
