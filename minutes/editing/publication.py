"""Publishing meetings, taking them back into draft, and withdrawing them for good."""

from __future__ import annotations

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from minutes.models import Meeting, PublicationState
from minutes.models.meetings import MeetingQuerySet
from minutes.search.index import writing as indexing


def columns_of_published() -> dict[str, object]:
    """Return the columns of a meeting that is published now."""
    return {"state": PublicationState.PUBLISHED, "published_at": timezone.now(), "withdrawn_at": None}


def publish(meetings: MeetingQuerySet) -> int:
    """Show drafts, and withdrawn meetings again, to everybody; return how many were changed."""
    return _change(meetings, ~Q(state=PublicationState.PUBLISHED), **columns_of_published())


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


@transaction.atomic
def _change(meetings: MeetingQuerySet, condition: Q, **columns: object) -> int:
    """Write the columns where the condition holds, and with them what search may find."""
    # Locked in one order, so that two changes of the same meetings never wait for each other.
    chosen = Meeting.objects.filter(condition, pk__in=meetings.values("pk")).order_by("pk")
    keys = list(chosen.select_for_update(no_key=True).values_list("pk", flat=True))
    Meeting.objects.filter(pk__in=keys).update(**columns)
    indexing.index_meetings(keys)
    return len(keys)
