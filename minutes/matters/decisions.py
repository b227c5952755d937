"""All decisions of a case: how often it was deferred, and which one is in force."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Count, Q

from minutes.models import AgendaItem, Case, Decision, Reader, SearchDecision
from minutes.models.decisions.search_decisions import SearchDecisionQuerySet
from minutes.models.items import choose_main_decision


@dataclass(frozen=True, slots=True)
class CaseDecisions:
    """The decision in force, with the item that tells of it, and the deferrals: each day once by each body.

    Under a collective number each matter counts for itself. The `partial_deferrals` among them are of some points only.
    """

    latest: Decision | None
    deferrals: int = 0
    partial_deferrals: int = 0


def read_decisions(case: Case, reader: Reader) -> CaseDecisions:
    """The decisions of a case that the reader may see. Two queries."""
    decisions = SearchDecision.objects.readable_by(reader).filter(case=case)
    counted = decisions.deferrals(of_each_matter=case.is_collective_for(reader)).aggregate(
        deferrals=Count("date"), partial_deferrals=Count("date", filter=Q(in_part=True))
    )
    return CaseDecisions(_read_latest(decisions, reader), **counted)


def read_main_decisions(item_ids: Iterable[int]) -> dict[int, Decision]:
    """The decision to show of each of these items that has one, with its answers, by the item's key. One query.

    Whoever asks has seen to it that the items may be read.
    """
    of_items: dict[AgendaItem, list[Decision]] = {}
    decisions = Decision.objects.filter(item__in=list(item_ids)).order_by("item", "position")
    for decision in decisions.select_related("body", "item__meeting").with_answers():
        of_items.setdefault(decision.item, []).append(decision)
    main = {item.pk: choose_main_decision(item.meeting, decisions) for item, decisions in of_items.items()}
    return {key: decision for key, decision in main.items() if decision}


def _read_latest(decisions: SearchDecisionQuerySet, reader: Reader) -> Decision | None:
    """The latest in one statement, for an import may write them anew; what the reader may see is asked once more."""
    latest = decisions.latest_first()[:1]
    return (
        Decision.objects.filter(item=latest.values("document"), position=latest.values("position"))
        .filter(item__in=AgendaItem.objects.readable_by(reader))
        .select_related("body", "section", "item__meeting__body")
        .with_answers()
        .first()
    )
