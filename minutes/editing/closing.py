"""Closing an item and opening it, by hand: closing holds at once, opening needs the right to publish."""

from __future__ import annotations

from collections.abc import Collection, Set

from django.contrib.auth.models import User
from django.db import transaction

from minutes.models import AgendaItem, Correction, Finding, Meeting, SourceDocument
from minutes.models.visibility import may_publish

from .corrections import correct_closed, parsed_value
from .findings import mark_places_in_closed_items


class NotOpenedError(ValueError):
    """An item may not be opened; the message says in Danish why not, and what to do."""


def reasons_against_opening(item: AgendaItem, by: User | None) -> list[str]:
    """Return why somebody may not open an item, a Danish sentence each: the one place that bars it."""
    reasons = []
    if not may_publish(by):
        reasons.append("At åbne et punkt kræver retten til at offentliggøre.")
    for finding in Finding.objects.barring_to_open(item):
        reasons.append(
            f"Der står et personnummer i punktet ({finding.masked}): frigiv det, eller fjern det, først."
        )
    return reasons


def close_item(item: AgendaItem, by: User | None, *, reason: str = "") -> None:
    """Say that an item is closed: from now on there is nothing of it but its place on the agenda."""
    _correct(item, Correction.Closed.YES, by, reason)


@transaction.atomic
def open_item(item: AgendaItem, by: User | None, *, reason: str = "") -> None:
    """Say that an item is open. Raises NotOpenedError where something bars that."""
    # Nobody else may give a reason against it meanwhile: imports lock the meeting, too.
    Meeting.objects.select_for_update(no_key=True).get(pk=item.meeting_id)
    if reasons := reasons_against_opening(item, by):
        raise NotOpenedError(" ".join(reasons))
    _correct(item, Correction.Closed.NO, by, reason)


def take_back_closing(item: AgendaItem, by: User | None) -> None:
    """Let an item be closed or open again as its minutes say. Raises NotOpenedError where something bars opening it."""
    match Correction.Closed(parsed_value(item, Correction.Field.CLOSED)):
        case Correction.Closed.NO:
            open_item(item, by)
        case closed:
            _correct(item, closed, by, reason="")


@transaction.atomic
def _correct(item: AgendaItem, closed: Correction.Closed, by: User | None, reason: str) -> None:
    correct_closed(item, closed, by, reason=reason)
    mark_places_in_closed_items(item.meeting)


# A meeting's key, and a place on its agenda.
Place = tuple[int, int]


def find_places_in_doubt(meetings: Collection[int]) -> set[Place]:
    """Return where the rows of these meetings leave open whether an item is closed."""
    items = AgendaItem.objects.filter(meeting__in=meetings, is_doubtful=True)
    return {*items.values_list("meeting", "position")}


def is_decided(source: SourceDocument, position: int | None, in_doubt: Set[Place]) -> bool:
    """Whether the rows say of the item in this place that it is closed, or open, without a doubt.

    They are those of the version in force: of any other nothing is decided.
    """
    return position is not None and source.is_in_force and (source.meeting_id, position) not in in_doubt
