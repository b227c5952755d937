"""How long an answer may be kept: never longer than until it is asked for again, so that a withdrawal holds at once."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from . import Answer


def cache_rules(get_response: Answer) -> Answer:
    """Return a middleware that sets Cache-Control where a view has not.

    An answer to somebody with a session, and one that says what is wrong, is kept nowhere. Any other is "no-cache": a
    browser keeps the page, but asks each time whether it is still the same.
    """

    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        if not response.has_header("Cache-Control"):
            has_session = settings.SESSION_COOKIE_NAME in request.COOKIES
            kept_nowhere = has_session or response.status_code >= 400
            response.headers["Cache-Control"] = "private, no-store" if kept_nowhere else "no-cache"
        return response

    return middleware
