"""All decisions of a case: how often it was deferred, and which one is in force."""

from __future__ import annotations

from dataclasses import dataclass

from django.contrib.auth.models import AbstractBaseUser, AnonymousUser
from django.db import connection

from minutes.models import Case, Decision, Outcome, sees_drafts

from .reading import DecisionReading, decision_blocks

# Read once and put in order afterwards: no plan walks the dates of all decisions for those of one case. Of two on one
# day, the one that a later meeting tells of is in force.
_DECISIONS = """
    WITH told AS MATERIALIZED (
        SELECT decision.id, decision.date, document.date AS told_on, position, decision.body_id, decision.outcome
        FROM minutes_searchdocument AS document JOIN minutes_decision AS decision USING (item_id)
        WHERE document.case_id = %(case)s AND (is_public OR %(sees_drafts)s)
    )
    SELECT
        (SELECT id FROM told ORDER BY date DESC, told_on DESC, position DESC, id DESC LIMIT 1),
        (SELECT count(DISTINCT (body_id, date)) FROM told WHERE outcome = %(deferred)s)
"""


@dataclass(frozen=True, slots=True)
class CaseDecisions:
    """The decision in force, with the item that tells of it, and the deferrals: each day once by each body."""

    latest: DecisionReading | None
    deferrals: int


def read_decisions(case: Case, user: AbstractBaseUser | AnonymousUser) -> CaseDecisions:
    """The decisions of a case that the user may see. Two queries."""
    with connection.cursor() as cursor:
        cursor.execute(
            _DECISIONS,
            {"case": case.pk, "sees_drafts": sees_drafts(user), "deferred": Outcome.DEFERRED.value},
        )
        key, deferrals = cursor.fetchone()
    return CaseDecisions(_read(key) if key else None, deferrals)


def _read(key: int) -> DecisionReading:
    decision = Decision.objects.select_related("body", "section", "item__meeting__body").get(pk=key)
    blocks = decision_blocks(decision, decision.section)
    return DecisionReading(decision, blocks, is_of_meeting=False, page=decision.item)
