"""The list of meetings by year and body."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from minutes.models import Meeting
from minutes.pages.moved import lead_on_from_body, what_became_of_body
from minutes.pages.paging import page_of

from .meeting_filter import MeetingFilter

# A meeting is one short line, so a page has more of them than of cases.
_MEETINGS_PER_PAGE = 60


@require_safe
def meeting_list(request: HttpRequest) -> HttpResponse:
    """List the meetings, newest first, a heading a year."""
    meetings = Meeting.objects.readable_by(request.user)
    chosen = MeetingFilter(request.GET, meetings)
    if "organ" in chosen.form.errors:
        lead_on_from_body(request)
    rows = chosen.qs.newest_first().select_related("body").prefetch_related("items")
    page = page_of(request, rows, _MEETINGS_PER_PAGE)
    return render(request, "minutes/meetings/meeting_list.html", {"filter": chosen, "page": page})


@require_safe
def meetings_of_body(request: HttpRequest, body_slug: str) -> HttpResponse:
    """Lead from the beginning of a meeting's address to the list of its body's meetings."""
    bodies = Meeting.objects.readable_by(request.user).bodies()
    body = bodies.filter(slug=body_slug).first()
    if body is None:
        raise what_became_of_body(request, body_slug)
    return redirect(body)
