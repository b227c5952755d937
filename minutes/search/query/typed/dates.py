"""Dates as people type them into a search: "27-08-2013", "27. august 2013", "2013-08-27", "august 2013", "08-2013"."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass
from typing import NamedTuple

from minutes.danish.dates import (
    DAY,
    MONTH_DIGITS,
    MONTH_NAME,
    MONTHS,
    SHORT_YEAR,
    WEEKDAY,
    YEAR,
    full_year,
    month_number,
)

# What minutes write before a date, and what adds nothing to it: "tirsdag den", "d."
_BEFORE = rf"(?:{WEEKDAY}\s)?(?:den\s|d\.\s?)?"
_BEFORE_YEAR = rf"[-./ ]\s?(?={YEAR})|[-./](?={SHORT_YEAR}\b)"

# 2013-08-27 · 2013-08 · 27-08-2013 · 27/8 2013 · 27-08-13 · 27. august 2013 · august 2013 · 08-2013: where one begins,
# the longest is meant.
TYPED_DATE = (
    rf"(?<![\w/.])(?<!\w-){_BEFORE}(?:(?P<iso>{YEAR}-[0-9]{{2}}(?:-[0-9]{{2}})?)"
    rf"|(?P<day>{DAY})"
    rf"(?:[-./]\s?(?P<month>{MONTH_DIGITS})(?:{_BEFORE_YEAR})|\.?\s?(?P<name>{MONTH_NAME})\.?\s(?={YEAR}))"
    rf"(?P<year>{YEAR}|{SHORT_YEAR})"
    rf"|(?:(?P<month_name>{MONTH_NAME})\.?\s|(?P<month_only>{MONTH_DIGITS})[-/])(?P<month_year>{YEAR}))(?![\w/-])"
)
_TYPED_DATE = re.compile(TYPED_DATE, re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class TypedDate:
    """A day, or with `day` None a whole month."""

    year: int
    month: int
    day: int | None = None

    @property
    def date(self) -> datetime.date | None:
        """The day itself; None for a month."""
        return datetime.date(self.year, self.month, self.day) if self.day else None

    def written_forms(self) -> tuple[tuple[str, ...], ...]:
        """The word sequences under which texts name it: ("27", "08", "2013"), ("27", "august", "2013")."""
        year, numeral, name = str(self.year), f"{self.month:02}", MONTHS[self.month - 1][0]
        if self.day is None:
            return (name, year), (numeral, year)
        return (f"{self.day:02}", numeral, year), (str(self.day), name, year)


def match_date(text: str) -> TypedDate | None:
    """The day or month that a text is and nothing else; None too where the calendar has no such day.

    >>> match_date("27. august 2013")
    TypedDate(year=2013, month=8, day=27)
    """
    match = _TYPED_DATE.fullmatch(text)
    if match is None:
        return None
    day, month, year = _parts(match)
    try:
        datetime.date(year, month, day or 1)
    except ValueError:
        return None
    return TypedDate(year, month, day)


class DayOfYear(NamedTuple):
    """A day of every year, as a month and a day of it."""

    month: int
    day: int


# direktionsmøde 27/8 · Direktionen den 27. august
_DAY_OF_YEAR = re.compile(
    rf"(?P<before>.*?\S)\s(?:den\s|d\.\s?)?(?P<day>{DAY})(?:[/.-](?P<month>{MONTH_DIGITS})|\.?\s?(?P<name>{MONTH_NAME}))\.?",
    re.IGNORECASE,
)


def match_day_of_year(text: str) -> tuple[str, DayOfYear] | None:
    """What stands before a day without a year that ends a text, and that day; None where the text ends otherwise.

    >>> match_day_of_year("direktionsmøde 27/8")
    ('direktionsmøde', DayOfYear(month=8, day=27))
    """
    match = _DAY_OF_YEAR.fullmatch(text)
    if match is None:
        return None
    month, day = month_number(match["name"] or match["month"]), int(match["day"])
    try:
        # A leap year has all days.
        datetime.date(2000, month, day)
    except ValueError:
        return None
    return match["before"], DayOfYear(month, day)


def match_year(word: str) -> int | None:
    """The year that a word is, 1900 to 2099."""
    return int(word) if re.fullmatch(YEAR, word) else None


def _parts(match: re.Match[str]) -> tuple[int | None, int, int]:
    if match["iso"]:
        year, month, *day = map(int, match["iso"].split("-"))
        return (day[0] if day else None), month, year
    month = month_number(match["name"] or match["month_name"] or match["month"] or match["month_only"])
    year = full_year(match["year"] or match["month_year"])
    return int(match["day"]) if match["day"] else None, month, year
