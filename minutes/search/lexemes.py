"""The lexemes of words: what PostgreSQL's Danish configuration makes of them, so that marks agree with matches."""

from __future__ import annotations

from collections.abc import Collection

from django.db import connection

_LEXEMES = """
    SELECT word, tsvector_to_array(to_tsvector('danish', word))
    FROM unnest(%s::text[]) AS word
"""


def find_lexemes(words: Collection[str]) -> dict[str, frozenset[str]]:
    """The lexemes of each word (in normal form), none for a stop word. One query, none where there are no words."""
    if not words:
        return {}
    with connection.cursor() as cursor:
        cursor.execute(_LEXEMES, [list(words)])
        return {word: frozenset(lexemes) for word, lexemes in cursor.fetchall()}
