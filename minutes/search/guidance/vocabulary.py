"""What a reader would find something by: of that alone may a reader be told."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from django.contrib.auth.models import AbstractBaseUser, AnonymousUser
from django.db import connection

from minutes.models import SearchWord, sees_drafts
from minutes.search.matching.lexemes import find_lexemes
from minutes.search.matching.tsquery import with_tokens, write_tsquery
from minutes.search.matching.windows import Calendar, read_calendar
from minutes.search.query.query import parse_query

_NEWEST_ITEMS = 4_000

_FINDING = """
    SET LOCAL enable_seqscan = off;
    SELECT asked.key FROM unnest(%s::text[], %s::text[]) AS asked (key, query)
    WHERE EXISTS (SELECT FROM minutes_searchdocument WHERE vector @@ asked.query::tsquery AND (is_public OR %s))
"""


def findable(typed: Collection[str], user: AbstractBaseUser | AnonymousUser) -> set[str]:
    """Those of some words, as they are typed, by which the user would find something. Two queries.

    Those of public items are known by the words themselves, also the commonest; only the others are looked for.
    """
    documents = SearchWord.objects.filter(word__in={word.lower() for word in typed}, document__isnull=False)
    if not sees_drafts(user):
        documents = documents.filter(document__is_public=True)
    known = set(documents.values_list("word", flat=True))
    unknown = [word for word in typed if word.lower() not in known]
    return {word for word in typed if word.lower() in known} | finding(unknown, user)


def finding_lately(
    typed: Collection[str], user: AbstractBaseUser | AnonymousUser, calendar: Calendar | None = None
) -> set[str]:
    """Those of some texts, as they are typed, by which the user would find one of the newest items. Bounded work.

    One query more than `finding` takes, where the calendar has not been read before.
    """
    if not typed:
        return set()
    windows = (calendar or read_calendar()).windows()
    if windows.are_exhausted:
        return set()
    return finding(typed, user, any_of=windows.take(_NEWEST_ITEMS).tokens)


def finding(
    typed: Collection[str], user: AbstractBaseUser | AnonymousUser, *, any_of: Sequence[str] = ()
) -> set[str]:
    """Those of some texts, as they are typed, by which the user would find an item; with `any_of` one of these tokens.

    One query, and one for lexemes not met before. It takes the longer the more items have the words of a text.
    """
    queries = {text: parse_query(text) for text in typed}
    lexemes = find_lexemes({word for query in queries.values() for word in query.all_words})
    written = {text: write_tsquery(query.groups, lexemes) for text, query in queries.items()}
    asked = {text: with_tokens(tsquery, any_of=any_of) for text, tsquery in written.items() if tsquery}
    if not asked:
        return set()
    with connection.cursor() as cursor:
        cursor.execute(_FINDING, [list(asked), list(asked.values()), sees_drafts(user)])
        cursor.nextset()
        return {key for (key,) in cursor.fetchall()}
