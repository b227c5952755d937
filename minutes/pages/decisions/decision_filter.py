"""What the list of decisions can be narrowed by: a form of its own, and the decisions that it lets through.

Whoever wants the decisions of such an address, a page, a file or a feed, asks a DecisionFilter for its `qs`.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode

import django_filters
from django import forms
from django.core.exceptions import ValidationError
from django.forms.utils import flatatt
from django.http import QueryDict
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from minutes.danish.numbers import match_case_number, match_document_number, match_serial
from minutes.danish.personal_numbers import hide_personal_numbers
from minutes.models import Body, Centre, Outcome, Reader, SearchDecision
from minutes.models.decisions.search_decisions import SearchDecisionQuerySet, years_of_decisions
from minutes.pages.search.search_controls import Choice
from minutes.search.matching.facets import OUTCOME_WORDS

_OUTCOMES = {word: outcome for outcome, word in OUTCOME_WORDS.items()}
# Characters, as the form of the cases takes: a number with all its labels has half as many.
_LONGEST_NUMBER = 60
_SELECTED = format_html("{}", " selected")


class _Select(forms.Select):
    """The list of a filter, written without a template for each of the eighty values that the four lists have."""

    def render(self, name: str, value: Any, attrs: Any = None, renderer: Any = None) -> SafeString:
        chosen = str(value or "")
        options = ((word, _SELECTED if str(word) == chosen else "", label) for word, label in self.choices)
        written = format_html_join("", '<option value="{}"{}>{}</option>', options)
        return format_html("<select{}>{}</select>", flatatt({"name": name, **(attrs or {})}), written)


class _CaseNumberField(forms.CharField):
    """A case number in any written form, or the serial of one alone: gives its normal form, or the serial's digits."""

    def to_python(self, value: str | None) -> str:
        typed = super().to_python(value)
        serial = match_serial(typed)
        number = match_case_number(typed) or (str(serial) if serial else "")
        if typed and not number:
            raise ValidationError(_why_no_case_number(typed))
        return number


def _why_no_case_number(typed: str) -> str:
    if match_document_number(typed):
        return f"{typed} er et dokumentnummer. Et sagsnummer har årstallet først: 12/32140."
    return f"»{typed}« er ikke et sagsnummer. Skriv det som 12/32140."


class _CaseNumberFilter(django_filters.CharFilter):
    field_class = _CaseNumberField


class _CentreField(django_filters.fields.ModelChoiceField):
    def label_from_instance(self, obj: Centre) -> str:
        return obj.name_with_code


class _CentreFilter(django_filters.ModelChoiceFilter):
    field_class = _CentreField


class DecisionFilter(django_filters.FilterSet):
    """The decisions that a reader may see, each told once and the newest first, as far as an address asks for them.

    A value that says nothing is named in an error and filters nothing.
    """

    aar = django_filters.ChoiceFilter(
        label="År",
        widget=_Select,
        field_name="date",
        lookup_expr="year",
        empty_label="Alle år",
        error_messages={"invalid_choice": "Arkivet har ingen beslutninger fra det år."},
    )
    organ = django_filters.ModelChoiceFilter(
        label="Organ",
        widget=_Select,
        field_name="body",
        to_field_name="slug",
        queryset=Body.objects.none(),
        empty_label="Alle organer",
        error_messages={"invalid_choice": "Arkivet har ingen beslutninger fra et organ af det navn."},
    )
    center = _CentreFilter(
        label="Center",
        widget=_Select,
        method="_of_centre",
        to_field_name="slug",
        queryset=Centre.objects.all(),
        empty_label="Alle centre",
        error_messages={"invalid_choice": "Arkivet har intet center af det navn."},
    )
    udfald = django_filters.ChoiceFilter(
        label="Udfald",
        widget=_Select,
        method="_with_outcome",
        choices=[(word, outcome.label) for word, outcome in _OUTCOMES.items()],
        empty_label="Alle udfald",
        error_messages={"invalid_choice": "Udfaldet i adressen findes ikke."},
    )
    sag = _CaseNumberFilter(
        label="Sag",
        method="_of_case",
        widget=forms.TextInput(attrs={"maxlength": _LONGEST_NUMBER, "placeholder": "Fx 12/32140"}),
    )
    udsat = django_filters.ChoiceFilter(
        label="Udsættelse",
        widget=_Select,
        field_name="is_deferral",
        method="_that_put_off",
        choices=[("1", "Helt eller delvist udsat")],
        empty_label="Med og uden",
        error_messages={"invalid_choice": "Udsat i adressen kan kun være 1."},
    )

    class Meta:
        """The filters by the names of their parameters, which are those of the addresses."""

        model = SearchDecision
        fields = ("aar", "organ", "center", "udfald", "sag", "udsat")

    def __init__(self, parameters: QueryDict, reader: Reader) -> None:
        """Offer the years and the bodies of which there are decisions that the reader may see."""
        readable = SearchDecision.objects.readable_by(reader)
        super().__init__(_as_shown(parameters), queryset=readable.told_once(reader).newest_first())
        self.filters["organ"].queryset = readable.bodies()
        self.filters["aar"].extra["choices"] = [(str(year), year) for year in years_of_decisions(reader)]

    @property
    def notices(self) -> list[str]:
        """What of the address had no effect, and why."""
        return [error for errors in self.errors.values() for error in errors]

    def in_force(self) -> dict[str, str]:
        """The parameters that have an effect, as they stand in the address."""
        return {
            name: self.data[name] for name in self.filters if self.data.get(name) and name not in self.errors
        }

    def address(self, **changes: str | None) -> str:
        """The list with these parameters set, or taken out where None; from the first page."""
        changed: Mapping[str, str | None] = {**self.in_force(), **changes}
        return "?" + urlencode({name: value for name, value in changed.items() if value})

    def chips(self) -> list[Choice]:
        """The filters in force; the link of each takes it away."""
        return [
            Choice(f"{self.filters[name].label}: {self._name_of(name)}", self.address(**{name: None}))
            for name in self.in_force()
        ]

    def _name_of(self, name: str) -> str:
        value, field = self.form.cleaned_data[name], self.form.fields[name]
        if isinstance(field, forms.ModelChoiceField):
            return field.label_from_instance(value)
        return str(dict(self.filters[name].extra.get("choices", ())).get(value, value))

    def _of_centre(self, rows: SearchDecisionQuerySet, _: str, centre: Centre) -> SearchDecisionQuerySet:
        return rows.filter(centre_ids__contains=[centre.pk])

    def _with_outcome(self, rows: SearchDecisionQuerySet, _: str, word: str) -> SearchDecisionQuerySet:
        return rows.filter(outcomes__contains=[Outcome(_OUTCOMES[word])])

    def _of_case(self, rows: SearchDecisionQuerySet, _: str, number: str) -> SearchDecisionQuerySet:
        """Of a case, or of all cases with a serial: of a serial alone nobody knows the year."""
        return rows.filter(case__number=number) if "/" in number else rows.filter(case__serial=number)

    def _that_put_off(self, rows: SearchDecisionQuerySet, _: str, __: str) -> SearchDecisionQuerySet:
        return rows.filter(is_deferral=True)


def _as_shown(parameters: QueryDict) -> QueryDict:
    """The parameters, with nothing in them that the form must not show again."""
    shown = parameters.copy()
    if "sag" in shown:
        shown["sag"] = hide_personal_numbers(shown["sag"].strip()[:_LONGEST_NUMBER])
    return shown
