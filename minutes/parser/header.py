"""The head of a document: what it is, whose meeting, when, where and with whom, and its table of contents."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass, field
from typing import NamedTuple

from minutes.danish.dates import (
    DATE_PATTERN,
    WEEKDAY,
    WEEKDAYS,
    ImpossibleDateError,
    find_date,
    find_time,
    find_weekday,
)

from .contents import parse_contents, split_at_contents
from .headings import body_name
from .patterns import DOCUMENT_TITLE, HEADER_LINE
from .values import ContentsEntry, Line, MinutesSyntaxError, ParsedAttendance, Problem, Severity

DOC_TYPE = "REFERAT"

_EXPECTED_TITLE = 'et referat, der begynder som "REFERAT Direktionen d. 27-08-2013"'
_EXPECTED_DATE = 'en mødedato som "Mødedato Tirsdag d. 27. august 2013 kl. 10:00"'
_FIRST_YEAR = 1970
_LONGEST_TITLE = 200
_LONGEST_QUOTE = 60
_ATTENDANCE_ROLES = {
    "medlemmer": "members",
    "deltagere": "members",
    "fraværende": "absent",
    "afbud": "apologies",
}

_TIME_LABELS = frozenset({"tid", "tidspunkt", "starttidspunkt"})

_DATE = re.compile(DATE_PATTERN, re.IGNORECASE)
# What leads from a body to its date: "Direktionen d. ", "Byrådet, tirsdag den "
_BEFORE_DATE = re.compile(rf"[\s,–-]+(?:(?:{WEEKDAY}|den|d\.)[\s,]*)*$", re.IGNORECASE)
# Direktionens møde · Chefforums ekstraordinære møde
_MEETING_OF = re.compile(r"(?P<body>\S.*?)s?\s+(?:ordinære\s+|ekstraordinære\s+)?møde", re.IGNORECASE)
# A line with more names is no list of people.
_MOST_NAMES = 1000
_BETWEEN_NAMES = re.compile(r"[,;\t]|\sog\s+(?=[A-ZÆØÅ])")


@dataclass(slots=True)
class Header:
    """What the lines above the first item say; `unplaced` are those that say nothing known."""

    body: str
    date: datetime.date
    start_time: datetime.time | None
    location: str
    attendance: tuple[ParsedAttendance, ...]
    contents: tuple[ContentsEntry, ...]
    unplaced: tuple[Line, ...]
    problems: tuple[Problem, ...]


class _Value(NamedTuple):
    """What stands after a label, or on the line below it, and that line."""

    line: Line
    text: str


@dataclass(slots=True)
class _Labelled:
    """The head's lines by what they are; `values` by label: "dato", "sted", "tid", "starttidspunkt"."""

    values: dict[str, _Value] = field(default_factory=dict)
    attendance: list[ParsedAttendance] = field(default_factory=list)
    unlabelled: list[Line] = field(default_factory=list)


def check_document(lines: tuple[Line, ...]) -> None:
    """Raise MinutesSyntaxError unless the text begins as minutes do; an agenda (dagsorden) holds no decisions."""
    if not lines:
        raise MinutesSyntaxError(_EXPECTED_TITLE, "en tom fil", 1)
    title = _match_title(lines[0])
    if title is None:
        raise MinutesSyntaxError(_EXPECTED_TITLE, _quote(lines[0]), lines[0].number)
    if title["doc_type"].upper() != DOC_TYPE:
        raise MinutesSyntaxError(_EXPECTED_TITLE, f"en dagsorden: {_quote(lines[0])}", lines[0].number)


def parse_header(lines: tuple[Line, ...]) -> Header:
    """Read the lines above the first item, the document's title first.

    Raises MinutesSyntaxError where no body or no date of the meeting is found.
    """
    problems: list[Problem] = []
    outside, entries = split_at_contents(lines[1:])
    labelled = _label(outside)
    body = _body(lines[0], labelled)
    date = _date(lines[0], labelled.values.get("dato"), problems)
    date_line = labelled.values["dato"].line if "dato" in labelled.values else lines[0]
    return Header(
        body=body,
        date=date,
        start_time=_start_time(labelled.values, lines[0]),
        location=labelled.values["sted"].text if "sted" in labelled.values else "",
        attendance=tuple(labelled.attendance),
        contents=parse_contents(entries),
        unplaced=tuple(labelled.unlabelled),
        problems=(*problems, *_weekday_problem(date_line, date), *_unplaced_problems(labelled.unlabelled)),
    )


def _match_title(line: Line) -> re.Match[str] | None:
    return DOCUMENT_TITLE.fullmatch(line.stripped) if len(line.stripped) <= _LONGEST_TITLE else None


def _quote(line: Line) -> str:
    text = line.stripped
    return f'"{text[:_LONGEST_QUOTE]}…"' if len(text) > _LONGEST_QUOTE else f'"{text}"'


def _label(lines: tuple[Line, ...]) -> _Labelled:
    """Sort the lines: those with a label, those below that go on with a label, and the rest."""
    labelled = _Labelled()
    label, role, is_one_a_line, is_open = "", "", False, False
    for line in lines:
        match = HEADER_LINE.fullmatch(line.text)
        if match is None and not is_open:
            labelled.unlabelled.append(line)
            continue
        value = match["value"].strip() if match else line.stripped
        if match:
            label = (match["when_or_where"] or match["start"] or "").lower()
            role = _ATTENDANCE_ROLES.get((match["people"] or "").lower(), "")
            is_one_a_line = role != "" and not value
        if role:
            labelled.attendance.append(ParsedAttendance(line.number, role, _names(value)))
        elif match is None or label not in labelled.values:
            labelled.values[label] = _Value(line, value)
        is_open = is_one_a_line or not value or value.endswith(",")
    return labelled


def _names(text: str) -> tuple[str, ...]:
    names = (name.strip().strip(".").strip() for name in _BETWEEN_NAMES.split(text, maxsplit=_MOST_NAMES))
    return tuple(name for name in names if name and name.lower() != "ingen")


def _body(title: Line, labelled: _Labelled) -> str:
    """The body named in the title; where the title is the word alone, the body stands on the next line."""
    match = _match_title(title)
    body = _undated(match["rest"]) if match else ""
    if not body and labelled.unlabelled:
        body = _undated(labelled.unlabelled.pop(0).stripped)
    if not body:
        raise MinutesSyntaxError(_EXPECTED_TITLE, f"intet organ i {_quote(title)}", title.number)
    return body


def _undated(text: str) -> str:
    if len(text) > _LONGEST_TITLE:
        return ""
    dated = _DATE.search(text)
    name = _BEFORE_DATE.sub("", " " + text[: dated.start() if dated else None]).strip(" ,.–-")
    meeting = _MEETING_OF.fullmatch(name)
    return body_name(meeting["body"] if meeting else name)


def _date(title: Line, value: _Value | None, problems: list[Problem]) -> datetime.date:
    """The date of the line "Mødedato", else of the title; one that is older than any minutes is a slip of the pen."""
    found: list[tuple[Line, datetime.date]] = []
    lines = [value.line, title] if value else [title]
    for line in lines:
        try:
            date = find_date(line.text)
        except ImpossibleDateError as error:
            message = f'"{error}" er ingen dato i kalenderen.'
            problems.append(Problem(line.number, "date_impossible", Severity.ERROR, message))
            continue
        if date:
            found.append((line, date))
    if not found:
        raise MinutesSyntaxError(_EXPECTED_DATE, _quote(lines[0]), lines[0].number)
    line, date = found[0]
    if date.year < _FIRST_YEAR:
        raise MinutesSyntaxError(f"en mødedato i {_FIRST_YEAR} eller senere", _quote(line), line.number)
    if date != found[-1][1]:
        message = f"Mødedatoen er {date:%d-%m-%Y}, men titlen siger {found[-1][1]:%d-%m-%Y}."
        problems.append(Problem(line.number, "date_differs", Severity.WARNING, message))
    return date


def _start_time(values: dict[str, _Value], title: Line) -> datetime.time | None:
    """The first clock time; after "Mødetid" it needs no "kl."."""
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
            f"Linjen over første punkt er ukendt: {_quote(line)}.",
        )
        for line in lines
    ]
