"""How much of a document the rows hold: what is longer is cut, and a document of absurd size is refused."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from minutes.danish.personal_numbers import find_personal_numbers
from minutes.models import AgendaItem, Attendance, Body, Meeting
from minutes.models.lengths import longest
from minutes.parser.problems import MinutesSyntaxError, Problem, Severity
from minutes.parser.values import ParsedMeeting

from .parts import STATED_PARTS

# A real agenda has some ten items and a hundred lines of attachments at most. The columns of places hold 32,767.
MOST_ITEMS = 2_000
MOST_PARTS = 20_000
# A list of people is no minutes, and each number is a row that somebody has to decide on.
MOST_NUMBERS = 1_000
# Nobody holds a meeting before its time; a little is left for a clock that is wrong.
LONGEST_AHEAD = datetime.timedelta(days=2 * 365)


def refuse_excess(parsed: ParsedMeeting) -> None:
    """Raise MinutesSyntaxError for a document that has more parts than a meeting can have."""
    longest_body = longest(Body, "name")
    for line, body in _bodies(parsed):
        if len(body) > longest_body:
            raise MinutesSyntaxError(f"et organ på højst {longest_body} tegn", f"et på {len(body)}", line)
    if len(parsed.items) > MOST_ITEMS:
        raise MinutesSyntaxError(
            f"højst {MOST_ITEMS} punkter", f"{len(parsed.items)}", parsed.items[MOST_ITEMS].line
        )
    names = sum(len(attendance.names) for attendance in parsed.attendance)
    if names > MOST_PARTS:
        raise MinutesSyntaxError(f"højst {MOST_PARTS} deltagere", f"{names}", parsed.attendance[0].line)
    for item in parsed.items:
        parts = max(len(stated_part.stated(item)) for stated_part in STATED_PARTS)
        if parts > MOST_PARTS:
            raise MinutesSyntaxError(
                f"højst {MOST_PARTS} afsnit eller bilag i et punkt", f"{parts}", item.line
            )


def count_numbers(text: str) -> int:
    """Return how many personal numbers a text has; MinutesSyntaxError for more than any minutes have."""
    numbers = find_personal_numbers(text, MOST_NUMBERS + 1)
    if len(numbers) > MOST_NUMBERS:
        line = 1 + text.count("\n", 0, numbers[-1].start)
        raise MinutesSyntaxError(f"højst {MOST_NUMBERS} personnumre", "flere", line)
    return len(numbers)


def refuse_far_future(parsed: ParsedMeeting, today: datetime.date) -> None:
    """Raise MinutesSyntaxError for minutes of a meeting that is to be held in more than two years."""
    latest = today + LONGEST_AHEAD
    if parsed.date > latest:
        expected = f"en mødedato senest {latest:%d-%m-%Y}"
        raise MinutesSyntaxError(expected, f"{parsed.date:%d-%m-%Y}", parsed.date_line)


def _bodies(parsed: ParsedMeeting) -> Iterator[tuple[int, str]]:
    yield parsed.body_line, parsed.body
    for item in parsed.items:
        yield from ((decision.line, decision.body) for decision in item.decisions)


def find_cut_texts(parsed: ParsedMeeting) -> Iterator[Problem]:
    """Give a problem for each text that is too long for its column."""
    for line, what, text, most in _texts(parsed):
        if len(text) > most:
            message = f"{what} er på {len(text)} tegn og er afkortet til {most}; kildeteksten har det hele."
            yield Problem(line, "text_cut", Severity.WARNING, message)


def _texts(parsed: ParsedMeeting) -> Iterator[tuple[int, str, str, int]]:
    """Each text that may have to be cut: its line, what it is, itself, and how long its column takes it."""
    if parsed.location_line is not None:
        yield parsed.location_line, "Mødestedet", parsed.location, longest(Meeting, "location")
    for attendance in parsed.attendance:
        for name in attendance.names:
            yield attendance.line, "Et navn", name, longest(Attendance, "name")
    for item in parsed.items:
        yield item.line, "Titlen", item.title, longest(AgendaItem, "title")
        yield item.line, "Titlen i indholdsfortegnelsen", item.toc_title, longest(AgendaItem, "toc_title")
        for stated_part in STATED_PARTS:
            if stated_part.title:
                most = longest(stated_part.part.model, "title")
                for stated in stated_part.stated(item):
                    yield stated.line, stated_part.title, stated.title, most
