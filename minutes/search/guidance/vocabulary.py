"""What a reader would find something by: of that alone may a reader be told."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from django.db import connection

from minutes.models import Reader, SearchWord
from minutes.models.visibility import READABLE_INDEX_ROW, sql_parameters
from minutes.search.matching.lexemes import find_lexemes
from minutes.search.matching.tsquery import with_tokens, write_tsquery
from minutes.search.matching.windows import Calendar, read_calendar
from minutes.search.query.query import parse_query

_NEWEST_ITEMS = 4_000

_FINDING = f"""
    SET LOCAL enable_seqscan = off;
    SELECT asked.key FROM unnest(%(keys)s::text[], %(queries)s::text[]) AS asked (key, query)
    WHERE EXISTS (SELECT FROM minutes_searchdocument WHERE vector @@ asked.query::tsquery AND {READABLE_INDEX_ROW})
"""  # noqa: S608 - what is put in is a constant


def findable(typed: Collection[str], reader: Reader) -> set[str]:
    """Those of some words, as they are typed, by which the reader would find something. Two queries.

    Those of public items are known by the words themselves, also the commonest; only the others are looked for.
    """
    words = SearchWord.objects.known_to(reader).filter(word__in={word.lower() for word in typed})
    known = set(words.values_list("word", flat=True))
    unknown = [word for word in typed if word.lower() not in known]
    return {word for word in typed if word.lower() in known} | finding(unknown, reader)


def finding_lately(typed: Collection[str], reader: Reader, calendar: Calendar | None = None) -> set[str]:
    """Those of some texts, as they are typed, by which the reader would find one of the newest items. Bounded work.

    One query more than `finding` takes, where the calendar has not been read before.
    """
    if not typed:
        return set()
    windows = (calendar or read_calendar()).windows()
    if windows.are_exhausted:
        return set()
    return finding(typed, reader, any_of=windows.take(_NEWEST_ITEMS).tokens)


def finding(typed: Collection[str], reader: Reader, *, any_of: Sequence[str] = ()) -> set[str]:
    """Those of some texts, as they are typed, by which the reader would find an item that has a token `any_of` them.

    One query, and one for lexemes not met before. It takes the longer the more items have the words of a text.
    """
    queries = {text: parse_query(text) for text in typed}
    lexemes = find_lexemes({word for query in queries.values() for word in query.all_words})
    written = {text: write_tsquery(query.groups, lexemes) for text, query in queries.items()}
    asked = {text: with_tokens(tsquery, any_of=any_of) for text, tsquery in written.items() if tsquery}
    if not asked:
        return set()
    with connection.cursor() as cursor:
        cursor.execute(
            _FINDING, {"keys": list(asked), "queries": list(asked.values()), **sql_parameters(reader)}
        )
        cursor.nextset()
        return {key for (key,) in cursor.fetchall()}
