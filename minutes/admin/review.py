"""What has to be decided before minutes are published: personal numbers that were found, errors that were accepted."""

from __future__ import annotations

from django import forms
from django.contrib import admin
from django.db.models import Count, QuerySet
from django.http import HttpRequest
from django.utils.text import Truncator

from minutes.editing.findings import UndecidedNumberError, refuse_undecided_numbers
from minutes.importing.review.deciding import decide
from minutes.models import AcceptedProblem, Finding, FindingPlace
from minutes.models.review.masking import Masking
from minutes.sources.stored import kept_text

from .lists import ArchiveAdmin
from .rights import ReadOnly, WrittenByImport, may_publish
from .start.filters import ToDecideFilter

# As much of a line as is read at a glance.
_LONGEST_CONTEXT = 200


class FindingForm(forms.ModelForm):
    """What is decided of a number, and why; both are asked for together."""

    class Meta:
        model = Finding
        fields = ("decision", "reason")
        widgets = {"reason": forms.Textarea(attrs={"rows": 2})}
        help_texts = {
            "decision": "Et frigivet nummer vises for alle, som det står. Et fjernet vises som [fjernet]; "
            "står det i en bilagsfil, bliver filen slettet.",
        }

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        # Not of the fields that somebody sees who may only look.
        if "reason" in self.fields:
            self.fields["reason"].required = True

    def clean_reason(self) -> str:
        """The reason on one line; ValidationError where it repeats a number."""
        reason = " ".join(self.cleaned_data["reason"].split())
        try:
            refuse_undecided_numbers(self.instance.meeting, reason)
        except UndecidedNumberError as error:
            raise forms.ValidationError(str(error)) from error
        return reason


class FindingPlaceInline(ReadOnly, admin.TabularInline):
    model = FindingPlace
    fields = ("kind", "source", "line", "context", "item_slug", "in_closed_item")
    readonly_fields = fields

    def get_queryset(self, request: HttpRequest) -> QuerySet[FindingPlace]:
        return (
            super()
            .get_queryset(request)
            .select_related("source", "finding__meeting")
            .defer("source__content")
        )

    @admin.display(description="linjen")
    def context(self, place: FindingPlace) -> str:
        """The line that the number stands in, masked; what else it says tells whether it is one."""
        if place.source is None or place.line is None:
            return ""
        lines = kept_text(place.source).text.split("\n")
        return Truncator(Masking.of(place.finding.meeting).mask(lines[place.line - 1])).chars(
            _LONGEST_CONTEXT
        )


@admin.register(Finding)
class FindingAdmin(WrittenByImport, ArchiveAdmin):
    """The undecided ones first."""

    form = FindingForm
    list_display = ("masked", "meeting", "confidence", "place_count", "decision", "decided_by", "decided_at")
    list_filter = ("decision", ToDecideFilter, "confidence", "meeting__state", "meeting__body")
    list_select_related = ("meeting__body", "decided_by")
    search_fields = ("meeting__body__name", "meeting__slug", "reason")
    date_hierarchy = "meeting__date"
    ordering = ("decision", "-meeting__date", "pk")
    fields = ("meeting", "masked", "confidence", "decision", "reason", "decided_by", "decided_at")
    readonly_fields = ("meeting", "masked", "confidence", "decided_by", "decided_at")
    inlines = (FindingPlaceInline,)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Finding]:
        return super().get_queryset(request).annotate(place_count=Count("places"))

    def has_change_permission(self, request: HttpRequest, obj: Finding | None = None) -> bool:
        """A released number is shown to everybody: that takes the right to publish."""
        return super().has_change_permission(request, obj) and may_publish(request)

    @admin.display(description="steder", ordering="place_count")
    def place_count(self, finding: Finding) -> int:
        return finding.place_count

    def save_model(self, request: HttpRequest, obj: Finding, form: FindingForm, change: bool) -> None:
        decide(obj, form.cleaned_data["decision"], by=request.user, reason=form.cleaned_data["reason"])


@admin.register(AcceptedProblem)
class AcceptedProblemAdmin(ReadOnly, ArchiveAdmin):
    list_display = ("meeting", "message", "reason", "accepted_by", "accepted_at")
    list_filter = ("code", "meeting__body")
    list_select_related = ("meeting__body", "accepted_by")
    search_fields = ("message", "reason", "meeting__body__name", "meeting__slug")
    date_hierarchy = "accepted_at"
    ordering = ("-accepted_at", "-pk")
    fields = ("meeting", "code", "message", "reason", "accepted_by", "accepted_at")
