"""What is told of under several items, once: where it was said, else where it is told last; and how much is open."""

from __future__ import annotations

from functools import cache
from typing import Any, TypeVar

from django.db import connection
from django.db.models import BooleanField, Exists, ExpressionWrapper, OuterRef, Q, QuerySet
from django.db.models.expressions import RawSQL

from minutes.models import EVERYBODY, Audience, ListedDeferral, ListedPromise, Reader, SearchDecision
from minutes.models.followed.listed import went_on_for
from minutes.models.visibility import WHO_SEES_DRAFTS, audience_of

_Row = TypeVar("_Row", ListedDeferral, ListedPromise)


def told_once(rows: QuerySet[_Row], reader: Reader) -> QuerySet[_Row]:
    """Return the rows without those in decisions that another item tells of better, as far as the reader may see."""
    condition, parameters = _is_told_once(rows.model, audience_of(reader))
    # Django has put it together itself, of no word that anybody has typed.
    return rows.filter(RawSQL(condition, parameters, BooleanField()))  # noqa: S611


def count_open(reader: Reader) -> tuple[int, int]:
    """Return how much is put off and how much is promised that was not seen since, each told once. One query."""
    statement, parameters = _counting(audience_of(reader))
    with connection.cursor() as cursor:
        cursor.execute(statement, parameters)
        deferrals, promises = cursor.fetchone()
    return deferrals, promises


@cache
def _is_told_once(model: type[_Row], audience: Audience) -> tuple[str, tuple[Any, ...]]:
    """The condition for an audience, with its parameters: putting it together takes longer than answering it."""
    reader = _reader_of(audience)
    decisions = SearchDecision.objects.readable_by(reader).told_once(reader)
    here = decisions.filter(document=OuterRef("item"), position=OuterRef("position"))
    # Asked of its own rows, too, PostgreSQL would look through all decisions, where it has only to look for a few.
    is_own = ExpressionWrapper(OuterRef("is_own"), BooleanField())
    rows = model._default_manager.filter(
        Q(is_own=True) | Exists(here.alias(is_listed_as_own=is_own).filter(is_listed_as_own=False))
    )
    condition, parameters = rows.query.get_compiler(connection=connection).compile(rows.query.where)
    return condition, tuple(parameters)


def _reader_of(audience: Audience) -> Reader:
    return WHO_SEES_DRAFTS if audience is Audience.READS_DRAFTS else EVERYBODY


@cache
def _counting(audience: Audience) -> tuple[str, tuple[Any, ...]]:
    """The statement that counts for an audience: putting it together takes longer than answering it."""
    reader = _reader_of(audience)
    (one, of_one), (other, of_other) = (
        rows.filter(**{went_on_for(reader): False}).values("pk").query.sql_with_params()
        for rows in (
            told_once(ListedDeferral.objects.readable_by(reader), reader),
            told_once(ListedPromise.objects.readable_by(reader), reader),
        )
    )
    # What is put in has been put together by Django, with its parameters beside it.
    statement = f"SELECT (SELECT count(*) FROM ({one}) AS one), (SELECT count(*) FROM ({other}) AS other)"  # noqa: S608
    return statement, (*of_one, *of_other)
