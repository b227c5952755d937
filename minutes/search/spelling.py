"""What may have been meant where nothing was found: the archive's nearest words, or only some of those typed."""

from __future__ import annotations

import re

from django.contrib.auth.models import AbstractBaseUser, AnonymousUser
from django.db import connection

from .danish import normalise
from .documents import LONGEST_WORD
from .lexemes import find_lexemes
from .query import Query
from .vocabulary import finds_anything, visible_words

# Shorter words have too many neighbours.
_SHORTEST_WORD = 4
# An edit for so many letters: "Facebok" may be one off, "effektivisreingspulje" five.
_LETTERS_PER_EDIT = 4
_MOST_WORDS = 8

# The index gives what shares most groups of three letters; of those the fewest edits decide (fuzzystrmatch).
_NEAREST = """
    SELECT word FROM (
        SELECT word, similarity(word, %(typed)s) AS likeness
        FROM minutes_searchword WHERE word %% %(typed)s
        ORDER BY likeness DESC, word LIMIT 20
    ) AS near
    WHERE levenshtein(word, %(typed)s) <= %(edits)s
    ORDER BY levenshtein(word, %(typed)s), likeness DESC, word
"""
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


def did_you_mean(query: Query, user: AbstractBaseUser | AnonymousUser) -> str | None:
    """The typed text with each word that finds nothing replaced by the nearest that does; None where there is none.

    What is unwanted, a number or "OR" stays as it is.
    """
    replaced = 0

    def nearest(match: re.Match[str]) -> str:
        nonlocal replaced
        word = match[0]
        if replaced >= _MOST_WORDS or not _may_be_misspelt(match) or _is_stop_word(word):
            return word
        if finds_anything(word, user):
            return word
        found = find_nearest_word(word, user)
        replaced += found is not None
        return found or word

    meant = _WORD.sub(nearest, query.text) if query.groups else query.text
    return meant if replaced else None


def find_nearest_word(word: str, user: AbstractBaseUser | AnonymousUser) -> str | None:
    """The word that the user may know of and that is the fewest edits away, one for every four letters at most."""
    typed = word.lower()
    if len(typed) > LONGEST_WORD:
        return None
    with connection.cursor() as cursor:
        cursor.execute(_NEAREST, {"typed": typed, "edits": len(typed) // _LETTERS_PER_EDIT})
        near = [found for (found,) in cursor.fetchall() if found != typed]
    return next(iter(visible_words(near, user)), None)


def _is_stop_word(word: str) -> bool:
    return not any(find_lexemes(normalise(word).split()).values())


def _may_be_misspelt(match: re.Match[str]) -> bool:
    before = match.string[match.start() - 1 : match.start()]
    return len(match[0]) >= _SHORTEST_WORD and before != "-" and not before.isdigit()
