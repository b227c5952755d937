"""Whose meeting a document is of: the title names the body, a line above or below it, or only the decisions do."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterator, Sequence

from minutes.parser.headings import (
    Heading,
    is_body_name,
    match_broken_heading,
    match_decision_on_line,
    match_heading,
    may_open,
)
from minutes.parser.problems import MinutesSyntaxError
from minutes.parser.values import Line, SectionKind

from .title import Title, body_of, quote

_EXPECTED_BODY = (
    "navnet på det organ, der holdt mødet: i titlen, på en linje over eller under den, eller i beslutningernes "
    'overskrifter ("Beslutning i Byrådet den 27-08-2013")'
)
# A line that names a body is no longer.
_MOST_WORDS = 8


def body_of_meeting(
    title: Title, above: Sequence[Line], below: Sequence[Line], items: Sequence[Line], date: datetime.date
) -> tuple[str, Line]:
    """The body, and the line that names it: the title, else a line that surely is a body's name, else the decisions
    in the lines of the `items`, else the line next to the title.

    Raises MinutesSyntaxError where nothing names one.
    """
    if title.body:
        return title.body, title.line
    beside = [*reversed(above), *below[:3]]
    for line in (*below[:1], *beside):
        if is_body_name(name := body_of(line.stripped)):
            return name, line
    if decided := _deciding_body(items, date):
        return decided
    for line in (*below[:1], *reversed(above)):
        name = body_of(line.stripped)
        if name and len(name.split()) <= _MOST_WORDS and name[-1] not in ".:?!":
            return name, line
    raise MinutesSyntaxError(_EXPECTED_BODY, f"intet organ i {quote(title.line)}", title.line.number)


def _deciding_body(lines: Sequence[Line], date: datetime.date) -> tuple[str, Line] | None:
    """The body that decided most on the day of the meeting, else on any, and the first heading that names it."""
    headings = [(heading, line) for heading, line in decision_headings(lines) if heading.body]
    of_day = [(heading, line) for heading, line in headings if heading.date == date] or headings
    counts = Counter(heading.body.lower() for heading, _ in of_day)
    if not counts:
        return None
    most, _ = counts.most_common(1)[0]
    return next((heading.body, line) for heading, line in of_day if heading.body.lower() == most)


def decision_headings(lines: Sequence[Line]) -> Iterator[tuple[Heading, Line]]:
    """The headings of decisions among the lines, each with the line on which it begins."""
    for place, line in enumerate(lines):
        if not may_open(line.text):
            continue
        below = lines[place + 1].text if place + 1 < len(lines) else ""
        on_line = match_decision_on_line(line.text)
        heading = (
            match_broken_heading(line.text, below) or match_heading(line.text) or (on_line and on_line[0])
        )
        if heading and heading.kind is SectionKind.DECISION:
            yield heading, line
