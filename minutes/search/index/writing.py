"""Writes the index table: a row for every open item of a meeting that is not withdrawn, none for any other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar

from django.db import transaction
from django.db.models import Q

from minutes.models import AgendaItem, Meeting, SearchDocument
from minutes.models.copying import copy_rows
from minutes.models.meetings import MeetingQuerySet
from minutes.models.parts import ItemParts, read_parts
from minutes.models.visibility import is_indexable

from .item_rows import decisions_of, document_of, roles_of
from .item_words import ANALYSER_VERSION, text_of
from .spelt_words import remember_words, spelt_words

# Meetings have some ten items, and an item's texts and words some kilobytes: portions of a few megabytes.
_MEETINGS_AT_A_TIME = 50
_ITEMS_AT_A_TIME = 500

_Value = TypeVar("_Value")


def index_meetings(meeting_ids: Iterable[int]) -> int:
    """Write the index rows of these meetings anew, from what their rows say now; return how many there are.

    The meetings are locked against another import or indexing meanwhile; readers are not held up.
    """
    portions = _portions(sorted(set(meeting_ids)), _MEETINGS_AT_A_TIME)
    # What fails here fails the import that it is part of: no savepoint to go back to.
    with transaction.atomic(savepoint=False):
        return _write(_read_anew(portion) for portion in portions)


def index_new(written: Iterable[ItemParts]) -> int:
    """Index the items of meetings that have just been written and that nobody else knows of yet, without reading them.

    Returns how many rows there are.
    """
    indexable = [parts for parts in written if is_indexable(parts.item)]
    return _write(_portions(indexable, _ITEMS_AT_A_TIME))


def find_outdated_meetings() -> MeetingQuerySet:
    """Meetings of which the index lacks an item, has one from an earlier analyser, or has one it should not have."""
    outdated = AgendaItem.objects.indexable().exclude(search_document__analyser_version=ANALYSER_VERSION)
    superfluous = SearchDocument.objects.exclude(item__in=AgendaItem.objects.indexable())
    return Meeting.objects.filter(Q(items__in=outdated) | Q(items__in=superfluous.values("item"))).distinct()


def _portions(values: Sequence[_Value], size: int) -> Iterator[Sequence[_Value]]:
    return (values[start : start + size] for start in range(0, len(values), size))


def _read_anew(meeting_ids: Sequence[int]) -> list[ItemParts]:
    """Lock the meetings, take their items out of the index, and return those that belong there, as they are now."""
    meetings = Meeting.objects.filter(pk__in=meeting_ids)
    # Locked in one order, so that two indexings never wait for each other.
    list(meetings.order_by("pk").select_for_update(no_key=True).values_list("pk"))
    SearchDocument.objects.filter(item__meeting__in=meeting_ids).delete()
    items = AgendaItem.objects.indexable().filter(meeting__in=meeting_ids)
    return read_parts(items.select_related("meeting", "case"))


def _write(portions: Iterable[Sequence[ItemParts]]) -> int:
    """Write the rows of items that have none in the index, portion by portion; return how many items there were.

    The words are written last: two writers who meet the same new word wait for each other until the end of their
    transactions.
    """
    words: dict[str, int] = {}
    written = 0
    for items in portions:
        words |= _write_rows(items)
        written += len(items)
    remember_words(words)
    return written


def _write_rows(items: Sequence[ItemParts]) -> dict[str, int]:
    """Write the rows of the items; return their words as they are spelt, each with the key of an item that has it."""
    texts = [text_of(parts) for parts in items]
    documents = SearchDocument.objects.bulk_create(map(document_of, items, texts))
    rows = list(zip(documents, items, strict=True))
    copy_rows([role for document, parts in rows for role in roles_of(document, parts)])
    copy_rows([decision for document, parts in rows for decision in decisions_of(document, parts)])
    return {
        word: parts.item.pk for parts, text in zip(items, texts, strict=True) for word in spelt_words(text)
    }
