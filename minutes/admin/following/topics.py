"""The wordings of topics on follow-up lists: which are one topic, and which are one of their own."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin
from django.contrib.auth.models import User

from minutes.admin.lists import ArchiveAdmin
from minutes.editing import following
from minutes.models import TopicKey

from .by_hand import AddressField, SaidByHandAdmin, SaidByHandForm


class TopicForm(SaidByHandForm):
    other = AddressField(
        view="topic-detail", example="/opfoelgning/emner/klimaregnskab/", label="er det samme emne som"
    )
    apart = forms.BooleanField(
        required=False, label="er et emne for sig", help_text="Andre emner ligner, men er noget andet."
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        joined_to = self.instance.joined_to
        self.initial["other"] = joined_to.get_absolute_url() if joined_to else ""
        self.initial["apart"] = self.instance.is_apart

    def clean_other(self) -> TopicKey | None:
        """The wording at the address."""
        places = self.cleaned_data["other"]
        if places is None:
            return None
        key = TopicKey.objects.filter(slug=places["slug"]).select_related("joined_to").first()
        if key is None:
            raise forms.ValidationError("Der er intet emne på den adresse.")
        return key

    def check_deed(self) -> None:
        following.check_topic(
            self.instance, joined_to=self.cleaned_data["other"], is_apart=self.cleaned_data["apart"]
        )

    def say(self, by: User) -> None:
        following.say_of_topic(
            self.instance, by, joined_to=self.cleaned_data["other"], is_apart=self.cleaned_data["apart"]
        )


@admin.register(TopicKey)
class TopicKeyAdmin(SaidByHandAdmin, ArchiveAdmin):
    form = TopicForm
    said = ("other", "apart")
    list_display = ("key", "slug", "joined_to", "is_apart")
    list_filter = ("is_apart",)
    list_select_related = ("joined_to",)
    search_fields = ("key", "slug")
    search_help_text = "Ord af emnet."
    fields = ("key", "slug", *said)
