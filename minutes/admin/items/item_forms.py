"""The forms in which an archivist corrects what was read of an item."""

from __future__ import annotations

from django import forms
from django.contrib.admin.widgets import AdminTextareaWidget

from minutes.danish.numbers import match_case_number
from minutes.editing.findings import UndecidedNumberError, refuse_undecided_numbers
from minutes.models import AgendaItem
from minutes.sources.text import UnreadableSourceError, read_source


class AgendaItemForm(forms.ModelForm):
    """Title and case number; the number in any written form."""

    case_number = forms.CharField(
        label="Sagsnummer",
        required=False,
        max_length=60,
        help_text="12/32140, 2012-32140 eller sag 12/32140; tomt, hvis punktet ikke hører til en sag.",
    )

    class Meta:
        model = AgendaItem
        fields = ("title",)
        widgets = {"title": AdminTextareaWidget(attrs={"rows": 2})}

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.fields["case_number"].initial = self.instance.case.number if self.instance.case else ""

    def clean_title(self) -> str:
        """The title on one line, as clean as one that was imported."""
        try:
            title = " ".join(read_source(self.cleaned_data["title"].encode()).text.split())
            refuse_undecided_numbers(self.instance.meeting, title)
        except UndecidedNumberError as error:
            raise forms.ValidationError(str(error)) from error
        except UnreadableSourceError as error:
            raise forms.ValidationError("Skriv en titel med bogstaver eller tal.") from error
        return title

    def clean_case_number(self) -> str | None:
        """Return the number in normal form, or None for an item without a case."""
        written = self.cleaned_data["case_number"]
        if not written:
            return None
        number = match_case_number(written)
        if number is None:
            raise forms.ValidationError(
                f"„{written}“ er ikke et sagsnummer. Skriv årets to cifre, skråstreg og løbenummer: 12/32140."
            )
        return number
