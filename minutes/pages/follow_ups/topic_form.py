"""What the list of topics can be narrowed and sorted by."""

from __future__ import annotations

import datetime
from collections.abc import Collection, Iterable, Mapping

from django import forms
from django.db.models import F, QuerySet
from django.http import QueryDict

from minutes.matters.following.lists import FollowUpList
from minutes.matters.following.topics import is_listed
from minutes.models import Body, Topic
from minutes.pages.list_form import LONGEST_TEXT, DayField, OfUnits, choice_field, offer

_STATES = (
    ("paa-listen", "På listen"),
    ("ikke-laengere", "Ikke længere på listen"),
    ("over-frist", "Over frist"),
)
# What the parameter "sort" may be; nothing is the first. Of one day's lists the rows stand as they do there.
_AS_LISTED = ("-last_seen", "body__name", "last_id")
_ORDERS = {
    "seneste": ("Sidst set", _AS_LISTED),
    "frist": ("Frist", (F("latest").asc(nulls_last=True), *_AS_LISTED)),
    "udskudt": ("Oftest udskudt", ("-slips", *_AS_LISTED)),
}


class TopicForm(OfUnits):
    """The parameters "tilstand", "dag", "organ", "center", "ord" and "sort"."""

    tilstand = choice_field("Tilstand", "Alle emner", "Tilstanden i adressen findes ikke.")
    dag = DayField(label="Over frist den", required=False)
    ord = forms.CharField(
        label="Ord i emnet", required=False, widget=forms.TextInput(attrs={"maxlength": LONGEST_TEXT})
    )
    sort = choice_field("Rækkefølge", "Sidst set", "Rækkefølgen i adressen findes ikke.")
    field_order = ("tilstand", "dag", "organ", "center", "ord", "sort")

    def __init__(self, parameters: QueryDict, bodies: Iterable[Body]) -> None:
        """Offer the bodies that have lists."""
        super().__init__(parameters, bodies)
        offer(self.fields["tilstand"], _STATES)
        offer(self.fields["sort"], [(word, label) for word, (label, _) in _ORDERS.items()][1:])

    def narrow(
        self,
        topics: QuerySet[Topic],
        lists: Collection[FollowUpList],
        overdue: Mapping[int, datetime.date],
    ) -> QuerySet[Topic]:
        """Return the topics that the address asks for, in its order."""
        match self.value("tilstand"):
            case "paa-listen":
                topics = topics.filter(is_listed(lists))
            case "ikke-laengere":
                topics = topics.exclude(is_listed(lists))
            case "over-frist":
                topics = topics.filter(pk__in=overdue)
        if self.body:
            topics = topics.filter(body=self.body)
        if self.centre:
            topics = topics.filter(centre_codes__contains=[self.centre.code])
        for word in (self.value("ord") or "").split():
            topics = topics.filter(last__text__icontains=word)
        _, order = _ORDERS[self.value("sort") or "seneste"]
        return topics.order_by(*order)

    @property
    def narrows(self) -> bool:
        """Whether it asks for some of the topics, and not all of a body or of the archive."""
        return any(self.value(name) for name in ("tilstand", "center", "ord"))
