"""Accepting an error that stands in the minutes themselves, so that they can be published as they are."""

from __future__ import annotations

from django.contrib.auth.models import User
from django.db import transaction

from minutes.models import AcceptedProblem, Event, SourceDocument
from minutes.models.lengths import fit
from minutes.models.visibility import may_publish

from .event_log import record
from .findings import refuse_undecided_numbers
from .obstacles import Obstacle, find_errors


@transaction.atomic
def accept_problem(source: SourceDocument, line: int, code: str, *, by: User, reason: str) -> Obstacle:
    """Accept the error of that code in that line of a version; returns what it was.

    Raises ValueError where somebody has no right to publish, no such error is unresolved, or no reason is given, and
    where the error is settled by saying of an item whether it is closed.
    """
    if not may_publish(by):
        raise ValueError("At acceptere en fejl kræver retten til at offentliggøre.")
    error = next((error for error in find_errors(source) if (error.line, error.code) == (line, code)), None)
    if error is None:
        raise ValueError(f"Der er ingen uafklaret fejl {code} i linje {line}.")
    if source.is_in_force and error.asks_whether_closed:
        raise ValueError(
            "Sig på punktet, om det er lukket: det besvarer fejlen, og den skal ikke accepteres."
        )
    reason = " ".join(reason.split())
    if not reason:
        raise ValueError("Skriv en begrundelse: den viser senere, hvorfor fejlen blev accepteret.")
    refuse_undecided_numbers(source.meeting, reason)
    AcceptedProblem.objects.update_or_create(
        meeting=source.meeting,
        code=error.code,
        message=error.message,
        defaults={"reason": fit(reason, AcceptedProblem, "reason"), "accepted_by": by},
    )
    # Not what it says: a problem may quote what is closed.
    where = f"version {source.version}, linje {line}"
    record(Event.Kind.PROBLEM_ACCEPTED, by, meeting=source.meeting, details=where, reason=reason)
    return error
