"""What would come of a document that has come in: found by writing it, looking, and taking all of it back.

So nothing is said of it that its import would not do: there is one way from a document to rows. The search's index,
which takes half of an import's time and says nothing of a document, is left out.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from django.db import transaction

from minutes.editing.obstacles import Obstacle, find_obstacles
from minutes.editing.set_again import AfterImport
from minutes.importing import versions
from minutes.importing.importer import Arrival, arrive, next_version, write_meeting
from minutes.importing.reading import Document, read_as_decided, read_stored
from minutes.importing.recognition.bodies import BodiesOfDocument
from minutes.importing.recognition.meeting_of_document import TakeAs, UnlikeMeetingError, lock_meeting
from minutes.importing.results import ImportStatus
from minutes.importing.versions import Incoming
from minutes.models import Correction, Meeting, SourceDocument, SourceStatus
from minutes.models.sources import problems_from_json
from minutes.models.visibility import is_public
from minutes.parser.problems import MinutesSyntaxError, Problem
from minutes.sources.values import UnreadableSourceError

from .difference import Difference, compare
from .item_facts import ItemFacts, facts_of


@dataclass(frozen=True, slots=True)
class Preview:
    """What a version of a meeting's minutes says, and what would become of it if it were saved.

    `becomes` is None where it cannot be saved: `refusal` says why, in Danish, and `unlike` is the meeting of its day
    that it has no items in common with. `meeting` is the one that it is, or would be, of; of a new one there is no row.
    `there` is the version of the same bytes that the archive has already. `difference` is that to the rows as they
    are now, None where there are none; `corrections` are what would become of those that were made by hand.
    """

    document: Document | None
    becomes: ImportStatus | None
    refusal: str = ""
    unlike: Meeting | None = None
    meeting: Meeting | None = None
    there: SourceDocument | None = None
    problems: Sequence[Problem] = ()
    obstacles: Sequence[Obstacle] = ()
    items: Sequence[ItemFacts] = ()
    difference: Difference | None = None
    corrections: Sequence[tuple[Correction, AfterImport]] = ()


def preview(source: SourceDocument, document: Document | None = None) -> Preview:
    """Return what would come of a version as it is now. Nothing is written, but the meeting is locked for a moment.

    `document` is what it says, for whoever has just read it.
    """
    try:
        document = document or read_stored(source)
        with transaction.atomic():
            # A row of its own, for it is filled in as if it were saved.
            tried = SourceDocument.objects.get(pk=source.pk)
            try:
                return (
                    _preview_uploaded(tried, document)
                    if tried.is_uploaded
                    else _preview_stored(tried, document)
                )
            finally:
                transaction.set_rollback(True)
    except UnlikeMeetingError as error:
        return Preview(document, None, str(error), unlike=error.meeting)
    except (UnreadableSourceError, MinutesSyntaxError) as error:
        return Preview(None, None, str(error))


def _preview_uploaded(source: SourceDocument, document: Document) -> Preview:
    arrival = arrive(source, document, TakeAs.named(source.taken_as))
    if arrival.same and arrival.is_there:
        there = arrival.same
        return Preview(document, ImportStatus.ALREADY_THERE, meeting=there.meeting, there=there)
    if arrival.meeting is None:
        return _preview_new(arrival, document)
    before = facts_of(arrival.meeting)
    becomes = ImportStatus.WAITING if is_public(arrival.meeting) else ImportStatus.NEW_VERSION
    return replace(_write(next_version(arrival, arrival.meeting, by=None), before), becomes=becomes)


def _preview_new(arrival: Arrival, document: Document) -> Preview:
    result, _ = write_meeting(arrival, None, publish=False)
    return Preview(
        document,
        ImportStatus.IMPORTED,
        meeting=result.meeting,
        problems=result.problems,
        obstacles=find_obstacles(result.source),
        items=facts_of(result.meeting),
    )


def _preview_stored(source: SourceDocument, document: Document) -> Preview:
    """What a stored version says, and what would come of it if it were put in force now."""
    if source.is_in_force:
        return _preview_in_force(source, document)
    # As in an import: bodies before the meeting, so that the two never wait for each other.
    incoming = Incoming(source, document, BodiesOfDocument(document.parsed))
    source.meeting = lock_meeting(source.meeting)
    before = facts_of(source.meeting)
    return replace(_write(incoming.as_decided(), before), becomes=ImportStatus.NEW_VERSION)


def _preview_in_force(source: SourceDocument, document: Document) -> Preview:
    return Preview(
        read_as_decided(document, source),
        ImportStatus.ALREADY_THERE,
        meeting=source.meeting,
        problems=problems_from_json(source.problems),
        obstacles=find_obstacles(source),
        items=facts_of(source.meeting),
    )


def _write(incoming: Incoming, before: Sequence[ItemFacts]) -> Preview:
    """Put a version in force, and say what that has changed."""
    source = incoming.source
    problems = incoming.problems_beside_version_in_force()
    incoming.store(problems)
    obstacles = find_obstacles(source)
    source.meeting.sources.in_force().exclude(pk=source.pk).update(status=SourceStatus.EARLIER)
    source.status = SourceStatus.IN_FORCE
    incoming.create_shared()
    written = versions.write(incoming, problems)
    after = facts_of(source.meeting)
    return Preview(
        incoming.document,
        None,
        meeting=source.meeting,
        problems=written.problems,
        obstacles=obstacles if is_public(source.meeting) else find_obstacles(source),
        items=after,
        difference=compare(before, after),
        corrections=written.corrections,
    )
