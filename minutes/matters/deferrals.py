"""Where matters that were put off were taken up again, as a reader may see it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from minutes.models import AgendaItem, Decision, Deferral, Reader, TakingUp


@dataclass(frozen=True, slots=True)
class TakenUp:
    """The item that takes up again what was put off, None where it has not been seen since; and why that is known."""

    item: AgendaItem | None
    reason: str = ""


def find_taken_up(decisions: Iterable[Decision], reader: Reader) -> dict[int, TakenUp]:
    """Return of each of these decisions that puts something off, by its key, where that was taken up. Two queries.

    The items come with their meetings.
    """
    deferrals = Deferral.objects.waiting().filter(decision__in=[decision.pk for decision in decisions])
    waiting = dict(deferrals.values_list("pk", "decision"))
    if not waiting:
        return {}
    joins = TakingUp.objects.readable_by(reader).filter(deferral__in=waiting)
    of_deferrals = {join.deferral_id: join for join in joins}
    found = [join.item_id for join in joins if join.item_id]
    items = AgendaItem.objects.readable_by(reader).filter(pk__in=found)
    readable = {item.pk: item for item in items.select_related("meeting__body")}
    taken_up: dict[int, TakenUp] = {}
    for deferral, decision in waiting.items():
        join = of_deferrals.get(deferral)
        if join is not None and join.item_id in readable:
            taken_up[decision] = TakenUp(readable[join.item_id], join.get_reason_display())
        else:
            taken_up.setdefault(decision, TakenUp(None))
    return taken_up
