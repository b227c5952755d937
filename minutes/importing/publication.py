"""Publishing meetings, taking them back into draft, and withdrawing them for good."""

from __future__ import annotations

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from minutes.models import Meeting, PublicationState
from minutes.models.meetings import MeetingQuerySet

from . import indexing


def published() -> dict[str, object]:
    """Return the columns of a meeting that is published now."""
    return {"state": PublicationState.PUBLISHED, "published_at": timezone.now(), "withdrawn_at": None}


def publish(meetings: MeetingQuerySet) -> int:
    """Show drafts, and withdrawn meetings again, to everybody; return how many were changed."""
    return _change(meetings.exclude(state=PublicationState.PUBLISHED), **published())


def unpublish(meetings: MeetingQuerySet) -> int:
    """Make published meetings drafts again, seen by staff only; return how many were changed."""
    return _change(meetings.published(), state=PublicationState.DRAFT)


def withdraw(meetings: MeetingQuerySet) -> int:
    """Take back meetings that are or have been published: their addresses answer 410. Return how many."""
    has_been_public = Q(state=PublicationState.PUBLISHED) | Q(
        state=PublicationState.DRAFT, published_at__isnull=False
    )
    return _change(
        meetings.filter(has_been_public), state=PublicationState.WITHDRAWN, withdrawn_at=timezone.now()
    )


@transaction.atomic
def _change(meetings: MeetingQuerySet, **columns: object) -> int:
    """Write the columns, and with them what search may find."""
    keys = list(
        meetings.select_for_update(no_key=True, of=("self",)).order_by("pk").values_list("pk", flat=True)
    )
    Meeting.objects.filter(pk__in=keys).update(**columns)
    indexing.index_meetings(keys)
    return len(keys)
