"""What decisions put off, and what became of it: how long it has waited, or where and why it counts as taken up."""

from __future__ import annotations

import datetime
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet, Subquery

from minutes.matters.joining.waiting import DEFERRALS, Reason
from minutes.models import AgendaItem, Centre, Decision, Deferral, Reader, SearchDecision, TakingUp

from .times import as_read


@dataclass(frozen=True, slots=True)
class TakenUp:
    """The item that took a matter up again, on which day, and why that is known."""

    item: AgendaItem
    date: datetime.date
    reason: Reason

    @property
    def is_by_hand(self) -> bool:
        return self.reason == Reason.BY_HAND

    @property
    def is_same_item(self) -> bool:
        """Whether a later decision that is printed under the same item did it."""
        return self.reason == Reason.SAME_ITEM


@dataclass(frozen=True, slots=True)
class DeferralLine:
    """A deferral with its decision, under the item that tells of it, and what took it up, if anything did."""

    deferral: Deferral
    item: AgendaItem
    taken_up: TakenUp | None

    @property
    def decision(self) -> Decision:
        return self.deferral.decision

    @property
    def is_own(self) -> bool:
        """Whether the meeting put it off under whose item that stands; else that item tells of it."""
        return self.decision.is_taken_by(self.item.meeting)

    @property
    def until(self) -> str:
        """Until when, as it was read."""
        return as_read(self.deferral)

    def days_waited(self, today: datetime.date) -> int:
        """Days from the decision until it was taken up, or until today; none where the decision is yet to come."""
        return max(0, ((self.taken_up.date if self.taken_up else today) - self.decision.date).days)


def find_deferrals(reader: Reader, centre: Centre | None = None) -> QuerySet[Any]:
    """Return what is put off and waits, or waited, as far as the reader may see it, each told once.

    `centre`: only under items with which it has to do. Each has `is_taken_up`, `taken_by`, the key of the item
    that took it up, and `reason`; None where it was not seen since.
    """
    told = SearchDecision.objects.readable_by(reader).told_once(reader)
    if centre:
        told = told.filter(centre_ids__contains=[centre.pk])
    joins = TakingUp.objects.readable_by(reader).filter(deferral=OuterRef("pk"))
    is_told = Exists(told.filter(document=OuterRef("item"), position=OuterRef("decision__position")))
    deferrals: QuerySet[Any] = (
        DEFERRALS.rows()
        .filter(is_told)
        .annotate(
            is_taken_up=Exists(joins),
            taken_by=Subquery(joins.values("item")[:1]),
            reason=Subquery(joins.values("reason")[:1]),
        )
    )
    return deferrals


def count_open_deferrals(reader: Reader) -> int:
    """Return how much is put off and was not seen since. One query."""
    return find_deferrals(reader).filter(is_taken_up=False).count()


def in_order(deferrals: QuerySet[Any]) -> QuerySet[Any]:
    """Return open ones first, and of each group the newest first; those of one day as they were imported."""
    return deferrals.order_by("is_taken_up", "-decision__date", "item_id", "position")


def read_deferrals(keys: Sequence[int], reader: Reader) -> list[DeferralLine]:
    """Return the lines of these deferrals in their order. Three queries.

    What the reader may see is asked once more: what was hidden meanwhile is left out, or has not been seen since.
    """
    found = {
        row.pk: row for row in find_deferrals(reader).filter(pk__in=keys).select_related("decision__body")
    }
    item_ids = {row.item_id for row in found.values()} | {
        row.taken_by for row in found.values() if row.taken_by
    }
    items = AgendaItem.objects.readable_by(reader).select_related("meeting__body", "case").in_bulk(item_ids)
    later = _later_decisions([row for row in found.values() if row.reason == Reason.SAME_ITEM])
    return [
        DeferralLine(found[key], items[found[key].item_id], _taken_up(found[key], items, later))
        for key in keys
        if key in found and found[key].item_id in items
    ]


def _later_decisions(deferrals: Collection[Deferral]) -> Mapping[int, datetime.date]:
    """For each of these, when the next decision was taken that is printed under its item."""
    if not deferrals:
        return {}
    later = Decision.objects.filter(item=OuterRef("item"), date__gt=OuterRef("decision__date")).order_by(
        "date"
    )
    rows = Deferral.objects.filter(pk__in=[deferral.pk for deferral in deferrals])
    return dict(rows.annotate(next=Subquery(later.values("date")[:1])).values_list("pk", "next"))


def _taken_up(
    row: Any, items: Mapping[int, AgendaItem], later: Mapping[int, datetime.date]
) -> TakenUp | None:
    item = items.get(row.taken_by)
    if item is None:
        return None
    return TakenUp(item, later.get(row.pk) or item.meeting.date, Reason(row.reason))
