"""What people searched for in vain: an alias may be missing, or a document."""

from __future__ import annotations

from django.contrib import admin
from django.http import HttpRequest
from django.urls import URLPattern

from minutes.admin.lists import ArchiveAdmin
from minutes.models import FailedSearch

from .failed_searches import failed_searches_page
from .pages import FAILED_SEARCHES, pages_of


@admin.register(FailedSearch)
class FailedSearchAdmin(ArchiveAdmin):
    """Counted by the site; a line is deleted when it has been dealt with."""

    list_display = ("words", "times", "last")
    list_filter = ("last",)
    search_fields = ("words",)
    fields = ("words", "times", "last")

    def get_urls(self) -> list[URLPattern]:
        """With the page on which they are dealt with one by one."""
        return pages_of(self, **{FAILED_SEARCHES: ("afgoer/", failed_searches_page)}) + super().get_urls()

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: FailedSearch | None = None) -> bool:
        return False
