"""What a reader would find something by: of that alone may a reader be told."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

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
_NEWEST_ITEMS = 4_000

_ANSWERED = f"""
    {NEVER_READ_THROUGH}
    SELECT asked.key FROM unnest(%(keys)s::text[], %(queries)s::text[]) AS asked (key, query)
    WHERE EXISTS (SELECT FROM minutes_searchdocument WHERE vector @@ asked.query::tsquery AND {READABLE_INDEX_ROW})
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
    if not queries:
        return set()
    windows = (calendar or read_calendar()).windows()
    if windows.are_exhausted:
        return set()
    return find_answered(queries, reader, any_of=windows.next_window(_NEWEST_ITEMS).tokens)


def find_answered(queries: Mapping[str, Query], reader: Reader, *, any_of: Sequence[str] = ()) -> set[str]:
    """The keys of the queries that would find the reader something; with `any_of`, something with such a token.

    One query, and one for lexemes not met before. It takes the longer the more items have the words of a query.
    """
    lexemes = find_lexemes({word for query in queries.values() for word in query.all_words})
    written = {key: write_tsquery(query.groups, lexemes) for key, query in queries.items()}
    asked = {key: with_tokens(tsquery, any_of) for key, tsquery in written.items() if tsquery}
    if not asked:
        return set()
    with connection.cursor() as cursor:
        cursor.execute(
            _ANSWERED, {"keys": list(asked), "queries": list(asked.values()), **sql_parameters(reader)}
        )
        cursor.nextset()
        return {key for (key,) in cursor.fetchall()}
