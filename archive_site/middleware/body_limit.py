"""Refuses a body that is longer than a form needs, before anything of it is read, unless it brings files to where they
are taken.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest, HttpResponse

from archive_site.request_limit import announced_bytes, may_send_files

from . import Answer


class BodyLimit:
    """A middleware before the one that reads forms for their token; the limit is DATA_UPLOAD_MAX_MEMORY_SIZE."""

    def __init__(self, get_response: Answer) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self._get_response(request)

    def process_view(self, request: HttpRequest, view: Callable[..., Any], *_arguments: Any) -> None:
        """Raise RequestDataTooBig, which is answered with 413; the server then closes the connection."""
        length, most = announced_bytes(request), settings.DATA_UPLOAD_MAX_MEMORY_SIZE
        if length > most and not may_send_files(request, view):
            raise RequestDataTooBig(f"The request holds {length} bytes; at most {most} are accepted here.")
