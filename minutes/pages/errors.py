"""What is answered when an address leads nowhere, a meeting has been withdrawn, or the database does not answer."""

from __future__ import annotations

import sys

from django.db import InterfaceError, OperationalError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.views.defaults import page_not_found

_SECONDS_TO_WAIT = 30


class MeetingWithdrawn(Http404):
    """The address belonged to a meeting that has been taken back."""


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Answer 410 for what has been withdrawn, 404 for what never was."""
    if isinstance(exception, MeetingWithdrawn):
        return render(request, "410.html", status=410)
    return page_not_found(request, exception)


def server_error(_request: HttpRequest) -> HttpResponse:
    """Answer 503 when the database is away or too slow, else 500. Asks the database for nothing."""
    if isinstance(sys.exception(), (OperationalError, InterfaceError)):
        return HttpResponse(
            render_to_string("503.html"), status=503, headers={"Retry-After": str(_SECONDS_TO_WAIT)}
        )
    return HttpResponse(render_to_string("500.html"), status=500)
