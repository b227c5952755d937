"""What keeps minutes from being published: errors that nobody accepted, personal numbers that nobody decided on.

One question, asked by everything that publishes.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from minutes.models import AcceptedProblem, Finding, FindingPlace, SourceDocument

from .closing import is_decided

_NUMBER_FOUND = "personal_number"


@dataclass(frozen=True, slots=True)
class Obstacle:
    """A reason not to publish: a stable code and a Danish sentence.

    `line` is that of the document, None where the reason stands elsewhere.
    """

    line: int | None
    code: str
    message: str
    asks_whether_closed: bool = False

    def __str__(self) -> str:
        return f"linje {self.line}: {self.message}" if self.line else self.message


def find_obstacles(source: SourceDocument) -> tuple[Obstacle, ...]:
    """Return what keeps this version of a meeting's minutes from being published, in the order of its lines."""
    return tuple(sorted([*find_errors(source), *_findings(source)], key=lambda obstacle: obstacle.line or 0))


def find_errors(source: SourceDocument) -> list[Obstacle]:
    """Return the errors of a version that nobody has accepted; no query where it has none."""
    if not source.errors:
        return []
    of_meeting = AcceptedProblem.objects.filter(meeting=source.meeting_id)
    accepted = set(of_meeting.values_list("code", "message"))
    return [
        Obstacle(error.line, error.code, error.message, error.asks_whether_closed)
        for error in source.errors
        if (error.code, error.message) not in accepted
        and not (error.asks_whether_closed and is_decided(source, error.item))
    ]


def _findings(source: SourceDocument) -> Iterator[Obstacle]:
    """An obstacle for each place, outside closed items, of a number that nobody has decided on."""
    findings = Finding.objects.filter(meeting=source.meeting_id)
    # Most meetings have none, and to ask for what bars takes longer.
    if not findings.exists():
        return
    barring = findings.barring(source)
    places = FindingPlace.objects.shown_with(source).filter(finding__in=barring)
    for place in places.select_related("finding"):
        in_text = place.kind == FindingPlace.Kind.TEXT
        where = "" if in_text else f" ({place})"
        message = f"Personnummer {place.finding.masked}{where}: frigiv det, eller fjern det."
        yield Obstacle(place.line if in_text else None, _NUMBER_FOUND, message)
