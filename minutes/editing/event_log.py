"""Writes down what somebody, or the archive itself, has done: in the same transaction as the deed."""

from __future__ import annotations

from django.contrib.auth.models import User

from minutes.danish.personal_numbers import mask_personal_numbers
from minutes.models import AgendaItem, Event, Meeting
from minutes.models.lengths import fit


def record(
    kind: Event.Kind,
    by: User | None,
    *,
    meeting: Meeting | None = None,
    item: AgendaItem | None = None,
    subject: str = "",
    details: str = "",
    reason: str = "",
) -> Event:
    """Add what was done to the log; `by` is None for what the archive does itself.

    `subject` says what it was done to, where that is no meeting and no item. What somebody typed is kept on one line,
    with every personal number in it masked, and cut where it is longer than its column.
    """
    if item is not None:
        meeting = meeting or item.meeting
    return Event.objects.create(
        kind=kind,
        by_key=by.pk if by else None,
        by_name=by.get_username() if by else "",
        meeting=meeting,
        item_slug=item.slug if item else "",
        subject=_line(subject or _subject(meeting, item), "subject"),
        details=_line(details, "details"),
        reason=_line(reason, "reason"),
    )


def _subject(meeting: Meeting | None, item: AgendaItem | None) -> str:
    """The meeting, and the item by its place alone: its title may be another, or secret, tomorrow."""
    return ", ".join([*([str(meeting)] if meeting else []), *([f"punkt {item.label}"] if item else [])])


def _line(text: str, column: str) -> str:
    return fit(mask_personal_numbers(" ".join(text.split())), Event, column)
