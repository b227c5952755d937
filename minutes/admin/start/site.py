"""The admin of the archive: Django's own, in the site's looks, with a start page that says what needs a hand."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.template.response import TemplateResponse
from django.urls import URLPattern, URLResolver

from minutes.admin.people.entrance import Entrance
from minutes.admin.people.pages import pages_of_people
from minutes.admin.rights import may_see_log, may_upload
from minutes.models import Event

from .lists import group_lists
from .waits import WAITS, find_waiting

_LAST_EVENTS = 10


class ArchiveSite(Entrance):
    site_header = "Referatarkivet – administration"
    site_title = "Referatarkivet"
    index_title = "Arbejdsbord"
    # All lists stand folded on the start page; beside every page they leave no room for it.
    enable_nav_sidebar = False

    def get_urls(self) -> list[URLPattern | URLResolver]:
        """With the pages of no row: Django's own answer every other address, and stand last."""
        return [*pages_of_people(self), *super().get_urls()]

    def index(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> TemplateResponse:
        """What waits for whoever asks, the way in for new minutes, what happened last, and all lists."""
        user = request.user
        newest = Event.objects.select_related("meeting__body").with_items_told()[:_LAST_EVENTS]
        start = {
            "waiting": [*find_waiting(user)],
            "looks_after_something": any(wait.may_see(user) for wait in WAITS),
            "may_upload": may_upload(request),
            "events": newest if may_see_log(request) else (),
            "groups": group_lists(self.get_app_list(request)),
        }
        return super().index(request, {**start, **(extra_context or {})})
