"""Danish dates and clock times: "27. august 2013", "27-08-2013", "d. 11.3.2014", "18.03.13", "kl. 10:00".

The pieces of dates (DAY, MONTH_NAME, YEAR …) are the ones that every pattern of the archive is put together from,
whether a document writes the date or somebody types it: another way to write a month or a year is added here.
"""

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

# No minutes are older: the municipalities they are of began with the reform of that year. So two digits of a year are
# of 1970 to 2069.
FIRST_YEAR = 1970
_MONTH_NUMBERS = {name: number for number, names in enumerate(MONTHS, start=1) for name in names}

DAY = MONTH_DIGITS = "[0-9]{1,2}"
# The longest first, so that "sept" is not taken for "sep"; "a" keeps letters of other alphabets that only look like
# capitals of these (ſ, ı) from being taken for them.
MONTH_NAME = "(?a:" + "|".join(sorted(_MONTH_NUMBERS, key=len, reverse=True)) + ")"
FULL_MONTH_NAME = "(?a:" + "|".join(names[0] for names in MONTHS) + ")"
YEAR = "(?:19|20)[0-9]{2}"
SHORT_YEAR = "[0-9]{2}"
WEEKDAY = "(?:" + "|".join(WEEKDAYS) + ")"
# jan. · maj
MONTH_ABBREVIATIONS = tuple(f"{names[-1]}." if len(names) > 1 else names[0] for names in MONTHS)

# 27-08-2013 · 27.08.13 · 5/2-2013 · 27/8 2013 · 27. august 2013 · 5. febr. 2014, also with the first day of several
# before it: 22.-23. august 2013 · 29. august - 1. september 2013. Any four digits are meant as a year, so that a slip
# of the pen ("27-08-0213") can be told.
DATE_PATTERN = (
    rf"(?<![0-9])(?:(?P<first_day>{DAY})\.?(?:\s{{0,3}}(?P<first_month>{MONTH_NAME})\.?)?\s?(?:[-–]|og|til)\s?)?"
    rf"(?P<day>{DAY})"
    rf"(?:\s?[-–./]\s?(?P<month>{MONTH_DIGITS})(?:\s?[-–./]\s?|\s(?=[0-9]{{4}}))"
    rf"|\.?\s{{0,3}}(?P<name>{MONTH_NAME})[.,]?\s{{0,3}})"
    rf"(?P<year>[0-9]{{4}}|{SHORT_YEAR})(?![0-9])"
)
_DATE = re.compile(DATE_PATTERN, re.IGNORECASE)
# kl. 10:00 · kl 9.30 · kl. 16 · klokken 10
_TIME = re.compile(
    r"\bkl(?:okken|\.)?\s{0,3}(?P<hour>[0-9]{1,2})(?:[:.](?P<minute>[0-9]{2}))?(?![0-9])", re.IGNORECASE
)
_WEEKDAY = re.compile(rf"\b(?P<weekday>{WEEKDAY})\b")


class ImpossibleDateError(ValueError):
    """A text has the form of a date but names no day of the calendar, such as "31. september 2014"."""


def find_date(text: str) -> datetime.date | None:
    """The first date with a year in a text, or None; of several days the first.

    Raises ImpossibleDateError where that date names no day.
    """
    match = _DATE.search(text)
    if match is None:
        return None
    month = month_number(match["first_month"] or match["name"] or match["month"])
    day = int(match["first_day"] or match["day"])
    try:
        return datetime.date(full_year(match["year"]), month, day)
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
    match = _WEEKDAY.search(text.lower())
    return WEEKDAYS.index(match["weekday"]) if match else None


def month_number(written: str) -> int:
    """The number of a month that is written with digits, by its name or by an abbreviation without its full stop."""
    return int(written) if written.isdigit() else _MONTH_NUMBERS[written.lower()]


def full_year(written: str) -> int:
    """The year of the calendar that two or four digits mean: "13" is 2013, "69" 2069, "70" 1970, "1999" itself."""
    year = int(written)
    if len(written) > 2:
        return year
    return year + (1900 if year >= FIRST_YEAR % 100 else 2000)


def is_month(word: str) -> bool:
    """Whether a word is a month's name or its abbreviation, with or without a full stop."""
    return word.lower().rstrip(".,:") in _MONTH_NUMBERS
