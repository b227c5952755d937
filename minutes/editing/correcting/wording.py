"""Says in Danish words what was corrected, "udfald: andet → tiltrådt med bemærkning", to lists, forms and the log."""

from __future__ import annotations

import re
from typing import Any

from django.db.models import TextChoices

from minutes.models import AgendaItem, Body, CentreRole, Correction, Meeting, Outcome

Field = Correction.Field

_NOTHING = "intet"
# That an item is hidden is no secret: its place on the agenda says so.
_SHOWN_ALWAYS = (Field.CLOSED, Field.WITHDRAWN)
_DAY = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")


def value_in_words(field: Field, value: Any) -> str:
    """Return a value of Correction as people read it, "tiltrådt", "HRC (har indstillet)"; "intet" for none."""
    match field:
        case Field.OUTCOME:
            said = _label(Outcome, value or "")
        case Field.CENTRES:
            said = ", ".join(map(_centre, value or []))
        case _:
            said = value
    return said or _NOTHING


def change_in_words(item: AgendaItem, field: Field, key: str, before: Any, after: Any) -> str:
    """Return what was changed: "udfald: andet → godkendt (Direktionen 05-02-2013, punkt 2)".

    The key says which outcome it is, see corrected_values.py. Of an item that nobody is shown it is only which field.
    """
    if item.is_hidden and field not in _SHOWN_ALWAYS:
        return str(field.label)
    return _change(item.meeting, field, key, before, after)


def correction_in_words(correction: Correction) -> str:
    """Return what a correction says to those who correct: what was read, and what stands in its place."""
    field = Field(correction.field)
    return _change(correction.meeting, field, correction.key, correction.parsed_value, correction.value)


def which_in_words(meeting: Meeting, key: str) -> str:
    """Return whose outcome a key means, "Direktionen 05-02-2013, punkt 2"; a query where it is another body's."""
    slug, _, rest = key.partition(" ")
    own = meeting.body
    named = own if slug == own.slug else Body.objects.filter(slug=slug).first()
    day = _DAY.sub(r"\3-\2-\1", rest)
    return f"{named or slug} {day}"


def _change(meeting: Meeting, field: Field, key: str, before: Any, after: Any) -> str:
    change = f"{field.label}: {value_in_words(field, before)} → {value_in_words(field, after)}"
    return f"{change} ({which_in_words(meeting, key)})" if key else change


def _centre(entry: str) -> str:
    code, _, role = entry.rpartition(":")
    return f"{code} ({_label(CentreRole, role)})"


def _label(choices: type[TextChoices], value: str) -> str:
    """The word for a choice; one that there is no longer stands as it was kept."""
    return str(choices(value).label) if value in choices.values else value
