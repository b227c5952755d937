"""The codes that stand where a centre stands and that nobody has said anything of, counted over the meetings."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db import connection

from minutes.importing.organisation import centre_names
from minutes.models import AgendaItem, Finding, Section, SourceDocument
from minutes.models.review.masking import Masking, without_numbers
from minutes.models.sources import SourceStatus
from minutes.parser.centre_roles import UNKNOWN_CODE, UNKNOWN_CODE_MESSAGE

# Enough to see what a code is.
_MOST_PLACES = 3
# As much of a line as is read at a glance.
_LONGEST_LINE = 300

_COUNTS = f"""
    WITH stands AS (
        SELECT
            substring(problem ->> 'message' FROM %(pattern)s) AS code,
            source.id AS source, source.meeting_id AS meeting, (problem ->> 'line')::int AS line
        FROM minutes_sourcedocument AS source, jsonb_array_elements(source.problems) AS problem
        WHERE source.status = %(in_force)s AND source.problems @> %(some)s::jsonb
            AND problem ->> 'code' = %(kind)s
    )
    SELECT
        code, count(DISTINCT meeting),
        (array_agg(source ORDER BY source DESC, line))[:{_MOST_PLACES}],
        (array_agg(line ORDER BY source DESC, line))[:{_MOST_PLACES}]
    FROM stands WHERE code IS NOT NULL GROUP BY code ORDER BY count(DISTINCT meeting) DESC, code
"""  # noqa: S608 - what is put in is a constant


@dataclass(frozen=True, slots=True)
class CodeCount:
    """A code, in how many meetings it stands as one that is not known, and some of the places: source and line."""

    code: str
    meetings: int
    places: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class CodeLine:
    """A line that a code stands in, with its personal numbers masked, and whether it is of a closed item."""

    source: SourceDocument
    number: int
    text: str
    is_closed: bool


def count_codes() -> tuple[list[CodeCount], dict[str, int]]:
    """Return the codes that nobody has said anything of, the commonest first, and of the known ones those not read so.

    These are by code the number of meetings that were last read before the code was known. Two queries.
    """
    names = centre_names()
    parameters = {
        "pattern": UNKNOWN_CODE_MESSAGE.format("([A-ZÆØÅ]+)"),
        "in_force": SourceStatus.IN_FORCE,
        "some": f'[{{"code": "{UNKNOWN_CODE}"}}]',
        "kind": UNKNOWN_CODE,
    }
    unknown: list[CodeCount] = []
    outdated: dict[str, int] = {}
    with connection.cursor() as cursor:
        cursor.execute(_COUNTS, parameters)
        for code, meetings, sources, lines in cursor.fetchall():
            if names.knows(code):
                outdated[code] = meetings
            else:
                unknown.append(CodeCount(code, meetings, tuple(zip(sources, lines, strict=True))))
    return unknown, outdated


def read_lines(codes: Sequence[CodeCount]) -> dict[str, list[CodeLine]]:
    """Return the lines that some codes stand in, by code. Three queries, however many there are."""
    wanted = {source for code in codes for source, _ in code.places}
    sources = SourceDocument.objects.defer("content").exclude(text=None).select_related("meeting__body")
    by_key = sources.in_bulk(wanted)
    maskings = _maskings(by_key.values())
    shown = {
        source.pk: maskings[source.meeting_key].mask(source.text or "").split("\n")
        for source in by_key.values()
    }
    closed = _closed_texts({source.meeting_key for source in by_key.values()})
    return {
        code.code: [
            _line(by_key[source], number, shown[source], closed.get(by_key[source].meeting_key, ()))
            for source, number in code.places
            if source in by_key
        ]
        for code in codes
    }


def _line(source: SourceDocument, number: int, lines: Sequence[str], closed: Iterable[str]) -> CodeLine:
    text = " ".join(lines[number - 1].split()) if 0 < number <= len(lines) else ""
    is_closed = any(_comparable(text) in of_closed for of_closed in closed)
    return CodeLine(source, number, text[:_LONGEST_LINE], is_closed)


def _maskings(sources: Iterable[SourceDocument]) -> dict[int, Masking]:
    meetings = {source.meeting_key: source.meeting for source in sources}
    decisions: dict[int, dict[str, str]] = {key: {} for key in meetings}
    decided = Finding.objects.filter(meeting__in=meetings).decided()
    for meeting, digest, decision in decided.values_list("meeting", "digest", "decision"):
        decisions[meeting][digest] = decision
    return {key: Masking(meeting, decisions[key]) for key, meeting in meetings.items()}


def _closed_texts(meetings: Iterable[int]) -> dict[int, list[str]]:
    """What stands in the closed items of meetings, to be looked through for a line."""
    items = AgendaItem.objects.filter(meeting__in=meetings).closed()
    texts: dict[int, list[str]] = {}
    for meeting, text in Section.objects.filter(item__in=items).values_list("item__meeting", "text"):
        texts.setdefault(meeting, []).append(_comparable(text))
    return texts


def _comparable(text: str) -> str:
    """The text without its numbers, which may be masked in one place and not in another, and in single blanks."""
    return " ".join(without_numbers(text).split())
