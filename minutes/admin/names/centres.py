"""Centres and the ways they are written, kept by the archivist."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.urls import URLPattern

from minutes.admin.lists import ArchiveAdmin
from minutes.admin.rights import ReadOnly
from minutes.admin.slugs import StableSlug
from minutes.models import Centre, CentreAlias, ItemCentre
from minutes.models.centres import DanishOrder, follows_itself

from .alias_forms import AliasAdmin, AliasInline, NamedForm, RecordsAliases
from .pages import UNKNOWN_CODES, pages_of
from .unknown_codes import codes_page


class CentreAliasInline(AliasInline):
    model = CentreAlias
    unit_field = "centre"


class CentreForm(NamedForm):
    """A centre, which does not come after itself, not even by way of others."""

    def clean(self) -> dict[str, Any] | None:
        cleaned = super().clean()
        successors = self.cleaned_data.get("successors")
        if successors and self.instance.pk and follows_itself(self.instance, successors):
            self.add_error("successors", "Et center kan ikke komme efter sig selv, heller ikke gennem andre.")
        return cleaned


@admin.register(Centre)
class CentreAdmin(RecordsAliases, StableSlug, ArchiveAdmin):
    form = CentreForm
    slug_from = "code"
    ordering = (DanishOrder("code"),)
    list_display = ("code", "name", "valid_from", "valid_to", "note")
    list_display_links = ("code", "name")
    list_filter = ("valid_from", "valid_to")
    search_fields = ("code", "name", "aliases__text", "note")
    fields = ("code", "name", "slug", "valid_from", "valid_to", "successors", "note")
    inlines = (CentreAliasInline,)

    def get_urls(self) -> list[URLPattern]:
        """With the page of the codes that may be a centre's."""
        return pages_of(self, **{UNKNOWN_CODES: ("koder/", codes_page)}) + super().get_urls()


@admin.register(CentreAlias)
class CentreAliasAdmin(AliasAdmin, ArchiveAdmin):
    unit_field = "centre"
    ordering = (DanishOrder("text"),)
    list_display = ("text", "centre", "is_for_search_only")
    list_filter = ("is_for_search_only", "centre")
    list_select_related = ("centre",)
    search_fields = ("text", "centre__code", "centre__name")


@admin.register(ItemCentre)
class ItemCentreAdmin(ReadOnly, ArchiveAdmin):
    list_display = ("centre", "role", "item")
    list_filter = ("role", "centre", "item__meeting__body")
    list_select_related = ("centre", "item__meeting__body")
    search_fields = ("centre__code", "centre__name", "item__title")
    date_hierarchy = "item__meeting__date"
    ordering = ("-item__meeting__date", "item__position", "centre__code")
