"""The only writer of parsed rows: one document in one transaction, all or nothing, and again without harm.

1. The bytes become text, and the text becomes values.
2. The body is found, and its day is locked, so that nobody else writes a meeting of it.
3. The same bytes change nothing, unless somebody asks for it.
4. The meeting is found by body, date, time and items; the document is kept as a version of its source.
5. A new meeting is written and indexed; of one that is there, the content is replaced in place, or the version waits.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

from django.contrib.auth.models import User
from django.db import transaction

from minutes.danish.personal_numbers import mask_personal_numbers
from minutes.editing import publication
from minutes.editing.event_log import record
from minutes.editing.obstacles import Obstacle, find_errors, find_obstacles
from minutes.matters.joining.writing import join_new, joined_again, lock_joining
from minutes.models import Event, Meeting, SourceDocument, SourceStatus
from minutes.models.lengths import fit
from minutes.models.parts import ItemParts
from minutes.models.visibility import is_public
from minutes.search.index import writing as indexing
from minutes.sources.formats import match_format
from minutes.sources.text import READER_VERSION

from . import versions
from .content import write_content
from .reading import Document, read_again, read_minutes
from .recognition.bodies import BodiesOfDocument
from .recognition.meeting_of_document import (
    TakeAs,
    create_meeting,
    find_meeting_of_document,
    lock_meeting,
    lock_meetings_of_the_day,
    meetings_of_time,
    other_meeting_problem,
)
from .results import ImportResult, ImportStatus, unchanged
from .versions import Incoming

# Why a version that waited is discarded when the next one comes in.
_REPLACED = "afløst af en nyere version"
# Of the same bytes in several meetings of a day, or in several states, the one that says most of what is there.
_TELLING_FIRST = (SourceStatus.IN_FORCE, SourceStatus.WAITING, SourceStatus.EARLIER, SourceStatus.DISCARDED)


def import_minutes(
    content: bytes,
    name: str,
    *,
    imported_by: User | None = None,
    publish: bool = False,
    take_as: TakeAs = TakeAs.FOUND,
) -> ImportResult:
    """Write one document of minutes, given as the bytes and the name of its file.

    With `publish` what it says is shown to everybody, unless something bars that or its meeting is withdrawn; else a
    new meeting is a draft, and a new version of a published one waits. `take_as` says what the document is, where its
    items do not. Raises UnreadableSourceError, MinutesSyntaxError or UnlikeMeetingError, and then has written nothing.
    """
    sha256 = hashlib.sha256(content).hexdigest()
    document = read_minutes(content, find_read(content, sha256))
    source = SourceDocument(name=file_name(name), content=content, sha256=sha256, imported_by=imported_by)
    with transaction.atomic():
        arrival = arrive(source, document, take_as, last_part(name))
        return take(arrival, imported_by, publish=publish)


@dataclass(frozen=True, slots=True)
class Arrival:
    """A document that is about to be taken in, beside what the archive has of its day, which nobody else writes now.

    `known` are the versions of the day's meetings, `same` that of the same bytes among them, `meeting` the meeting that
    the document is of; None where the archive has none.
    """

    incoming: Incoming
    take_as: TakeAs
    of_the_day: Sequence[Meeting]
    known: Sequence[SourceDocument]
    same: SourceDocument | None
    meeting: Meeting | None

    @property
    def is_there(self) -> bool:
        """Whether the archive has the document already, and nobody has decided against it."""
        return self.same is not None and self.same.status != SourceStatus.DISCARDED


def arrive(source: SourceDocument, document: Document, take_as: TakeAs, name: str = "") -> Arrival:
    """Find out what a document is to the archive, and lock the meetings of its day, in a transaction of the caller's.

    `source` is new, or uploaded; `name` is that of its file, as it came. Raises UnlikeMeetingError or
    MinutesSyntaxError where it is not certain which meeting it is of.
    """
    bodies = BodiesOfDocument(document.parsed)
    of_the_day = lock_meetings_of_the_day(bodies.of_meeting, document.parsed.date)
    known = _versions_of(of_the_day)
    same = _find_same(known, source.sha256, take_as)
    meeting = same.meeting if same else find_meeting_of_document(of_the_day, document.parsed, take_as)
    discarded = same if same and same.status == SourceStatus.DISCARDED else None
    incoming = Incoming(discarded or source, document, bodies, file_name=name)
    return Arrival(incoming, take_as, of_the_day, known, same, meeting)


def take(arrival: Arrival, by: User | None, *, publish: bool) -> ImportResult:
    """Write what has arrived, in the transaction in which it did."""
    if arrival.same and arrival.is_there:
        return _take_again(arrival.same, by, publish, arrival.take_as)
    if arrival.meeting:
        return _import_version(arrival, arrival.meeting, by, publish)
    result, items = write_meeting(arrival, by, publish=publish)
    lock_joining([])
    indexing.index_new(items)
    join_new([result.meeting.pk])
    _discard_same(arrival.known, arrival.incoming.source.sha256, by)
    return result


def find_read(content: bytes, sha256: str) -> SourceDocument | None:
    """Return a stored document of these bytes, if the reader of now has read them apart, which takes a second."""
    kind = match_format(content)
    if kind is None or not kind.read_as:
        return None
    read = SourceDocument.objects.filter(sha256=sha256, encoding=kind.read_as, reader_version=READER_VERSION)
    return read.exclude(text=None).defer("content").first()


def reparse(source: SourceDocument) -> ImportResult:
    """Read the version of a meeting that is in force again, with the reader and the parser as they are now.

    One that another has taken the place of meanwhile is left alone. Raises UnreadableSourceError or
    MinutesSyntaxError where the parser refuses the document now, and then has written nothing.
    """
    document = read_again(source)
    with transaction.atomic():
        # As in an import: bodies before the meeting, so that the two never wait for each other.
        incoming = Incoming(source, document, BodiesOfDocument(document.parsed))
        source.meeting = lock_meeting(source.meeting)
        source.refresh_from_db(fields=["status"])
        if not source.is_in_force:
            return unchanged(ImportStatus.ALREADY_THERE, source)
        incoming = incoming.as_decided()
        problems = incoming.problems_of_reading_again()
        incoming.create_shared()
        with joined_again([source.meeting.pk]):
            problems = versions.write(incoming, problems).problems
            indexing.index_meetings([source.meeting.pk])
        return incoming.result(ImportStatus.READ_AGAIN, problems)


def _versions_of(meetings: Sequence[Meeting]) -> list[SourceDocument]:
    """All versions of these meetings, without their bytes and texts."""
    if not meetings:
        return []
    sources = SourceDocument.objects.filter(meeting__in=meetings).without_documents()
    return list(sources.select_related("meeting__body").order_by("pk"))


def _find_same(known: Sequence[SourceDocument], sha256: str, take_as: TakeAs) -> SourceDocument | None:
    """The version of the same bytes; for what is said to be another meeting, only one that is in force somewhere."""
    same = [source for source in known if source.sha256 == sha256]
    if take_as is TakeAs.OTHER_MEETING:
        same = [source for source in same if source.is_in_force]
    return min(same, key=lambda source: _TELLING_FIRST.index(SourceStatus(source.status)), default=None)


def _take_again(source: SourceDocument, by: User | None, publish: bool, take_as: TakeAs) -> ImportResult:
    """What comes of the bytes of a version that is in force, waits, or was in force."""
    match source.status:
        case SourceStatus.WAITING if publish or not is_public(source.meeting):
            return versions.put_in_force(source, by, publish=publish)
        case SourceStatus.EARLIER if take_as is TakeAs.RESTORED:
            return versions.restore(source, by, publish=publish)
        case SourceStatus.EARLIER:
            return unchanged(ImportStatus.EARLIER, source)
        case SourceStatus.IN_FORCE if publish:
            return _publish_again(source, by)
    return unchanged(ImportStatus.ALREADY_THERE, source)


def _publish_again(source: SourceDocument, by: User | None) -> ImportResult:
    obstacles = find_obstacles(source)
    if source.meeting.is_draft and not obstacles:
        publication.publish(Meeting.objects.filter(pk=source.meeting.pk), by)
        source.meeting.refresh_from_db(fields=["state", "published_at"])
    return unchanged(ImportStatus.ALREADY_THERE, source, obstacles)


def next_version(arrival: Arrival, meeting: Meeting, by: User | None) -> Incoming:
    """Return what has arrived as the version of its meeting that waits, in place of one that did; not stored yet.

    Another one of the same bytes that was discarded is that version again.
    """
    source = arrival.incoming.source
    others = [other for other in arrival.known if other.meeting_id == meeting.pk]
    for other in others:
        if other.is_waiting:
            versions.discard(other, by, reason=_REPLACED)
    source.meeting = meeting
    source.version = source.version or 1 + max((other.version for other in others), default=0)
    source.status = SourceStatus.WAITING
    source.decided_at = source.decided_by = None
    return arrival.incoming.as_decided()


def _import_version(arrival: Arrival, meeting: Meeting, by: User | None, publish: bool) -> ImportResult:
    """Keep another version of a meeting, or one that was discarded; what waited before it is discarded."""
    incoming = next_version(arrival, meeting, by)
    if is_public(meeting) and not publish:
        incoming.store(incoming.problems_beside_version_in_force())
        source = incoming.source
        record(Event.Kind.WAITING, by, meeting=meeting, details=f"version {source.version}")
        return unchanged(ImportStatus.WAITING, source)
    return versions.take_in(incoming, ImportStatus.NEW_VERSION, by, publish=publish)


def write_meeting(
    arrival: Arrival, by: User | None, *, publish: bool
) -> tuple[ImportResult, Sequence[ItemParts]]:
    """Write a meeting that the archive has not got; return its items, too, which are not in the search's index yet."""
    incoming, of_the_day = arrival.incoming, arrival.of_the_day
    source, parsed = incoming.source, incoming.document.parsed
    problems = incoming.own_problems()
    if arrival.take_as is TakeAs.FOUND and meetings_of_time(of_the_day, parsed):
        problems.append(other_meeting_problem(parsed))
    by_name = incoming.bodies.create_new()
    source.meeting = create_meeting(by_name[parsed.body], parsed, of_the_day)
    source.version, source.status = 1, SourceStatus.IN_FORCE
    incoming.store(problems)
    items, _ = write_content(source.meeting, parsed, by_name, is_new=True)
    record(Event.Kind.IMPORTED, by, meeting=source.meeting, details=f"version {source.version}")
    obstacles = _obstacles_of_new(incoming) if publish else ()
    if publish and not obstacles:
        problems = incoming.publish(problems, by, [parts.item for parts in items])
    return incoming.result(ImportStatus.IMPORTED, problems, obstacles), items


def _obstacles_of_new(incoming: Incoming) -> tuple[Obstacle, ...]:
    """What bars a meeting that was not there before: without a number in its file, nothing but errors can."""
    if incoming.has_numbers:
        return find_obstacles(incoming.source)
    return tuple(find_errors(incoming.source))


def _discard_same(known: Sequence[SourceDocument], sha256: str, by: User | None) -> None:
    """Let nothing wait to take a meeting's place that is another meeting now."""
    for source in known:
        if source.sha256 == sha256 and source.is_waiting:
            versions.discard(source, by)


def file_name(name: str) -> str:
    """Return the last part of a path, of printable characters and without the personal numbers in it."""
    masked = mask_personal_numbers(last_part(name))
    printable = "".join(char if char.isprintable() else "\ufffd" for char in masked)
    return fit(printable, SourceDocument, "name") or "uden navn"


def last_part(name: str) -> str:
    """Return the last part of a path of any system."""
    return name.replace("\\", "/").rstrip("/").rsplit("/", 1)[-1]
