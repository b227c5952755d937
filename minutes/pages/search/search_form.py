"""What a search address may say beside the query: the values each parameter allows; any other is told and ignored."""

from __future__ import annotations

from functools import cached_property
from typing import Any

from django import forms

from minutes.models import Centre, Meeting, Outcome, Reader
from minutes.search.matching.facets import Facet, FacetValue
from minutes.search.matching.filters import Filters, Sort
from minutes.search.matching.search import Search
from minutes.search.query.organisation import Organisation, read_organisation
from minutes.search.query.query import parse_query

PAGE_SIZES = (10, 25, 50)

# The outcomes as words of an address: permanent, whatever becomes of the labels.
OUTCOME_WORDS = {
    "godkendt": Outcome.APPROVED,
    "tiltraadt": Outcome.ENDORSED,
    "tiltraadt-med-bemaerkning": Outcome.ENDORSED_WITH_REMARK,
    "godkendt-under-forudsaetning": Outcome.CONDITIONALLY_APPROVED,
    "taget-til-efterretning": Outcome.NOTED,
    "droeftet": Outcome.DISCUSSED,
    "udsat": Outcome.DEFERRED,
    "undersoeges": Outcome.UNDER_EXAMINATION,
    "sendt-videre": Outcome.FORWARDED,
    "afvist": Outcome.REJECTED,
    "andet": Outcome.OTHER,
}
WORDS_OF_OUTCOMES = {outcome: word for word, outcome in OUTCOME_WORDS.items()}


class SearchForm(forms.Form):
    """The parameters "aar", "organ", "center", "udfald", "sort" and "antal"; one with another value has no effect."""

    aar = forms.IntegerField(
        required=False,
        min_value=1900,
        max_value=2199,
        error_messages=dict.fromkeys(
            ("invalid", "min_value", "max_value"), "Året i adressen er ikke et årstal."
        ),
    )
    organ = forms.ModelChoiceField(
        # A body that nobody outside knows of yet is not confirmed; staff find its drafts without the filter.
        Meeting.objects.published_only().bodies(),
        required=False,
        to_field_name="slug",
        error_messages={"invalid_choice": "Arkivet har intet organ af det navn, der står i adressen."},
    )
    center = forms.ModelChoiceField(
        Centre.objects.all(),
        required=False,
        to_field_name="slug",
        error_messages={"invalid_choice": "Arkivet har intet center af det navn, der står i adressen."},
    )
    udfald = forms.TypedChoiceField(
        required=False,
        choices=[(word, word) for word in OUTCOME_WORDS],
        coerce=OUTCOME_WORDS.__getitem__,
        empty_value=None,
        error_messages={"invalid_choice": "Udfaldet i adressen findes ikke."},
    )
    sort = forms.TypedChoiceField(
        required=False,
        choices=Sort.choices,
        coerce=Sort,
        empty_value=Sort.RELEVANCE,
        error_messages={"invalid_choice": "Rækkefølgen i adressen findes ikke; den bedste står først."},
    )
    antal = forms.TypedChoiceField(
        required=False,
        choices=[(size, size) for size in PAGE_SIZES],
        coerce=int,
        empty_value=PAGE_SIZES[0],
        error_messages={"invalid_choice": "En side viser 10, 25 eller 50 punkter."},
    )

    def search(self, reader: Reader) -> Search:
        """What the address asks for, within its filters, as the reader may see it."""
        return Search(parse_query(self.data.get("q", ""), self.organisation.names), reader, self.filters())

    @cached_property
    def organisation(self) -> Organisation:
        """The centres and bodies that queries may name, as they are now."""
        return read_organisation()

    def filters(self) -> Filters:
        """The filters that are in force."""
        return Filters(*map(self._value, ("aar", "organ", "center", "udfald")))

    @property
    def order(self) -> Sort:
        """The order asked for, else by relevance."""
        return self._value("sort") or Sort.RELEVANCE

    @property
    def page_size(self) -> int:
        """How many hits a page shows."""
        return self._value("antal") or PAGE_SIZES[0]

    def in_force(self) -> dict[str, str]:
        """The parameters that have an effect, as they stand in the address."""
        return {
            name: self.data[name] for name in self.fields if name not in self.errors and self.data.get(name)
        }

    def _value(self, name: str) -> Any:
        self.is_valid()
        return self.cleaned_data.get(name)


def facet_word(facet: Facet, value: FacetValue) -> str:
    """The value of a facet as the address has it."""
    return WORDS_OF_OUTCOMES[Outcome(value.value)] if facet.name == "outcome" else value.value
