"""Refuses what no browser sends, and takes out of the rest what no part of the archive can mean: at the edge, so that
neither a view nor a query nor the framework meets it.
"""

from __future__ import annotations

import codecs
import logging
import re

from django.core.exceptions import BadRequest
from django.db import DataError
from django.http import Http404, HttpRequest, HttpResponse

from archive_site.request_limit import LengthRequired

from . import Answer
from .query_strings import clean

logger = logging.getLogger(__name__)

# In a header as it arrived: bytes above these may be a part of a letter. A tab is a blank there.
_CONTROL_BYTES = re.compile(r"[\x00-\x08\x0a-\x1f\x7f]")
# More digits are no length of anything.
_LENGTH = re.compile(r"[0-9]{0,18}")


def refuse_unreadable(get_response: Answer) -> Answer:
    """Return a middleware that raises BadRequest or Http404 for a request that cannot be read, and cleans any other."""

    def middleware(request: HttpRequest) -> HttpResponse:
        _clean_headers(request)
        _check_body(request)
        if clean(request.path_info) != request.path_info:
            raise Http404
        request.COOKIES = {
            name: value for name, value in request.COOKIES.items() if clean(name + value) == name + value
        }
        return get_response(request)

    return middleware


class UnusableData:
    """A middleware for what slips through: a value that the database cannot even read is the sender's fault."""

    def __init__(self, get_response: Answer) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self._get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> None:
        """Raise BadRequest in place of DataError; the log names the address and never the value."""
        if isinstance(exception, DataError):
            kind = type(exception.__cause__ or exception).__name__
            logger.warning("A request for %r has what the database cannot read: %s", request.path, kind)
            raise BadRequest("The request has what the database cannot read.") from exception


def _clean_headers(request: HttpRequest) -> None:
    for name, value in request.META.items():
        if name.startswith("HTTP_") and _CONTROL_BYTES.search(value):
            request.META[name] = _CONTROL_BYTES.sub(" ", value)


def _check_body(request: HttpRequest) -> None:
    """Raise BadRequest for a body of unknown length, or in another encoding than that of all our pages."""
    if not _LENGTH.fullmatch(request.META.get("CONTENT_LENGTH") or ""):
        raise BadRequest("The length of the body is no number.")
    if "HTTP_TRANSFER_ENCODING" in request.META:
        raise LengthRequired("The length of the body is not given.")
    if request.encoding and codecs.lookup(request.encoding).name != "utf-8":
        raise BadRequest("The request is not in UTF-8.")
