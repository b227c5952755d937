"""The head of a document: what it is, whose meeting, when, where and with whom, and its table of contents."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from minutes.danish.dates import (
    FIRST_YEAR,
    WEEKDAYS,
    ImpossibleDateError,
    find_date,
    find_time,
    find_weekday,
)
from minutes.parser.closed_items.closings import closed_from_here, set_aside_labels
from minutes.parser.contents import parse_contents, split_at_contents
from minutes.parser.patterns import HEADER_LINE
from minutes.parser.problems import MinutesSyntaxError, Problem, Severity
from minutes.parser.values import ContentsEntry, Line, ParsedAttendance

from .title import body_of, draft_problems, is_extraordinary, lines_of_title, match_title, quote

_EXPECTED_TITLE = 'et referat, der begynder som "REFERAT Direktionen d. 27-08-2013"'
_EXPECTED_DATE = 'en mødedato som "Mødedato Tirsdag d. 27. august 2013 kl. 10:00"'
_ATTENDANCE_ROLES = {
    "medlemmer": "members",
    "deltagere": "members",
    "fraværende": "absent",
    "afbud": "apologies",
}
# After these labels a clock time needs no "kl.".
_TIME_LABELS = frozenset({"tid", "tidspunkt", "starttidspunkt"})

# A line with more names is no list of people.
_MOST_NAMES = 1000
_BETWEEN_NAMES = re.compile(r"[,;\t]|\sog\s+(?=[A-ZÆØÅ])")


@dataclass(frozen=True, slots=True)
class Header:
    """What the lines above the first item say; `unplaced` are those that say nothing known.

    `is_closed`: they say that the meeting, or what follows, is closed. The contents have their labels still.
    """

    doc_type: str
    is_extraordinary: bool
    body: str
    body_line: int
    date: datetime.date
    date_line: int
    start_time: datetime.time | None
    location: str
    location_line: int | None
    attendance: tuple[ParsedAttendance, ...]
    contents: tuple[ContentsEntry, ...]
    is_closed: bool
    unplaced: tuple[Line, ...]
    problems: tuple[Problem, ...]


class _Value(NamedTuple):
    """What stands after a label, or on a line below it, and that line."""

    line: Line
    text: str


@dataclass(slots=True)
class _Entry:
    """A label in small letters ("dato", "fraværende"), and what stands after it and on the lines that go on with it."""

    label: str
    values: list[_Value]

    @property
    def role(self) -> str:
        """What the label says of people; empty where it is about something else."""
        return _ATTENDANCE_ROLES.get(self.label, "")

    @property
    def goes_on(self) -> bool:
        """Whether the line below belongs to it, too: of people below a label that stands alone, all lines do."""
        is_list_of_people = self.role != "" and not self.values[0].text
        last = self.values[-1].text
        return is_list_of_people or not last or last.endswith(",")


def check_document(lines: tuple[Line, ...]) -> None:
    """Raise MinutesSyntaxError unless the text begins as minutes do; an agenda (dagsorden) holds no decisions."""
    if not lines:
        raise MinutesSyntaxError(_EXPECTED_TITLE, "en tom fil", 1)
    title = match_title(lines[0])
    if title is None:
        raise MinutesSyntaxError(_EXPECTED_TITLE, quote(lines[0]), lines[0].number)
    if title.is_of_agenda:
        raise MinutesSyntaxError(_EXPECTED_TITLE, f"en dagsorden: {quote(lines[0])}", lines[0].number)


def parse_header(lines: tuple[Line, ...]) -> Header:
    """Read the lines above the first item, the document's title first.

    Raises MinutesSyntaxError where no body or no date of the meeting is found.
    """
    title, *below = lines
    outside_contents, contents_lines = split_at_contents(tuple(below))
    outside, closing = set_aside_labels(title, outside_contents)
    entries, unlabelled = _split_at_labels(outside)
    values = _values_by_label(entries)
    doc_type, body, body_line, unplaced = _body(title, unlabelled)
    date, date_line, date_problems = _date(title, values.get("dato"))
    weekday_line = values["dato"].line if "dato" in values else title
    location = values.get("sted")
    titles = lines_of_title(title, body_line, unplaced)
    return Header(
        doc_type=doc_type,
        is_extraordinary=is_extraordinary(titles),
        body=body,
        body_line=body_line.number,
        date=date,
        date_line=date_line.number,
        start_time=_start_time(values, title),
        location=location.text if location else "",
        location_line=location.line.number if location else None,
        attendance=tuple(_attendance(entries)),
        contents=parse_contents(contents_lines),
        is_closed=closing is not None,
        unplaced=tuple(unplaced),
        problems=(
            *draft_problems(titles),
            *date_problems,
            *_weekday_problem(weekday_line, date),
            *_unplaced_problems(unplaced),
            *([closed_from_here(closing)] if closing else []),
        ),
    )


def _split_at_labels(lines: Iterable[Line]) -> tuple[list[_Entry], list[Line]]:
    """The lines with a label, each with those below that go on with it, and the lines that belong to none."""
    entries: list[_Entry] = []
    unlabelled: list[Line] = []
    for line in lines:
        match = HEADER_LINE.fullmatch(line.text)
        if match:
            label = match["when_or_where"] or match["start"] or match["people"]
            entries.append(_Entry(label.lower(), [_Value(line, match["value"].strip())]))
        elif entries and entries[-1].goes_on:
            entries[-1].values.append(_Value(line, line.stripped))
        else:
            unlabelled.append(line)
    return entries, unlabelled


def _values_by_label(entries: Iterable[_Entry]) -> dict[str, _Value]:
    """What is said of when and where: the last line of each label.

    A label that comes again says nothing new, unless what it says stands below it.
    """
    values: dict[str, _Value] = {}
    for entry in entries:
        if not entry.role and (entry.label not in values or len(entry.values) > 1):
            values[entry.label] = entry.values[-1]
    return values


def _attendance(entries: Iterable[_Entry]) -> Iterator[ParsedAttendance]:
    for entry in entries:
        if entry.role:
            for value in entry.values:
                yield ParsedAttendance(value.line.number, entry.role, _names(value.text))


def _names(text: str) -> tuple[str, ...]:
    names = (name.strip().strip(".").strip() for name in _BETWEEN_NAMES.split(text, maxsplit=_MOST_NAMES))
    return tuple(name for name in names if name and name.lower() != "ingen")


def _body(title: Line, unlabelled: list[Line]) -> tuple[str, str, Line, list[Line]]:
    """The document's word, the body, its line, and the unlabelled lines that are left.

    One of these names the body where the title is the word alone.
    """
    match = match_title(title)
    if match and (body := match.body):
        return match.doc_type, body, title, unlabelled
    if match and unlabelled:
        first, *rest = unlabelled
        if body := body_of(first.stripped):
            return match.doc_type, body, first, rest
    raise MinutesSyntaxError(_EXPECTED_TITLE, f"intet organ i {quote(title)}", title.number)


def _date(title: Line, value: _Value | None) -> tuple[datetime.date, Line, list[Problem]]:
    """The date of the line "Mødedato", else of the title, the line it stands on, and what is wrong with either.

    One that is older than any minutes is a slip of the pen.
    """
    lines = [value.line, title] if value else [title]
    found, problems = _find_dates(lines)
    if not found:
        raise MinutesSyntaxError(_EXPECTED_DATE, quote(lines[0]), lines[0].number)
    (date, line), (last, _) = found[0], found[-1]
    if date.year < FIRST_YEAR:
        raise MinutesSyntaxError(f"en mødedato i {FIRST_YEAR} eller senere", quote(line), line.number)
    if date != last:
        message = f"Mødedatoen er {date:%d-%m-%Y}, men titlen siger {last:%d-%m-%Y}."
        problems.append(Problem(line.number, "date_differs", Severity.WARNING, message))
    return date, line, problems


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


def _start_time(values: dict[str, _Value], title: Line) -> datetime.time | None:
    """The first clock time of what is said of when and where, else of the title."""
    texts = [f"kl. {value.text}" if label in _TIME_LABELS else value.text for label, value in values.items()]
    return next((time for text in [*texts, title.text] if (time := find_time(text))), None)


def _weekday_problem(line: Line, date: datetime.date) -> list[Problem]:
    weekday = find_weekday(line.text)
    if weekday is None or weekday == date.weekday():
        return []
    message = f"{date:%d-%m-%Y} er en {WEEKDAYS[date.weekday()]}, ikke en {WEEKDAYS[weekday]}."
    return [Problem(line.number, "weekday_differs", Severity.WARNING, message)]


def _unplaced_problems(lines: list[Line]) -> list[Problem]:
    return [
        Problem(
            line.number,
            "text_outside_section",
            Severity.INFO,
            f"Linjen over første punkt er ukendt: {quote(line)}.",
        )
        for line in lines
    ]
