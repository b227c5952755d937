"""Publishing meetings, taking them back into draft, and withdrawing them for good."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from minutes.models import Meeting, PublicationState, SourceDocument
from minutes.models.meetings import MeetingQuerySet
from minutes.search.index import writing as indexing

from .obstacles import Obstacle, find_obstacles


def columns_of_published() -> dict[str, object]:
    """Return the columns of a meeting that is published now."""
    return {"state": PublicationState.PUBLISHED, "published_at": timezone.now(), "withdrawn_at": None}


def mark_published(meeting: Meeting) -> None:
    """Show to everybody a meeting that is locked, or that nobody else knows of yet, and that is about to be indexed."""
    columns = columns_of_published()
    for name, value in columns.items():
        setattr(meeting, name, value)
    meeting.save(update_fields=[*columns])


@dataclass(frozen=True, slots=True)
class Published:
    """The keys of the meetings that were published, and of those that were not what keeps them from it."""

    changed: tuple[int, ...]
    barred: Mapping[int, tuple[Obstacle, ...]]


@transaction.atomic
def publish(meetings: MeetingQuerySet) -> Published:
    """Show drafts, and withdrawn meetings again, to everybody, unless something in their minutes forbids it."""
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
    return Published(tuple(free), barred)


def unpublish(meetings: MeetingQuerySet) -> int:
    """Make published meetings drafts again, seen by staff only; return how many were changed."""
    return _change(meetings, Q(state=PublicationState.PUBLISHED), state=PublicationState.DRAFT)


def withdraw(meetings: MeetingQuerySet) -> int:
    """Take back meetings that are or have been published: their addresses answer 410. Return how many."""
    was_public = Q(state=PublicationState.DRAFT, published_at__isnull=False)
    return _change(
        meetings,
        Q(state=PublicationState.PUBLISHED) | was_public,
        state=PublicationState.WITHDRAWN,
        withdrawn_at=timezone.now(),
    )


def take_back(meetings: MeetingQuerySet) -> int:
    """Withdraw meetings of which nobody knows any more what they say, public or not; return how many."""
    return _change(
        meetings,
        ~Q(state=PublicationState.WITHDRAWN),
        state=PublicationState.WITHDRAWN,
        withdrawn_at=timezone.now(),
    )


@transaction.atomic
def _change(meetings: MeetingQuerySet, condition: Q, **columns: object) -> int:
    keys = _lock(meetings, condition)
    _write(keys, **columns)
    return len(keys)


def _lock(meetings: MeetingQuerySet, condition: Q) -> list[int]:
    """The keys of those meetings of which the condition holds, once nobody else writes them.

    Locked in one order, so that two changes of the same meetings never wait for each other.
    """
    chosen = Meeting.objects.filter(condition, pk__in=meetings.values("pk")).order_by("pk")
    return list(chosen.select_for_update(no_key=True).values_list("pk", flat=True))


def _write(keys: list[int], **columns: object) -> None:
    """Write the columns of locked meetings, and with them what search may find."""
    Meeting.objects.filter(pk__in=keys).update(**columns)
    indexing.index_meetings(keys)
