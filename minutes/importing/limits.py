"""How much of a document the rows hold: what is longer is cut, and a document of absurd size is refused."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from minutes.models import AgendaItem, Attachment, Attendance, Body, DocumentReference, Meeting
from minutes.parser.values import MinutesSyntaxError, ParsedMeeting, Problem, Severity

# A real agenda has some ten items and a hundred lines of attachments at most.
MOST_ITEMS = 2_000
MOST_PARTS = 20_000
# Nobody holds a meeting before its time; a little is left for a clock that is wrong.
LONGEST_AHEAD = datetime.timedelta(days=2 * 365)

LONGEST_BODY: int = Body._meta.get_field("name").max_length
LONGEST_TITLE: int = AgendaItem._meta.get_field("title").max_length
LONGEST_LOCATION: int = Meeting._meta.get_field("location").max_length
LONGEST_NAME: int = Attendance._meta.get_field("name").max_length
LONGEST_ATTACHMENT: int = Attachment._meta.get_field("title").max_length
LONGEST_DOCUMENT: int = DocumentReference._meta.get_field("title").max_length


def refuse_excess(parsed: ParsedMeeting) -> None:
    """Raise MinutesSyntaxError for a document that has more parts than a meeting can have."""
    for line, body in _bodies(parsed):
        if len(body) > LONGEST_BODY:
            raise MinutesSyntaxError(f"et organ på højst {LONGEST_BODY} tegn", f"et på {len(body)}", line)
    if len(parsed.items) > MOST_ITEMS:
        raise MinutesSyntaxError(
            f"højst {MOST_ITEMS} punkter", f"{len(parsed.items)}", parsed.items[MOST_ITEMS].line
        )
    names = sum(len(attendance.names) for attendance in parsed.attendance)
    if names > MOST_PARTS:
        raise MinutesSyntaxError(f"højst {MOST_PARTS} deltagere", f"{names}", parsed.attendance[0].line)
    for item in parsed.items:
        parts = max(
            map(len, (item.sections, item.decisions, item.attachments, item.documents, item.references))
        )
        if parts > MOST_PARTS:
            raise MinutesSyntaxError(
                f"højst {MOST_PARTS} afsnit eller bilag i et punkt", f"{parts}", item.line
            )


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


def cut(text: str, longest: int) -> str:
    """Return a text of at most `longest` characters; one that was cut ends in an ellipsis."""
    return text if len(text) <= longest else text[: longest - 1] + "…"


def find_cut_texts(parsed: ParsedMeeting) -> Iterator[Problem]:
    """Give a problem for each text that is too long for its column."""
    for line, what, text, longest in _texts(parsed):
        if len(text) > longest:
            message = (
                f"{what} er på {len(text)} tegn og er afkortet til {longest}; kildeteksten har det hele."
            )
            yield Problem(line, "text_cut", Severity.WARNING, message)


def _texts(parsed: ParsedMeeting) -> Iterator[tuple[int, str, str, int]]:
    if parsed.location_line is not None:
        yield parsed.location_line, "Mødestedet", parsed.location, LONGEST_LOCATION
    for attendance in parsed.attendance:
        yield from ((attendance.line, "Et navn", name, LONGEST_NAME) for name in attendance.names)
    for item in parsed.items:
        yield item.line, "Titlen", item.title, LONGEST_TITLE
        yield item.line, "Titlen i indholdsfortegnelsen", item.toc_title, LONGEST_TITLE
        yield from (
            (entry.line, "Bilagets titel", entry.title, LONGEST_ATTACHMENT) for entry in item.attachments
        )
        yield from (
            (entry.line, "Dokumentets titel", entry.title, LONGEST_DOCUMENT) for entry in item.documents
        )
