"""All decisions of a case: how often it was deferred, and which one is in force."""

from __future__ import annotations

from dataclasses import dataclass

from minutes.models import AgendaItem, Case, Decision, Reader, SearchDecision
from minutes.models.search_tables import SearchDecisionQuerySet


@dataclass(frozen=True, slots=True)
class CaseDecisions:
    """The decision in force, with the item that tells of it, and the deferrals: each day once by each body."""

    latest: Decision | None
    deferrals: int


def read_decisions(case: Case, reader: Reader) -> CaseDecisions:
    """The decisions of a case that the reader may see. Two queries."""
    decisions = SearchDecision.objects.readable_by(reader).filter(case=case)
    return CaseDecisions(_read_latest(decisions, reader), decisions.deferrals().count())


def _read_latest(decisions: SearchDecisionQuerySet, reader: Reader) -> Decision | None:
    """The latest in one statement, for an import may write them anew; what the reader may see is asked once more."""
    latest = decisions.latest_first()[:1]
    return (
        Decision.objects.filter(item=latest.values("document"), position=latest.values("position"))
        .filter(item__in=AgendaItem.objects.readable_by(reader))
        .select_related("body", "section", "item__meeting__body")
        .first()
    )
