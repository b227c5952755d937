"""Centres and the ways they are written, kept by the archivist."""

from __future__ import annotations

from django.contrib import admin

from minutes.models import Centre, CentreAlias, ItemCentre

from .lists import ArchiveAdmin
from .rights import ReadOnly
from .slugs import StableSlug


class CentreAliasInline(admin.TabularInline):
    model = CentreAlias
    extra = 1


@admin.register(Centre)
class CentreAdmin(StableSlug, ArchiveAdmin):
    slug_from = "code"
    list_display = ("code", "name", "valid_from", "valid_to", "note")
    list_display_links = ("code", "name")
    list_filter = ("valid_from", "valid_to")
    search_fields = ("code", "name", "aliases__text", "note")
    fields = ("code", "name", "slug", "valid_from", "valid_to", "note")
    inlines = (CentreAliasInline,)


@admin.register(CentreAlias)
class CentreAliasAdmin(ArchiveAdmin):
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
