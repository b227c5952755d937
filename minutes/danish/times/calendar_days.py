"""The days that months, quarters, weeks, seasons and holidays have in a year, and in which year one is meant."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from functools import partial

from .stated import Sense

# The first and the last day of a time, both included.
Days = tuple[date, date]
# What a time without a year means in each; None in a year that does not have it ("29. februar", "uge 53").
DaysIn = Callable[[int], Days | None]

# A calendar that still names what is longer ago than these days names the days of the next year.
_LONG_GONE = timedelta(120)
# No time comes back less often than the 29th of February does around a year like 2100.
_YEARS_AROUND = 8
# Days of a month that are its beginning, its middle and its end (primo, medio, ultimo).
_PARTS = {"beginning": (1, 10), "middle": (11, 20), "end": (21, 31)}


def day(month: int, number: int) -> DaysIn:
    """A day of every year."""

    def days_in(year: int) -> Days | None:
        try:
            found = date(year, month, number)
        except ValueError:
            return None
        return found, found

    return days_in


def months(first: int, last: int) -> DaysIn:
    """From the first day of a month to the last day of the same or another one, which may be of the next year."""
    return lambda year: first_to_last(year, first, last)


def first_to_last(year: int, first: int, last: int) -> Days:
    """The days of the months of a year, or up to one of the next year."""
    return date(year, first, 1), _last_day(year + (last < first), last)


def part_of_month(month: int, part: str) -> DaysIn:
    """The "beginning", the "middle" or the "end" of a month: ten days or eleven."""

    def days_in(year: int) -> Days | None:
        first, last = _PARTS[part]
        end = _last_day(year, month)
        return date(year, month, first), min(end, end.replace(day=min(last, end.day)))

    return days_in


def end_of_month(month: int) -> DaysIn:
    """The last day of a month."""

    def days_in(year: int) -> Days | None:
        last = _last_day(year, month)
        return last, last

    return days_in


def weeks(first: int, last: int) -> DaysIn:
    """From Monday to Sunday of weeks as ISO 8601 counts them; the last may be of the next year."""
    return partial(_weeks, first, last)


def day_of_week(week: int, weekday: int) -> DaysIn:
    """A day of a week as ISO 8601 counts them, Monday as 0."""

    def days_in(year: int) -> Days | None:
        days = _weeks(week, week, year)
        return (days[0] + timedelta(weekday), days[0] + timedelta(weekday)) if days else None

    return days_in


def years(last: int | None = None) -> DaysIn:
    """A whole year, or that and all up to a last one."""

    def days_in(year: int) -> Days | None:
        return date(year, 1, 1), date(last or year, 12, 31)

    return days_in


def always(days: Days) -> DaysIn:
    """Days that are known without a year."""
    return lambda _: days


def between(first: tuple[int, int], last: tuple[int, int]) -> DaysIn:
    """From a month and day to another, which may be of the next year; the 29th of February is the month's last."""

    def days_in(year: int) -> Days | None:
        end_year = year + (last < first)
        end = _last_day(end_year, last[0])
        return date(year, *first), end.replace(day=min(last[1], end.day))

    return days_in


def around_easter(first: int, last: int) -> DaysIn:
    """Days by their distance from Easter Sunday."""

    def days_in(year: int) -> Days | None:
        sunday = _easter(year)
        return sunday + timedelta(first), sunday + timedelta(last)

    return days_in


def days_meant(days_in: DaysIn, said_on: date, sense: Sense) -> tuple[int, Days] | None:
    """The year that is meant where none is named, and the days that a time has in it."""
    years_around = range(said_on.year - _YEARS_AROUND, said_on.year + _YEARS_AROUND + 1)
    found = [(year, days) for year in years_around if (days := days_in(year))]
    match sense:
        case Sense.PAST:
            fitting = [(year, days) for year, days in reversed(found) if days[0] <= said_on]
        case Sense.COMING:
            fitting = [(year, days) for year, days in found if days[1] >= said_on]
        case Sense.CALENDAR:
            oldest = max(date(said_on.year, 1, 1), said_on - _LONG_GONE)
            fitting = [(year, days) for year, days in found if days[1] >= oldest]
    return fitting[0] if fitting else None


def _last_day(year: int, month: int) -> date:
    following = date(year + 1, 1, 1) if month == 12 else date(year, month + 1, 1)
    return following - timedelta(1)


def _weeks(first: int, last: int, year: int) -> Days | None:
    try:
        monday = date.fromisocalendar(year, first, 1)
        return monday, date.fromisocalendar(year + (last < first), last, 7)
    except ValueError:
        return None


def _easter(year: int) -> date:
    """Easter Sunday in the Gregorian calendar, as Meeus, Jones and Butcher count it."""
    century, of_century = divmod(year, 100)
    golden = year % 19
    shift = (century - (century + 8) // 25 + 1) // 3
    moon = (19 * golden + century - century // 4 - shift + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (of_century // 4) - moon - of_century % 4) % 7
    late = (golden + 11 * moon + 22 * weekday) // 451
    month, before = divmod(moon + weekday - 7 * late + 114, 31)
    return date(year, month, before + 1)
