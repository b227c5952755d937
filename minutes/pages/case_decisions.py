"""All decisions of a case in figures, and the one in force."""

from __future__ import annotations

import datetime
from typing import NamedTuple

from minutes.models import Decision, Outcome
from minutes.models.items import AgendaItemQuerySet

from .reading import DecisionReading, decision_blocks


class _Facts(NamedTuple):
    """What decisions are counted and chosen by; of two of one day, the one that a later meeting tells of comes last."""

    date: datetime.date
    meeting_date: datetime.date
    position: int
    key: int
    body: int
    outcome: str


class CaseDecisions:
    """The decisions of a case's items, read once as plain facts: an order and a limit in SQL would be a guess."""

    def __init__(self, items: AgendaItemQuerySet) -> None:
        columns = ("date", "item__meeting__date", "position", "pk", "body", "outcome")
        rows = Decision.objects.filter(item__in=items).order_by().values_list(*columns)
        self._facts = [_Facts(*row) for row in rows]

    def deferrals(self) -> int:
        """How often the case was deferred, each day once by each body."""
        deferred = (facts for facts in self._facts if facts.outcome == Outcome.DEFERRED)
        return len({(facts.body, facts.date) for facts in deferred})

    def latest(self) -> DecisionReading | None:
        """The decision in force, with the item that tells of it. One query."""
        if not self._facts:
            return None
        decisions = Decision.objects.select_related("body", "section", "item__meeting__body")
        decision = decisions.get(pk=max(self._facts).key)
        blocks = decision_blocks(decision, decision.section)
        return DecisionReading(decision, blocks, is_of_meeting=False, page=decision.item)
