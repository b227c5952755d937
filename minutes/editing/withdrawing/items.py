"""Withdrawing one item of a meeting that stays public, and showing it again."""

from __future__ import annotations

from django.contrib.auth.models import User
from django.db import transaction

from minutes.editing.corrections import correct_withdrawn
from minutes.editing.findings import mark_places_in_closed_items, refuse_undecided_numbers
from minutes.models import AgendaItem, Correction, Finding, Meeting
from minutes.models.visibility import may_publish

Withdrawn = Correction.Closed


class NotChangedError(ValueError):
    """An item is neither withdrawn nor shown again; the message says in Danish why not, and what to do."""


def reasons_against_withdrawing(item: AgendaItem) -> list[str]:
    """Return why an item cannot be withdrawn, a Danish sentence each."""
    if item.is_withdrawn:
        return ["Punktet er allerede trukket tilbage."]
    if item.meeting.is_draft:
        return ["Mødet er en kladde: der er ikke offentliggjort noget, som kan trækkes tilbage."]
    return []


def reasons_against_showing(item: AgendaItem, by: User | None) -> list[str]:
    """Return why somebody may not show a withdrawn item again, a Danish sentence each."""
    if not item.is_withdrawn:
        return ["Punktet er ikke trukket tilbage."]
    reasons = [] if may_publish(by) else ["At vise et punkt igen kræver retten til at offentliggøre."]
    # What is closed beside it stays hidden: its numbers bar nothing until somebody opens it.
    if not item.is_closed:
        reasons += [
            f"Der står et personnummer i punktet ({finding.masked}): frigiv det, eller fjern det, først."
            for finding in Finding.objects.barring_to_open(item)
        ]
    return reasons


def withdraw_item(item: AgendaItem, by: User | None, reason: str) -> None:
    """Withdraw an item: from now on there is nothing of it but its place on the agenda, whatever is imported.

    Raises NotChangedError where that cannot be, and UndecidedNumberError where the reason holds a personal number.
    """
    _change(item, Withdrawn.YES, by, reason)


def show_item(item: AgendaItem, by: User | None, reason: str) -> None:
    """Show a withdrawn item again; one that is closed, too, stays hidden. Raises as `withdraw_item` does."""
    _change(item, Withdrawn.NO, by, reason)


@transaction.atomic
def _change(item: AgendaItem, becomes: Withdrawn, by: User | None, reason: str) -> None:
    # Nobody else may change the item meanwhile: imports and corrections lock the meeting, too.
    item.meeting = (
        Meeting.objects.select_related("body")
        .select_for_update(no_key=True, of=("self",))
        .get(pk=item.meeting_id)
    )
    item.refresh_from_db(fields=["is_withdrawn", "is_closed"])
    hides = becomes is Withdrawn.YES
    if against := reasons_against_withdrawing(item) if hides else reasons_against_showing(item, by):
        raise NotChangedError(" ".join(against))
    refuse_undecided_numbers(item.meeting, reason)
    correct_withdrawn(item, becomes, by, reason=reason)
    mark_places_in_closed_items(item.meeting)
