"""What a form showed of an item, so that it is seen when somebody has changed it before the form came back."""

from __future__ import annotations

import datetime
import json
from collections.abc import Mapping
from hashlib import sha256
from typing import Any

from django.utils.timezone import localtime

from minutes.editing.corrected_values import keyed_outcomes, read_value
from minutes.models import AgendaItem, Correction, Event

Field = Correction.Field

# A value by what it is of: "title", "outcome direktionen 2013-02-05", "file 1".
Values = Mapping[str, Any]

TITLE = Field.TITLE.value
CASE_NUMBER = Field.CASE_NUMBER.value
CENTRES = Field.CENTRES.value
CLOSED = Field.CLOSED.value
_FILE = "file "
# Of a hash of no secret: enough that two values never share it by chance.
_DIGITS = 16


def name_of_outcome(key: str) -> str:
    """Return what the outcome of a decision, or of a part of one, is called here."""
    return f"{Field.OUTCOME.value} {key}"


def name_of_file(position: int) -> str:
    """Return what the file of the attachment in this place is called here."""
    return f"{_FILE}{position}"


def field_and_key(name: str) -> tuple[Field, str] | None:
    """Return the field of Correction that a value is of, with its key; None for a file, or no such field."""
    field, _, key = name.partition(" ")
    return (Field(field), key) if field in Field.values else None


def read_values(item: AgendaItem) -> dict[str, Any]:
    """Return all that can be corrected of an item, as it stands now."""
    values = {field.value: read_value(item, field) for field in Field if field != Field.OUTCOME}
    values |= {name_of_outcome(key): row.outcome for key, row in keyed_outcomes(item)}
    # The file's name on the disk is never used twice.
    files = {name_of_file(row.position): [row.title, row.file.name or ""] for row in item.attachments.all()}
    return values | files


def fingerprint(values: Values) -> str:
    """Return what a form carries of the values that it shows."""
    return json.dumps({name: digest(value) for name, value in values.items()})


def digest(value: Any) -> str:
    """Return what a value is known again by."""
    return sha256(json.dumps(value).encode()).hexdigest()[:_DIGITS]


def read_fingerprint(sent: str) -> dict[str, str]:
    """Return the digests by name that a form brought back; none of what is no fingerprint."""
    try:
        shown = json.loads(sent)
    except ValueError:
        return {}
    if not isinstance(shown, dict):
        return {}
    return {name: value for name, value in shown.items() if isinstance(value, str)}


def changed_since(shown: Mapping[str, str], values: Values) -> list[str]:
    """Return the names of the values that are others than the form showed, or that only one of the two has."""
    now = {name: digest(value) for name, value in values.items()}
    return [name for name in [*now, *(shown.keys() - now.keys())] if now.get(name) != shown.get(name)]


def who_changed(item: AgendaItem, name: str) -> str:
    """Return who changed a value last, and when: "af bo den 05-02-2013 kl. 10.15"; nothing where nobody did.

    Two queries at the most.
    """
    found = field_and_key(name)
    if found:
        made = item.meeting.corrections.filter(item_slug=item.slug, field=found[0], key=found[1])
        correction = made.select_related("made_by").first()
        if correction and correction.made_by:
            return f"af {correction.made_by.get_username()} den {_moment(correction.made_at)}"
    event = Event.objects.of_meeting(item.meeting).filter(item_slug__in=[item.slug, ""]).first()
    return f"af {event.by_name or 'arkivet'} den {_moment(event.at)}" if event else ""


def _moment(moment: datetime.datetime) -> str:
    return f"{localtime(moment):%d-%m-%Y kl. %H.%M}"
