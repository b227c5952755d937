"""What somebody has looked at and lets stand: errors of the minutes themselves, and warnings."""

from __future__ import annotations

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest

from minutes.models import AcceptedProblem, AcceptedWarning

from .lists import ArchiveAdmin
from .rights import ReadOnly


@admin.register(AcceptedProblem)
class AcceptedProblemAdmin(ReadOnly, ArchiveAdmin):
    list_display = ("meeting", "message", "reason", "accepted_by", "accepted_at")
    list_filter = ("code", "meeting__body")
    list_select_related = ("meeting__body", "accepted_by")
    search_fields = ("message", "reason", "meeting__body__name", "meeting__slug")
    date_hierarchy = "accepted_at"
    ordering = ("-accepted_at", "-pk")
    fields = ("meeting", "code", "message", "reason", "accepted_by", "accepted_at")


@admin.register(AcceptedWarning)
class AcceptedWarningAdmin(ReadOnly, ArchiveAdmin):
    """Warnings of one version each: a new version asks again."""

    list_display = ("source", "line", "message", "accepted_by", "accepted_at")
    list_filter = ("code", "source__meeting__body", "accepted_by")
    list_select_related = ("source__meeting__body", "accepted_by")
    search_fields = ("message", "source__meeting__body__name", "source__meeting__slug", "source__name")
    date_hierarchy = "accepted_at"
    ordering = ("-accepted_at", "-pk")
    fields = ("source", "line", "code", "message", "accepted_by", "accepted_at")

    def get_queryset(self, request: HttpRequest) -> QuerySet[AcceptedWarning]:
        return super().get_queryset(request).defer("source__content", "source__text")
