"""Cases and document numbers, found in any written form; of a case an editor may say that it is a collective one."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin
from django.contrib.auth.models import User
from django.db.models import Count, QuerySet
from django.http import HttpRequest

from minutes.admin.item_columns import hidden, label
from minutes.admin.lists import ArchiveAdmin
from minutes.admin.rights import ReadOnly
from minutes.danish.numbers import match_case_number, match_document_number
from minutes.editing.following import say_collective
from minutes.models import AgendaItem, Case, DocumentReference

from .by_hand import SaidByHandAdmin, SaidByHandForm


class CaseItemInline(ReadOnly, admin.TabularInline):
    model = AgendaItem
    verbose_name_plural = "punkter, hvor sagen er behandlet"
    fields = ("meeting", label, "title", hidden)
    readonly_fields = fields
    show_change_link = True
    view_on_site = False
    ordering = ("-meeting__date", "position")

    def get_queryset(self, request: HttpRequest) -> QuerySet[AgendaItem]:
        return super().get_queryset(request).select_related("meeting__body")


class CaseForm(SaidByHandForm):
    said = forms.ChoiceField(
        required=False,
        label="samlesag",
        choices=(
            ("", "Som arkivet selv finder ud af"),
            ("yes", "Samlesag: under nummeret er sager samlet, som intet har med hinanden at gøre"),
            ("no", "Én sag"),
        ),
        help_text="Under en samlesag vises punkterne hver for sig, og nummeret alene binder ingen af dem sammen.",
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial["said"] = {True: "yes", False: "no", None: ""}[self.instance.collective_by_hand]

    def say(self, by: User) -> None:
        said = {"yes": True, "no": False}.get(self.cleaned_data["said"])
        if said is not self.instance.collective_by_hand:
            say_collective(self.instance, by, is_collective=said)


@admin.register(Case)
class CaseAdmin(SaidByHandAdmin, ArchiveAdmin):
    form = CaseForm
    said = ("said",)
    list_display = ("number", "year", "item_count")
    list_filter = ("year",)
    search_fields = ("number",)
    search_help_text = 'Et sagsnummer, som det er skrevet: "12/32140", "2012-32140", eller en del af det.'
    fields = ("number", "year", "serial", *said)
    inlines = (CaseItemInline,)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Case]:
        return super().get_queryset(request).annotate(item_count=Count("items"))

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Case], search_term: str
    ) -> tuple[QuerySet[Case], bool]:
        if number := match_case_number(search_term):
            return queryset.filter(number=number), False
        return super().get_search_results(request, queryset, search_term)

    @admin.display(description="punkter", ordering="item_count")
    def item_count(self, case: Case) -> int:
        return case.item_count


@admin.register(DocumentReference)
class DocumentReferenceAdmin(ReadOnly, ArchiveAdmin):
    list_display = ("number", "title", "source", "item")
    list_filter = ("source", "item__meeting__body")
    list_select_related = ("item__meeting__body",)
    search_fields = ("number", "title")
    search_help_text = 'Et dokumentnummer, som det er skrevet: "269057/12", "269057-12", eller ord af titlen.'
    date_hierarchy = "item__meeting__date"
    ordering = ("-item__meeting__date", "item__position", "position")

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[DocumentReference], search_term: str
    ) -> tuple[QuerySet[DocumentReference], bool]:
        if number := match_document_number(search_term):
            return queryset.filter(number=number), False
        return super().get_search_results(request, queryset, search_term)
