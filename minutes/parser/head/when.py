"""When a meeting was held: its date and the hour at which it began, as the lines of a head say them."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Mapping

from minutes.danish.dates import (
    DATE_PATTERN,
    DAY,
    FIRST_YEAR,
    MONTH_DIGITS,
    MONTH_NAME,
    WEEKDAY,
    WEEKDAYS,
    ImpossibleDateError,
    find_date,
    find_time,
    find_weekday,
)
from minutes.parser.problems import MinutesSyntaxError, Problem, Severity
from minutes.parser.values import Line

from .labels import Value
from .title import quote

_EXPECTED_DATE = 'en mødedato som "Mødedato Tirsdag d. 27. august 2013 kl. 10:00"'
# After these labels a clock time needs no "kl.", and a date may stand beside it.
_TIME_LABELS = ("tid", "tidspunkt", "starttidspunkt")
# A line that is a date: 29-08-2017 · Tirsdag den 29. august 2017 kl. 17.00
_DATE_ALONE = re.compile(
    rf"(?:{WEEKDAY},?\s)?(?:den\s|d\.\s?)?{DATE_PATTERN}(?:,?\skl\.?\s?[0-9.:]{{1,5}})?\.?", re.IGNORECASE
)
# A date that is no time of the clock, as "17.00-19.30" could be one.
_SURE_DATE = re.compile(
    rf"{DAY}\.?\s?{MONTH_NAME}\.?\s?[0-9]{{4}}|{DAY}[-./]{MONTH_DIGITS}[-./ ][0-9]{{4}}", re.IGNORECASE
)
_CLOCK = re.compile(r"[0-9]{1,2}(?:[:.][0-9]{2})?")


def is_date_alone(line: Line) -> bool:
    """Whether a line is a date and nothing else."""
    return _DATE_ALONE.fullmatch(line.stripped) is not None


def date_of_meeting(
    title: Line, values: Mapping[str, Value], alone: Iterable[Line]
) -> tuple[datetime.date, Line, list[Problem]]:
    """The date that stands behind its label, else in the title, else alone; its line, and what is wrong with any.

    Raises MinutesSyntaxError where there is none, or one older than any minutes.
    """
    labelled = _labelled_date(values)
    lines = [labelled, title] if labelled else [title]
    found, problems = _find_dates(lines)
    if not found:
        found, more = _find_dates(alone)
        problems += more
    if not found:
        raise MinutesSyntaxError(_EXPECTED_DATE, quote(lines[0]), lines[0].number)
    (date, line), (last, _) = found[0], found[-1]
    if date.year < FIRST_YEAR:
        raise MinutesSyntaxError(f"en mødedato i {FIRST_YEAR} eller senere", quote(line), line.number)
    if date != last and line is labelled:
        message = f"Mødedatoen er {date:%d-%m-%Y}, men titlen siger {last:%d-%m-%Y}."
        problems.append(Problem(line.number, "date_differs", Severity.WARNING, message))
    return date, line, problems


def _labelled_date(values: Mapping[str, Value]) -> Line | None:
    """The line that a date stands on behind a label: that of dates, else one of times."""
    if "dato" in values:
        return values["dato"].line
    times = (values[label] for label in _TIME_LABELS if label in values)
    return next((value.line for value in times if _SURE_DATE.search(value.text)), None)


def _find_dates(lines: Iterable[Line]) -> tuple[list[tuple[datetime.date, Line]], list[Problem]]:
    """The date of each line that has one, and a problem for each that names no day of the calendar."""
    found: list[tuple[datetime.date, Line]] = []
    problems: list[Problem] = []
    for line in lines:
        try:
            date = find_date(line.text)
        except ImpossibleDateError as error:
            message = f'"{error}" er ingen dato i kalenderen.'
            problems.append(Problem(line.number, "date_impossible", Severity.ERROR, message))
        else:
            if date:
                found.append((date, line))
    return found, problems


def start_time(values: Mapping[str, Value], others: Iterable[Line]) -> datetime.time | None:
    """The first clock time of what is said of when and where, else of the other lines; of a span its beginning."""
    for label, value in values.items():
        if time := _clock_time(value.text) if label in _TIME_LABELS else find_time(value.text):
            return time
    return next((time for line in others if (time := find_time(line.text))), None)


def _clock_time(text: str) -> datetime.time | None:
    without_date = _SURE_DATE.sub(" ", text)
    clock = _CLOCK.search(without_date)
    return find_time(without_date) or (find_time(f"kl. {clock[0]}") if clock else None)


def weekday_problem(line: Line, date: datetime.date) -> list[Problem]:
    """A warning where the line with the date names another day of the week."""
    weekday = find_weekday(line.text)
    if weekday is None or weekday == date.weekday():
        return []
    message = f"{date:%d-%m-%Y} er en {WEEKDAYS[date.weekday()]}, ikke en {WEEKDAYS[weekday]}."
    return [Problem(line.number, "weekday_differs", Severity.WARNING, message)]
