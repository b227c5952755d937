"""The only writer of parsed rows: one document in one transaction, all or nothing, and again without harm.

1. The bytes become text, and the text becomes values.
2. The body is found, and its day is locked, so that nobody else writes a meeting of it.
3. The meeting is found by body, date and time; if this document is in force already, nothing is written.
4. Its content is replaced in place, and the archivist's corrections are set again.
5. The document is kept as a version of the meeting's source, the one in force, and the items are indexed.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.contrib.auth.models import User
from django.db import models, transaction
from django.utils import timezone

from minutes.editing import publication
from minutes.editing.corrections import AfterImport, set_again
from minutes.models import Body, Correction, Meeting, SourceDocument
from minutes.models.addresses import item_slugs
from minutes.models.lengths import fit
from minutes.models.sources import problems_as_json, problems_from_json
from minutes.parser import PARSER_VERSION, parse_minutes
from minutes.parser.values import ParsedMeeting, Problem, Severity
from minutes.search.index import writing as indexing
from minutes.sources.text import numbered_text, read_source

from . import limits
from .bodies import find_or_create_bodies
from .content import write_content
from .meeting_of_document import (
    create_meeting,
    find_meeting_of_document,
    head_problems,
    lock_meetings_of_the_day,
    update_head,
)
from .organisation import centre_names


class ImportStatus(models.TextChoices):
    IMPORTED = "imported", "importeret"
    ALREADY_THERE = "already_there", "findes allerede"
    NEW_VERSION = "new_version", "ny version"
    READ_AGAIN = "read_again", "læst igen"


@dataclass(frozen=True, slots=True)
class ImportResult:
    """What an import came to, the meeting and source that it concerns, and what the archivist should see."""

    status: ImportStatus
    meeting: Meeting
    source: SourceDocument
    problems: tuple[Problem, ...]
    item_count: int


def import_minutes(
    content: bytes, name: str, *, imported_by: User | None = None, publish: bool = False
) -> ImportResult:
    """Write one document of minutes, given as the bytes and the name of its file.

    With `publish` a new meeting, or one that is a draft, is published; else a new meeting is a draft.
    Raises UnreadableSourceError or MinutesSyntaxError, and then has written nothing.
    """
    source_text = read_source(content)
    parsed = _parse(source_text.text)
    with transaction.atomic():
        bodies = _find_bodies(parsed)
        body = bodies[parsed.body]
        of_the_day = lock_meetings_of_the_day(body, parsed.date)
        sha256 = hashlib.sha256(content).hexdigest()
        same = _find_source(of_the_day, sha256)
        found = same.meeting if same else find_meeting_of_document(of_the_day, parsed)
        if found and found.is_draft and publish:
            publication.publish(Meeting.objects.filter(pk=found.pk))
            found.refresh_from_db(fields=["state", "published_at"])
        if same and same.is_current:
            return _already_there(same)

        meeting = found or create_meeting(body, parsed, of_the_day, publish)
        problems = _replace_content(meeting, parsed, bodies, is_new=found is None)
        version = _next_version(meeting) if found else 1
        source = same or SourceDocument(
            meeting=meeting,
            version=version,
            name=_file_name(name),
            content=content,
            sha256=sha256,
            encoding=source_text.encoding,
            imported_by=imported_by,
        )
        _make_current(source, problems)
        status = ImportStatus.NEW_VERSION if found else ImportStatus.IMPORTED
        return ImportResult(status, meeting, source, tuple(problems), len(parsed.items))


def reparse(source: SourceDocument) -> ImportResult:
    """Read a meeting's current source again, with the parser as it is now.

    A source that a newer version has taken the place of meanwhile is left alone. Raises UnreadableSourceError or
    MinutesSyntaxError where the parser refuses the document now, and then has written nothing.
    """
    parsed = _parse(numbered_text(bytes(source.content)))
    with transaction.atomic():
        # As in an import: bodies before the meeting, so that the two never wait for each other.
        bodies = _find_bodies(parsed)
        meeting = Meeting.objects.select_for_update(no_key=True).get(pk=source.meeting_id)
        source.refresh_from_db(fields=["is_current"])
        if not source.is_current:
            return _already_there(source)
        problems = [*head_problems(meeting, parsed, bodies), *_replace_content(meeting, parsed, bodies)]
        source.parser_version = PARSER_VERSION
        source.problems = problems_as_json(problems)
        source.save(update_fields=["parser_version", "problems"])
        return ImportResult(ImportStatus.READ_AGAIN, meeting, source, tuple(problems), len(parsed.items))


def _parse(text: str) -> ParsedMeeting:
    parsed = parse_minutes(text, centre_names())
    limits.refuse_excess(parsed)
    limits.refuse_far_future(parsed, timezone.localdate())
    return parsed


def _find_bodies(parsed: ParsedMeeting) -> dict[str, Body]:
    decisions = (decision for item in parsed.items for decision in item.decisions)
    return find_or_create_bodies([parsed.body, *(decision.body for decision in decisions)])


def _find_source(of_the_day: list[Meeting], sha256: str) -> SourceDocument | None:
    """The same bytes, as the current version of a meeting of that day, or else as an earlier one."""
    if not of_the_day:
        return None
    sources = SourceDocument.objects.filter(meeting__in=of_the_day, sha256=sha256)
    return sources.defer("content").select_related("meeting__body").order_by("-is_current", "pk").first()


def _already_there(source: SourceDocument) -> ImportResult:
    problems = problems_from_json(source.problems)
    return ImportResult(
        ImportStatus.ALREADY_THERE, source.meeting, source, problems, source.meeting.items.count()
    )


def _replace_content(
    meeting: Meeting, parsed: ParsedMeeting, bodies: dict[str, Body], *, is_new: bool = False
) -> list[Problem]:
    """Write what was parsed, and index it; the meeting's row is locked, or nobody else knows of it."""
    problems = [*parsed.problems, *limits.find_cut_texts(parsed)]
    items, problems_of_content = write_content(meeting, parsed, bodies, is_new=is_new)
    problems += problems_of_content
    if is_new:
        indexing.index_new(items)
    else:
        update_head(meeting, parsed)
        problems += _correction_problems(set_again(meeting), parsed)
        indexing.index_meetings([meeting.pk])
    return problems


def _correction_problems(
    corrections: Iterable[tuple[Correction, AfterImport]], parsed: ParsedMeeting
) -> Iterator[Problem]:
    """A problem for each correction that does not fit as it did."""
    slugs = item_slugs(item.number for item in parsed.items)
    lines = {slug: item.line for slug, item in zip(slugs, parsed.items, strict=True)}
    for correction, became in corrections:
        line = lines.get(correction.item_slug, 1)
        what = _name_of_correction(correction)
        match became:
            case AfterImport.WITHOUT_PLACE:
                message = f"Rettelsen {what} er ikke sat igen: punktet er et andet nu."
                yield Problem(line, "correction_unplaced", Severity.WARNING, message)
            case AfterImport.SET_ON_OTHER_VALUE:
                message = f"Rettelsen {what} gælder stadig, men der læses nu noget andet end dengang."
                yield Problem(line, "correction_of_changed_value", Severity.INFO, message)


def _name_of_correction(correction: Correction) -> str:
    where = f"{correction.item_slug}, {correction.key}" if correction.key else correction.item_slug
    return f"af {correction.get_field_display()} ({where})"


def _next_version(meeting: Meeting) -> int:
    """The number of the version that is about to take the current one's place."""
    meeting.sources.filter(is_current=True).update(is_current=False)
    return 1 + (meeting.sources.aggregate(newest=models.Max("version"))["newest"] or 0)


def _make_current(source: SourceDocument, problems: list[Problem]) -> None:
    """Store a new version, or put an earlier one in force again under the number that it has."""
    source.is_current = True
    source.parser_version = PARSER_VERSION
    source.problems = problems_as_json(problems)
    source.save()


def _file_name(name: str) -> str:
    """The last part of a path of any system, of printable characters."""
    last = name.replace("\\", "/").rstrip("/").rsplit("/", 1)[-1]
    printable = "".join(char if char.isprintable() else "\ufffd" for char in last)
    return fit(printable, SourceDocument, "name") or "uden navn"
