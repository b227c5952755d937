"""What an item hangs together with, as a reader may see it, and what became of what it put off."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import OuterRef, Subquery

from minutes.matters.targets import Target, Targets
from minutes.models import AgendaItem, Case, Deferral, Join, Reader, Reference, TakingUp
from minutes.models.visibility import audience_of

from .meant_items import Asked, read_meant_items
from .pointing import find_pointing_here, read_references


@dataclass(frozen=True, slots=True)
class PutOff:
    """A matter that a decision put off, and the item that takes it up again: None where none is known.

    `again` is the day of that, which can be a later decision's under the item itself: `is_same_item`.
    """

    deferral: Deferral
    taken_up_by: AgendaItem | None
    reason: str
    again: datetime.date | None
    is_same_item: bool

    @property
    def put_off(self) -> datetime.date:
        return self.deferral.decision.date

    @property
    def days(self) -> int | None:
        """Days until it was taken up."""
        return (self.again - self.put_off).days if self.again else None


@dataclass(frozen=True, slots=True)
class Connections:
    """An item's references in order, the cases among them that the reader may see, and the targets of the others.

    `pointing_here` are the other items that surely point to this one, newest first; `put_off` is what its decisions put
    off, `takes_up` the items whose matters it takes up, each with the reason.
    """

    references: Sequence[Reference] = ()
    targets: Targets | None = None
    pointing_here: Sequence[AgendaItem] = ()
    put_off: Sequence[PutOff] = ()
    takes_up: Sequence[tuple[AgendaItem, str]] = ()

    def point(self, reference: Reference) -> Target | None:
        """Return to which meeting or item a reference points, as far as that can be told."""
        return self.targets.point(reference) if self.targets else None

    def has_case(self, number: str) -> bool:
        """Return whether the reader may see an item of the case with this number."""
        return self.targets is not None and self.targets.has_case(number)


NONE = Connections()


def find_connections(item: AgendaItem, reader: Reader) -> Connections:
    """Return what an item hangs together with; nothing of a hidden one. The item comes with its decisions.

    Three queries at most, however much there is.
    """
    if item.is_hidden:
        return NONE
    references = read_references(item, reader)
    deferrals = _read_deferrals(item, reader)
    own = [reference for reference in references if reference.item_id == item.pk]
    others = [reference for reference in references if reference.item_id != item.pk]
    partners = {deferral.taken_up_by for deferral in deferrals if deferral.taken_up_by} - {item.pk}
    items = read_meant_items([Asked(item, own, others)], reader, partners)
    by_key = {other.pk: other for other in items}
    collective = {case.pk for case in _cases([item, *items]) if case.is_collective_to(audience_of(reader))}
    targets = Targets(items, collective)
    return Connections(
        references=own,
        targets=targets,
        pointing_here=find_pointing_here(item, others, targets),
        put_off=_put_off(item, deferrals, by_key),
        takes_up=[
            (deferral.item, Join.Reason(deferral.reason).label)
            for deferral in deferrals
            if deferral.item_id != item.pk
        ],
    )


def _read_deferrals(item: AgendaItem, reader: Reader) -> list[Any]:
    """What waits of the item, and what it takes up of others, each with `taken_up_by`, a key, and the `reason`."""
    joins = TakingUp.objects.readable_by(reader)
    keys = Deferral.objects.filter(item=item).order_by().values("pk")
    keys = keys.union(joins.filter(item=item).values("deferral"))
    readable = AgendaItem.objects.readable_by(reader)
    of_deferral = joins.filter(deferral=OuterRef("pk"))
    rows = Deferral.objects.waiting().filter(pk__in=keys, item__in=readable)
    rows = rows.annotate(
        taken_up_by=Subquery(of_deferral.values("item")[:1]),
        reason=Subquery(of_deferral.values("reason")[:1]),
    )
    return list(rows.select_related("decision", "item__meeting__body").order_by("decision__date", "position"))


def _put_off(item: AgendaItem, deferrals: Iterable[Any], by_key: Mapping[int, AgendaItem]) -> list[PutOff]:
    """What the item's decisions put off: said once for each decision, as a whole rather than in part."""
    of_decision: dict[int, Any] = {}
    for deferral in deferrals:
        if deferral.item_id == item.pk:
            known = of_decision.get(deferral.decision_id)
            if known is None or (known.is_part and not deferral.is_part):
                of_decision[deferral.decision_id] = deferral
    return [_answered(item, deferral, by_key) for deferral in of_decision.values()]


def _answered(item: AgendaItem, deferral: Any, by_key: Mapping[int, AgendaItem]) -> PutOff:
    reason = Join.Reason(deferral.reason).label if deferral.reason else ""
    if deferral.taken_up_by == item.pk:
        later = [decision.date for decision in item.decisions.all() if decision.date > deferral.decision.date]
        return PutOff(deferral, None, reason, min(later, default=None), is_same_item=True)
    other = by_key.get(deferral.taken_up_by or 0)
    again = other.meeting.date if other else None
    return PutOff(deferral, other, reason if other else "", again, is_same_item=False)


def _cases(items: Iterable[AgendaItem]) -> set[Case]:
    return {item.case for item in items if item.case}
