"""Where nothing is read without a login, not even whether there is something at an address."""

from __future__ import annotations

from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.urls import Resolver404, resolve

from . import Answer


def close_addresses(get_response: Answer) -> Answer:
    """Return a middleware that leads a stranger to the login from every address that has no page.

    Django's LoginRequiredMiddleware is asked only where there is a view: without this, an address that leads nowhere
    would be answered with 404, and one without its last slash with where it belongs.
    """

    def middleware(request: HttpRequest) -> HttpResponse:
        if not request.user.is_authenticated and not _has_page(request.path_info):
            return redirect_to_login(request.get_full_path())
        return get_response(request)

    return middleware


def _has_page(path: str) -> bool:
    try:
        resolve(path)
    except Resolver404:
        return False
    return True
