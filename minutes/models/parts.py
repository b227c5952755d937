"""What an agenda item consists of: the list over which its rows are written, deleted, counted, limited and indexed.

A new part is a model and an entry here, an entry in importing/parts.py that makes its rows of what a document says,
a name in `with_content` of items.py, by which a page fetches them, and a template that shows them.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from operator import attrgetter
from typing import Any, Generic, TypeVar

from django.db import models

from .cases import DocumentReference
from .centres import ItemCentre
from .decisions.decision_parts import DecisionPart
from .files.attachments import Attachment
from .items import AgendaItem, Decision, Section
from .meetings import Meeting
from .told.amounts import Amount
from .told.deferrals import Deferral
from .told.follow_ups import ComingSubject, FollowUp
from .told.promises import Promise
from .told.references import Reference

Row = TypeVar("Row", bound=models.Model)


@dataclass(frozen=True, eq=False)
class Part(Generic[Row]):
    """Rows of one model below an item, which they know as `item`; in the order of the model.

    `indexed` are the columns that the search's index is made of, those of a row beside it as "body__name"; a part
    without any is not read for it. The words of `texts` are indexed wherever no section holds them: an archivist can
    add to these. Rows that others refer to get their keys before they are written.
    """

    model: type[Row]
    indexed: tuple[str, ...] = ()
    texts: tuple[str, ...] = ()
    is_referred_to: bool = False

    def of_meetings(self, meetings: Iterable[Meeting | int]) -> models.QuerySet[Row]:
        """The rows below the items of these meetings, or of those with these primary keys."""
        return self.model._default_manager.filter(item__meeting__in=meetings)

    def as_indexed(self, item_ids: Iterable[int]) -> models.QuerySet[Row]:
        """The rows below these items, with the columns alone that are indexed."""
        beside = {column.partition("__")[0] for column in self.indexed if "__" in column}
        rows = self.model._default_manager.filter(item__in=item_ids).only("item", *self.indexed)
        return rows.select_related(*beside) if beside else rows


SECTIONS = Part(Section, indexed=("kind", "text"), is_referred_to=True)
DECISIONS = Part(
    Decision,
    indexed=("position", "body__name", "date", "text", "outcome"),
    texts=("text",),
    is_referred_to=True,
)
DECISION_PARTS = Part(DecisionPart, indexed=("decision", "outcome"))
ATTACHMENTS = Part(Attachment, indexed=("title",), texts=("title",))
DOCUMENTS = Part(DocumentReference, indexed=("number", "title"), texts=("title",))
CENTRES = Part(ItemCentre, indexed=("role", "centre__code", "centre__name"))
# What is told of other meetings and times: sections hold the words already.
DEFERRALS = Part(Deferral, indexed=("decision", "comes_back", "is_delegated"))
FOLLOW_UPS = Part(FollowUp)
COMING_SUBJECTS = Part(ComingSubject)
PROMISES = Part(Promise)
REFERENCES = Part(Reference)
AMOUNTS = Part(Amount)

TOLD: tuple[Part[Any], ...] = (FOLLOW_UPS, COMING_SUBJECTS, DEFERRALS, PROMISES, REFERENCES, AMOUNTS)

# In the order in which they are written: whoever refers to another comes after it, as a decision after its section.
PARTS: tuple[Part[Any], ...] = (SECTIONS, DECISIONS, DECISION_PARTS, ATTACHMENTS, DOCUMENTS, CENTRES, *TOLD)

_item_id = attrgetter("item_id")


class ItemParts:
    """An item and the rows of each of its parts in order, just written or read again: `parts[SECTIONS]`."""

    __slots__ = ("_rows", "item")

    def __init__(self, item: AgendaItem) -> None:
        self.item = item
        self._rows: dict[Part[Any], list[Any]] = {part: [] for part in PARTS}

    def __getitem__(self, part: Part[Row]) -> list[Row]:
        return self._rows[part]


def read_parts(items: Iterable[AgendaItem]) -> list[ItemParts]:
    """Return the items with the rows of their parts as they are indexed, in a query for each part.

    A column that is not indexed is read only where it is asked for, with a query for each row.
    """
    found = {item.pk: ItemParts(item) for item in items}
    for part in PARTS:
        for row in part.as_indexed(found) if part.indexed else ():
            found[_item_id(row)][part].append(row)
    return list(found.values())
