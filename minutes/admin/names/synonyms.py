"""The groups of synonyms, kept by the archivist: a word a line, and what else those words are is told."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import HttpRequest

from minutes.admin.lists import ArchiveAdmin
from minutes.admin.unchanged_since import UnchangedSince
from minutes.editing.names.synonyms import (
    Said,
    SynonymsRefusedError,
    checked,
    find_remarks,
    record_gone,
    record_synonyms,
    refuse_too_many,
)
from minutes.models import SynonymGroup

# Of a word that stands everywhere there may be many; the first say enough.
_MOST_REMARKS = 5


class SynonymsForm(UnchangedSince):
    """A group: its words stand each on a line."""

    words = forms.CharField(
        label="Ord",
        widget=forms.Textarea(attrs={"rows": 8}),
        help_text="Et ord eller udtryk på hver linje, forkortelser med store bogstaver. Bøjninger er med af sig selv.",
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if isinstance(self.initial.get("words"), list):
            self.initial["words"] = "\n".join(self.initial["words"])

    def clean_words(self) -> list[str]:
        """The lines."""
        return self.cleaned_data["words"].splitlines()

    def clean(self) -> dict[str, Any]:
        """The group as it is said, or why it cannot be."""
        cleaned = super().clean()
        if not self.errors:
            try:
                cleaned["wider"], cleaned["words"] = checked(cleaned["wider"], cleaned["words"])
                if not self.instance.pk:
                    refuse_too_many()
            except SynonymsRefusedError as refusal:
                self.add_error("words", str(refusal))
        return cleaned


@admin.register(SynonymGroup)
class SynonymGroupAdmin(ArchiveAdmin):
    form = SynonymsForm
    list_display = ("words_in_line", "wider")
    list_display_links = ("words_in_line",)
    search_fields = ("wider", "words")
    search_help_text = "Et ord, som det står i gruppen."
    fields = ("wider", "words")

    @admin.display(description="ord", ordering="words")
    def words_in_line(self, group: SynonymGroup) -> str:
        return ", ".join(group.words)

    def save_model(self, request: HttpRequest, obj: SynonymGroup, form: Any, change: bool) -> None:
        before = SynonymGroup.objects.get(pk=obj.pk) if change else None
        super().save_model(request, obj, form, change)
        record_synonyms(obj, request.user, before=Said(before.wider, before.words) if before else None)
        for remark in [*find_remarks(obj)][:_MOST_REMARKS]:
            messages.info(request, remark)

    def delete_model(self, request: HttpRequest, obj: SynonymGroup) -> None:
        record_gone(obj, request.user)
        super().delete_model(request, obj)

    def delete_queryset(self, request: HttpRequest, queryset: QuerySet[SynonymGroup]) -> None:
        for group in queryset:
            record_gone(group, request.user)
        super().delete_queryset(request, queryset)
