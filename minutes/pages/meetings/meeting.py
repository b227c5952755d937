"""The pages about meetings: the list by year, one meeting with its items, and the text it was read from."""

from __future__ import annotations

from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from minutes.models import Meeting, SourceDocument
from minutes.models.visibility import reads_sources
from minutes.pages.items.reading import count_facts, read_agenda
from minutes.pages.lookup import find_meeting
from minutes.pages.paging import page_of
from minutes.sources.text import UnreadableSourceError, numbered_text

from .meeting_filter import MeetingFilter

_MEETINGS_PER_PAGE = 60


@require_safe
def meeting_list(request: HttpRequest) -> HttpResponse:
    """List the meetings, newest first, a heading a year."""
    meetings = Meeting.objects.readable_by(request.user)
    chosen = MeetingFilter(request.GET, meetings)
    rows = chosen.qs.newest_first().select_related("body").prefetch_related("items")
    page = page_of(request, rows, _MEETINGS_PER_PAGE)
    return render(request, "minutes/meetings/meeting_list.html", {"filter": chosen, "page": page})


@require_safe
def meetings_of_body(request: HttpRequest, body_slug: str) -> HttpResponse:
    """Lead from the beginning of a meeting's address to the list of its body's meetings."""
    bodies = Meeting.objects.readable_by(request.user).bodies()
    body = get_object_or_404(bodies, slug=body_slug)
    return redirect(f"{reverse('meeting-list')}?organ={body.slug}")


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


@require_safe
def meeting_source(request: HttpRequest, body_slug: str, meeting_slug: str) -> HttpResponse:
    """Show the text that the meeting was read from to whom the admin would show it: it holds the closed items."""
    meeting = find_meeting(request, body_slug, meeting_slug)
    if not request.user.is_authenticated:
        return redirect_to_login(request.get_full_path())
    if not reads_sources(request.user):
        raise PermissionDenied
    source = meeting.sources.filter(is_current=True).first()
    if source is None:
        raise Http404
    context = {"meeting": meeting, "source": source, "lines": _lines_of(source)}
    return render(request, "minutes/meetings/meeting_source.html", context)


def _lines_of(source: SourceDocument) -> list[str]:
    """The lines as `SourceDocument.problems` counts them; of a file that is not read any more, why that is."""
    try:
        return numbered_text(bytes(source.content)).split("\n")
    except UnreadableSourceError as error:
        return [str(error)]


def _attendance(meeting: Meeting) -> dict[str, list[str]]:
    """The names of the header's lines about people, by what the line is called."""
    names: dict[str, list[str]] = {}
    for person in meeting.attendance.all():
        names.setdefault(person.get_role_display(), []).append(person.name)
    return names
