"""What is told of under several items, once: where it was said, else where it is told last; and how much is open."""

from __future__ import annotations

from functools import cache
from typing import Any, TypeVar

from django.db import connection
from django.db.models import Exists, OuterRef, Q, QuerySet

from minutes.models import (
    EVERYBODY,
    Audience,
    Fulfilment,
    ListedDeferral,
    ListedPromise,
    Reader,
    SearchDecision,
    TakingUp,
)
from minutes.models.visibility import WHO_SEES_DRAFTS, audience_of

_Row = TypeVar("_Row", ListedDeferral, ListedPromise)


def told_once(rows: QuerySet[_Row], reader: Reader) -> QuerySet[_Row]:
    """Return the rows without those in decisions that another item tells of better, as far as the reader may see."""
    decisions = SearchDecision.objects.readable_by(reader).told_once(reader)
    here = decisions.filter(document=OuterRef("item"), position=OuterRef("position"))
    return rows.filter(Q(is_own=True) | Exists(here))


def count_open(reader: Reader) -> tuple[int, int]:
    """Return how much is put off and how much is promised that was not seen since, each told once. One query."""
    statement, parameters = _counting(audience_of(reader))
    with connection.cursor() as cursor:
        cursor.execute(statement, parameters)
        deferrals, promises = cursor.fetchone()
    return deferrals, promises


@cache
def _counting(audience: Audience) -> tuple[str, tuple[Any, ...]]:
    """The statement that counts for an audience: putting it together takes longer than answering it."""
    reader = WHO_SEES_DRAFTS if audience is Audience.READS_DRAFTS else EVERYBODY
    taken_up = TakingUp.objects.readable_by(reader).filter(deferral=OuterRef("pk"))
    seen = Fulfilment.objects.readable_by(reader).filter(promise=OuterRef("pk"))
    deferrals = told_once(ListedDeferral.objects.readable_by(reader), reader).filter(~Exists(taken_up))
    promises = told_once(ListedPromise.objects.readable_by(reader), reader).filter(~Exists(seen))
    (one, of_one), (other, of_other) = (
        rows.order_by().values("pk").query.sql_with_params() for rows in (deferrals, promises)
    )
    # What is put in has been put together by Django, with its parameters beside it.
    statement = f"SELECT (SELECT count(*) FROM ({one}) AS one), (SELECT count(*) FROM ({other}) AS other)"  # noqa: S608
    return statement, (*of_one, *of_other)
