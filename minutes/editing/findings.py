"""What is decided of the personal numbers that were found; the rows show it once the minutes are written again."""

from __future__ import annotations

from django.contrib.auth.models import User
from django.utils import timezone

from minutes.models import Finding, FindingPlace, Meeting
from minutes.models.lengths import fit
from minutes.models.review.masking import Masking


class UndecidedNumberError(ValueError):
    """A text typed by hand holds a personal number that nobody has released in its meeting."""


def decide(finding: Finding, decision: str, *, by: User, reason: str) -> None:
    """Record what is decided of a number, by whom and why; an empty decision takes an earlier one back.

    Raises ValueError where there is no such decision or no reason. The rows are not written.
    """
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


def refuse_undecided_numbers(meeting: Meeting, text: str) -> None:
    """Raise UndecidedNumberError where a text that somebody has typed for a meeting holds such a number."""
    numbers = Masking.of(meeting).undecided(text)
    if numbers:
        raise UndecidedNumberError(
            f"Der står et personnummer i teksten ({numbers[0].masked}). Skriv den uden det."
        )


def mark_places_in_closed_items(meeting: Meeting) -> None:
    """Remember which findings of the version in force stand in closed items, as the items are now."""
    closed = meeting.items.closed().values("slug")
    places = FindingPlace.objects.filter(finding__meeting=meeting).in_force()
    places.filter(item_slug__in=closed).update(in_closed_item=True)
    places.exclude(item_slug__in=closed).update(in_closed_item=False)
