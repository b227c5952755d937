"""Standing titles: which are one under two names, and which are none."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin
from django.contrib.auth.models import User

from minutes.admin.lists import ArchiveAdmin
from minutes.editing import following
from minutes.models import Series

from .by_hand import AddressField, SaidByHandAdmin, SaidByHandForm


class SeriesForm(SaidByHandForm):
    other = AddressField(
        view="series-detail", example="/serier/oekonomiopfoelgning/", label="er den samme serie som"
    )
    none = forms.BooleanField(
        required=False,
        label="er ingen serie",
        help_text="Titlen vender tilbage, men sagerne har intet med hinanden at gøre.",
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        joined_to = self.instance.joined_to
        self.initial["other"] = joined_to.get_absolute_url() if joined_to else ""
        self.initial["none"] = self.instance.is_none

    def clean_other(self) -> Series | None:
        """The series at the address."""
        places = self.cleaned_data["other"]
        if places is None:
            return None
        series = Series.objects.filter(slug=places["slug"]).select_related("joined_to").first()
        if series is None:
            raise forms.ValidationError("Der er ingen serie på den adresse.")
        return series

    def check_deed(self) -> None:
        following.check_series(
            self.instance, joined_to=self.cleaned_data["other"], is_none=self.cleaned_data["none"]
        )

    def say(self, by: User) -> None:
        following.say_of_series(
            self.instance, by, joined_to=self.cleaned_data["other"], is_none=self.cleaned_data["none"]
        )


@admin.register(Series)
class SeriesAdmin(SaidByHandAdmin, ArchiveAdmin):
    form = SeriesForm
    said = ("other", "none")
    list_display = ("key", "slug", "is_settled", "joined_to", "is_none")
    list_filter = ("is_settled", "is_none")
    list_select_related = ("joined_to",)
    search_fields = ("key", "slug")
    search_help_text = "Ord af titlen."
    fields = ("key", "slug", *said)
