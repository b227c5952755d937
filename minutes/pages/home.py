"""The front page: the search box, the newest meetings, what is open, and what the archive covers."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from minutes.matters.following.told import count_open
from minutes.models import Meeting
from minutes.models.meetings import address_of_body

# They are taken in at a glance beside what the archive covers; all others are a link away.
_NEWEST_MEETINGS = 6


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """Show the newest meetings, how much is open, and for each body how many there are and from when to when."""
    meetings = Meeting.objects.readable_by(request.user)
    newest = meetings.newest_first().select_related("body").prefetch_related("items")[:_NEWEST_MEETINGS]
    bodies = [{**span, "address": address_of_body(span["body__slug"])} for span in meetings.spans_by_body()]
    open_deferrals, open_promises = count_open(request.user)
    context = {
        "meetings": newest,
        "bodies": bodies,
        "open_deferrals": open_deferrals,
        "open_promises": open_promises,
    }
    return render(request, "minutes/home.html", context)
