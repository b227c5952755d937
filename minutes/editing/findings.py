"""What is decided of the personal numbers that were found; the rows show it once the minutes are written again."""

from __future__ import annotations

from hashlib import sha256

from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone

from minutes.models import Event, Finding, FindingPlace, Meeting
from minutes.models.lengths import fit
from minutes.models.review.masking import Masking
from minutes.models.visibility import may_publish

from .event_log import record

_DEEDS = {
    Finding.Decision.RELEASED: Event.Kind.NUMBER_RELEASED,
    Finding.Decision.REDACTED: Event.Kind.NUMBER_REDACTED,
    Finding.Decision.NONE: Event.Kind.NUMBER_UNDECIDED,
}


# Of a hash of no secret: enough that two decisions never share it by chance.
_DIGITS = 16


class UndecidedNumberError(ValueError):
    """A text typed by hand holds a personal number that nobody has released in its meeting."""


@transaction.atomic
def decide(finding: Finding, decision: str, *, by: User, reason: str) -> None:
    """Record what is decided of a number, by whom and why; an empty decision takes an earlier one back.

    Raises ValueError where somebody has no right to publish, or where there is no such decision or no reason. The rows
    are not written.
    """
    if not may_publish(by):
        raise ValueError("At afgøre et personnummer kræver retten til at offentliggøre.")
    reason = " ".join(reason.split())
    if not reason:
        raise ValueError(
            "Skriv en begrundelse: den viser senere, hvorfor nummeret blev frigivet eller fjernet."
        )
    finding.decision = Finding.Decision(decision)
    finding.reason = fit(Masking(finding.meeting).mask(reason), Finding, "reason")
    finding.decided_by = by
    finding.decided_at = timezone.now()
    finding.save(update_fields=["decision", "reason", "decided_by", "decided_at"])
    kind = _DEEDS[Finding.Decision(decision)]
    record(kind, by, meeting=finding.meeting, details=finding.masked, reason=finding.reason)


def fingerprint(finding: Finding) -> str:
    """Return what a form carries of the decision that it shows, so that another one made meanwhile is seen."""
    decided = finding.decided_at.isoformat() if finding.decided_at else ""
    return sha256(f"{finding.decision} {decided}".encode()).hexdigest()[:_DIGITS]


def refuse_undecided_numbers(meeting: Meeting, text: str) -> None:
    """Raise UndecidedNumberError where a text that somebody has typed for a meeting holds such a number."""
    numbers = Masking.of(meeting).undecided(text)
    if numbers:
        raise UndecidedNumberError(
            f"Der står et personnummer i teksten ({numbers[0].masked}). Skriv den uden det."
        )


def mark_places_in_closed_items(meeting: Meeting) -> None:
    """Remember which findings of the version in force stand in closed or withdrawn items, as the items are now."""
    closed = meeting.items.hidden().values("slug")
    places = FindingPlace.objects.filter(finding__meeting=meeting).in_force()
    places.filter(item_slug__in=closed).update(in_closed_item=True)
    places.exclude(item_slug__in=closed).update(in_closed_item=False)
