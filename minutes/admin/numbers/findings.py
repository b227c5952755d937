"""The lists of personal numbers: those to decide on, and those that were released or removed, by whom, when and why."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse

from minutes.admin.lists import ArchiveAdmin
from minutes.admin.rights import WrittenByImport, may_publish
from minutes.admin.start.filters import ToDecideFilter
from minutes.admin.start.lists import DECIDED_NUMBERS, DECISION
from minutes.models import Finding

from .finding_page import finding_page
from .places import places_in_words


@admin.register(Finding)
class FindingAdmin(WrittenByImport, ArchiveAdmin):
    """The undecided ones first; of one decision alone, the last decided first."""

    list_display = (
        *("masked", "meeting", "confidence", "where", "decision", "reason", "decided_by", "decided_at"),
    )
    list_filter = (
        "decision",
        ToDecideFilter,
        "confidence",
        "meeting__state",
        "meeting__body",
        "decided_by",
        "decided_at",
    )
    list_select_related = ("meeting__body", "decided_by")
    search_fields = ("meeting__body__name", "meeting__slug", "reason")
    date_hierarchy = "meeting__date"

    def get_queryset(self, request: HttpRequest) -> QuerySet[Finding]:
        return super().get_queryset(request).prefetch_related("places")

    def get_ordering(self, request: HttpRequest) -> tuple[str, ...]:
        if request.GET.get(DECISION) in DECIDED_NUMBERS:
            return ("-decided_at", "-pk")
        return ("decision", "-meeting__date", "pk")

    def has_change_permission(self, request: HttpRequest, obj: Finding | None = None) -> bool:
        """A released number is shown to everybody: that takes the right to publish."""
        return super().has_change_permission(request, obj) and may_publish(request)

    def changelist_view(self, request: HttpRequest, extra_context: Any = None) -> HttpResponse:
        """The list, called by the decision that it is narrowed to."""
        heading = DECIDED_NUMBERS.get(request.GET.get(DECISION, ""), "")
        return super().changelist_view(request, {"heading": heading, **(extra_context or {})})

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: Any = None
    ) -> HttpResponse:
        """Show the number on its page; PermissionDenied for whoever may not look at it, or not decide."""
        finding = self.get_object(request, unquote(object_id))
        if not self.has_view_or_change_permission(request, finding):
            raise PermissionDenied
        if finding is None:
            return self._get_obj_does_not_exist_redirect(request, self.opts, object_id)
        if request.method == "POST" and not self.has_change_permission(request, finding):
            raise PermissionDenied
        return finding_page(self, request, finding)

    @admin.display(description="hvor")
    def where(self, finding: Finding) -> str:
        return places_in_words(finding.places.all())
