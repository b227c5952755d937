"""Agenda items with all that stands in them. What was read wrong is corrected here, and stays corrected."""

from __future__ import annotations

from functools import partial
from typing import Any

from django.contrib import admin
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.forms import ModelForm
from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, path

from archive_site.request_limit import takes_files
from minutes.admin.item_columns import hidden, label
from minutes.admin.lists import ArchiveAdmin
from minutes.admin.publication import item_page as item_acts
from minutes.admin.rights import STORE_FILES, ReadOnly, WrittenByImport
from minutes.admin.start.filters import DoubtFilter
from minutes.admin.unchanged_since import UnchangedSince
from minutes.danish.numbers import match_case_number
from minutes.editing import corrections
from minutes.models import AgendaItem, Decision, DecisionPart, Section

from .item_page import item_page


@admin.register(AgendaItem)
class AgendaItemAdmin(WrittenByImport, ArchiveAdmin):
    """The list of items; what can be corrected of one is on its page, see item_page.py."""

    list_display = ("title", "meeting", label, "case", hidden)
    list_filter = (
        "meeting__state",
        "meeting__body",
        "is_closed",
        "is_withdrawn",
        DoubtFilter,
        "decisions__outcome",
        "item_centres__centre",
    )
    list_select_related = ("meeting__body", "case")
    search_fields = ("title", "case__number")
    search_help_text = 'Ord af titlen, eller et sagsnummer, som det er skrevet: "12/32140", "2012-32140".'
    date_hierarchy = "meeting__date"
    ordering = ("-meeting__date", "-meeting__start_time", "meeting", "position")

    def get_urls(self) -> list[URLPattern]:
        pages = [
            path(
                f"<int:pk>/{act.name}/",
                self.admin_site.admin_view(partial(item_acts.item_page, self, act)),
                name=act.address.removeprefix("admin:"),
            )
            for act in item_acts.ITEM_ACTS
        ]
        return [*pages, *super().get_urls()]

    @takes_files(STORE_FILES)
    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: Any = None
    ) -> HttpResponse:
        """Show the item on its page; PermissionDenied for whoever may not look at it, or not correct it."""
        item = self.get_object(request, unquote(object_id))
        if not self.has_view_or_change_permission(request, item):
            raise PermissionDenied
        if item is None:
            return self._get_obj_does_not_exist_redirect(request, self.opts, object_id)
        if request.method == "POST" and not self.has_change_permission(request, item):
            raise PermissionDenied
        return item_page(self, request, item)

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[AgendaItem], search_term: str
    ) -> tuple[QuerySet[AgendaItem], bool]:
        """The items of a case by its number in any written form, else by words of the title."""
        if number := match_case_number(search_term):
            return queryset.filter(case__number=number), False
        return super().get_search_results(request, queryset, search_term)


@admin.register(Section)
class SectionAdmin(ReadOnly, ArchiveAdmin):
    """All sections, to look for what stands in them."""

    list_display = ("heading", "kind", "item", "is_empty")
    list_filter = ("kind", "is_empty", "item__meeting__body")
    list_select_related = ("item__meeting__body",)
    search_fields = ("heading", "text")
    date_hierarchy = "item__meeting__date"
    ordering = ("-item__meeting__date", "item__position", "position")
    fields = ("item", "kind", "heading", "text", "is_empty")


class OutcomeCorrected(WrittenByImport):
    """For admin classes of rows of which the outcome alone can be corrected."""

    form = UnchangedSince

    def save_model(
        self, request: HttpRequest, obj: Decision | DecisionPart, form: ModelForm, change: bool
    ) -> None:
        if "outcome" in form.changed_data:
            corrections.correct_outcome(obj, form.cleaned_data["outcome"], request.user)


@admin.register(Decision)
class DecisionAdmin(OutcomeCorrected, ArchiveAdmin):
    """All decisions, among them those whose wording said nothing certain about the outcome."""

    list_display = ("date", "body", "outcome", "item")
    list_filter = ("outcome", "body", "item__meeting__state")
    list_select_related = ("body", "item__meeting__body")
    search_fields = ("text", "item__title", "item__case__number")
    date_hierarchy = "date"
    ordering = ("-date", "-item__meeting__date", "item__position", "position")
    fields = ("item", "body", "date", "text", "outcome")
    readonly_fields = ("item", "body", "date", "text")


@admin.register(DecisionPart)
class DecisionPartAdmin(OutcomeCorrected, ArchiveAdmin):
    """All that decisions say of single points, among them what said nothing certain."""

    list_display = ("point", "outcome", "decision", "item")
    list_filter = ("outcome", "decision__body", "item__meeting__state")
    list_select_related = ("decision__body", "item__meeting__body")
    search_fields = ("text", "item__title", "item__case__number")
    date_hierarchy = "decision__date"
    ordering = ("-decision__date", "item__position", "decision", "position")
    fields = ("item", "decision", "point", "text", "outcome")
    readonly_fields = ("item", "decision", "point", "text")
