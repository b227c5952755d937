"""What keeps minutes from being published: errors that nobody accepted, personal numbers that nobody decided on.

One question, asked by everything that publishes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.db.models import Exists, OuterRef

from minutes.models import AcceptedProblem, Finding, FindingPlace, SourceDocument
from minutes.models.meetings import MeetingQuerySet

from .closing import find_places_in_doubt, is_decided

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
    return find_errors_of([source])[source.pk]


def find_errors_of(sources: Iterable[SourceDocument]) -> dict[int, list[Obstacle]]:
    """Return for each version, by its key, the errors that nobody has accepted: two queries, however many there are."""
    errors = {source: source.errors for source in sources}
    meetings = {source.meeting_key for source, found in errors.items() if found}
    asking = {
        source.meeting_key
        for source, found in errors.items()
        if any(error.asks_whether_closed for error in found)
    }
    of_meetings = AcceptedProblem.objects.filter(meeting__in=meetings)
    accepted = set(of_meetings.values_list("meeting", "code", "message")) if meetings else set()
    in_doubt = find_places_in_doubt(asking) if asking else set()
    return {
        source.pk: [
            Obstacle(error.line, error.code, error.message, error.asks_whether_closed)
            for error in found
            if (source.meeting_key, error.code, error.message) not in accepted
            and not (error.asks_whether_closed and is_decided(source, error.item, in_doubt))
        ]
        for source, found in errors.items()
    }


@dataclass(frozen=True, slots=True)
class Barred:
    """The keys of the meetings that are kept from being published, by what keeps them; some are by both."""

    by_errors: frozenset[int]
    by_numbers: frozenset[int]

    @property
    def meetings(self) -> frozenset[int]:
        return self.by_errors | self.by_numbers


def find_barred(meetings: MeetingQuerySet) -> Barred:
    """Return which of the meetings `find_obstacles` has a reason for, asked of all of them at once."""
    in_force = SourceDocument.objects.in_force().filter(meeting__in=meetings.order_by().values("pk"))
    with_errors = in_force.with_errors().only("meeting", "status", "problems")
    meeting_of = {source.pk: source.meeting_key for source in with_errors}
    errors = find_errors_of(with_errors)
    of_meeting = Finding.objects.filter(meeting=OuterRef("meeting"))
    barring = of_meeting.barring(OuterRef(OuterRef("pk")))
    by_numbers = in_force.filter(Exists(barring)).values_list("meeting", flat=True)
    return Barred(
        frozenset(meeting_of[source] for source, found in errors.items() if found), frozenset(by_numbers)
    )


def ready_to_publish(meetings: MeetingQuerySet) -> MeetingQuerySet:
    """Those of the meetings whose minutes are read and have nothing against being published."""
    in_force = SourceDocument.objects.in_force().filter(meeting=OuterRef("pk"))
    return meetings.filter(Exists(in_force)).exclude(pk__in=find_barred(meetings).meetings)


def _findings(source: SourceDocument) -> Iterator[Obstacle]:
    """An obstacle for each place, outside closed items, of a number that nobody has decided on."""
    findings = Finding.objects.filter(meeting=source.meeting_key)
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
