"""The filters of the lists of what items tell: by whether a time was read, and by who is responsible."""

from __future__ import annotations

from typing import ClassVar

from django.contrib import admin
from django.db.models import Q, QuerySet
from django.http import HttpRequest

from minutes.admin.start.filters import ChosenFilter
from minutes.models import Centre, FollowUp
from minutes.models.told.columns import Timed

_IN_CALENDAR = Q(time_first__isnull=False) | Q(time_last__isnull=False)


class TimeReadFilter(ChosenFilter):
    """Rows by whether they name a time, and whether a calendar has it."""

    title = "tidspunkt"
    parameter_name = "tidspunkt"
    choices_offered: ClassVar = {
        "dage": "med dage i kalenderen",
        "ord": "kun med ord",
        "uden": "uden tidspunkt",
    }

    def queryset(self, request: HttpRequest, queryset: QuerySet[Timed]) -> QuerySet[Timed]:
        match self.value():
            case "dage":
                return queryset.filter(_IN_CALENDAR)
            case "ord":
                return queryset.exclude(time_words="").exclude(_IN_CALENDAR)
            case "uden":
                return queryset.filter(time_words="")
            case _:
                return queryset


class ResponsibleFilter(admin.SimpleListFilter):
    """Rows of follow-up lists by the centre that is responsible, and those that name nobody."""

    title = "ansvarlig"
    parameter_name = "ansvarlig"
    nobody = "ingen"

    def lookups(self, request: HttpRequest, model_admin: admin.ModelAdmin) -> list[tuple[str, str]]:
        codes = Centre.objects.values_list("code", flat=True)
        return [*((code, code) for code in codes), (self.nobody, "ingen, der kan læses")]

    def queryset(self, request: HttpRequest, queryset: QuerySet[FollowUp]) -> QuerySet[FollowUp]:
        value = self.value()
        if value == self.nobody:
            return queryset.filter(centre_codes=[], persons=[])
        offered = {code for code, _ in self.lookup_choices}
        return queryset.filter(centre_codes__contains=[value]) if value in offered else queryset
