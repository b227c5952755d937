"""The only writer of parsed rows: one document in one transaction, all or nothing, and again without harm.

1. The bytes become text, and the text becomes values.
2. The body is found, and its day is locked, so that nobody else writes a meeting of it.
3. The meeting is found by body, date and time; if it has this document already, nothing is written.
4. Its content is replaced in place, and the archivist's corrections are set again.
5. The document is kept as the newest version of the meeting's source, and the items are indexed.
"""

from __future__ import annotations

import datetime
import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass

from django.contrib.auth.models import AbstractBaseUser
from django.db import models, transaction

from minutes.models import Body, Meeting, SourceDocument
from minutes.parser import PARSER_VERSION, parse_minutes
from minutes.parser.values import MinutesSyntaxError, ParsedMeeting, Problem, Severity

from . import indexing, limits, publication
from .bodies import find_or_create_bodies
from .content import write_content
from .corrections import reapply
from .locks import lock_day
from .organisation import centre_names
from .slugs import item_slugs, meeting_slug
from .sources import SourceText, read_source

_LONGEST_NAME = 255


class ImportStatus(models.TextChoices):
    """What an import came to."""

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
    content: bytes, name: str, *, imported_by: AbstractBaseUser | None = None, publish: bool = False
) -> ImportResult:
    """Write one document of minutes, given as the bytes and the name of its file.

    With `publish` a new meeting, or one that is a draft, is published; else a new meeting is a draft.
    Raises UnreadableSourceError or MinutesSyntaxError, and then has written nothing.
    """
    source_text = read_source(content)
    parsed = _parse(source_text)
    with transaction.atomic():
        bodies = _find_bodies(parsed)
        lock_day(bodies[parsed.body].pk, parsed.date)
        sha256 = hashlib.sha256(content).hexdigest()
        same = _find_source(bodies[parsed.body], parsed.date, sha256)
        meeting = same.meeting if same else _find_meeting(bodies[parsed.body], parsed)
        if meeting and meeting.is_draft and publish:
            publication.publish(Meeting.objects.filter(pk=meeting.pk))
            meeting.refresh_from_db(fields=["state", "published_at"])
        if same:
            return _already_there(same)

        status = ImportStatus.NEW_VERSION if meeting else ImportStatus.IMPORTED
        meeting = meeting or _create_meeting(bodies[parsed.body], parsed, publish)
        problems = _replace_content(meeting, parsed, bodies)
        source = SourceDocument(
            meeting=meeting,
            name=_file_name(name),
            content=content,
            sha256=sha256,
            encoding=source_text.encoding,
            imported_by=imported_by,
            parser_version=PARSER_VERSION,
            problems=_as_json(problems),
        )
        _save_as_newest(source)
        return ImportResult(status, meeting, source, tuple(problems), len(parsed.items))


def reparse(source: SourceDocument) -> ImportResult:
    """Read a meeting's current source again, with the parser as it is now.

    A source that a newer version has taken the place of meanwhile is left alone. Raises UnreadableSourceError or
    MinutesSyntaxError where the parser refuses the document now, and then has written nothing.
    """
    parsed = _parse(read_source(bytes(source.content)))
    with transaction.atomic():
        bodies = _find_bodies(parsed)
        meeting = Meeting.objects.select_for_update(no_key=True).get(pk=source.meeting_id)
        source.refresh_from_db(fields=["is_current"])
        if not source.is_current:
            return _already_there(source)
        problems = [*_head_problems(meeting, parsed, bodies), *_replace_content(meeting, parsed, bodies)]
        source.parser_version = PARSER_VERSION
        source.problems = _as_json(problems)
        source.save(update_fields=["parser_version", "problems"])
        return ImportResult(ImportStatus.READ_AGAIN, meeting, source, tuple(problems), len(parsed.items))


def _parse(source_text: SourceText) -> ParsedMeeting:
    parsed = parse_minutes(source_text.text, centre_names())
    limits.refuse_excess(parsed)
    return parsed


def _find_bodies(parsed: ParsedMeeting) -> dict[str, Body]:
    decisions = (decision for item in parsed.items for decision in item.decisions)
    return find_or_create_bodies([parsed.body, *(decision.body for decision in decisions)])


def _find_source(body: Body, date: datetime.date, sha256: str) -> SourceDocument | None:
    """The same bytes, as the current or an earlier version of a meeting of that day."""
    sources = SourceDocument.objects.filter(meeting__body=body, meeting__date=date, sha256=sha256)
    return sources.defer("content").select_related("meeting__body").first()


def _already_there(source: SourceDocument) -> ImportResult:
    problems = tuple(
        Problem(problem["line"], problem["code"], Severity(problem["severity"]), problem["message"])
        for problem in source.problems
    )
    return ImportResult(
        ImportStatus.ALREADY_THERE, source.meeting, source, problems, source.meeting.items.count()
    )


def _find_meeting(body: Body, parsed: ParsedMeeting) -> Meeting | None:
    """The meeting of that time; where one of the two times is missing, it is the only meeting of the day."""
    of_the_day = list(body.meetings.filter(date=parsed.date).select_for_update(no_key=True))
    for meeting in of_the_day:
        if meeting.start_time == parsed.start_time:
            return meeting
    if parsed.start_time:
        return next((meeting for meeting in of_the_day if meeting.start_time is None), None)
    if len(of_the_day) > 1:
        expected = f"et mødetidspunkt, for {body.name} har {len(of_the_day)} møder den {parsed.date:%d-%m-%Y}"
        raise MinutesSyntaxError(expected, "intet", parsed.lines[0].number)
    return of_the_day[0] if of_the_day else None


def _create_meeting(body: Body, parsed: ParsedMeeting, publish: bool) -> Meeting:
    taken = set(body.meetings.filter(slug__startswith=parsed.date.isoformat()).values_list("slug", flat=True))
    return Meeting.objects.create(
        body=body,
        date=parsed.date,
        start_time=parsed.start_time,
        slug=meeting_slug(parsed.date, parsed.start_time, taken),
        **(publication.published() if publish else {}),
    )


def _replace_content(meeting: Meeting, parsed: ParsedMeeting, bodies: dict[str, Body]) -> list[Problem]:
    """Write what was parsed, and index it; the meeting's row is new or locked."""
    meeting.location = limits.cut(parsed.location, limits.LONGEST_LOCATION)
    if meeting.start_time is None and not _is_taken(meeting, parsed.start_time):
        meeting.start_time = parsed.start_time
    meeting.save(update_fields=["location", "start_time"])
    problems = [*parsed.problems, *limits.find_cut_texts(parsed), *write_content(meeting, parsed, bodies)]
    slugs = item_slugs(item.number for item in parsed.items)
    problems += reapply(meeting, {slug: item.line for slug, item in zip(slugs, parsed.items, strict=True)})
    indexing.index_meetings([meeting.pk])
    return problems


def _is_taken(meeting: Meeting, start_time: datetime.time | None) -> bool:
    return (
        meeting.body.meetings.filter(date=meeting.date, start_time=start_time).exclude(pk=meeting.pk).exists()
    )


def _head_problems(meeting: Meeting, parsed: ParsedMeeting, bodies: dict[str, Body]) -> Iterator[Problem]:
    """A source stays with its meeting even if its head is read otherwise now: addresses are permanent."""
    is_other_time = parsed.start_time is not None and meeting.start_time not in (None, parsed.start_time)
    if (bodies[parsed.body], parsed.date) != (meeting.body, meeting.date) or is_other_time:
        when = f"{parsed.date:%d-%m-%Y}" + (f" kl. {parsed.start_time:%H:%M}" if parsed.start_time else "")
        message = f"Hovedet læses nu som {parsed.body} {when}; mødet er stadig {meeting}."
        yield Problem(parsed.lines[0].number, "head_differs", Severity.WARNING, message)


def _save_as_newest(source: SourceDocument) -> None:
    versions = source.meeting.sources
    source.version = 1 + (versions.aggregate(newest=models.Max("version"))["newest"] or 0)
    versions.filter(is_current=True).update(is_current=False)
    source.save()


def _file_name(name: str) -> str:
    """The last part of a path of any system, of printable characters."""
    last = name.replace("\\", "/").rstrip("/").rsplit("/", 1)[-1]
    printable = "".join(char if char.isprintable() else "\ufffd" for char in last)
    return limits.cut(printable, _LONGEST_NAME) or "uden navn"


def _as_json(problems: Iterable[Problem]) -> list[dict[str, object]]:
    return [asdict(problem) for problem in problems]
