"""What is answered when an address leads nowhere, a meeting has been withdrawn, too much was sent, or the database does
not answer.
"""

from __future__ import annotations

import sys

from django.core.exceptions import RequestDataTooBig, TooManyFilesSent
from django.db import InterfaceError, OperationalError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.views.defaults import page_not_found

from minutes.models import Meeting

_SECONDS_TO_WAIT = 30


class MeetingWithdrawn(Http404):
    """The address belonged to a meeting that has been taken back."""


class ItemNotThere(Http404):
    """A meeting that the reader may see has no item at this address."""

    def __init__(self, meeting: Meeting, item_slug: str) -> None:
        super().__init__()
        self.meeting = meeting
        self.number = item_slug.removeprefix("punkt-")


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Answer 413 where more was sent than is taken, else 400."""
    is_too_much = isinstance(exception, (RequestDataTooBig, TooManyFilesSent))
    status = 413 if is_too_much else 400
    return HttpResponse(render_to_string(f"{status}.html"), status=status)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Answer 410 for what has been withdrawn, 404 for what never was."""
    if isinstance(exception, MeetingWithdrawn):
        return render(request, "410.html", status=410)
    if isinstance(exception, ItemNotThere):
        context = {"meeting": exception.meeting, "number": exception.number}
        return render(request, "minutes/items/item_not_there.html", context, status=404)
    return page_not_found(request, exception)


def server_error(_request: HttpRequest) -> HttpResponse:
    """Answer 503 when the database is away or too slow, else 500. Asks the database for nothing."""
    if isinstance(sys.exception(), (OperationalError, InterfaceError)):
        return HttpResponse(
            render_to_string("503.html"), status=503, headers={"Retry-After": str(_SECONDS_TO_WAIT)}
        )
    return HttpResponse(render_to_string("500.html"), status=500)
