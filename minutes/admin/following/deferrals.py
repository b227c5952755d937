"""What decisions put off: as it was read, and by which item an editor says that it was taken up again."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin
from django.contrib.auth.models import User
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from minutes.admin.items.told_filters import TimeReadFilter
from minutes.admin.items.told_lists import ToldAdmin, time_read, time_words
from minutes.editing import following
from minutes.matters.proposals import propose_taking_up
from minutes.models import AgendaItem, Deferral, TakenUpByHand

from .by_hand import AddressField, SaidByHandAdmin, SaidByHandForm

_PLACE = ("item__meeting__body", "item__meeting__state")


class DeferralForm(SaidByHandForm):
    other = AddressField(
        view="item-detail", example="/moeder/direktionen/2013-09-10/punkt-2/", label="taget op igen under"
    )
    not_other = AddressField(
        view="item-detail",
        example="/moeder/direktionen/2013-09-10/punkt-2/",
        label="ikke taget op igen under",
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        words = TakenUpByHand.objects.filter(item=self.instance.item_id).select_related(
            "other__meeting__body"
        )
        self.said = {word.is_taken_up: word.other for word in words.order_by("pk")}
        for name, is_taken_up in _WORDS.items():
            other = self.said.get(is_taken_up)
            self.initial[name] = other.get_absolute_url() if other else ""

    def clean_other(self) -> AgendaItem | None:
        return _item_at(self.cleaned_data["other"])

    def clean_not_other(self) -> AgendaItem | None:
        return _item_at(self.cleaned_data["not_other"])

    def check_deed(self) -> None:
        for name in _WORDS:
            if other := self.cleaned_data[name]:
                following.check_taken_up(self.instance.item, other)

    def say(self, by: User) -> None:
        """Do what is said anew of either."""
        for name, is_taken_up in _WORDS.items():
            other, before = self.cleaned_data[name], self.said.get(is_taken_up)
            if before and before != other:
                following.say_taken_up(self.instance.item, before, by, is_taken_up=None)
            if other and other != before:
                following.say_taken_up(self.instance.item, other, by, is_taken_up=is_taken_up)


_WORDS = {"other": True, "not_other": False}


def _item_at(places: dict[str, str] | None) -> AgendaItem | None:
    """The item at an address that the archive has; of one that is closed nobody says anything."""
    if places is None:
        return None
    items = AgendaItem.objects.not_hidden().filter(
        meeting__body__slug=places["body_slug"],
        meeting__slug=places["meeting_slug"],
        slug=places["item_slug"],
    )
    item = items.select_related("meeting__body").first()
    if item is None:
        raise forms.ValidationError("Der er intet punkt på den adresse.")
    return item


@admin.register(Deferral)
class DeferralAdmin(SaidByHandAdmin, ToldAdmin):
    form = DeferralForm
    said = ("other", "not_other")
    columns = ("kind", "is_part", time_words, time_read, "to_body")
    list_filter = ("kind", "is_part", "comes_back", "is_delegated", *_PLACE, TimeReadFilter, "time_kind")
    search_fields = (*ToldAdmin.search_fields, "to_body")
    fields = (
        *("item", "decision", "line", "text", "kind", "is_part", "point", "time_words", time_read),
        *("to_body", "comes_back", "is_delegated", "proposed", *said),
    )

    def has_change_permission(self, request: Any, obj: Any = None) -> bool:
        return request.user.has_perm("minutes.change_deferral")

    @admin.display(description="kan være taget op igen under")
    def proposed(self, row: Deferral) -> SafeString | str:
        """Later items that may take it up again, each with the reason: never said without a hand."""
        found = propose_taking_up(row)
        links = (
            (
                other.item.get_absolute_url(),
                f"{other.item.meeting}, punkt {other.item.label}",
                other.item.title,
                other.reason,
            )
            for other in found
        )
        shown = format_html_join("", '<li><a href="{}">{}</a>: {} – {}</li>', links)
        return format_html("<ul>{}</ul>", shown) if shown else "–"
