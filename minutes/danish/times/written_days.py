"""Days as they are written: "den 1. oktober", "d. 3/9", "22.-23. august 2013", "20.11", "3-4 - 09-2014"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from minutes.danish.dates import SHORT_YEAR, WEEKDAY, YEAR, full_year, month_number

from . import calendar_days
from .periods import MONTH, RELATION, YEAR_BEHIND, Period, before, names_no_end, words_before
from .stated import TimeKind

_DAY = r"(?:0?[1-9]|[12][0-9]|3[01])"
_MONTH = r"(?:0?[1-9]|1[0-2])"
# Not within a number, a section's number or a clock time: 12/32140 · 1.2.3 · 10:15
_FREE = r"(?<![\w§])(?<![0-9][.,/:])(?<!§\s)"
_NO_MORE_DIGITS = r"(?![0-9]|[-./][0-9]|,[0-9])"
# The first days of several: 22.- · 13., 20. og
_JOINS = r"\s{0,2}(?:[-–,]|og|til|samt|eller)\s{0,2}(?:den\s|d\.\s?)?"
_FIRST = rf"(?P<first>(?:{_DAY}\.?{_JOINS}){{0,8}})"
_FIRST_OF_SEVERAL = rf"(?P<first>(?:{_DAY}\.?{_JOINS}){{1,8}})"
_SIGN = r"\s?[-–./]\s?"

# 5. febr. · 28 august · 22.-23. august 2013 · 13., 20. og 27. maj · 29. august '13
_BY_NAME = re.compile(
    rf"{_FREE}{_FIRST}(?P<day>{_DAY})(?:\.\s{{0,3}}|\s{{1,3}}|-){MONTH}(?!-[a-zæøå])"
    rf"(?:{YEAR_BEHIND}|\s(?P<bare>{SHORT_YEAR})(?=\s?(?:[;:)]|\Z)))?"
)
# 3-4 - 09-2014 · 22.-23.8.2013
_BY_NUMBERS_SEVERAL = re.compile(
    rf"{_FREE}{_FIRST_OF_SEVERAL}(?P<day>{_DAY}){_SIGN}(?P<month>{_MONTH}){_SIGN}(?P<year>{YEAR}|{SHORT_YEAR})"
    rf"{_NO_MORE_DIGITS}"
)
# 27-08-2013 · 18.03.13 · 5/2-2013 · 27/8 2013
_BY_NUMBERS = re.compile(
    rf"{_FREE}(?P<first>)(?P<day>{_DAY}){_SIGN}(?P<month>{_MONTH})(?:{_SIGN}|\s(?=(?:19|20)[0-9]{{2}}))"
    rf"(?P<year>{YEAR}|{SHORT_YEAR}){_NO_MORE_DIGITS}"
)
# 20.11 · 3/9 · 22.-23.8.
_WITHOUT_YEAR = re.compile(
    rf"{_FREE}{_FIRST}(?P<day>{_DAY})(?P<sign>[./])(?P<month>{_MONTH})(?![\w%]|[/:][0-9]|[.,-]?[0-9])"
)
_ISO = re.compile(rf"(?<![\w/-])(?P<year>{YEAR})-(?P<month>[01][0-9])-(?P<day>[0-3][0-9])(?![\w-])")

_DEN = rf"(?:(?:{WEEKDAY}(?:en)?,?\s)?(?:den\s|d\.?\s?|dato:?\s)|{WEEKDAY}(?:en)?\s)"
_BEFORE = before(rf"{RELATION}\s", r"i\sperioden\s", _DEN)
# What says of two numbers that they are a day: dir.møde 20.11 · BY-sag 20.11 · Byrådet 18/3
_IS_DAY = re.compile(
    rf"(?:{_DEN}|(?<!\w)(?:pr\.|senest|inden|tidligst)\s?"
    r"|(?:møder?|mødet|sag|sagen|udvalg|udvalget|byrådet|direktionen|forum|seminar|referat(?:et)?)\s"
    r"|(?:notat|brev|mail|skrivelse|henvendelse|aftale|beslutning|referat|ansøgning)(?:en|et)?\s(?:af|fra)\s"
    r"|\bjf\.?\s[\w-]{2,14}\s)\Z"
)
# 1/2 · 2/3: what may be a fraction is a day behind "den" alone.
_FRACTION = re.compile(r"[1-9]/(?:[2-9]|10)")
_DEN_BEFORE = re.compile(rf"(?:{_DEN}|pr\.\s?)\Z")
_LONGEST_IS_DAY = 24


def find_days(text: str, said_on: date) -> Iterator[Period]:
    """The days in a text in small letters: each of a list, or all of a span."""
    for found in _BY_NAME.finditer(text):
        year = found["year"] or found["short"] or found["bare"]
        yield from _periods(text, found, full_year(year) if year else None, is_weak=False)
    for form in (_BY_NUMBERS_SEVERAL, _BY_NUMBERS):
        for found in form.finditer(text):
            yield from _periods(text, found, full_year(found["year"]), is_weak=False)
    for found in _ISO.finditer(text):
        days_in = calendar_days.day(int(found["month"]), int(found["day"]))
        yield Period(TimeKind.DAY, *_places(text, found.start(), found.end()), days_in, int(found["year"]))
    for found in _WITHOUT_YEAR.finditer(text):
        yield from _periods(text, found, None, is_weak=not _is_surely_day(text, found))


def _is_surely_day(text: str, found: re.Match[str]) -> bool:
    form = _DEN_BEFORE if _FRACTION.fullmatch(found[0]) else _IS_DAY
    return form.search(text, max(0, found.start() - _LONGEST_IS_DAY), found.start()) is not None


def _periods(text: str, found: re.Match[str], year: int | None, *, is_weak: bool) -> Iterator[Period]:
    month = month_number(found["month"])
    days = _days(found)
    core = days[0][1]
    is_span = len(days) == 2 and (_joins_span(found["first"]) or days[1][0] == days[0][0] + 1)
    if is_span:
        days_in = calendar_days.between((month, days[0][0]), (month, days[1][0]))
        if calendar_days.day(month, days[1][0])(2000):
            yield Period(TimeKind.SPAN, *_places(text, core, found.end()), days_in, year, is_weak)
        return
    for place, (number, start) in enumerate(days):
        is_last = place == len(days) - 1
        end = found.end() if is_last else _end_of_number(text, start)
        starts = _places(text, start, end)
        opens = names_no_end(text[starts[0] : start])
        days_in = calendar_days.day(month, number)
        yield Period(TimeKind.DAY, *starts, days_in, year, is_weak, is_open=opens)


def _days(found: re.Match[str]) -> list[tuple[int, int]]:
    """The days of a match, each with its place; those before the last only where they count up to it."""
    last = (int(found["day"]), found.start("day"))
    first = [
        (int(number[0]), found.start("first") + number.start())
        for number in re.finditer("[0-9]+", found["first"])
    ]
    days = [*first, last]
    counts_up = all(one[0] < other[0] for one, other in pairwise(days))
    return days if counts_up else [last]


def _joins_span(first: str) -> bool:
    return "-" in first or "–" in first or "til" in first


def _end_of_number(text: str, start: int) -> int:
    end = start + 1 + text[start + 1].isdigit()
    return end + (text[end] == ".")


def _places(text: str, core: int, end: int) -> tuple[int, int, int]:
    return core - len(words_before(text, core, _BEFORE)), core, end
