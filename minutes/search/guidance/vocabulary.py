"""What a reader would find something by: of that alone may a reader be told."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any, NamedTuple

from django.db import connection

from minutes.models import Reader, SearchWord
from minutes.models.visibility import READABLE_INDEX_ROW, sql_parameters
from minutes.search.matching.lexemes import find_lexemes
from minutes.search.matching.matches import NEVER_READ_THROUGH
from minutes.search.matching.tsquery import with_tokens, write_tsquery
from minutes.search.matching.windows import Calendar, read_calendar
from minutes.search.query.pieces import Piece
from minutes.search.query.query import Query, query_of

# Items: what somebody may be typing was most likely written lately, and a list appears while letters are typed.
NEWEST_ITEMS = 4_000

_ANSWERED = f"""
    {NEVER_READ_THROUGH}
    SELECT asked.key FROM unnest(%(keys)s::text[], %(queries)s::text[]) AS asked (key, query)
    WHERE EXISTS (SELECT FROM minutes_searchdocument WHERE vector @@ asked.query::tsquery AND {READABLE_INDEX_ROW})
"""  # noqa: S608 - what is put in is a constant
# More items than this would not change what is told of, and each is looked at.
_MOST_COUNTED = 60
# Side by side words are looked for where they tell most, in titles and decisions: those texts are short enough to be
# looked up in a list of candidates.
_COUNTED = f"""
    {NEVER_READ_THROUGH}
    SELECT asked.key, (
        SELECT count(*) FROM (
            SELECT head FROM minutes_searchdocument
            WHERE asked.exact <> '' AND head @@ asked.loose::tsquery AND {READABLE_INDEX_ROW}
            LIMIT %(most)s
        ) AS counted WHERE head @@ asked.exact::tsquery
    ), (
        SELECT count(*) FROM (
            SELECT FROM minutes_searchdocument WHERE vector @@ asked.loose::tsquery AND {READABLE_INDEX_ROW}
            LIMIT %(most)s
        ) AS counted
    )
    FROM unnest(%(keys)s::text[], %(queries)s::text[], %(exact)s::text[]) AS asked (key, loose, exact)
"""  # noqa: S608 - what is put in is a constant


def find_known(pieces: Collection[Piece], reader: Reader) -> set[Piece]:
    """Those of some words, numbers and dates by which the reader would find something. Two queries.

    A word that is remembered with an item that the reader may see is known by that, also the commonest; only the others
    are looked for.
    """
    lower = {piece: piece.typed.lower() for piece in pieces}
    words = SearchWord.objects.known_to(reader).filter(word__in=set(lower.values()))
    kept = set(words.values_list("word", flat=True))
    known = {piece for piece in pieces if lower[piece] in kept}
    unknown = {piece.typed: piece for piece in pieces if piece not in known}
    queries = {typed: query_of([(piece,)], text=typed) for typed, piece in unknown.items()}
    return known | {unknown[typed] for typed in find_answered(queries, reader)}


def find_answered_lately(
    queries: Mapping[str, Query], reader: Reader, calendar: Calendar | None = None
) -> set[str]:
    """The keys of the queries that would find the reader one of the newest items. Bounded work.

    One query more than `find_answered` takes, where the calendar has not been read before.
    """
    tokens = _tokens_of_newest(calendar or read_calendar()) if queries else None
    return set() if tokens is None else find_answered(queries, reader, any_of=tokens)


class Counts(NamedTuple):
    """How many of the newest items have some words side by side in titles and decisions, and how many anywhere."""

    side_by_side: int
    anywhere: int


def count_lately(
    queries: Mapping[str, Query], phrases: Mapping[str, Query], reader: Reader, calendar: Calendar
) -> Mapping[str, Counts]:
    """How many of the newest items that the reader may see each query finds, by its key: 60 at most.

    Some have `phrases` under the same key, which ask for the same words side by side. Bounded work: one query, and one
    for lexemes not met before. A query that asks for nothing has no count.
    """
    tokens = _tokens_of_newest(calendar)
    asked = {} if tokens is None else _written(queries, tokens)
    if not asked:
        return {}
    exact = _written(phrases, ())
    parameters = {"exact": [exact.get(key, "") for key in asked], "most": _MOST_COUNTED}
    return {key: Counts(*counts) for key, *counts in _ask(_COUNTED, asked, reader, **parameters)}


def find_answered(queries: Mapping[str, Query], reader: Reader, *, any_of: Sequence[str] = ()) -> set[str]:
    """The keys of the queries that would find the reader something; with `any_of`, something with such a token.

    One query, and one for lexemes not met before. It takes the longer the more items have the words of a query.
    """
    asked = _written(queries, any_of)
    return {key for (key,) in _ask(_ANSWERED, asked, reader)} if asked else set()


def _tokens_of_newest(calendar: Calendar) -> Sequence[str] | None:
    """Tokens of which each of the newest items has one; none where all items are new, None where there are no items."""
    windows = calendar.windows()
    return None if windows.are_exhausted else windows.next_window(NEWEST_ITEMS).tokens


def _written(queries: Mapping[str, Query], any_of: Sequence[str]) -> Mapping[str, str]:
    """The queries as the index is asked, by their keys, but for those that ask for nothing."""
    lexemes = find_lexemes({word for query in queries.values() for word in query.all_words})
    written = {key: write_tsquery(query.groups, lexemes) for key, query in queries.items()}
    return {key: with_tokens(tsquery, any_of) for key, tsquery in written.items() if tsquery}


def _ask(
    statement: str, asked: Mapping[str, str], reader: Reader, **parameters: Any
) -> list[tuple[Any, ...]]:
    keys, queries = list(asked), list(asked.values())
    with connection.cursor() as cursor:
        cursor.execute(statement, {"keys": keys, "queries": queries, **parameters, **sql_parameters(reader)})
        cursor.nextset()
        rows: list[tuple[Any, ...]] = cursor.fetchall()
    return rows
