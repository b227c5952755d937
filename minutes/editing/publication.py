"""Publishing meetings, and withdrawing them: what was public is never a draft again."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from minutes.matters.joining.writing import joined_again
from minutes.models import Event, Meeting, PublicationState, SourceDocument
from minutes.models.meetings import MeetingQuerySet
from minutes.search.index import writing as indexing

from .event_log import record
from .obstacles import Obstacle, find_obstacles


def columns_of_published() -> dict[str, object]:
    """Return the columns of a meeting that is published now."""
    return {"state": PublicationState.PUBLISHED, "published_at": timezone.now(), "withdrawn_at": None}


def mark_published(meeting: Meeting, by: User | None) -> None:
    """Show to everybody a meeting that is locked, or that nobody else knows of yet, and that is about to be indexed."""
    columns = columns_of_published()
    for name, value in columns.items():
        setattr(meeting, name, value)
    meeting.save(update_fields=[*columns])
    record(Event.Kind.PUBLISHED, by, meeting=meeting)


@dataclass(frozen=True, slots=True)
class Published:
    """The keys of the meetings that were published, and of those that were not what keeps them from it."""

    changed: tuple[int, ...]
    barred: Mapping[int, tuple[Obstacle, ...]]


@transaction.atomic
def publish(meetings: MeetingQuerySet, by: User | None = None, reason: str = "") -> Published:
    """Show drafts, and withdrawn meetings again, to everybody, unless something in their minutes forbids it.

    `by` is None for what the archive does itself.
    """
    keys = _lock(meetings, ~Q(state=PublicationState.PUBLISHED))
    in_force = (
        SourceDocument.objects.in_force()
        .filter(meeting__in=keys)
        .without_documents()
        .select_related("meeting")
    )
    barred = {source.meeting.pk: found for source in in_force if (found := find_obstacles(source))}
    free = [key for key in keys if key not in barred]
    _write(free, **columns_of_published())
    _record(Event.Kind.PUBLISHED, free, by, reason)
    return Published(tuple(free), barred)


def withdraw(meetings: MeetingQuerySet, by: User | None = None, reason: str = "") -> list[int]:
    """Take back published meetings: their addresses answer 410, and nothing finds them. Return their keys."""
    return _take_back(meetings, Q(state=PublicationState.PUBLISHED), by, reason)


def take_back(meetings: MeetingQuerySet, reason: str) -> list[int]:
    """Withdraw meetings of which nobody knows any more what they say, public or not; return their keys."""
    return _take_back(meetings, ~Q(state=PublicationState.WITHDRAWN), None, reason)


@transaction.atomic
def _take_back(meetings: MeetingQuerySet, condition: Q, by: User | None, reason: str) -> list[int]:
    keys = _lock(meetings, condition)
    _write(keys, state=PublicationState.WITHDRAWN, withdrawn_at=timezone.now())
    _record(Event.Kind.WITHDRAWN, keys, by, reason)
    return keys


def _lock(meetings: MeetingQuerySet, condition: Q) -> list[int]:
    """The keys of those meetings of which the condition holds, once nobody else writes them.

    Locked in one order, so that two changes of the same meetings never wait for each other.
    """
    chosen = Meeting.objects.filter(condition, pk__in=meetings.values("pk")).order_by("pk")
    return list(chosen.select_for_update(no_key=True).values_list("pk", flat=True))


def _write(keys: list[int], **columns: object) -> None:
    """Write the columns of locked meetings, and with them what search may find."""
    with joined_again(keys):
        Meeting.objects.filter(pk__in=keys).update(**columns)
        indexing.index_meetings(keys)


def _record(kind: Event.Kind, keys: Iterable[int], by: User | None, reason: str) -> None:
    for meeting in Meeting.objects.filter(pk__in=keys).order_by("pk").select_related("body"):
        record(kind, by, meeting=meeting, reason=reason)
