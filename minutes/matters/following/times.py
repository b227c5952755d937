"""Times that are told, in Danish words: the days that they can mean, and how far one lies from another."""

from __future__ import annotations

import calendar
import datetime
import re
from collections.abc import Mapping

from minutes.danish.dates import MONTHS
from minutes.models.told.columns import Time, Timed

# What is said of a time in which no calendar finds a day.
_WITHOUT_DAYS: Mapping[str, str] = {
    Time.MEETING: "på et møde, hvis dato ikke er nævnt",
    Time.RHYTHM: "gentages",
    Time.CONDITION: "når noget andet er sket",
    Time.VAGUE: "ikke nærmere bestemt",
}
# inden Direktionen tager stilling · før ordningen gøres permanent
_BEFORE = re.compile(r"(?:inden|før|forinden|forud)\b", re.IGNORECASE)
# Of what is not as long as this the days are counted, of longer times the months.
_MOST_DAYS = 45
_DAYS_OF_MONTH = 30.44


def days_in_words(first: datetime.date | None, last: datetime.date | None) -> str:
    """Return from which day to which a time is, in as few words as that takes; empty where neither is known.

    "12-04-2016", "september 2013", "august–september 2013", "2016", "01-05-2016 til 15-05-2016"; with one end alone
    "fra 01-05-2016" or "senest 30-06-2016".
    """
    if first is None or last is None:
        if first:
            return f"fra {first:%d-%m-%Y}"
        return f"senest {last:%d-%m-%Y}" if last else ""
    if first == last:
        return f"{first:%d-%m-%Y}"
    if first.day != 1 or not _ends_its_month(last):
        return f"{first:%d-%m-%Y} til {last:%d-%m-%Y}"
    if first.year != last.year:
        is_years = first.month == 1 and last.month == 12
        return f"{first.year}–{last.year}" if is_years else f"{_month(first)} – {_month(last)}"
    if first.month == last.month:
        return _month(first)
    if (first.month, last.month) == (1, 12):
        return str(first.year)
    return f"{_name(first)}–{_month(last)}"


def as_read(time: Timed) -> str:
    """Return how a stated time was read: its days, else what kind of time it is; empty where none was stated."""
    days = days_in_words(time.time_first, time.time_last)
    if not days and time.time_kind == Time.CONDITION and _BEFORE.match(time.time_words):
        return "før noget andet sker"
    return days or _WITHOUT_DAYS.get(time.time_kind, "")


def adds_to_words(time: Timed) -> bool:
    """Return whether how a time was read says more than its words: not where they name day, month and year."""
    words, read = time.time_words.lower(), as_read(time)
    if time.time_first and time.time_first == time.time_last:
        read = f"{time.time_first.day}. {_month(time.time_first)}"
    return bool(read) and read not in words


def move_in_words(before: datetime.date, after: datetime.date) -> str:
    """Return how far a deadline was moved: "udskudt 4 måneder", "udskudt 1 dag", "fremrykket 18 dage"."""
    earlier, later = sorted((before, after))
    how = "udskudt" if after > before else "fremrykket"
    days = (later - earlier).days
    months = _months_between(earlier, later)
    if months:
        return f"{how} {_counted(months, 'måned', 'måneder')}"
    if days <= _MOST_DAYS:
        return f"{how} {_counted(days, 'dag', 'dage')}"
    return f"{how} ca. {_counted(round(days / _DAYS_OF_MONTH), 'måned', 'måneder')}"


def _months_between(earlier: datetime.date, later: datetime.date) -> int:
    """How many whole months lie between two days; 0 where they do not end on like days of their months."""
    are_alike = earlier.day == later.day or (_ends_its_month(earlier) and _ends_its_month(later))
    return (later.year - earlier.year) * 12 + later.month - earlier.month if are_alike else 0


def _ends_its_month(day: datetime.date) -> bool:
    return day.day == calendar.monthrange(day.year, day.month)[1]


def _counted(number: int, one: str, more: str) -> str:
    return f"{number} {one if number == 1 else more}"


def _month(day: datetime.date) -> str:
    return f"{_name(day)} {day.year}"


def _name(day: datetime.date) -> str:
    return MONTHS[day.month - 1][0]
