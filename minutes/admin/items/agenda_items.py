"""Agenda items with all that stands in them. What was read wrong is corrected here, and stays corrected."""

from __future__ import annotations

from functools import partial
from typing import Any

from django.contrib import admin
from django.contrib.admin.options import InlineModelAdmin
from django.contrib.admin.utils import unquote
from django.contrib.auth.models import User
from django.db.models import ForeignKey, QuerySet
from django.forms import BaseInlineFormSet, ModelForm
from django.forms.models import ModelChoiceField
from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, path
from django.utils.html import format_html_join
from django.utils.safestring import SafeString

from archive_site.request_limit import takes_files
from minutes.admin.item_columns import hidden, label
from minutes.admin.lists import ArchiveAdmin
from minutes.admin.publication.item_page import ITEM_ACTS, item_page, offered_act
from minutes.admin.rights import STORE_FILES, CorrectedWithItem, ReadOnly, WrittenByImport
from minutes.admin.start.filters import DoubtFilter
from minutes.danish.numbers import match_case_number
from minutes.editing import corrections
from minutes.editing.closing import close_item, open_item
from minutes.editing.corrected_values import read_value, tell_value
from minutes.importing.review.attachment_files import store_file
from minutes.models import (
    AgendaItem,
    Centre,
    Correction,
    Decision,
    DecisionPart,
    DocumentReference,
    ItemCentre,
    Section,
)

from .attachments import AttachmentInline
from .item_forms import AgendaItemForm


class SectionInline(ReadOnly, admin.StackedInline):
    """The sections in the order of the document."""

    model = Section
    fields = ("kind", "text")
    readonly_fields = fields
    ordering = ("position",)
    classes = ("collapse",)


class DecisionInline(WrittenByImport, CorrectedWithItem, admin.TabularInline):
    """The decisions, of which the outcome can be corrected."""

    model = Decision
    fields = ("body", "date", "text", "outcome")
    readonly_fields = ("body", "date", "text")
    ordering = ("position",)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Decision]:
        return super().get_queryset(request).select_related("body")


class DecisionPartInline(WrittenByImport, CorrectedWithItem, admin.TabularInline):
    """What the decisions say of single points, of which the outcome can be corrected."""

    model = DecisionPart
    fields = ("decision", "point", "text", "outcome")
    readonly_fields = ("decision", "point", "text")
    ordering = ("decision__position", "position")

    def get_queryset(self, request: HttpRequest) -> QuerySet[DecisionPart]:
        return super().get_queryset(request).select_related("decision__body")


class ItemCentreInline(CorrectedWithItem, admin.TabularInline):
    model = ItemCentre
    verbose_name_plural = "centre"
    fields = ("centre", "role")
    extra = 1

    def get_queryset(self, request: HttpRequest) -> QuerySet[ItemCentre]:
        return super().get_queryset(request).select_related("centre")

    def formfield_for_foreignkey(
        self, db_field: ForeignKey, request: HttpRequest, **kwargs: object
    ) -> ModelChoiceField:
        """The field with its choices read, so that the rows of the form do not read them one by one."""
        field = super().formfield_for_foreignkey(db_field, request, **kwargs)
        if db_field.name == "centre":
            field.choices = list(field.choices)
        return field


class DocumentReferenceInline(ReadOnly, admin.TabularInline):
    model = DocumentReference
    fields = ("number", "title", "source")
    readonly_fields = fields
    ordering = ("position",)


@admin.register(AgendaItem)
class AgendaItemAdmin(WrittenByImport, ArchiveAdmin):
    """Title, case number, centres and outcomes can be corrected, files added to the attachments, and items closed."""

    form = AgendaItemForm
    list_display = ("title", "meeting", label, "case", hidden)
    list_filter = (
        "meeting__state",
        "meeting__body",
        "is_closed",
        "is_withdrawn",
        DoubtFilter,
        "decisions__outcome",
        "item_centres__centre",
    )
    list_select_related = ("meeting__body", "case")
    search_fields = ("title", "case__number")
    search_help_text = 'Ord af titlen, eller et sagsnummer, som det er skrevet: "12/32140", "2012-32140".'
    date_hierarchy = "meeting__date"
    ordering = ("-meeting__date", "-meeting__start_time", "meeting", "position")
    fields = (
        "meeting",
        label,
        "title",
        "case_number",
        "closing",
        "is_withdrawn",
        "toc_title",
        "slug",
        "corrections_made",
    )
    readonly_fields = ("meeting", label, "is_withdrawn", "toc_title", "slug", "corrections_made")
    inlines = (DecisionInline, ItemCentreInline, SectionInline, AttachmentInline, DocumentReferenceInline)

    def get_form(
        self, request: HttpRequest, obj: AgendaItem | None = None, change: bool = False, **kwargs: Any
    ) -> type[AgendaItemForm]:
        """The form, made anew for each request, knows who fills it in."""
        form = super().get_form(request, obj, change, **kwargs)
        form.user = request.user
        return form

    def get_urls(self) -> list[URLPattern]:
        pages = [
            path(
                f"<int:pk>/{act.name}/",
                self.admin_site.admin_view(partial(item_page, self, act)),
                name=act.address.removeprefix("admin:"),
            )
            for act in ITEM_ACTS
        ]
        return [*pages, *super().get_urls()]

    @takes_files(STORE_FILES)
    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: dict | None = None
    ) -> HttpResponse:
        item_act = offered_act(self.get_object(request, unquote(object_id)), request)
        return super().change_view(
            request, object_id, form_url, {"item_act": item_act, **(extra_context or {})}
        )

    def get_inlines(self, request: HttpRequest, obj: AgendaItem | None) -> list[type[InlineModelAdmin]]:
        """Return those of every item; where decisions have parts, these stand below them."""
        first, *others = self.inlines
        has_parts = obj is not None and obj.decision_parts.exists()
        return [first, *([DecisionPartInline] if has_parts else []), *others]

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[AgendaItem], search_term: str
    ) -> tuple[QuerySet[AgendaItem], bool]:
        """The items of a case by its number in any written form, else by words of the title."""
        if number := match_case_number(search_term):
            return queryset.filter(case__number=number), False
        return super().get_search_results(request, queryset, search_term)

    @admin.display(description="sagsnummer")
    def case_number(self, item: AgendaItem) -> str:
        """The number as those read it who may not change it; the others see the form's field."""
        return item.case.number if item.case else ""

    @admin.display(description="lukket")
    def closing(self, item: AgendaItem) -> str:
        """Whether it is closed as those read it who may not change it."""
        return Correction.Closed(read_value(item, Correction.Field.CLOSED)).label

    @admin.display(description="rettelser")
    def corrections_made(self, item: AgendaItem) -> SafeString | str:
        made = Correction.objects.filter(meeting=item.meeting, item_slug=item.slug).select_related("made_by")
        lines = [
            (
                correction.get_field_display(),
                tell_value(correction.field, correction.parsed_value) or "–",
                tell_value(correction.field, correction.value) or "–",
                correction.made_by or "en bruger, der er slettet",
            )
            for correction in made
        ]
        return format_html_join("\n", "<div>{}: {} → {} ({})</div>", lines) or "ingen"

    def save_model(self, request: HttpRequest, obj: AgendaItem, form: AgendaItemForm, change: bool) -> None:
        if "closing" in form.changed_data:
            _close_or_open(obj, form.cleaned_data["closing"], request.user)
        if "title" in form.changed_data:
            corrections.correct_title(obj, form.cleaned_data["title"], request.user)
        if "case_number" in form.changed_data:
            corrections.correct_case_number(obj, form.cleaned_data["case_number"], request.user)

    def save_formset(
        self, request: HttpRequest, form: ModelForm, formset: BaseInlineFormSet, change: bool
    ) -> None:
        formset.save(commit=False)  # writes nothing: it names the changed rows for the history
        changed = [row for row in formset.forms if row.has_changed()]
        if formset.model in (Decision, DecisionPart):
            for row in changed:
                corrections.correct_outcome(row.instance, row.cleaned_data["outcome"], request.user)
        elif formset.model is ItemCentre and changed:
            corrections.correct_centres(form.instance, _centres_of(formset), request.user)
        else:
            for row in changed:
                store_file(row.instance, row.cleaned_data["file"], request.user)


@admin.register(Section)
class SectionAdmin(ReadOnly, ArchiveAdmin):
    """All sections, to look for what stands in them."""

    list_display = ("heading", "kind", "item", "is_empty")
    list_filter = ("kind", "is_empty", "item__meeting__body")
    list_select_related = ("item__meeting__body",)
    search_fields = ("heading", "text")
    date_hierarchy = "item__meeting__date"
    ordering = ("-item__meeting__date", "item__position", "position")
    fields = ("item", "kind", "heading", "text", "is_empty")


class OutcomeCorrected(WrittenByImport):
    """For admin classes of rows of which the outcome alone can be corrected."""

    def save_model(
        self, request: HttpRequest, obj: Decision | DecisionPart, form: ModelForm, change: bool
    ) -> None:
        if "outcome" in form.changed_data:
            corrections.correct_outcome(obj, form.cleaned_data["outcome"], request.user)


@admin.register(Decision)
class DecisionAdmin(OutcomeCorrected, ArchiveAdmin):
    """All decisions, among them those whose wording said nothing certain about the outcome."""

    list_display = ("date", "body", "outcome", "item")
    list_filter = ("outcome", "body", "item__meeting__state")
    list_select_related = ("body", "item__meeting__body")
    search_fields = ("text", "item__title", "item__case__number")
    date_hierarchy = "date"
    ordering = ("-date", "-item__meeting__date", "item__position", "position")
    fields = ("item", "body", "date", "text", "outcome")
    readonly_fields = ("item", "body", "date", "text")


def _close_or_open(item: AgendaItem, chosen: str, by: User) -> None:
    match chosen:
        case Correction.Closed.YES:
            close_item(item, by)
        case Correction.Closed.NO:
            open_item(item, by)


@admin.register(DecisionPart)
class DecisionPartAdmin(OutcomeCorrected, ArchiveAdmin):
    """All that decisions say of single points, among them what said nothing certain."""

    list_display = ("point", "outcome", "decision", "item")
    list_filter = ("outcome", "decision__body", "item__meeting__state")
    list_select_related = ("decision__body", "item__meeting__body")
    search_fields = ("text", "item__title", "item__case__number")
    date_hierarchy = "decision__date"
    ordering = ("-decision__date", "item__position", "decision", "position")
    fields = ("item", "decision", "point", "text", "outcome")
    readonly_fields = ("item", "decision", "point", "text")


def _centres_of(formset: BaseInlineFormSet) -> list[tuple[Centre, str]]:
    """The centres and roles that remain in the form."""
    return [
        (row.cleaned_data["centre"], row.cleaned_data["role"])
        for row in formset.forms
        if row.cleaned_data.get("centre") and not row.cleaned_data.get("DELETE")
    ]
