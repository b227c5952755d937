"""The filters that the start page links to: each narrows a list to what is counted there."""

from __future__ import annotations

from typing import ClassVar

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest

from minutes.editing.obstacles import find_barred, ready_to_publish
from minutes.models import AgendaItem, Finding, Meeting


class ChosenFilter(admin.SimpleListFilter):
    """A filter of few choices; nothing is filtered by any other value."""

    choices_offered: ClassVar[dict[str, str]]

    def lookups(self, request: HttpRequest, model_admin: admin.ModelAdmin) -> list[tuple[str, str]]:
        return [*self.choices_offered.items()]


class DraftFilter(ChosenFilter):
    """Drafts by whether something keeps them from being published."""

    title = "kladder"
    parameter_name = "kladder"
    choices_offered: ClassVar = {"klar": "klar til at offentliggøre", "fejl": "med fejl"}

    def queryset(self, request: HttpRequest, queryset: QuerySet[Meeting]) -> QuerySet[Meeting]:
        match self.value():
            case "klar":
                return queryset.filter(pk__in=ready_to_publish(Meeting.objects.drafts()))
            case "fejl":
                return queryset.filter(pk__in=find_barred(Meeting.objects.drafts()).by_errors)
            case _:
                return queryset


class DoubtFilter(ChosenFilter):
    """Items of which somebody has to say whether they are closed."""

    title = "lukket i tvivl"
    parameter_name = "tvivl"
    choices_offered: ClassVar = {"ja": "skal afgøres"}

    def queryset(self, request: HttpRequest, queryset: QuerySet[AgendaItem]) -> QuerySet[AgendaItem]:
        return queryset.filter(pk__in=AgendaItem.objects.in_doubt()) if self.value() == "ja" else queryset


class ToDecideFilter(ChosenFilter):
    """Personal numbers that keep something from being shown until somebody decides."""

    title = "afgørelse nu"
    parameter_name = "afgoer"
    choices_offered: ClassVar = {"nu": "skal afgøres"}

    def queryset(self, request: HttpRequest, queryset: QuerySet[Finding]) -> QuerySet[Finding]:
        return queryset.filter(pk__in=Finding.objects.to_decide()) if self.value() == "nu" else queryset
