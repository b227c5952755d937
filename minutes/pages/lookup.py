"""What an address names, as far as its reader may see it."""

from __future__ import annotations

from django.http import Http404, HttpRequest

from minutes.models import Meeting
from minutes.models.visibility import is_readable

from .errors import MeetingWithdrawn


def find_meeting(request: HttpRequest, body_slug: str, meeting_slug: str) -> Meeting:
    """Return the meeting at this address; raise MeetingWithdrawn, or Http404 where the reader may see none."""
    meeting = Meeting.objects.select_related("body").filter(body__slug=body_slug, slug=meeting_slug).first()
    if meeting and meeting.is_withdrawn:
        raise MeetingWithdrawn
    if meeting is None or not is_readable(meeting, request.user):
        raise Http404
    return meeting
