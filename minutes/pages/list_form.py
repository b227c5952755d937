"""What a list can be narrowed by: a form whose fields are the parameters of its address."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django import forms
from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from minutes.danish.dates import ImpossibleDateError, find_date
from minutes.danish.personal_numbers import hide_personal_numbers
from minutes.models import Body, Centre

# Characters of what is typed: enough for any name or number.
LONGEST_TEXT = 100
_SELECTED = format_html("{}", " selected")


@dataclass(frozen=True, slots=True)
class Chip:
    """A filter in force, and where the list without it stands."""

    label: str
    address: str


class _DayInput(forms.DateInput):
    """A browser's field for days, which takes no other form than its own: what says nothing is left out."""

    input_type = "date"

    def format_value(self, value: Any) -> str:
        day = _read_day(str(value or ""))
        return day.isoformat() if day else ""


class DayField(forms.CharField):
    """A day in any written form, "2013-09-15" and "15. september 2013" among them; gives the date, or None."""

    widget = _DayInput

    def to_python(self, value: Any) -> datetime.date | None:
        """Read the day. Raises ValidationError where none is named."""
        typed = super().to_python(value)
        if not typed:
            return None
        found = _read_day(typed)
        if found is None:
            raise ValidationError("Dagen i adressen kan ikke læses. Skriv den som 15-09-2013.")
        return found


def _read_day(typed: str) -> datetime.date | None:
    try:
        return datetime.date.fromisoformat(typed)
    except ValueError:
        pass
    try:
        return find_date(typed)
    except ImpossibleDateError:
        return None


class ListForm(forms.Form):
    """The parameters of a list; one with a value that it cannot have has no effect, and is named in `notices`."""

    def __init__(self, parameters: QueryDict) -> None:
        shown = parameters.copy()
        for name in self.base_fields:
            if name in shown:
                shown[name] = hide_personal_numbers(shown[name].strip()[:LONGEST_TEXT])
        super().__init__(shown)

    @property
    def notices(self) -> list[str]:
        """What of the address had no effect, and why."""
        return [error for errors in self.errors.values() for error in errors]

    def value(self, name: str) -> Any:
        """What is asked for by a parameter; None where nothing is, or nothing that it can mean."""
        self.is_valid()
        return self.cleaned_data.get(name) or None

    def in_force(self) -> dict[str, str]:
        """The parameters that have an effect, as they stand in the address."""
        return {name: self.data[name] for name in self.fields if self.value(name)}

    def address(self, **changes: str | None) -> str:
        """The list with these parameters set, or taken out where None; from the first page."""
        changed: Mapping[str, str | None] = {**self.in_force(), **changes}
        return "?" + urlencode({name: value for name, value in changed.items() if value})

    def chips(self) -> list[Chip]:
        """The filters in force; the link of each takes it away."""
        return [
            Chip(f"{self.fields[name].label}: {self._name_of(name)}", self.address(**{name: None}))
            for name in self.in_force()
        ]

    def csv_address(self) -> str:
        return self.address(format="csv")

    def json_address(self) -> str:
        return self.address(format="json")

    def _name_of(self, name: str) -> str:
        value, field = self.value(name), self.fields[name]
        if isinstance(value, datetime.date):
            return f"{value:%d-%m-%Y}"
        return (
            str(dict(field.choices).get(value, value)) if isinstance(field, forms.ChoiceField) else str(value)
        )


class _Select(forms.Select):
    """A list of values, written without a template for each of them: a page has some sixty."""

    def render(self, name: str, value: Any, attrs: Any = None, renderer: Any = None) -> SafeString:
        chosen = str(value or "")
        options = ((word, _SELECTED if str(word) == chosen else "", label) for word, label in self.choices)
        written = format_html_join("", '<option value="{}"{}>{}</option>', options)
        return format_html(
            '<select name="{}" id="{}">{}</select>', name, (attrs or {}).get("id", ""), written
        )


def choice_field(label: str, everything: str, error: str) -> forms.ChoiceField:
    """Return a field whose values are offered later: `everything` is what it says where none is chosen."""
    errors = {"invalid_choice": error}
    field = forms.ChoiceField(label=label, required=False, widget=_Select, error_messages=errors)
    field.choices = [("", everything)]
    return field


def offer(field: Any, choices: Iterable[tuple[str, str]]) -> None:
    """Offer these values beside that of everything."""
    field.choices = [*field.choices, *choices]


class OfUnits(ListForm):
    """A list that can be narrowed by one of these bodies and by any centre. One query."""

    organ = choice_field("Organ", "Alle organer", "Arkivet har intet organ af det navn.")
    center = choice_field("Center", "Alle centre", "Arkivet har intet center af det navn.")

    def __init__(self, parameters: QueryDict, bodies: Iterable[Body]) -> None:
        super().__init__(parameters)
        self._bodies = {body.slug: body for body in bodies}
        self.centres = list(Centre.objects.all())
        offer(self.fields["organ"], ((slug, body.name) for slug, body in self._bodies.items()))
        offer(self.fields["center"], ((centre.slug, centre.name_with_code) for centre in self.centres))

    @property
    def body(self) -> Body | None:
        return self._bodies.get(self.value("organ") or "")

    @property
    def centre(self) -> Centre | None:
        chosen = self.value("center")
        return next((centre for centre in self.centres if centre.slug == chosen), None)
