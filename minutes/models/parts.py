"""What an agenda item consists of, as rows below it."""

from __future__ import annotations

from typing import NamedTuple

from .cases import DocumentReference
from .centres import ItemCentre
from .items import AgendaItem, Attachment, Decision, Section


class WrittenRows(NamedTuple):
    """The rows of a meeting's items, and those below them in order within each item."""

    items: list[AgendaItem]
    sections: list[Section]
    decisions: list[Decision]
    attachments: list[Attachment]
    references: list[DocumentReference]
    centres: list[ItemCentre]
