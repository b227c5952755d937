"""The page of one meeting: what came of it, its agenda, and all its items."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from minutes.models import Meeting
from minutes.models.visibility import reads_sources
from minutes.pages.items.reading import count_facts, read_agenda
from minutes.pages.lookup import find_meeting


@require_safe
def meeting_detail(request: HttpRequest, body_slug: str, meeting_slug: str) -> HttpResponse:
    """Show a meeting: what came of it, the agenda, and every item."""
    meeting = find_meeting(request, body_slug, meeting_slug)
    readings = read_agenda(meeting, request.user)
    previous, following = Meeting.objects.readable_by(request.user).neighbours(meeting)
    context = {
        "meeting": meeting,
        "readings": readings,
        "facts": count_facts(readings),
        "attendance": _attendance(meeting),
        "previous": previous,
        "next": following,
        "reads_source": reads_sources(request.user),
    }
    return render(request, "minutes/meetings/meeting_detail.html", context)


def _attendance(meeting: Meeting) -> dict[str, list[str]]:
    """The names of the header's lines about people, by what the line is called."""
    names: dict[str, list[str]] = {}
    for person in meeting.attendance.all():
        names.setdefault(person.get_role_display(), []).append(person.name)
    return names
