"""All decisions of a case: how often it was deferred, and which one is in force."""

from __future__ import annotations

from dataclasses import dataclass

from django.contrib.auth.models import AbstractBaseUser, AnonymousUser

from minutes.models import Case, Decision, SearchDecision

from .reading import DecisionReading, decision_blocks


@dataclass(frozen=True, slots=True)
class CaseDecisions:
    """The decision in force, with the item that tells of it, and the deferrals: each day once by each body."""

    latest: DecisionReading | None
    deferrals: int


def read_decisions(case: Case, user: AbstractBaseUser | AnonymousUser) -> CaseDecisions:
    """The decisions of a case that the user may see. Three queries."""
    decisions = SearchDecision.objects.visible_to(user).filter(case=case)
    latest = decisions.latest_first().values_list("document", "position").first()
    return CaseDecisions(_read(*latest) if latest else None, decisions.deferrals().count())


def _read(item: int, position: int) -> DecisionReading:
    decisions = Decision.objects.select_related("body", "section", "item__meeting__body")
    decision = decisions.get(item=item, position=position)
    blocks = decision_blocks(decision, decision.section)
    return DecisionReading(decision, blocks, is_of_meeting=False, page=decision.item)
