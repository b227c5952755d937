"""What is answered when an address leads nowhere, a meeting has been withdrawn, too much was sent, or the database does
not answer.
"""

from __future__ import annotations

import logging
import sys

from django.core.exceptions import RequestDataTooBig, TooManyFilesSent
from django.db import Error, InterfaceError, OperationalError
from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.shortcuts import render
from django.template.loader import render_to_string
from django.views.defaults import page_not_found
from psycopg.errors import ReadOnlySqlTransaction

from archive_site.request_limit import LengthRequired
from minutes.models import AgendaItem, Meeting

_SECONDS_TO_WAIT = 30
# Of an address in the log: enough to find it.
_MOST_OF_ADDRESS = 200

logger = logging.getLogger(__name__)


class MeetingWithdrawn(Http404):
    """The address belonged to a meeting that has been taken back."""


class ItemWithdrawn(Http404):
    """The address belongs to an item that has been taken back alone; its meeting may be read."""

    def __init__(self, item: AgendaItem) -> None:
        super().__init__()
        self.item = item


class AddressGone(Http404):
    """What stood at the address was public, and is not there any more."""


class AddressMoved(Http404):
    """What stood at the address stands at another one now."""

    def __init__(self, location: str) -> None:
        super().__init__()
        self.location = location


class ItemNotThere(Http404):
    """A meeting that the reader may see has no item at this address."""

    def __init__(self, meeting: Meeting, item_slug: str) -> None:
        super().__init__()
        self.meeting = meeting
        self.number = item_slug.removeprefix("punkt-")


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Answer 413 where more was sent than is taken, 411 where nobody knows how much, else 400.

    The log names the address and what was wrong, never what was sent.
    """
    logger.warning("Refused a request for %r: %s", request.path[:_MOST_OF_ADDRESS], type(exception).__name__)
    if isinstance(exception, (RequestDataTooBig, TooManyFilesSent)):
        return HttpResponse(render_to_string("413.html"), status=413)
    status = 411 if isinstance(exception, LengthRequired) else 400
    return HttpResponse(render_to_string("400.html"), status=status)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Answer 410 for what has been withdrawn or is gone, 301 for what has moved, 404 for what never was."""
    if isinstance(exception, AddressMoved):
        return HttpResponsePermanentRedirect(exception.location)
    if isinstance(exception, AddressGone):
        return render(request, "410_gone.html", status=410)
    if isinstance(exception, MeetingWithdrawn):
        return render(request, "410.html", status=410)
    if isinstance(exception, ItemWithdrawn):
        return render(request, "minutes/items/item_withdrawn.html", {"item": exception.item}, status=410)
    if isinstance(exception, ItemNotThere):
        context = {"meeting": exception.meeting, "number": exception.number}
        return render(request, "minutes/items/item_not_there.html", context, status=404)
    return page_not_found(request, exception)


def server_error(_request: HttpRequest) -> HttpResponse:
    """Answer 503 when the database is away, too slow or for reading only, else 500. Asks the database for nothing."""
    failure = sys.exception()
    if isinstance(failure, Error) and isinstance(failure.__cause__, ReadOnlySqlTransaction):
        return _try_again("503_read_only.html")
    if isinstance(failure, (OperationalError, InterfaceError)):
        return _try_again("503.html")
    return HttpResponse(render_to_string("500.html"), status=500)


def _try_again(template: str) -> HttpResponse:
    return HttpResponse(
        render_to_string(template), status=503, headers={"Retry-After": str(_SECONDS_TO_WAIT)}
    )
