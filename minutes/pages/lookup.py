"""What an address names, as far as its reader may see it."""

from __future__ import annotations

from django.http import HttpRequest

from minutes.models import Meeting
from minutes.models.visibility import is_readable

from .errors import ItemNotThere, MeetingWithdrawn
from .moved import what_became_of_item, what_became_of_meeting


def find_meeting(request: HttpRequest, body_slug: str, meeting_slug: str) -> Meeting:
    """Return the meeting at this address.

    Raises MeetingWithdrawn; where the reader may see none, AddressMoved or AddressGone for one that stood there, else
    Http404.
    """
    meeting = Meeting.objects.select_related("body").filter(body__slug=body_slug, slug=meeting_slug).first()
    if meeting and meeting.is_withdrawn:
        raise MeetingWithdrawn
    if meeting is None or not is_readable(meeting, request.user):
        raise what_became_of_meeting(request, body_slug, meeting_slug)
    return meeting


def item_not_there(request: HttpRequest, meeting: Meeting, item_slug: str) -> Exception:
    """Return what to raise where a meeting that the reader may see has no item at this address."""
    return what_became_of_item(request, meeting.body.slug, meeting.slug, item_slug) or ItemNotThere(
        meeting, item_slug
    )
