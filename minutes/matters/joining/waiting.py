"""What waits for a later item: matters that were put off, and promises; and the item that each has found.

A matter goes on under the next item of its case; of a standing title, and under a collective number, under the next
item of that title in its body; else under the next whose title begins as its own, or the reverse. Where a later
decision stands under the item itself, that is it; the next item of a standing title tells nothing of deeds.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from django.db import connection
from django.db.models import BooleanField, ExpressionWrapper, Q, QuerySet, Subquery

from minutes.models import (
    Audience,
    Case,
    Decision,
    Deferral,
    Fulfilment,
    Join,
    ListedDeferral,
    ListedPromise,
    Promise,
    SearchDocument,
    Series,
    TakenUpByHand,
    TakingUp,
)
from minutes.models.copying import copy_rows
from minutes.models.search_tables import SearchDocumentQuerySet
from minutes.models.told.promises import COMES_OR_GOES

from .said_in import is_decided_later

Reason = Join.Reason
# A title of fewer letters says too little to be known by its beginning.
SHORTEST_TITLE = 12


class Found(NamedTuple):
    """The item that was found, by its key and the day of its meeting, and why it is that."""

    item: int
    date: datetime.date
    reason: str


# What each audience finds that may read what waits.
Answer = Mapping[Audience, Found | None]
# Gives the keys of the titles that a title's series has, its own among them.
Names = Callable[[str], Sequence[str]]
# A statement asks for the titles of so many items at once.
_ITEMS_AT_A_TIME = 50


@dataclass(frozen=True, slots=True)
class Waiting:
    """Rows that may wait, the rows that join them with an item, those that list them, and how both name them."""

    rows: Callable[[], QuerySet[Any]]
    join: type[Any]
    listed: type[Any]
    name: str


DEFERRALS = Waiting(Deferral.objects.waiting, TakingUp, ListedDeferral, "deferral")
PROMISES = Waiting(Promise.objects.to_be_kept, Fulfilment, ListedPromise, "promise")
ALL = (DEFERRALS, PROMISES)


def find_waiting_for(waiting: Waiting, documents: Sequence[SearchDocument], names: Names) -> set[int]:
    """Return the keys of the rows for which one of these items may be the answer, or is so now.

    The items are those of one day, with their cases; `names` gives the keys that a title's series has. What has found
    an item before them keeps it.
    """
    return {
        key
        for start in range(0, len(documents), _ITEMS_AT_A_TIME)
        for key in _waiting_for(waiting, documents[start : start + _ITEMS_AT_A_TIME], names)
    }


def _waiting_for(waiting: Waiting, documents: Sequence[SearchDocument], names: Names) -> Iterable[int]:
    day = documents[0].date
    titles = {name for document in documents for name in names(document.title_key)}
    shared = Q(case__in={doc.case_id for doc in documents if doc.case and not doc.case.is_collective})
    shared |= Q(title_key__in=titles.union(*map(beginnings_of, titles)))
    for title in titles:
        if len(title) >= SHORTEST_TITLE:
            shared |= Q(title_key__startswith=f"{title} ")
    # What was found by a like title gives way to an item of its case, however late that comes.
    not_found = Q(found_on=None) | Q(found_on__gt=day) | Q(reason=Reason.LIKE_TITLE)
    joins = waiting.join.objects.filter(shared, not_found, date__lt=day)
    return list(joins.values_list(waiting.name, flat=True))


def find_joined_with(waiting: Waiting, meeting_ids: Iterable[int]) -> set[int]:
    """Return the keys of the rows that have found an item of one of these meetings, or wait under one."""
    ids = list(meeting_ids)
    of_meetings = Q(item__meeting__in=ids) | Q(**{f"{waiting.name}__item__meeting__in": ids})
    return set(waiting.join.objects.filter(of_meetings).values_list(waiting.name, flat=True))


def join(waiting: Waiting, keys: Collection[int], names: Names) -> None:
    """Find anew what takes up each of these rows; `names` gives the keys that a title's series has, its own first."""
    if not keys:
        return
    waiting.join.objects.filter(**{f"{waiting.name}__in": keys}).delete()
    rows = waiting.rows().filter(pk__in=keys, item__search_document__isnull=False)
    beside = ("item__search_document__case", *(("decision",) if waiting is DEFERRALS else ()))
    # Rows of one item that ask for the same have the same answer; nobody knows how many there are.
    answers: dict[object, Answer] = {}
    joins = []
    rows = rows.select_related(*beside).defer(*(_LONG if waiting is DEFERRALS else _LONG_OF_ITEM))
    if waiting is PROMISES:
        rows = rows.prefetch_related("item__decisions__body")
    for row in rows:
        asked = (row.item_id, row.decision.date) if waiting is DEFERRALS else _asked_by(row)
        if asked not in answers:
            answers[asked] = _find(waiting, row, names)
        joins += [_join(waiting, row, audience, answer) for audience, answer in answers[asked].items()]
    copy_rows(joins)
    _tell_lists(waiting, keys, joins)


def _tell_lists(waiting: Waiting, keys: Collection[int], joins: Iterable[Any]) -> None:
    """Let the rows of the lists say for each audience which of these went on; only what has changed is written."""
    went_on = {(getattr(join, f"{waiting.name}_id"), join.audience) for join in joins if join.item_id}
    statement = _TELL.format(table=waiting.listed._meta.db_table, key=f"{waiting.name}_id")
    told = ([(key, audience) in went_on for key in keys] for audience in Audience)
    with connection.cursor() as cursor:
        cursor.execute(statement, [list(keys), *told])


# What is put in are the names of a table and of a column.
_TELL = """
    UPDATE {table} AS listed SET went_on = told.went_on, went_on_with_drafts = told.with_drafts
    FROM unnest(%s::bigint[], %s::boolean[], %s::boolean[]) AS told (key, went_on, with_drafts)
    WHERE listed.{key} = told.key
        AND (listed.went_on, listed.went_on_with_drafts) <> (told.went_on, told.with_drafts)
"""


def _join(waiting: Waiting, row: Any, audience: Audience, answer: Found | None) -> Any:
    document = row.item.search_document
    return waiting.join(
        **{f"{waiting.name}_id": row.pk},
        audience=audience,
        item_id=answer.item if answer else None,
        reason=answer.reason if answer else "",
        found_on=answer.date if answer else None,
        case_id=document.case_id,
        title_key=document.title_key,
        body_id=document.body_id,
        date=document.date,
    )


# No answer needs these columns, which can be large.
_LONG_OF_ITEM = ("item__search_document__vector", "item__search_document__head")
_LONG = ("text", *_LONG_OF_ITEM)


def _asked_by(promise: Promise) -> tuple[object, ...]:
    """What the answer to a promise depends on."""
    later = is_decided_later(promise, promise.item.decisions.all())
    return promise.item_id, promise.to_body, promise.kind in COMES_OR_GOES, later


def series_names() -> Names:
    """Return what gives the keys of a title's series, its own among them: several where an editor joined series."""
    groups: dict[str, list[str]] = {}
    for key, root in Series.objects.exclude(joined_to=None).values_list("key", "joined_to__key"):
        groups.setdefault(root, [root]).append(key)
    of_key = {key: group for group in groups.values() for key in group}
    return lambda key: of_key.get(key, [key])


def _find(waiting: Waiting, row: Any, names: Names) -> Answer:
    """The first answer for each audience that may read the row, None where there is none."""
    document = row.item.search_document
    open_to = [audience for audience in Audience if document.is_seen_by(audience)]
    found: dict[Audience, Found | None] = {}
    for reason, candidates in _candidates(waiting, row, document, names):
        asking = [
            audience
            for audience in open_to
            if audience not in found and _holds_for(reason, document.case, audience)
        ]
        if asking:
            for audience, other in _first_for_each(candidates, document.title_key, asking).items():
                found[audience] = Found(other.pk, other.date, reason)
    return {audience: found.get(audience) for audience in open_to}


def _candidates(
    waiting: Waiting, row: Any, document: SearchDocument, names: Names
) -> Iterator[tuple[Reason, SearchDocumentQuerySet]]:
    """Where to look, by falling weight; the items of each reason in no order."""
    every = SearchDocument.objects.all()
    later = every.filter(date__gt=document.date)
    if waiting is DEFERRALS:
        by_hand = TakenUpByHand.objects.filter(item=row.item_id)
        words = dict(by_hand.values_list("other", "is_taken_up"))
        yield Reason.BY_HAND, every.filter(pk__in=[key for key in words if words[key]])
        if Decision.objects.filter(item=row.item_id, date__gt=row.decision.date).exists():
            yield Reason.SAME_ITEM, every.filter(pk=row.item_id)
        later = later.exclude(pk__in=[key for key in words if not words[key]])
    elif is_decided_later(row, row.item.decisions.all()):
        yield Reason.SAME_ITEM, every.filter(pk=row.item_id)
    body = {"body__name": row.to_body} if waiting is PROMISES and row.to_body else {}
    is_deed = waiting is PROMISES and row.kind not in COMES_OR_GOES
    # The next item of a standing title tells nothing of what somebody was to do, whatever its number.
    is_standing = is_deed and document.title_is_dated
    titles = names(document.title_key)
    if document.case_id:
        of_case = later.filter(case=document.case_id, **body)
        yield Reason.CASE, of_case.exclude(title_key__in=titles) if is_standing else of_case
    of_body = later.filter(**(body or {"body": document.body_id}))
    if document.title_key and not (is_standing or (is_deed and document.case_id)):
        yield Reason.TITLE, of_body.filter(title_key__in=titles)
    if len(document.title_key) >= SHORTEST_TITLE and not is_standing:
        beginnings = [document.title_key, *beginnings_of(document.title_key)]
        beginning = Q(title_key__startswith=f"{document.title_key} ") | Q(title_key__in=beginnings)
        yield Reason.LIKE_TITLE, of_body.filter(beginning)


def _holds_for(reason: Reason, case: Case | None, audience: Audience) -> bool:
    """A number leads on unless it is collective; a title alone where there is no such number, and else a like one."""
    own_number = case is not None and not case.is_collective_to(audience)
    if reason is Reason.CASE or reason is Reason.LIKE_TITLE:
        return own_number
    return reason is not Reason.TITLE or not own_number


def _first_for_each(
    documents: SearchDocumentQuerySet, title_key: str, audiences: Iterable[Audience]
) -> dict[Audience, SearchDocument]:
    """The first of them that each audience sees: mostly it is the same."""
    first = _first(documents, title_key)
    if first is None:
        return {}
    found = {audience: first for audience in audiences if first.is_seen_by(audience)}
    for audience in set(audiences) - set(found):
        if other := _first(documents.seen_by(audience), title_key):
            found[audience] = other
    return found


def _first(documents: SearchDocumentQuerySet, title_key: str) -> SearchDocument | None:
    """The first by day; of a day's items one of the same title, else by body, meeting and place.

    Only those of that day are put in order: the index knows which it is, and a standing title may have thousands.
    """
    day = documents.order_by("date").values("date")[:1]
    is_other = ExpressionWrapper(~Q(title_key=title_key), BooleanField())
    of_day = documents.filter(date=Subquery(day)).alias(is_other=is_other).defer("vector", "head")
    of_meeting = ("item__meeting__body__name", "item__meeting__slug", "item__position")
    return of_day.order_by("is_other", *of_meeting).first()


def beginnings_of(title: str) -> list[str]:
    """Return the shorter titles that a title begins with, word by word, as far as they say enough."""
    words = title.split()
    shorter = (" ".join(words[:end]) for end in range(1, len(words)))
    return [beginning for beginning in shorter if len(beginning) >= SHORTEST_TITLE]
