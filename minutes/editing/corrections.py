"""Values that an archivist sets by hand in place of the parsed ones: made here, set again by set_again.py."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.contrib.auth.models import User
from django.db import transaction

from minutes.matters.joining.writing import joined_again
from minutes.models import (
    AgendaItem,
    Case,
    Centre,
    CentreRole,
    Correction,
    Decision,
    DecisionPart,
    Event,
    Meeting,
    Outcome,
)
from minutes.models.cases import find_or_create_cases
from minutes.models.lengths import longest
from minutes.search.index import writing as indexing

from .corrected_values import outcome_key, read_value, write_value
from .correcting.wording import change_in_words
from .event_log import record
from .findings import refuse_undecided_numbers

Field = Correction.Field
Closed = Correction.Closed

# What hides an item, or shows it, is a deed of its own in the log; every other field is corrected.
_DEEDS = {
    (Field.CLOSED, Closed.YES): Event.Kind.CLOSED,
    (Field.CLOSED, Closed.IN_DOUBT): Event.Kind.CLOSED,
    (Field.CLOSED, Closed.NO): Event.Kind.OPENED,
    (Field.WITHDRAWN, Closed.YES): Event.Kind.ITEM_WITHDRAWN,
    (Field.WITHDRAWN, Closed.NO): Event.Kind.ITEM_SHOWN,
}


def correct_title(item: AgendaItem, title: str, by: User | None) -> None:
    """Give an item another title. Raises ValueError when it is blank, too long or holds a personal number."""
    title = " ".join(title.split())
    refuse_undecided_numbers(item.meeting, title)
    most = longest(AgendaItem, "title")
    if not 0 < len(title) <= most:
        raise ValueError(f"Et punkt skal have en titel på højst {most} tegn.")
    _correct(item, Field.TITLE, title, by)


def correct_case_number(item: AgendaItem, number: str | None, by: User | None) -> None:
    """Put an item under another case, or under none; the number may be written in any form.

    Raises ValueError when it is no case number.
    """
    normal_form = Case.normal_form(number) if number else ""
    if normal_form is None:
        raise ValueError(f'"{number}" er ikke et sagsnummer; skriv det som 12/32140.')
    _correct(item, Field.CASE_NUMBER, normal_form, by)


def correct_centres(item: AgendaItem, centres: Iterable[tuple[Centre, CentreRole]], by: User | None) -> None:
    """Give an item these centres, each in its role, and no others."""
    value = sorted({f"{centre.code}:{CentreRole(role)}" for centre, role in centres})
    _correct(item, Field.CENTRES, value, by)


def correct_outcome(decided: Decision | DecisionPart, outcome: Outcome, by: User | None) -> None:
    """Give a decision, or a part of one, another outcome. Raises ValueError when there is no such outcome."""
    _correct(decided.item, Field.OUTCOME, str(Outcome(outcome)), by, outcome_key(decided))


def correct_closed(item: AgendaItem, closed: Correction.Closed, by: User | None, *, reason: str = "") -> None:
    """Say that an item is closed or open; closing.py asks who may."""
    _correct(item, Field.CLOSED, closed.value, by, reason=reason)


def correct_withdrawn(item: AgendaItem, withdrawn: Closed, by: User | None, *, reason: str) -> None:
    """Say that an item is withdrawn, or shown again; withdrawing/items.py asks who may."""
    _correct(item, Field.WITHDRAWN, withdrawn.value, by, reason=reason)


def take_back(item: AgendaItem, field: Field, key: str, by: User | None) -> None:
    """Let a value be again what was read in the minutes. Raises ValueError where no such outcome is there any more.

    Not whether the item is closed: closing.py does that.
    """
    read = parsed_value(item, field, key)
    if read is None:
        raise ValueError("Beslutningen står ikke længere i referatet.")
    _correct(item, field, read, by, key)


@transaction.atomic
def _correct(
    item: AgendaItem, field: Field, value: Any, by: User | None, key: str = "", *, reason: str = ""
) -> None:
    """Write the value and remember it; a value set back to what was parsed is no correction any more."""
    # An import locks the row too, so that neither overwrites what the other has just written.
    meeting = Meeting.objects.select_for_update(no_key=True).get(pk=item.meeting_id)
    item.refresh_from_db()
    current = read_value(item, field, key)
    parsed = parsed_value(item, field, key)
    if value != current:
        if field == Field.CASE_NUMBER and value:
            find_or_create_cases([value])
        with joined_again([meeting.pk]):
            write_value(item, field, key, value)
            indexing.index_meetings([meeting.pk])
        if field in (Field.CLOSED, Field.WITHDRAWN):
            record(_DEEDS[field, value], by, meeting=meeting, item=item, reason=reason)
        else:
            details = change_in_words(item, field, key, current, value)
            record(Event.Kind.CORRECTED, by, meeting=meeting, item=item, details=details, reason=reason)
    address: dict[str, Any] = {"meeting": meeting, "item_slug": item.slug, "field": field, "key": key}
    if value == parsed:
        Correction.objects.filter(**address).delete()
        return
    identity = {
        "item_title": parsed if field == Field.TITLE else parsed_value(item, Field.TITLE),
        "item_case_number": parsed if field == Field.CASE_NUMBER else parsed_value(item, Field.CASE_NUMBER),
    }
    Correction.objects.update_or_create(
        **address, defaults={"value": value, "parsed_value": parsed, "made_by": by, **identity}
    )


def parsed_value(item: AgendaItem, field: Field, key: str = "") -> Any:
    """Return what the parser read: remembered by the correction in force, else what stands in the row."""
    current = read_value(item, field, key)
    correction = item.meeting.corrections.filter(item_slug=item.slug, field=field, key=key).first()
    return correction.parsed_value if correction and correction.value == current else current
