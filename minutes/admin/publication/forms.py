"""What is asked of whoever publishes, withdraws or deletes: a reason, and before a deletion the meeting's name."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms

from minutes.editing.findings import UndecidedNumberError, refuse_undecided_numbers
from minutes.editing.withdrawing.reasons import Why, compose_reason
from minutes.models import Meeting

# Shorter than the column of the log, for the chosen reason stands before them.
_LONGEST_WORDS = 500


class ActForm(forms.Form):
    """Words that are kept in the log, which nobody has to write."""

    words = forms.CharField(
        label="Bemærkning",
        required=False,
        max_length=_LONGEST_WORDS,
        widget=forms.Textarea({"rows": 3}),
        help_text="Den står i Hændelser og kan ikke slettes igen. Skriv ingen personnumre eller navne på borgere.",
    )

    def __init__(self, *data: Any, meetings: Sequence[Meeting]) -> None:
        super().__init__(*data)
        self.meetings = meetings
        for name, field in self.fields.items():
            if field.help_text:
                field.widget.attrs["aria-describedby"] = f"id_{name}_helptext"

    def clean_words(self) -> str:
        """The words on one line; ValidationError where they repeat a personal number of a meeting."""
        words = " ".join(self.cleaned_data["words"].split())
        try:
            for meeting in self.meetings:
                refuse_undecided_numbers(meeting, words)
        except UndecidedNumberError as error:
            raise forms.ValidationError(str(error)) from error
        return words

    @property
    def reason(self) -> str:
        """Why, as it is kept."""
        return str(self.cleaned_data["words"])


class ReasonForm(ActForm):
    """A reason from a short list, and words, which another reason cannot do without."""

    why = forms.ChoiceField(label="Hvorfor", choices=Why.choices, widget=forms.RadioSelect)
    field_order = ("why", "words")

    def clean(self) -> dict[str, Any]:
        """All that was filled in; asks for words where the reason is another."""
        cleaned = super().clean() or self.cleaned_data
        if "why" in cleaned and "words" in cleaned:
            try:
                compose_reason(cleaned["why"], cleaned["words"])
            except ValueError as error:
                self.add_error("words", str(error))
        return cleaned

    @property
    def reason(self) -> str:
        return compose_reason(self.cleaned_data["why"], self.cleaned_data["words"])


class DeletionForm(ReasonForm):
    """The same, with the name of the meeting typed out, and where they are many their number."""

    name = forms.CharField(required=False, max_length=300, widget=forms.TextInput({"autocomplete": "off"}))
    number = forms.CharField(required=False, max_length=10, widget=forms.TextInput({"autocomplete": "off"}))
    field_order = ("why", "words", "name", "number")

    def __init__(self, *data: Any, meetings: Sequence[Meeting]) -> None:
        super().__init__(*data, meetings=meetings)
        first = str(meetings[0]) if meetings else ""
        self.fields["name"].label = f"Skriv mødets navn: {first}"
        if len(meetings) > 1:
            self.fields["name"].label = f"Skriv navnet på det første møde: {first}"
            self.fields["number"].label = "Skriv, hvor mange møder der slettes"
        else:
            del self.fields["number"]

    def clean_name(self) -> str:
        """The name, if it is that of the meeting: capitals and blanks do not count."""
        typed = " ".join(self.cleaned_data["name"].split()).casefold()
        if not self.meetings or typed != str(self.meetings[0]).casefold():
            raise forms.ValidationError("Det er ikke mødets navn. Skriv det, som det står her.")
        return typed

    def clean_number(self) -> str:
        """The number of the meetings, if it is."""
        typed = str(self.cleaned_data["number"]).strip()
        if typed != str(len(self.meetings)):
            raise forms.ValidationError(f"Der er valgt {len(self.meetings)} møder.")
        return typed
