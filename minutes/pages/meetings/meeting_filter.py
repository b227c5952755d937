"""The filters of the list of meetings, bound to the parameters "aar" and "organ"."""

from __future__ import annotations

import django_filters
from django.http import QueryDict

from minutes.models import Body, Meeting
from minutes.models.meetings import MeetingQuerySet


class MeetingFilter(django_filters.FilterSet):
    """Year and body; a value that is not among the choices is named in an error and filters nothing."""

    aar = django_filters.ChoiceFilter(
        label="År",
        field_name="date",
        lookup_expr="year",
        empty_label="Alle år",
        error_messages={"invalid_choice": "Arkivet har ingen møder i det år."},
    )
    organ = django_filters.ModelChoiceFilter(
        label="Organ",
        field_name="body",
        to_field_name="slug",
        queryset=Body.objects.none(),
        empty_label="Alle organer",
        error_messages={"invalid_choice": "Arkivet har intet organ af det navn."},
    )

    class Meta:
        """Both filters by the names of their parameters, which are those of the addresses."""

        model = Meeting
        fields = ("aar", "organ")

    def __init__(self, data: QueryDict, queryset: MeetingQuerySet) -> None:
        """Filter the meetings, and offer the years in which there are any and the bodies that held them."""
        super().__init__(data, queryset=queryset)
        self.filters["organ"].queryset = queryset.bodies()
        self.filters["aar"].extra["choices"] = [(year, year) for year in queryset.years()]
