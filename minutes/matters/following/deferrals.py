"""What decisions put off, and what became of it: how long it has waited, or where and why it counts as taken up."""

from __future__ import annotations

import datetime
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import F, OuterRef, QuerySet, Subquery

from minutes.models import AgendaItem, Decision, Deferral, Join, ListedDeferral, Reader, TakingUp
from minutes.models.followed.listed import went_on_for

from .times import adds_to_words, as_read
from .told import told_once

Reason = Join.Reason


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

    @property
    def is_read_otherwise(self) -> bool:
        """Whether the time as read says more than its words."""
        return adds_to_words(self.deferral)

    def days_waited(self, today: datetime.date) -> int:
        """Days from the decision until it was taken up, or until today; none where the decision is yet to come."""
        return max(0, ((self.taken_up.date if self.taken_up else today) - self.decision.date).days)


def find_deferrals(reader: Reader) -> QuerySet[Any]:
    """Return what is put off and waits, or waited, as far as the reader may see it, each told once.

    Each has `is_taken_up`: whether an item took it up again.
    """
    deferrals = told_once(ListedDeferral.objects.readable_by(reader), reader)
    with_state: QuerySet[Any] = deferrals.annotate(is_taken_up=F(went_on_for(reader)))
    return with_state


def in_order(deferrals: QuerySet[Any]) -> QuerySet[Any]:
    """Return open ones first, and of each group the newest first; those of one day as they were imported."""
    return deferrals.order_by("is_taken_up", "-date", "pk")


def read_deferrals(keys: Sequence[int], reader: Reader) -> list[DeferralLine]:
    """Return the lines of these deferrals in their order. Four queries at most.

    What the reader may see is asked once more: what was hidden meanwhile is left out, or has not been seen since.
    """
    rows = ListedDeferral.objects.readable_by(reader).select_related("deferral__decision__body").in_bulk(keys)
    joins = _read_joins(keys, reader)
    item_ids = {row.item_id for row in rows.values()} | {join.item_id for join in joins.values()}
    items = _read_items(item_ids, reader)
    later = _later_decisions(joins)
    return [
        DeferralLine(rows[key].deferral, items[rows[key].item_id], _taken_up(joins.get(key), items, later))
        for key in keys
        if key in rows and rows[key].item_id in items
    ]


def find_taken_up(decisions: Iterable[Decision], reader: Reader) -> dict[int, TakenUp | None]:
    """Return of each of these decisions after which something waits, by its key, where that was taken up, if it was.

    Where a decision puts off several things, one that was taken up again is told. Four queries at most.
    """
    deferrals = Deferral.objects.waiting().filter(decision__in=[decision.pk for decision in decisions])
    decision_of = dict(deferrals.values_list("pk", "decision"))
    joins = _read_joins(decision_of, reader)
    items = _read_items({join.item_id for join in joins.values()}, reader)
    later = _later_decisions(joins)
    taken_up: dict[int, TakenUp | None] = {}
    for key, decision in decision_of.items():
        taken_up[decision] = taken_up.get(decision) or _taken_up(joins.get(key), items, later)
    return taken_up


def _read_joins(deferrals: Iterable[int], reader: Reader) -> dict[int, TakingUp]:
    """What was taken up of these, by the deferrals' keys."""
    joins = TakingUp.objects.readable_by(reader).filter(deferral__in=list(deferrals))
    return {join.deferral_id: join for join in joins}


def _read_items(keys: Collection[int | None], reader: Reader) -> dict[int, AgendaItem]:
    return AgendaItem.objects.readable_by(reader).select_related("meeting__body", "case").in_bulk(keys)


def _later_decisions(joins: Mapping[int, TakingUp]) -> Mapping[int, datetime.date]:
    """For each deferral that a later decision under its own item took up, when that was taken."""
    keys = [key for key, join in joins.items() if join.reason == Reason.SAME_ITEM]
    if not keys:
        return {}
    later = Decision.objects.filter(item=OuterRef("item"), date__gt=OuterRef("decision__date")).order_by(
        "date"
    )
    rows = Deferral.objects.filter(pk__in=keys).annotate(next=Subquery(later.values("date")[:1]))
    return dict(rows.values_list("pk", "next"))


def _taken_up(
    join: TakingUp | None, items: Mapping[int, AgendaItem], later: Mapping[int, datetime.date]
) -> TakenUp | None:
    item = items.get(join.item_id or 0) if join else None
    if join is None or item is None:
        return None
    return TakenUp(item, later.get(join.deferral_id) or item.meeting.date, Reason(join.reason))
