"""The head of a document: what it is, whose meeting, when, where and with whom, and its table of contents."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from minutes.parser.closed_items.closings import closed_from_here, set_aside_labels
from minutes.parser.problems import MinutesSyntaxError, Problem, Severity
from minutes.parser.values import ContentsEntry, Line, ParsedAttendance

from .body import body_of_meeting, decision_headings
from .labels import attendance, split_at_labels, values_by_label
from .municipality import is_municipality_alone, municipality_problems
from .title import Title, draft_problems, find_title, is_extraordinary, lines_of_title, quote
from .when import date_of_meeting, is_date_alone, start_time, weekday_problem

_EXPECTED_TITLE = (
    'et referat: en titel som "Referat", "Tillægsreferat" eller "Beslutningsreferat" i en af de første fem linjer, '
    "med mødets organ og dato"
)
# What web pages write above the lists of people and of items.
_KNOWN_LINES = frozenset({"agenda", "dagsorden", "referat", "punkter"})


@dataclass(frozen=True, slots=True)
class Header:
    """What the lines above the first item say; `unplaced` are those that say nothing known, and `of_page` those above
    the title that belong to a web page.

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
    of_page: tuple[Line, ...]
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class TitledLines:
    """The lines of a document, and where its title stands among them."""

    lines: tuple[Line, ...]
    position: int
    title: Title


def find_document(lines: tuple[Line, ...]) -> TitledLines:
    """The lines with their title. Raises MinutesSyntaxError unless they begin as minutes do; an agenda (dagsorden)
    holds no decisions."""
    if not lines:
        raise MinutesSyntaxError(_EXPECTED_TITLE, "en tom fil", 1)
    found = find_title(lines)
    if found is None:
        raise MinutesSyntaxError(_EXPECTED_TITLE, quote(lines[0]), lines[0].number)
    position, title = found
    if title.is_of_agenda:
        raise MinutesSyntaxError(_EXPECTED_TITLE, f"en dagsorden: {quote(title.line)}", title.line.number)
    return TitledLines(lines, position, title)


def parse_header(
    document: TitledLines,
    below: tuple[Line, ...],
    items: Sequence[Line],
    contents: tuple[ContentsEntry, ...],
    municipality: str,
) -> Header:
    """Read the lines above and `below` the title, the latter without the contents; the `items` may name the body.

    Raises MinutesSyntaxError where no body or no date of the meeting is found, or where decisions must tell that these
    are minutes, and do not.
    """
    title = document.title
    outside, closing = set_aside_labels(title.line, (*document.lines[: document.position], *below))
    above = [line for line in outside if line.number < title.line.number]
    entries, unlabelled = split_at_labels(outside[len(above) :])
    values = values_by_label(entries)
    alone = [line for line in (*above, *unlabelled) if is_date_alone(line)]
    date, date_line, date_problems = date_of_meeting(title.line, values, alone)
    body, body_line = body_of_meeting(title, above, unlabelled, items, date)
    _check_decided(title, items, date)
    known = {line.number for line in alone} | {body_line.number}
    unplaced = [line for line in unlabelled if line.number not in known and not _is_known(line)]
    titles = lines_of_title(title.line, body_line, [*above, *unlabelled])
    location = values.get("sted") or values.get("lokale")
    return Header(
        doc_type=title.doc_type,
        is_extraordinary=is_extraordinary(titles),
        body=body,
        body_line=body_line.number,
        date=date,
        date_line=date_line.number,
        start_time=start_time(values, [title.line, *alone]),
        location=location.text if location else "",
        location_line=location.line.number if location else None,
        attendance=tuple(attendance(entries)),
        contents=contents,
        is_closed=closing is not None,
        unplaced=tuple(unplaced),
        of_page=tuple(line for line in above if line.number not in known and not _is_known(line)),
        problems=(
            *draft_problems(titles),
            *date_problems,
            *weekday_problem(values["dato"].line if "dato" in values else date_line, date),
            *municipality_problems([*above, title.line, *unlabelled], municipality),
            *_unplaced_problems(unplaced),
            *([closed_from_here(closing)] if closing else []),
        ),
    )


def _is_known(line: Line) -> bool:
    return line.stripped.lower().rstrip(":") in _KNOWN_LINES or is_municipality_alone(line)


def _check_decided(title: Title, items: Sequence[Line], date: datetime.date) -> None:
    """Raise MinutesSyntaxError where a title leaves open what the document is, and nothing was decided on its day."""
    if title.is_unsaid and not any(heading.date in (date, None) for heading, _ in decision_headings(items)):
        found = f"en titel uden det ord, og ingen beslutning fra mødet: {quote(title.line)}"
        raise MinutesSyntaxError(_EXPECTED_TITLE, found, title.line.number)


def _unplaced_problems(lines: Sequence[Line]) -> Iterator[Problem]:
    for line in lines:
        message = f"Linjen over første punkt er ukendt: {quote(line)}."
        yield Problem(line.number, "text_outside_section", Severity.INFO, message)
