"""What is answered to whoever may not try a password now: when to try again."""

from __future__ import annotations

import math
from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from .attempts import Credentials, locked_until, name_tried
from .password_checks import LoginBusyError

_SECONDS_TO_WAIT = 10


def locked(
    request: HttpRequest, response: HttpResponse, credentials: Credentials | None = None
) -> HttpResponse:
    """Answer 429 to whoever has tried too often, with the time at which the name may be tried again."""
    until = locked_until(name_tried(request, credentials), request.axes_ip_address)
    seconds = max(1, math.ceil((until - timezone.now()).total_seconds()))
    context = {"until": until, "minutes": math.ceil(seconds / 60)}
    return _answer(request, "login/locked.html", context, status=429, seconds=seconds)


class BusyLogin:
    """A middleware that answers 503 where too many passwords are waiting to be checked."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self._get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        if not isinstance(exception, LoginBusyError):
            return None
        return _answer(request, "login/busy.html", {}, status=503, seconds=_SECONDS_TO_WAIT)


def _answer(
    request: HttpRequest, template: str, context: dict[str, object], *, status: int, seconds: int
) -> HttpResponse:
    response = render(request, template, context, status=status)
    response.headers["Retry-After"] = str(seconds)
    response.headers["Cache-Control"] = "private, no-store"
    return response
