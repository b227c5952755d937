"""The files that archivists add to attachments: one with a personal number in its text is held back."""

from __future__ import annotations

from functools import partial
from pathlib import PurePath

from django.contrib.auth.models import User
from django.core.files import File
from django.db import transaction
from django.db.models import QuerySet

from minutes.danish.personal_numbers import mask_personal_numbers
from minutes.editing.event_log import record
from minutes.importing import limits
from minutes.models import Attachment, Event, Finding, FindingPlace, Meeting
from minutes.models.choices import FileCheck
from minutes.models.review.findings import FindingPlaceQuerySet
from minutes.sources.formats import READ_SUFFIXES
from minutes.sources.text import READER_VERSION, read_as_it_stands
from minutes.sources.values import UnreadableSourceError

from .findings import find_numbers_in_lines, remember

# How the names of files end whose bytes are text.
_TEXT_SUFFIXES = frozenset({".txt", ".csv"})
_READ_SUFFIXES = _TEXT_SUFFIXES.union(READ_SUFFIXES)


@transaction.atomic
def store_file(attachment: Attachment, file: File | None, by: User | None = None) -> None:
    """Give an attachment this file, or none, and erase the one that it replaces once that is certain."""
    replaced = Attachment.objects.get(pk=attachment.pk).file
    if file:
        file.name = mask_personal_numbers(file.name or "")
    attachment.file = file or ""
    attachment.save(update_fields=["file"])
    check_file(attachment)
    if file or replaced:
        kind = Event.Kind.FILE_STORED if file else Event.Kind.FILE_REMOVED
        record(kind, by, item=attachment.item, details=f"bilag {attachment.position}")
    if replaced:
        _places(attachment, replaced.name).delete()
        transaction.on_commit(partial(replaced.storage.delete, replaced.name))


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
            store_file(attachment, None, finding.decided_by)
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
    if not attachment.file or _suffix(attachment) not in _READ_SUFFIXES:
        return None
    try:
        with attachment.file.open() as file:
            return read_as_it_stands(file.read()).text
    except (OSError, UnreadableSourceError):
        return None


def _suffix(attachment: Attachment) -> str:
    return PurePath(attachment.file.name).suffix.lower()
