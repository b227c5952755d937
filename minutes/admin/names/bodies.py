"""Bodies and the ways they are written, kept by the archivist."""

from __future__ import annotations

from django.contrib import admin
from django.db.models import Count, QuerySet
from django.forms import BaseInlineFormSet, ModelForm
from django.http import HttpRequest
from django.urls import URLPattern

from minutes.admin.lists import ArchiveAdmin
from minutes.admin.slugs import StableSlug
from minutes.editing.names.body_names import keep_old_name, send_on_to
from minutes.models import Body, BodyAlias
from minutes.models.centres import DanishOrder

from .alias_forms import AliasAdmin, AliasInline, NamedForm, RecordsAliases
from .new_bodies import merge_page, new_bodies_page
from .pages import MERGE, NEW_BODIES, pages_of


class BodyAliasInline(AliasInline):
    model = BodyAlias
    unit_field = "body"


@admin.register(Body)
class BodyAdmin(RecordsAliases, StableSlug, ArchiveAdmin):
    form = NamedForm
    slug_from = "name"
    ordering = (DanishOrder("name"),)
    list_display = ("name", "slug", "meeting_count")
    search_fields = ("name", "aliases__text")
    fields = ("name", "slug")
    inlines = (BodyAliasInline,)

    def get_urls(self) -> list[URLPattern]:
        """With the pages of the bodies that are new."""
        merge = ("<int:pk>/laeg-sammen/", merge_page)
        own = pages_of(self, **{NEW_BODIES: ("nye/", new_bodies_page), MERGE: merge})
        return own + super().get_urls()

    def get_queryset(self, request: HttpRequest) -> QuerySet[Body]:
        return super().get_queryset(request).annotate(meeting_count=Count("meetings", distinct=True))

    def save_related(
        self, request: HttpRequest, form: ModelForm, formsets: list[BaseInlineFormSet], change: bool
    ) -> None:
        """Keep the name that the body had, once what the archivist says of its other names is stored."""
        super().save_related(request, form, formsets, change)
        if change and "name" in form.changed_data:
            keep_old_name(form.instance, form.initial["name"])
            send_on_to(form.initial["name"], form.instance.name)

    @admin.display(description="møder", ordering="meeting_count")
    def meeting_count(self, body: Body) -> int:
        return body.meeting_count


@admin.register(BodyAlias)
class BodyAliasAdmin(AliasAdmin, ArchiveAdmin):
    unit_field = "body"
    ordering = (DanishOrder("text"),)
    list_display = ("text", "body")
    list_filter = ("body",)
    list_select_related = ("body",)
    search_fields = ("text", "body__name")
