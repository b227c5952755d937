"""What the search box suggests while somebody types, for the script in the browser."""

from __future__ import annotations

from itertools import groupby
from typing import Any

from django.conf import settings
from django.http import HttpRequest, JsonResponse
from django.views.decorators.http import require_safe

from minutes.search.guidance.suggestion import Suggestion
from minutes.search.guidance.suggestions import suggest

# A browser may show again what it was sent at most this long ago, while letters are typed and taken back.
_SECONDS_KEPT = 20


@require_safe
def suggestions(request: HttpRequest) -> JsonResponse:
    """Give {"groups": [{"label", "suggestions": [{"label", and "address" or "query"}]}]} for the text in "q"."""
    found = suggest(request.GET.get("q", ""), request.user)
    groups = [
        {"label": kind.label, "suggestions": [_as_json(suggestion) for suggestion in of_kind]}
        for kind, of_kind in groupby(found, key=lambda suggestion: suggestion.kind)
    ]
    response = JsonResponse({"groups": groups}, json_dumps_params={"ensure_ascii": False})
    # With a session it is kept nowhere, as any other page (see caching.py): the next reader may be somebody else.
    if settings.SESSION_COOKIE_NAME not in request.COOKIES:
        response.headers["Cache-Control"] = f"private, max-age={_SECONDS_KEPT}"
    return response


def _as_json(suggestion: Suggestion) -> dict[str, Any]:
    if suggestion.address:
        return {"label": suggestion.label, "address": suggestion.address}
    return {"label": suggestion.label, "query": suggestion.query}
