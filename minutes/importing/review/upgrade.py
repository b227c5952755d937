"""Reads a stored document again after an upgrade: what then shows less is gone at once, and nothing shows more.

What an earlier program has written is trusted no further than what it has read: the numbers in remarks, corrections and
names of files are masked, too.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from typing import Any

from django.contrib.admin.models import LogEntry
from django.db import transaction

from minutes.danish.personal_numbers import holds_personal_number, mask_personal_numbers
from minutes.editing import publication
from minutes.importing.importer import reparse
from minutes.importing.reading import read_stored
from minutes.importing.recognition.likeness import compare_with_meetings
from minutes.importing.recognition.meeting_of_document import lock_meeting
from minutes.importing.results import ImportStatus
from minutes.models import Correction, FailedSearch, Meeting, SourceDocument
from minutes.models.sources import UNREADABLE, problems_as_json, problems_from_json
from minutes.parser import PARSER_VERSION, MinutesSyntaxError
from minutes.parser.problems import Problem, Severity
from minutes.sources.stored import kept_text
from minutes.sources.text import READER_VERSION
from minutes.sources.values import UnreadableSourceError

from .attachment_files import check_all_files

# In the portions of a command that can be interrupted anywhere.
_ROWS_AT_A_TIME = 1_000
_DOCUMENTS_AT_A_TIME = 50


def read_again(source: SourceDocument) -> ImportStatus | str:
    """Read the version in force of a meeting again, and return what became of it.

    Where no meeting can be made of it any more, the meeting is withdrawn, and the reason returned, a Danish sentence.
    """
    _mask_what_was_kept(source.meeting)
    try:
        with transaction.atomic():
            result = reparse(source)
            check_all_files(source.meeting)
            _remark(source, list(_unlike_versions(source)))
            return ImportStatus(result.status)
    except (UnreadableSourceError, MinutesSyntaxError) as error:
        _take_back(source, error)
        return str(error)


def keep_missing_texts() -> None:
    """Keep the text of the versions that an earlier program has stored without it, and that nobody reads again.

    The lines of what was remarked on them then are those of their editors.
    """
    for source in SourceDocument.objects.without_text().iterator(_DOCUMENTS_AT_A_TIME):
        with suppress(UnreadableSourceError):
            read = kept_text(source)
            SourceDocument.objects.without_text().filter(pk=source.pk).update(
                text=read.text, encoding=read.encoding
            )


def _unlike_versions(source: SourceDocument) -> Iterator[Problem]:
    """A warning for each version of quite other items: day and time were all that an earlier program asked for."""
    for other in source.meeting.sources.exclude(pk=source.pk):
        with suppress(UnreadableSourceError, MinutesSyntaxError):
            parsed = read_stored(other).parsed
            if not compare_with_meetings(parsed, [source.meeting])[source.meeting].is_same_meeting:
                message = (
                    f"Version {other.version} har (næsten) ingen punkter til fælles med den gældende. Er den et andet "
                    "møde, så hent dens fil, og indlæs den som et andet møde (--as-other-meeting)."
                )
                yield Problem(1, "version_unlike", Severity.WARNING, message)


def _take_back(source: SourceDocument, error: UnreadableSourceError | MinutesSyntaxError) -> None:
    with transaction.atomic():
        meeting = lock_meeting(source.meeting)
        line = error.line if isinstance(error, MinutesSyntaxError) else 1
        message = f"Referatet kan ikke læses mere, og mødet er trukket tilbage: {error}"
        source.reader_version, source.parser_version = READER_VERSION, PARSER_VERSION
        _remark(source, [Problem(line, UNREADABLE, Severity.ERROR, message)])
        publication.take_back(Meeting.objects.filter(pk=meeting.pk), "Referatet kan ikke læses mere.")


def _remark(source: SourceDocument, more: list[Problem]) -> None:
    """Add to what is remarked on a version."""
    if more:
        source.problems = problems_as_json([*problems_from_json(source.problems), *more])
        source.save(update_fields=["problems", "reader_version", "parser_version"])


def _mask_what_was_kept(meeting: Meeting) -> None:
    """Mask the numbers in what a meeting keeps beside what was read: names of files, remarks, corrections."""
    for source in meeting.sources.without_documents():
        _mask_columns(source, "name", "problems")
    for correction in meeting.corrections.all():
        _mask_columns(correction, "item_title", "parsed_value", "value")


def mask_logs() -> None:
    """Mask the numbers in the log of the admin, and forget the searches that were made for one."""
    for entry in LogEntry.objects.iterator(_ROWS_AT_A_TIME):
        _mask_columns(entry, "change_message", "object_repr")
    for search in FailedSearch.objects.iterator(_ROWS_AT_A_TIME):
        if holds_personal_number(search.words):
            search.delete()


def _mask_columns(row: SourceDocument | Correction | LogEntry, *names: str) -> None:
    """Write those columns of a row anew that hold a number, and nothing else."""
    masked = {name: _masked(getattr(row, name)) for name in names}
    changed = {name: value for name, value in masked.items() if value != getattr(row, name)}
    if changed:
        # Not save(): when and by whom a row was written stays what it was.
        type(row)._default_manager.filter(pk=row.pk).update(**changed)
        for name, value in changed.items():
            setattr(row, name, value)


def _masked(value: Any) -> Any:
    """A text, or a list or object of texts, with its numbers masked."""
    if isinstance(value, str):
        return mask_personal_numbers(value)
    if isinstance(value, list):
        return [_masked(part) for part in value]
    if isinstance(value, dict):
        return {key: _masked(part) for key, part in value.items()}
    return value
