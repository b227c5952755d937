"""The lexemes of words: what PostgreSQL's Danish configuration makes of them, so that marks agree with matches."""

from __future__ import annotations

from collections.abc import Collection

from django.db import connection

# The server always makes the same of a word, so what it once said is remembered: of at most this many words, and then
# from the beginning again.
_MOST_REMEMBERED = 200_000
_remembered: dict[str, tuple[str, ...]] = {}

_LEXEMES = """
    SELECT word, tsvector_to_array(to_tsvector('danish', word))
    FROM unnest(%s::text[]) AS word
"""


def find_lexemes(words: Collection[str]) -> dict[str, tuple[str, ...]]:
    """The lexemes of each word (in normal form), none for a stop word. One query at most: for words not met before."""
    wanted = set(words)
    found = {word: _remembered[word] for word in wanted if word in _remembered}
    if missing := sorted(wanted - found.keys()):
        asked = _ask(missing)
        if len(_remembered) > _MOST_REMEMBERED:
            _remembered.clear()
        _remembered.update(asked)
        found |= asked
    return found


def _ask(words: list[str]) -> dict[str, tuple[str, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(_LEXEMES, [words])
        return {word: tuple(lexemes) for word, lexemes in cursor.fetchall()}
