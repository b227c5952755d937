"""Danish dates and clock times: "27. august 2013", "27-08-2013", "d. 11.3.2014", "18.03.13", "kl. 10:00"."""

from __future__ import annotations

import datetime
import re

MONTHS = (
    ("januar", "jan"),
    ("februar", "febr", "feb"),
    ("marts", "mar"),
    ("april", "apr"),
    ("maj",),
    ("juni", "jun"),
    ("juli", "jul"),
    ("august", "aug"),
    ("september", "sept", "sep"),
    ("oktober", "okt"),
    ("november", "nov"),
    ("december", "dec"),
)
WEEKDAYS = ("mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag")

_MONTH_NUMBERS = {name: number for number, names in enumerate(MONTHS, start=1) for name in names}
_MONTH_NAMES = "|".join(sorted(_MONTH_NUMBERS, key=len, reverse=True))

# 27-08-2013 · 27.08.13 · 5/2-2013 · 27/8 2013 · 27. august 2013 · 5. febr. 2014, also with the first day of several
# before it: 22.-23. august 2013 · 29. august - 1. september 2013
DATE_PATTERN = (
    rf"(?<![0-9])(?:(?P<first_day>[0-9]{{1,2}})\.?(?:\s{{0,3}}(?P<first_month>{_MONTH_NAMES})\.?)?\s?(?:[-–]|og|til)\s?)?"
    r"(?P<day>[0-9]{1,2})"
    rf"(?:\s?[-–./]\s?(?P<month>[0-9]{{1,2}})(?:\s?[-–./]\s?|\s(?=[0-9]{{4}}))|\.?\s{{0,3}}(?P<name>{_MONTH_NAMES})[.,]?\s{{0,3}})"
    r"(?P<year>[0-9]{4}|[0-9]{2})(?![0-9])"
)
_DATE = re.compile(DATE_PATTERN, re.IGNORECASE)
# kl. 10:00 · kl 9.30 · kl. 16 · klokken 10
_TIME = re.compile(
    r"\bkl(?:okken|\.)?\s{0,3}(?P<hour>[0-9]{1,2})(?:[:.](?P<minute>[0-9]{2}))?(?![0-9])", re.IGNORECASE
)
_WEEKDAY = re.compile(rf"\b(?P<weekday>{'|'.join(WEEKDAYS)})\b", re.IGNORECASE)


class ImpossibleDateError(ValueError):
    """A text has the form of a date but names no day of the calendar, such as "31. september 2014"."""


def find_date(text: str) -> datetime.date | None:
    """The first date with a year in a text, or None; of several days the first.

    Two digits of a year are of 1970 to 2069.
    Raises ImpossibleDateError where that date names no day.
    """
    match = _DATE.search(text)
    if match is None:
        return None
    year = int(match["year"])
    if len(match["year"]) == 2:
        year += 1900 if year >= 70 else 2000
    name = match["first_month"] or match["name"]
    month = _MONTH_NUMBERS[name.lower()] if name else int(match["month"])
    try:
        return datetime.date(year, month, int(match["first_day"] or match["day"]))
    except ValueError as error:
        raise ImpossibleDateError(match[0]) from error


def find_time(text: str) -> datetime.time | None:
    """The first clock time after "kl." in a text, or None; None too where no clock shows it ("kl. 25:00")."""
    match = _TIME.search(text)
    if match is None:
        return None
    hour, minute = int(match["hour"]), int(match["minute"] or 0)
    return datetime.time(hour, minute) if hour < 24 and minute < 60 else None


def find_weekday(text: str) -> int | None:
    """The first weekday named in a text, Monday as 0, or None."""
    match = _WEEKDAY.search(text)
    return WEEKDAYS.index(match["weekday"].lower()) if match else None


def is_month(word: str) -> bool:
    """Whether a word is a month's name or its abbreviation, with or without a full stop."""
    return word.lower().rstrip(".,:") in _MONTH_NUMBERS
