"""The forms in which an archivist corrects what was read of an item."""

from __future__ import annotations

from typing import ClassVar

from django import forms
from django.contrib.admin.widgets import AdminTextareaWidget
from django.contrib.auth.models import User

from minutes.danish.numbers import match_case_number
from minutes.editing.closing import reasons_against_opening
from minutes.editing.corrected_values import read_value
from minutes.editing.findings import UndecidedNumberError, refuse_undecided_numbers
from minutes.models import AgendaItem, Correction
from minutes.sources.cleaning import clean

Closed = Correction.Closed


class ChoiceIfSent(forms.ChoiceField):
    """A choice that is left as it is by a form that was sent without it."""

    def has_changed(self, initial: object, data: object) -> bool:
        return bool(data) and super().has_changed(initial, data)


class AgendaItemForm(forms.ModelForm):
    """Title and case number, the number in any written form, and whether the item is closed.

    `user` is who fills it in: not everybody may open an item.
    """

    user: ClassVar[User | None] = None

    closing = ChoiceIfSent(
        label="Lukket",
        required=False,
        help_text="Et lukket punkt er væk fra siderne med det samme. At åbne det kræver retten til at offentliggøre.",
    )
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
        self._offer_closing()

    def _offer_closing(self) -> None:
        """Yes and no; nobody chooses doubt, but it stays where nothing is chosen."""
        said = Closed(read_value(self.instance, Correction.Field.CLOSED))
        offered = [Closed.NO, Closed.YES] if said != Closed.IN_DOUBT else [said, Closed.NO, Closed.YES]
        self.fields["closing"].choices = [(choice.value, choice.label) for choice in offered]
        self.fields["closing"].initial = said.value

    def clean_closing(self) -> str:
        """Return the choice, which says nothing where it is left out; an item is opened by those alone who may."""
        chosen = self.cleaned_data["closing"]
        is_opened = self.instance.is_closed and chosen == Closed.NO
        if is_opened and (reasons := reasons_against_opening(self.instance, self.user)):
            raise forms.ValidationError(reasons)
        return chosen

    def clean_title(self) -> str:
        """The title on one line, as clean as one that was imported."""
        title = " ".join(clean(self.cleaned_data["title"]).split())
        if not title:
            raise forms.ValidationError("Skriv en titel med bogstaver eller tal.")
        try:
            refuse_undecided_numbers(self.instance.meeting, title)
        except UndecidedNumberError as error:
            raise forms.ValidationError(str(error)) from error
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
