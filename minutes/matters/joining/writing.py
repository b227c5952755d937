"""Joins meetings with others whenever they come, change or go: the one entrance to what the archive knows of matters.

It is done in the transaction of the change, behind the search's index, of whose rows everything is made: these are of
the items that somebody may read. The same rows give the same joins, whatever came first.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field

from django.db import connection, transaction

from minutes.models import Meeting, SearchDocument
from minutes.models.meetings import MeetingQuerySet
from minutes.models.search_tables import SearchDocumentQuerySet

from . import listing, topics, waiting
from .collective_cases import mark_collective
from .standing_titles import name_series

# Counted up whenever the same rows would be joined in another way; `manage.py join_matters` then joins them anew.
JOINING_VERSION = 2

# The lock has a number of its own beside those of imports. It is taken before anything is changed that others may be
# joined with, for they would be joined with what is about to go; and behind all other locks but those of the search's
# words: who holds it waits for nobody, having made the cases and bodies before for which another may wait.
_JOINING = 3


@dataclass(slots=True)
class _Before:
    """What hung together with meetings before they changed; `waiting` are the rows that waited, or had found them."""

    cases: set[int] = field(default_factory=set)
    topic_keys: set[int] = field(default_factory=set)
    waiting: dict[str, set[int]] = field(default_factory=dict)


def join_new(meeting_ids: Collection[int]) -> None:
    """Join meetings that were not there before, and have just been indexed, behind `lock_joining`."""
    _join(meeting_ids, _Before(), only_more=True)


@contextmanager
def joined_again(meeting_ids: Collection[int]) -> Iterator[None]:
    """Join meetings anew that are changed, indexed again or deleted within, with what they were joined with before.

    Within, nobody else joins anything, and no case and no body is made.
    """
    with transaction.atomic(savepoint=False):
        lock_joining(meeting_ids)
        before = _look_at(meeting_ids)
        yield
        _join(meeting_ids, before, only_more=False)


def join_again(meeting_ids: Collection[int]) -> None:
    """Join meetings anew that stay as they are."""
    with joined_again(meeting_ids):
        pass


def find_not_joined() -> MeetingQuerySet:
    """Meetings that were never joined with others, or by rules that are others now."""
    return Meeting.objects.filter(joining_version__lt=JOINING_VERSION)


def _look_at(meeting_ids: Collection[int]) -> _Before:
    documents = SearchDocument.objects.filter(item__meeting__in=meeting_ids)
    return _Before(
        cases=set(documents.exclude(case=None).order_by().values_list("case", flat=True)),
        topic_keys=topics.keys_of_meetings(meeting_ids),
        waiting={each.name: waiting.find_joined_with(each, meeting_ids) for each in waiting.ALL},
    )


def _join(meeting_ids: Collection[int], before: _Before, *, only_more: bool) -> None:
    if not only_more:
        topics.forget_sightings(meeting_ids)
        listing.forget_listed(meeting_ids)
    documents = _read_documents(meeting_ids)
    cases = {document.case_id for document in documents if document.case_id} | before.cases
    flipped = mark_collective(cases, only_more=only_more)
    # Read again, for their cases may be others now.
    documents = _read_documents(meeting_ids) if flipped else documents
    of_flipped = list(_documents().filter(case__in=flipped)) if flipped else []
    name_series([*documents, *of_flipped])
    listing.write_listed(documents)
    names = waiting.series_names()
    for each in waiting.ALL:
        _join_waiting(each, documents, before.waiting.get(each.name, set()), flipped, names)
    topics.join_topics(topics.write_sightings(documents) | before.topic_keys)
    Meeting.objects.filter(pk__in=meeting_ids).update(joining_version=JOINING_VERSION)


def _join_waiting(
    each: waiting.Waiting,
    documents: Sequence[SearchDocument],
    before: set[int],
    flipped: Collection[int],
    names: waiting.Names,
) -> None:
    """Find anew what these items' rows wait for, and those that had found one of the items, or may find one now."""
    own = each.rows().filter(item__in=[document.pk for document in documents])
    keys = before | set(own.values_list("pk", flat=True))
    if flipped:
        keys |= set(each.rows().filter(item__case__in=flipped).values_list("pk", flat=True))
    for of_meeting in _by_day(documents):
        keys |= waiting.find_waiting_for(each, of_meeting, names)
    waiting.join(each, keys, names)


def _by_day(documents: Iterable[SearchDocument]) -> list[list[SearchDocument]]:
    days: dict[object, list[SearchDocument]] = {}
    for document in documents:
        days.setdefault(document.date, []).append(document)
    return list(days.values())


def _read_documents(meeting_ids: Collection[int]) -> list[SearchDocument]:
    return list(_documents().filter(item__meeting__in=meeting_ids))


def _documents() -> SearchDocumentQuerySet:
    return SearchDocument.objects.select_related("case").defer("vector", "head").order_by("pk")


def lock_joining(meeting_ids: Collection[int]) -> None:
    """Wait until nobody else changes these meetings or joins any, and let nobody until this transaction ends."""
    _lock_meetings(meeting_ids)
    _lock()


def _lock_meetings(meeting_ids: Collection[int]) -> None:
    """Meetings before joins: whoever changes a meeting has it locked already."""
    meetings = Meeting.objects.filter(pk__in=meeting_ids).order_by("pk").select_for_update(no_key=True)
    list(meetings.values_list("pk"))


def _lock() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_JOINING])
