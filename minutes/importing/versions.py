"""Which version of a meeting's minutes is in force: the rows say what that one says, and change with it.

A new version of a published meeting waits until somebody publishes it. Of a meeting that nobody sees, yet or any more,
the newest is in force at once.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone

from minutes.danish.personal_numbers import holds_personal_number
from minutes.editing import publication
from minutes.editing.event_log import record
from minutes.editing.findings import mark_places_in_closed_items
from minutes.editing.joined_numbers import JoinedNumber, find_joined_numbers
from minutes.editing.obstacles import Obstacle, find_obstacles
from minutes.editing.set_again import AfterImport, find_settled, set_again
from minutes.matters.joining.writing import joined_again
from minutes.models import AgendaItem, Correction, Event, Meeting, SourceDocument, SourceStatus
from minutes.models.cases import find_or_create_cases
from minutes.models.meetings import MeetingQuerySet
from minutes.models.sources import problems_as_json
from minutes.models.visibility import is_public
from minutes.parser import PARSER_VERSION, MinutesSyntaxError
from minutes.parser.problems import Problem
from minutes.search.index import writing as indexing
from minutes.sources.stored import TEXT_COLUMNS, keep_text
from minutes.sources.values import UnreadableSourceError

from .content import items_as_read, write_content
from .misfits import find_misfits
from .reading import Document, read_as_decided, read_stored
from .recognition.bodies import BodiesOfDocument
from .recognition.meeting_of_document import head_problems, lock_meeting, update_head
from .remarks import find_joined, find_losses
from .reopened import close_reopened, find_reopened
from .results import ImportResult, ImportStatus, unchanged
from .review.findings import remember_numbers_of_name, remember_numbers_of_text

# The columns of a source that change after it was stored.
_READ_OR_DECIDED: tuple[str, ...] = (
    *("meeting", "version", "status", "parser_version"),
    *("problems", "decided_at", "decided_by"),
)


@dataclass(frozen=True, slots=True)
class Incoming:
    """A source that is about to be written, with what it says and the bodies that it names.

    `file_name` is that of a file that has just come in, as it came.
    """

    source: SourceDocument
    document: Document
    bodies: BodiesOfDocument
    file_name: str = ""

    @property
    def has_numbers(self) -> bool:
        """Whether there is a personal number in its text, or in the name of its file."""
        return self.document.has_numbers or holds_personal_number(self.file_name)

    def as_decided(self) -> Incoming:
        """The same with its personal numbers as was decided of them; its meeting is known, and locked."""
        document = read_as_decided(self.document, self.source)
        if document is self.document:
            return self
        return replace(self, document=document, bodies=BodiesOfDocument(document.parsed))

    def store(self, problems: Iterable[Problem]) -> None:
        """Store the source with what was remarked when it was read just now, and the personal numbers in it.

        Of one that is stored already, the bytes are not written again.
        """
        source, document = self.source, self.document
        is_new = source.pk is None
        source.parser_version = PARSER_VERSION
        source.problems = problems_as_json(problems)
        columns = _READ_OR_DECIDED
        if document.is_read_now:
            keep_text(source, document.source_text)
            columns += TEXT_COLUMNS
        source.save(update_fields=None if is_new else columns)
        if document.has_numbers or not is_new:
            text = document.source_text.text if document.has_numbers else ""
            remember_numbers_of_text(source, text, document.parsed)
        remember_numbers_of_name(source, self.file_name)

    def create_shared(self) -> None:
        """Create the bodies and cases that it names, for which another import may wait, or this one for that."""
        self.bodies.create_new()
        find_or_create_cases(item.case_number for item in self.document.parsed.items if item.case_number)

    def publish(
        self, problems: Sequence[Problem], by: User | None, items: Iterable[AgendaItem] | None = None
    ) -> list[Problem]:
        """Show the meeting, whose rows are written, to everybody; the remarks, and those on what is shown with it.

        `items` are its rows, for whoever has them at hand.
        """
        publication.mark_published(self.source.meeting, by)
        joined = [*find_joined(self.source.meeting, self.document.parsed, items)]
        if joined:
            self.source.problems = problems_as_json([*problems, *joined])
            self.source.save(update_fields=["problems"])
        return [*problems, *joined]

    def own_problems(self) -> list[Problem]:
        """What is to be remarked before anything is written; bodies are new only until then."""
        return [*self.document.problems, *self.bodies.find_new()]

    def problems_beside_version_in_force(self) -> list[Problem]:
        """Those, what it lacks, and what it calls open that is closed."""
        return [
            *self.problems_of_reading_again(),
            *find_losses(self.source.meeting, self.document.parsed),
        ]

    def problems_of_reading_again(self) -> list[Problem]:
        """Those, and what it calls open that is closed; not asked again is what the archivist has said already."""
        problems = [*self.own_problems(), *find_reopened(self.source.meeting, self.document.parsed)]
        if not any(problem.asks_whether_closed for problem in problems):
            return problems
        items = items_as_read(self.source.meeting, self.document.parsed)
        settled = find_settled(self.source.meeting, items)
        places = {item.position for item in items if item.slug in settled}
        return [
            problem for problem in problems if not (problem.asks_whether_closed and problem.item in places)
        ]

    def result(
        self, status: ImportStatus, problems: Iterable[Problem], obstacles: tuple[Obstacle, ...] = ()
    ) -> ImportResult:
        item_count = len(self.document.parsed.items)
        return ImportResult(status, self.source.meeting, self.source, tuple(problems), item_count, obstacles)


@dataclass(frozen=True, slots=True)
class Published:
    """What a publication came to: how many meetings are shown now that were not, and the versions put in force.

    Of the meetings that stay as they are, by their keys, what bars them; of those that are shown now, which closed
    items a case number joins with open ones.
    """

    changed: int
    put_in_force: tuple[SourceDocument, ...]
    barred: Mapping[int, tuple[Obstacle, ...]]
    joined: tuple[JoinedNumber, ...]


def put_in_force(source: SourceDocument, by: User | None, *, publish: bool = False) -> ImportResult:
    """Put a version in force that waits, unless everybody would see it and something bars that.

    With `publish` its meeting is published too, if it is a draft. A version that somebody else has decided on
    meanwhile is left alone. Raises UnreadableSourceError or MinutesSyntaxError where it cannot be read any more.
    """
    return _decide(source, SourceStatus.WAITING, ImportStatus.NEW_VERSION, by, publish)


def restore(source: SourceDocument, by: User | None, *, publish: bool = False) -> ImportResult:
    """Put an earlier version in force again, as `put_in_force` does one that waits; what waits goes on waiting."""
    return _decide(source, SourceStatus.EARLIER, ImportStatus.RESTORED, by, publish)


@transaction.atomic
def discard(source: SourceDocument, by: User | None, reason: str = "") -> bool:
    """Decide against a version that waits; return whether it still did. Its bytes are kept, as those of every other."""
    lock_meeting(source.meeting)
    source.refresh_from_db(fields=["status"])
    if not source.is_waiting:
        return False
    source.status = SourceStatus.DISCARDED
    _sign(source, by)
    source.save(update_fields=["status", "decided_at", "decided_by"])
    details = f"version {source.version}"
    record(Event.Kind.DISCARDED, by, meeting=source.meeting, details=details, reason=reason)
    return True


def publish(meetings: MeetingQuerySet, by: User | None, reason: str = "") -> Published:
    """Put the versions in force that wait for these meetings, and show the meetings to everybody.

    What is barred stays as it is, and so does a meeting whose waiting version is.
    """
    keys = [*meetings.order_by("pk").values_list("pk", flat=True)]
    waiting = SourceDocument.objects.waiting().filter(meeting__in=keys).order_by("meeting")
    results = [_put_in_force_if_possible(source, by) for source in waiting.select_related("meeting__body")]
    barred = {result.meeting.pk: result.obstacles for result in results if result.obstacles}
    free = Meeting.objects.filter(pk__in=[key for key in keys if key not in barred])
    shown = publication.publish(free, by, reason)
    in_force = tuple(result.source for result in results if result.status == ImportStatus.NEW_VERSION)
    changed = [*shown.changed, *(source.meeting_id for source in in_force)]
    joined = [
        number
        for meeting in Meeting.objects.filter(pk__in=changed)
        for number in find_joined_numbers(meeting)
    ]
    return Published(len(shown.changed), in_force, {**barred, **shown.barred}, tuple(joined))


def _put_in_force_if_possible(source: SourceDocument, by: User | None) -> ImportResult:
    try:
        return put_in_force(source, by)
    except (UnreadableSourceError, MinutesSyntaxError) as error:
        return unchanged(ImportStatus.WAITING, source, (Obstacle(None, "unreadable", str(error)),))


def _decide(
    source: SourceDocument, expected: SourceStatus, becomes: ImportStatus, by: User | None, publish: bool
) -> ImportResult:
    document = read_stored(source)
    with transaction.atomic():
        # As in an import: bodies before the meeting, so that the two never wait for each other.
        incoming = Incoming(source, document, BodiesOfDocument(document.parsed))
        source.meeting = lock_meeting(source.meeting)
        source.refresh_from_db(fields=["status"])
        if source.status != expected:
            return unchanged(ImportStatus.ALREADY_THERE, source)
        _sign(source, by)
        return take_in(incoming.as_decided(), becomes, by, publish=publish)


def _sign(source: SourceDocument, by: User | None) -> None:
    source.decided_at, source.decided_by = timezone.now(), by


def take_in(incoming: Incoming, becomes: ImportStatus, by: User | None, *, publish: bool) -> ImportResult:
    """Put a version in force whose meeting is locked, unless everybody would see it and something bars that."""
    source = incoming.source
    meeting = source.meeting
    problems = incoming.problems_beside_version_in_force()
    if is_public(meeting):
        incoming.store(problems)
        if obstacles := find_obstacles(source):
            stays = ImportStatus.WAITING if source.is_waiting else ImportStatus.EARLIER
            return unchanged(stays, source, obstacles)
    meeting.sources.in_force().update(status=SourceStatus.EARLIER)
    source.status = SourceStatus.IN_FORCE
    incoming.create_shared()
    with joined_again([meeting.pk]):
        problems = write(incoming, problems).problems
        kind = Event.Kind.RESTORED if becomes is ImportStatus.RESTORED else Event.Kind.IN_FORCE
        record(kind, by, meeting=meeting, details=f"version {source.version}")
        obstacles = find_obstacles(source) if publish else ()
        if publish and meeting.is_draft and not obstacles:
            problems = incoming.publish(problems, by)
        indexing.index_meetings([meeting.pk])
    return incoming.result(becomes, problems, obstacles)


class Written(NamedTuple):
    """All that is remarked on a source whose meeting has just been written, and what became of the corrections."""

    problems: list[Problem]
    corrections: Sequence[tuple[Correction, AfterImport]]


def write(incoming: Incoming, problems: Iterable[Problem]) -> Written:
    """Replace what is written of a source's meeting by what it says, in place, and set the corrections again.

    The meeting is locked, and its index is not written.
    """
    source, parsed = incoming.source, incoming.document.parsed
    bodies = incoming.bodies.create_new()
    all_problems = [*head_problems(source.meeting, parsed, bodies), *problems]
    _, of_content = write_content(source.meeting, parsed, bodies, is_new=False)
    update_head(source.meeting, parsed)
    corrections = set_again(source.meeting)
    all_problems += [*of_content, *find_misfits(corrections, parsed)]
    close_reopened(source.meeting, all_problems)
    incoming.store(all_problems)
    mark_places_in_closed_items(source.meeting)
    return Written(all_problems, corrections)
