"""How long an answer may be kept: never longer than until it is asked for again, so that a withdrawal holds at once."""

from __future__ import annotations

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse


def cache_rules(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Return a middleware that says it where a view has not: an answer to somebody with a session is kept nowhere.

    "no-cache" lets a browser keep the page but ask each time, and be told 304 while it is unchanged.
    """

    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        if not response.has_header("Cache-Control"):
            has_session = settings.SESSION_COOKIE_NAME in request.COOKIES
            kept_nowhere = has_session or response.status_code >= 400
            response.headers["Cache-Control"] = "private, no-store" if kept_nowhere else "no-cache"
        return response

    return middleware
