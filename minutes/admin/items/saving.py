"""Writes what a form asks for of an item, in the order in which nothing is shown that should not be."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.contrib.auth.models import User

from minutes.editing import corrections
from minutes.editing.closing import close_item, open_item
from minutes.editing.corrected_values import keyed_outcomes
from minutes.editing.correcting import shown_values as shown
from minutes.editing.correcting.wording import change_in_words
from minutes.importing.review.attachment_files import store_file
from minutes.models import AgendaItem, Centre, Correction

Field = Correction.Field
Closed = Correction.Closed


def save_changes(item: AgendaItem, changes: Mapping[str, Any], by: User) -> list[str]:
    """Write the values by their names, and return what was done, in words; of a closed item without its values.

    In a transaction of the caller's: raises ValueError where one of them is refused.
    """
    before = shown.read_values(item)
    # What is closed is closed before anything else is written down of it; what is opened is opened at last.
    if changes.get(shown.CLOSED) == Closed.YES:
        close_item(item, by)
    for name, value in changes.items():
        if found := shown.field_and_key(name):
            _correct(item, *found, value, by)
    if changes.get(shown.CLOSED) == Closed.NO:
        open_item(item, by)
    # A file is on the disk whatever becomes of the rest: it comes last.
    attachments = {shown.name_of_file(row.position): row for row in item.attachments.all()}
    for name, attachment in attachments.items():
        if name in changes:
            store_file(attachment, changes[name], by=by)
    return [_in_words(item, name, before.get(name), value) for name, value in changes.items()]


def _correct(item: AgendaItem, field: Field, key: str, value: Any, by: User) -> None:
    match field:
        case Field.TITLE:
            corrections.correct_title(item, value, by)
        case Field.CASE_NUMBER:
            corrections.correct_case_number(item, value, by)
        case Field.OUTCOME:
            corrections.correct_outcome(dict(keyed_outcomes(item))[key], value, by)
        case Field.CENTRES:
            centres = {centre.code: centre for centre in Centre.objects.all()}
            pairs = [entry.rsplit(":", 1) for entry in value]
            corrections.correct_centres(item, [(centres[code], role) for code, role in pairs], by)


def _in_words(item: AgendaItem, name: str, before: Any, after: Any) -> str:
    found = shown.field_and_key(name)
    if found is None:
        position = name.rpartition(" ")[2]
        return f"bilag {position}: {'fil gemt' if after else 'fil slettet'}"
    field, key = found
    return change_in_words(item, field, key, before, after)
