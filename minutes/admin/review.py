"""What has to be decided before minutes are published: personal numbers that were found, errors that were accepted."""

from __future__ import annotations

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest

from minutes.models import AcceptedProblem, Finding, FindingPlace

from .lists import ArchiveAdmin
from .rights import ReadOnly


class FindingPlaceInline(ReadOnly, admin.TabularInline):
    model = FindingPlace
    fields = ("source", "kind", "line", "item_slug", "in_closed_item")
    readonly_fields = fields

    def get_queryset(self, request: HttpRequest) -> QuerySet[FindingPlace]:
        return super().get_queryset(request).select_related("source").defer("source__content")


@admin.register(Finding)
class FindingAdmin(ReadOnly, ArchiveAdmin):
    list_display = ("masked", "meeting", "confidence", "decision", "decided_by", "decided_at")
    list_filter = ("decision", "confidence", "meeting__body")
    list_select_related = ("meeting__body", "decided_by")
    search_fields = ("meeting__body__name", "meeting__slug")
    ordering = ("decision", "-meeting__date", "pk")
    fields = ("meeting", "masked", "confidence", "decision", "reason", "decided_by", "decided_at")
    inlines = (FindingPlaceInline,)


@admin.register(AcceptedProblem)
class AcceptedProblemAdmin(ReadOnly, ArchiveAdmin):
    list_display = ("meeting", "message", "reason", "accepted_by", "accepted_at")
    list_filter = ("code", "meeting__body")
    list_select_related = ("meeting__body", "accepted_by")
    search_fields = ("message", "reason", "meeting__body__name", "meeting__slug")
    ordering = ("-accepted_at", "-pk")
    fields = ("meeting", "code", "message", "reason", "accepted_by", "accepted_at")
