"""Periods that belong together: "ultimo februar 2013 til marts 2014", "August/sept.", "2. maj og 5. juni 2013".

Those joined as a span are one; those of a list share the year that one of them names; and what alone is too little to
be a time is one beside another.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from .calendar_days import Days, DaysIn
from .periods import Period
from .stated import TimeKind

_AND_BEFORE = r"(?:i\s|den\s|d\.\s?|evt\.\s|senest\s|midt\si\s|primo\s|medio\s|ultimo\s)?"
_SPAN = re.compile(rf"\s?(?:[-–]|\btil(?:\sog\smed)?|t\.?o\.?m\.?)\s?{_AND_BEFORE}")
_LIST = re.compile(rf"\s?(?:[,/]|\bog\b|\bsamt\b|\beller\b|\bhhv\.|\bhenholdsvis\b)\s?{_AND_BEFORE}")
# mellem den 1. og 15. maj
_BETWEEN = re.compile(r"\bmellem\s(?:den\s|d\.\s?)?\Z")
_LONGEST_JOIN = 24
# Nobody names more days or months in a row; so no line of a million of them is one.
_LONGEST_LIST = 24
# Two months or seasons of a list are a time from the first to the last, two days are two.
_FINEST_FIRST = (TimeKind.DAY, TimeKind.MONTH, TimeKind.YEAR)
_LISTED_AS_ONE = {TimeKind.MONTH, TimeKind.SEASON}


def chained(text: str, periods: Sequence[Period]) -> Iterator[Period]:
    """The periods of a text, in order, those that belong together as one or with the year that they share."""
    for group in _groups(text, periods):
        if all(period.is_weak for period in group) and not (
            _stands_alone(text, group) or _is_span_of_months(text, group)
        ):
            continue
        yield from _merged(text, _with_shared_year(group))


def _groups(text: str, periods: Iterable[Period]) -> Iterator[list[Period]]:
    group: list[Period] = []
    for period in periods:
        if group and (len(group) == _LONGEST_LIST or not _join(text, group[-1], period)):
            yield group
            group = []
        group.append(period)
    if group:
        yield group


def _join(text: str, one: Period, other: Period) -> str:
    """How two periods are joined: "span", "list", or "" where they are not."""
    if other.core - one.end > _LONGEST_JOIN or one.is_relative or other.is_relative:
        return ""
    if _LIST.fullmatch(text, one.end, other.core):
        return "list"
    return "span" if _SPAN.fullmatch(text, one.end, other.core) else ""


def _is_span_of_months(text: str, group: Sequence[Period]) -> bool:
    """Whether months are joined by a sign: "høring marts-april", "maj/juni"."""
    joins = (text[one.end : other.core].strip() for one, other in pairwise(group))
    return all(period.kind is TimeKind.MONTH for period in group) and any(
        join in {"-", "–", "/"} for join in joins
    )


# What may stand beside a time where a whole cell or brackets say no more than it.
_ALONE_BEFORE = re.compile(
    r"(?:\A|[(\[;:]|(?<=[a-zæøå])\s[-–]\s)\s?(?:(?:evt|ca|forv|eventuelt|forventet|forventes|senest|omkring|marked"
    r"|til|start|slut|frist|deadline|tidspunkt|møde)\b\.?:?\s?){0,2}\Z"
)
_ALONE_BEHIND = re.compile(r"\s?(?:\Z|[)\]?.;!]|\s?\()")


def _stands_alone(text: str, group: Sequence[Period]) -> bool:
    """Whether a text, or brackets in it, say no more than these times."""
    start, end = group[0].start, group[-1].end
    before, opened = (
        _ALONE_BEFORE.search(text, max(0, start - _LONGEST_JOIN), start),
        text[:start].strip() == "",
    )
    if not before or not _ALONE_BEHIND.match(text, end):
        return False
    return opened or before[0].lstrip()[:1] in {"(", "["} or before.start() == 0


def _with_shared_year(group: Sequence[Period]) -> list[Period]:
    """The periods of a group, those without a year with that of the next one that has it, or of the one before."""
    backwards: list[Period] = []
    for period in reversed(group):
        following = backwards[-1] if backwards else None
        if following and period.year is None and following.year is not None:
            period = replace(period, year=_year_up_to(period, following))
        backwards.append(period)
    shared: list[Period] = []
    for period in reversed(backwards):
        previous = shared[-1] if shared else None
        if previous and previous.year is not None and period.year is None and _goes_on(previous, period):
            period = replace(period, year=_year_from(previous, period))
        shared.append(period)
    return shared


def _goes_on(previous: Period, period: Period) -> bool:
    """Whether a period behind one with a year is meant to be of that year: not "i 3. kvartal 2014, i uge 7"."""
    return previous.kind is period.kind is TimeKind.DAY or period.start == period.core


def _year_up_to(period: Period, following: Period) -> int | None:
    """The year that a period has so that it does not come after the next one."""
    year = following.year or 0
    days, following_days = period.days_in(year), following.days_in(year)
    is_later = days is not None and following_days is not None and days[0] > following_days[0]
    return year - is_later


def _year_from(previous: Period, period: Period) -> int | None:
    """The year that a period has so that it does not come before the one ahead of it."""
    year = previous.year or 0
    days, previous_days = period.days_in(year), previous.days_in(year)
    is_earlier = days is not None and previous_days is not None and days[0] < previous_days[0]
    return year + is_earlier


def _merged(text: str, group: Sequence[Period]) -> Iterator[Period]:
    """The periods of a group, each span as one, and so the months of a list."""
    current = group[0]
    for other in group[1:]:
        span = _span(current, other) if _is_one(text, current, other) else None
        # What ends before it begins is no span: "31-12-2014 - 2013".
        if span and (span.year is None or span.days_in(span.year)):
            current = span
        else:
            yield current
            current = other
    yield current


def _is_one(text: str, current: Period, other: Period) -> bool:
    how = _join(text, current, other)
    is_listed = current.kind in _LISTED_AS_ONE or (
        current.kind is TimeKind.SPAN and other.exact_to is TimeKind.MONTH
    )
    is_plain = is_listed and other.kind in _LISTED_AS_ONE and other.start == other.core
    between = _BETWEEN.search(text, max(0, current.core - _LONGEST_JOIN), current.core)
    return how == "span" or (how == "list" and (is_plain or between is not None))


def _span(first: Period, last: Period) -> Period:
    """From the beginning of one period to the end of another."""
    years_on = None if first.year is None or last.year is None else last.year - first.year
    kind = TimeKind.YEAR if first.kind is last.kind is TimeKind.YEAR else TimeKind.SPAN
    days_in = _from_to(first.days_in, last.days_in, years_on)
    exact_to = next(unit for unit in _FINEST_FIRST if unit in {first.exact_to, last.exact_to})
    return replace(first, kind=kind, end=last.end, days_in=days_in, is_open=False, exact_to=exact_to)


def _from_to(first: DaysIn, last: DaysIn, years_on: int | None) -> DaysIn:
    """From one to another, that so many years later, or where that is not known in the same year or the next."""

    def days_in(year: int) -> Days | None:
        begin, end = first(year), last(year + (years_on or 0))
        if begin and end and end[1] < begin[0]:
            end = last(year + 1) if years_on is None else None
        return (begin[0], end[1]) if begin and end else None

    return days_in
