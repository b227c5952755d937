"""The files that archivists add to attachments: one with a personal number in its text is held back."""

from __future__ import annotations

from functools import partial
from pathlib import PurePath

from django.contrib.auth.models import User
from django.core.files import File
from django.db import transaction
from django.db.models import QuerySet

from archive_site.downloads import last_part
from minutes.danish.personal_numbers import mask_personal_numbers
from minutes.editing.event_log import record
from minutes.importing import limits
from minutes.models import Attachment, Event, Finding, FindingPlace, Meeting
from minutes.models.choices import FileCheck
from minutes.models.lengths import fit, longest
from minutes.models.review.findings import FindingPlaceQuerySet
from minutes.sources.formats import READ_SUFFIXES
from minutes.sources.text import READER_VERSION, read_as_it_stands
from minutes.sources.values import UnreadableSourceError

from .findings import find_numbers_in_lines, remember

# How the names of files end whose bytes are text.
_TEXT_SUFFIXES = frozenset({".txt", ".csv"})
_READ_SUFFIXES = _TEXT_SUFFIXES.union(READ_SUFFIXES)


def store_file(
    attachment: Attachment, file: File | None, *, by: User | None = None, reason: str = ""
) -> None:
    """Give an attachment this file, or none, and erase the one that it replaces once that is certain.

    Who does it, and why, is written in the log.
    """
    before = Attachment.objects.get(pk=attachment.pk)
    if not (file or before.file):
        return
    try:
        with transaction.atomic():
            _put(attachment, file)
            _record(attachment, by, reason)
            if before.file:
                _places(attachment, before.file.name).delete()
                transaction.on_commit(partial(before.file.storage.delete, before.file.name))
    except BaseException:
        # Nothing knows of a file whose row was not written.
        if file and attachment.file.name != before.file.name:
            attachment.file.storage.delete(attachment.file.name)
        raise


def _put(attachment: Attachment, file: File | None) -> None:
    attachment.file_name = kept_name(file.name or "") if file else ""
    attachment.file = file or ""
    attachment.save(update_fields=["file", "file_name"])
    check_file(attachment)


def kept_name(name: str) -> str:
    """Return a file's name as it is kept: without folders, with its numbers masked, short enough for its column."""
    shown = mask_personal_numbers(last_part(name))
    suffix = PurePath(shown).suffix
    room = longest(Attachment, "file_name") - len(suffix)
    # An ending as long as that is none.
    return f"{shown.removesuffix(suffix)[:room]}{suffix}" if room > 0 else fit(shown, Attachment, "file_name")


def _record(attachment: Attachment, by: User | None, reason: str) -> None:
    """The names of files tell what they are about, which may be a secret later: they stay out of the log."""
    kind = Event.Kind.FILE_STORED if attachment.file else Event.Kind.FILE_REMOVED
    record(kind, by, item=attachment.item, details=f"bilag {attachment.position}", reason=reason)


def check_file(attachment: Attachment) -> None:
    """Look through the file of an attachment, remember what was found, and whether it is held back."""
    text = _text_of(attachment)
    found = [*find_numbers_in_lines(text, limits.MOST_NUMBERS)] if text else []
    _places(attachment, attachment.file.name).delete()
    remember(attachment.item.meeting, [(number, _place(attachment, line)) for line, number in found])
    attachment.file_reader_version = READER_VERSION
    attachment.file_check = FileCheck.NOT_DONE if text is None else FileCheck.CLEAR
    _hold_back(attachment)


def _hold_back(attachment: Attachment) -> None:
    """Hold a file back that was looked through, while it has a number that is certain and that nobody has released.

    One with more numbers than are remembered has others that nobody can decide on.
    """
    if attachment.file_check != FileCheck.NOT_DONE:
        places = _places(attachment, attachment.file.name)
        is_open = Finding.objects.holding_back(places).exists() or places.count() >= limits.MOST_NUMBERS
        attachment.file_check = FileCheck.WITHHELD if is_open else FileCheck.CLEAR
    attachment.save(update_fields=["file_check", "file_reader_version"])


def apply_decision(finding: Finding) -> None:
    """Do with the files in which a number stands what was decided of it.

    Nobody can cut a number out of a file: where it is to be removed, the file is.
    """
    places = finding.places.filter(kind=FindingPlace.Kind.ATTACHMENT)
    files = list(places.values_list("name", flat=True))
    for attachment in _with_files(finding.meeting).filter(file__in=files):
        if finding.decision == Finding.Decision.REDACTED:
            store_file(attachment, None, by=finding.decided_by, reason=finding.reason)
        else:
            _hold_back(attachment)


def check_all_files(meeting: Meeting) -> None:
    """Look through the files of a meeting's attachments: the texts, and what was not read by the reader of now.

    A PDF takes a second to read, so what is looked for in one is looked for again with a newer reader alone.
    """
    for attachment in _with_files(meeting):
        if attachment.file_reader_version < READER_VERSION or _suffix(attachment) in _TEXT_SUFFIXES:
            check_file(attachment)


def _with_files(meeting: Meeting) -> QuerySet[Attachment]:
    return Attachment.objects.filter(item__meeting=meeting).exclude(file="").select_related("item__meeting")


def _places(attachment: Attachment, name: str | None) -> FindingPlaceQuerySet:
    places = FindingPlace.objects.filter(finding__meeting=attachment.item.meeting_id, name=name or "")
    return places.filter(kind=FindingPlace.Kind.ATTACHMENT)


def _place(attachment: Attachment, line: int) -> FindingPlace:
    return FindingPlace(
        kind=FindingPlace.Kind.ATTACHMENT,
        line=line,
        item_slug=attachment.item.slug,
        name=attachment.file.name,
        in_closed_item=attachment.item.is_hidden,
    )


def _text_of(attachment: Attachment) -> str | None:
    """The text of the file; None where it is of no kind that is read, or cannot be."""
    suffix = _suffix(attachment)
    # Of a file without an ending the bytes alone say what it is.
    if not attachment.file or (suffix and suffix not in _READ_SUFFIXES):
        return None
    try:
        with attachment.file.open() as file:
            return read_as_it_stands(file.read()).text
    except (OSError, UnreadableSourceError):
        return None


def _suffix(attachment: Attachment) -> str:
    """How the name ends that the file came with: ours on the disk says nothing of it."""
    return PurePath(attachment.file_name).suffix.lower()
