"""A file that has come in is kept as it is until somebody has looked at it: then it is saved, or goes again."""

from __future__ import annotations

import datetime
import hashlib
from dataclasses import dataclass, replace

from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone

from minutes.editing.event_log import record
from minutes.importing.importer import arrive, file_name, find_read, take
from minutes.importing.reading import Document, read_minutes, read_stored
from minutes.importing.recognition.meeting_of_document import TakeAs
from minutes.importing.results import ImportResult
from minutes.models import Event, SourceDocument, SourceStatus
from minutes.models.sources import problems_as_json
from minutes.parser import PARSER_VERSION
from minutes.sources.stored import TEXT_COLUMNS, keep_text

from .preview import Preview, preview

# What nobody has saved in so many days goes: it may hold what should not be kept.
DAYS_KEPT = 30
# Of the same bytes in several versions, the one that says most of where they are.
_THERE = (SourceStatus.IN_FORCE, SourceStatus.WAITING, SourceStatus.EARLIER)


class AlreadyDecidedError(ValueError):
    """Somebody has saved or discarded an upload meanwhile; the message says so in Danish."""

    def __init__(self) -> None:
        super().__init__("Filen er gemt eller kasseret i mellemtiden, måske af en anden.")


@dataclass(frozen=True, slots=True)
class Received:
    """What became of a file that came in: the row that holds it, and what was read of it if it was not there before."""

    source: SourceDocument
    document: Document | None

    @property
    def is_new(self) -> bool:
        return self.document is not None


def receive(content: bytes, name: str, by: User | None) -> Received:
    """Keep a file that has come in, given as its bytes and its name, until somebody decides on it.

    The same bytes are kept once. Raises UnreadableSourceError or MinutesSyntaxError, and then has kept nothing.
    """
    sha256 = hashlib.sha256(content).hexdigest()
    if there := _find_there(sha256):
        return Received(there, None)
    document = read_minutes(content, find_read(content, sha256))
    kept = SourceDocument()
    keep_text(kept, document.source_text)
    columns = {
        **{column: getattr(kept, column) for column in TEXT_COLUMNS},
        "name": file_name(name),
        "content": content,
        "problems": problems_as_json(document.problems),
        "parser_version": PARSER_VERSION,
        "imported_by": by,
    }
    with transaction.atomic():
        # Of several requests with the same file at once one stores it, and the others find it.
        source, is_new = SourceDocument.objects.get_or_create(
            sha256=sha256, status=SourceStatus.UPLOADED, defaults=columns
        )
        if is_new:
            record(Event.Kind.UPLOADED, by, subject=source.name)
    # The text that was read is kept by now.
    return Received(source, replace(document, is_read_now=False) if is_new else None)


def _find_there(sha256: str) -> SourceDocument | None:
    versions = SourceDocument.objects.filter(sha256=sha256, status__in=_THERE).without_documents()
    found = list(versions.select_related("meeting__body"))
    return min(found, key=lambda source: _THERE.index(SourceStatus(source.status)), default=None)


def save(source: SourceDocument, by: User | None, *, publish: bool = False) -> ImportResult:
    """Take an uploaded document into the archive, as `import_minutes` would have done with its file.

    Raises AlreadyDecidedError where somebody has been quicker, and what `import_minutes` raises, and then has written
    nothing.
    """
    document = read_stored(source)
    with transaction.atomic():
        locked = _lock(source)
        arrival = arrive(locked, document, TakeAs.named(locked.taken_as))
        result = take(arrival, by, publish=publish)
        if result.source.pk != locked.pk:
            # The archive had its bytes already.
            locked.delete()
        return result


def preview_file(content: bytes, name: str, take_as: TakeAs) -> Preview:
    """Return what would come of a file if it were imported; nothing of it is kept. Raises as `receive`."""
    with transaction.atomic():
        received = receive(content, name, None)
        try:
            if received.is_new:
                say_what_it_is(received.source, take_as)
                received.source.refresh_from_db(fields=["taken_as"])
            return preview(received.source, received.document)
        finally:
            transaction.set_rollback(True)


def say_what_it_is(source: SourceDocument, take_as: TakeAs) -> None:
    """Keep what somebody says of an uploaded document whose items do not say which meeting it is of."""
    with transaction.atomic():
        locked = _lock(source)
        locked.taken_as = take_as.name.lower()
        locked.save(update_fields=["taken_as"])


def discard(source: SourceDocument, by: User | None) -> None:
    """Let an uploaded document go, with its bytes. Raises AlreadyDecidedError where somebody has been quicker."""
    with transaction.atomic():
        locked = _lock(source)
        record(Event.Kind.DISCARDED, by, subject=locked.name)
        locked.delete()


def _lock(source: SourceDocument) -> SourceDocument:
    locked = SourceDocument.objects.uploaded().order_by("pk").select_for_update().filter(pk=source.pk).first()
    if locked is None:
        raise AlreadyDecidedError
    return locked


def goes_before(days: int = 0) -> datetime.datetime:
    """Return when an upload came in, at the latest, that is let go in so many days from now."""
    return timezone.now() - datetime.timedelta(days=DAYS_KEPT - days)


def forget_unfinished() -> int:
    """Let the uploads go that nobody has decided on in `DAYS_KEPT` days; return how many. Nothing else goes."""
    with transaction.atomic():
        old = SourceDocument.objects.uploaded().filter(imported_at__lt=goes_before()).without_documents()
        forgotten = list(old.order_by("pk").select_for_update())
        for source in forgotten:
            record(Event.Kind.TIDIED, None, subject=source.name)
            source.delete()
    return len(forgotten)
