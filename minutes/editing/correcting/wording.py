"""Says in Danish words what was corrected, "udfald: andet → tiltrådt med bemærkning", to lists, forms and the log."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from django.db.models import TextChoices

from minutes.models import AgendaItem, Body, CentreRole, Correction, Outcome

Field = Correction.Field

_NOTHING = "intet"
# That an item is hidden is no secret: its place on the agenda says so.
_SHOWN_ALWAYS = (Field.CLOSED, Field.WITHDRAWN)
_DAY = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_DAY_OF_PEOPLE = r"\3-\2-\1"


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
    return _change(field, key, before, after, body_names() if key else {})


def correction_in_words(correction: Correction, names: Mapping[str, str]) -> str:
    """Return what a correction says to those who correct: what was read, and what stands in its place."""
    return _change(Field(correction.field), correction.key, correction.parsed_value, correction.value, names)


def body_names() -> dict[str, str]:
    """Return what bodies are called, by the names that keys have for them. One query, for a few dozen."""
    return dict(Body.objects.values_list("slug", "name"))


def which_in_words(key: str, names: Mapping[str, str]) -> str:
    """Return whose outcome a key means: "Direktionen 05-02-2013, punkt 2"."""
    slug, _, rest = key.partition(" ")
    return f"{names.get(slug, slug)} {_DAY.sub(_DAY_OF_PEOPLE, rest)}"


def _change(field: Field, key: str, before: Any, after: Any, names: Mapping[str, str]) -> str:
    change = f"{field.label}: {value_in_words(field, before)} → {value_in_words(field, after)}"
    return f"{change} ({which_in_words(key, names)})" if key else change


def _centre(entry: str) -> str:
    code, _, role = entry.rpartition(":")
    return f"{code} ({_label(CentreRole, role)})"


def _label(choices: type[TextChoices], value: str) -> str:
    """The word for a choice; one that there is no longer stands as it was kept."""
    return str(choices(value).label) if value in choices.values else value
