"""The list of meetings by year and body."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from minutes.models import Body, Meeting
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
    context = {"filter": chosen, "page": page, "body": _followed(chosen)}
    return render(request, "minutes/meetings/meeting_list.html", context)


def _followed(chosen: MeetingFilter) -> Body | None:
    """The body that is chosen, if there is a feed of it: everybody may read of its meetings."""
    body: Body | None = chosen.form.cleaned_data.get("organ")
    bodies = Meeting.objects.published_only().bodies()
    return bodies.filter(pk=body.pk).first() if body else None


@require_safe
def meetings_of_body(request: HttpRequest, body_slug: str) -> HttpResponse:
    """Lead from the beginning of a meeting's address to the list of its body's meetings."""
    bodies = Meeting.objects.readable_by(request.user).bodies()
    body = bodies.filter(slug=body_slug).first()
    if body is None:
        raise what_became_of_body(request, body_slug)
    return redirect(body)
