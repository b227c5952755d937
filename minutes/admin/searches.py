"""What people searched for in vain: an alias may be missing, or a document."""

from __future__ import annotations

from django.contrib import admin
from django.http import HttpRequest

from minutes.models import FailedSearch

from .lists import ArchiveAdmin


@admin.register(FailedSearch)
class FailedSearchAdmin(ArchiveAdmin):
    """Counted by the site; a line is deleted when it has been dealt with."""

    list_display = ("words", "times", "last")
    list_filter = ("last",)
    search_fields = ("words",)
    fields = ("words", "times", "last")

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: FailedSearch | None = None) -> bool:
        return False
