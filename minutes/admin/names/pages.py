"""What the pages have in common on which names are decided on: who may, what they are given, and where they lead."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any, Concatenate, ParamSpec

from django.contrib import messages
from django.contrib.admin import ModelAdmin
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse

from minutes.admin.rights import may_keep_names

# What their addresses are called, behind "admin:".
UNKNOWN_CODES = "minutes_centre_codes"
NEW_BODIES = "minutes_body_new"
MERGE = "minutes_body_merge"
FAILED_SEARCHES = "minutes_failedsearch_decide"

_Given = ParamSpec("_Given")
_View = Callable[Concatenate[ModelAdmin, HttpRequest, _Given], HttpResponse]


def for_keepers_of_names(view: _View[_Given]) -> _View[_Given]:
    """Let a view answer those alone who may say what things are called; PermissionDenied for others."""

    def guarded(
        admin: ModelAdmin, request: HttpRequest, /, *args: _Given.args, **kwargs: _Given.kwargs
    ) -> HttpResponse:
        if not may_keep_names(request.user):
            raise PermissionDenied
        return view(admin, request, *args, **kwargs)

    return guarded


def page(admin: ModelAdmin, request: HttpRequest, template: str, title: str, **context: Any) -> HttpResponse:
    """Return a page of templates/admin/minutes/names/."""
    context = {**admin.admin_site.each_context(request), "opts": admin.opts, "title": title, **context}
    return TemplateResponse(request, f"admin/minutes/names/{template}", context)


def pages_of(admin: ModelAdmin, **views: tuple[str, _View]) -> list[URLPattern]:
    """Return the addresses of pages below an admin's list: by name, the path and the view, which is given the admin."""
    return [
        path(route, admin.admin_site.admin_view(partial(view, admin)), name=name)
        for name, (route, view) in views.items()
    ]


def back_to(request: HttpRequest, name: str, message: str, level: int = messages.SUCCESS) -> HttpResponse:
    """Say what was done, on the page of that name."""
    messages.add_message(request, level, message)
    return HttpResponseRedirect(reverse(f"admin:{name}"))
