"""What the lists of deferrals and of promises can be narrowed by."""

from __future__ import annotations

from typing import TypeVar

from django.db.models import QuerySet
from django.http import QueryDict
from django.utils.text import capfirst

from minutes.matters.following.promises import Status
from minutes.models import ListedDeferral, ListedPromise, Meeting, Promise, Reader
from minutes.models.decisions.search_decisions import years_of_decisions
from minutes.pages.list_form import DayField, OfUnits, choice_field, offer

_Row = TypeVar("_Row", ListedDeferral, ListedPromise)

# The words of the parameters "slags" and "tilstand".
_KINDS = {
    "kommer-igen": Promise.Kind.COMES_BACK,
    "gaar-videre": Promise.Kind.GOES_TO,
    "er-gjort-inden": Promise.Kind.DONE_BY,
    "opgave": Promise.Kind.TASK,
}
_STATUSES = {"ventes": Status.EXPECTED, "tiden-er-gaaet": Status.PAST, "set-igen": Status.SEEN}
STATUS_NAMES = {
    Status.EXPECTED: "Ventes",
    Status.PAST: "Tiden er gået",
    Status.SEEN: "Opfyldt eller taget op igen",
}


class _OfYears(OfUnits):
    """A list of what is told in decisions, which can be narrowed by year, too. Two queries more."""

    aar = choice_field("År", "Alle år", "Arkivet har intet fra det år.")
    tilstand = choice_field("Tilstand", "Alle", "Tilstanden i adressen findes ikke.")

    def __init__(self, parameters: QueryDict, reader: Reader) -> None:
        super().__init__(parameters, Meeting.objects.readable_by(reader).bodies())
        offer(self.fields["aar"], ((str(year), str(year)) for year in years_of_decisions(reader)))

    def of_units(self, rows: QuerySet[_Row]) -> QuerySet[_Row]:
        """Return the rows of the body, the centre and the year that the address asks for."""
        if self.body:
            rows = rows.filter(body=self.body)
        if self.centre:
            rows = rows.filter(centre_ids__contains=[self.centre.pk])
        if year := self.value("aar"):
            rows = rows.filter(date__year=int(year))
        return rows


class DeferralForm(_OfYears):
    """The parameters "tilstand", "organ", "center" and "aar"."""

    field_order = ("tilstand", "organ", "center", "aar")

    def __init__(self, parameters: QueryDict, reader: Reader) -> None:
        super().__init__(parameters, reader)
        offer(self.fields["tilstand"], (("aaben", "Åbne"), ("taget-op", "Taget op igen")))

    def narrow(self, deferrals: QuerySet[ListedDeferral]) -> QuerySet[ListedDeferral]:
        """Return the deferrals that the address asks for."""
        deferrals = self.of_units(deferrals)
        if state := self.value("tilstand"):
            deferrals = deferrals.filter(is_taken_up=state == "taget-op")
        return deferrals


class PromiseForm(_OfYears):
    """The parameters "tilstand", "slags", "organ", "center", "aar", "dag" and "sort"."""

    slags = choice_field("Slags", "Alle slags", "Slagsen i adressen findes ikke.")
    dag = DayField(label="Tilstand den", required=False)
    sort = choice_field("Rækkefølge", "Nyeste først", "Rækkefølgen i adressen findes ikke.")
    field_order = ("tilstand", "slags", "organ", "center", "aar", "dag", "sort")

    def __init__(self, parameters: QueryDict, reader: Reader) -> None:
        super().__init__(parameters, reader)
        offer(self.fields["tilstand"], ((word, STATUS_NAMES[status]) for word, status in _STATUSES.items()))
        offer(self.fields["slags"], ((word, capfirst(kind.label)) for word, kind in _KINDS.items()))
        offer(self.fields["sort"], [("tid", "Tidspunkt")])

    def narrow(self, promises: QuerySet[ListedPromise]) -> QuerySet[ListedPromise]:
        """Return the promises that the address asks for."""
        promises = self.of_units(promises)
        if kind := self.value("slags"):
            promises = promises.filter(kind=_KINDS[kind])
        if status := self.value("tilstand"):
            promises = promises.filter(status=_STATUSES[status])
        return promises

    @property
    def is_by_time(self) -> bool:
        """Whether what is due first comes first, and not what was said last."""
        return self.value("sort") == "tid"
