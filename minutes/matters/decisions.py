"""All decisions of a case: how often it was deferred, and which one is in force."""

from __future__ import annotations

from dataclasses import dataclass

from django.contrib.auth.models import AbstractBaseUser, AnonymousUser

from minutes.models import AgendaItem, Case, Decision, SearchDecision
from minutes.models.search_tables import SearchDecisionQuerySet
from minutes.pages.items.reading import DecisionReading, decision_blocks


@dataclass(frozen=True, slots=True)
class CaseDecisions:
    """The decision in force, with the item that tells of it, and the deferrals: each day once by each body."""

    latest: DecisionReading | None
    deferrals: int


def read_decisions(case: Case, user: AbstractBaseUser | AnonymousUser) -> CaseDecisions:
    """The decisions of a case that the user may see. Two queries."""
    decisions = SearchDecision.objects.visible_to(user).filter(case=case)
    return CaseDecisions(_read_latest(decisions, user), decisions.deferrals().count())


def _read_latest(
    decisions: SearchDecisionQuerySet, user: AbstractBaseUser | AnonymousUser
) -> DecisionReading | None:
    """The latest in one statement, for an import may write them anew; what the user may see is asked once more."""
    latest = decisions.latest_first()[:1]
    decision = (
        Decision.objects.filter(item=latest.values("document"), position=latest.values("position"))
        .filter(item__in=AgendaItem.objects.open().visible_to(user))
        .select_related("body", "section", "item__meeting__body")
        .first()
    )
    if decision is None:
        return None
    blocks = decision_blocks(decision, decision.section)
    return DecisionReading(decision, blocks, is_of_meeting=False, page=decision.item)
