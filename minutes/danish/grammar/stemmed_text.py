"""The words of a text as the index has them, and what all their inflections have in common."""

from __future__ import annotations

from functools import lru_cache

from minutes.danish.forms.stems import stem
from minutes.danish.words import normalise, without_inner_hyphens


def words_of(text: str) -> tuple[str, ...]:
    """Return the words of a text in normal form, hyphened ones as one, as they are indexed, too.

    >>> words_of("IT-støtte til skolerne")
    ('itstøtte', 'til', 'skolerne')
    """
    return tuple(normalise(without_inner_hyphens(text)).split())


@lru_cache(maxsize=10_000)
def stems_of(text: str) -> tuple[str, ...]:
    """Return what all inflections of a word or phrase have in common."""
    return tuple(map(stem, words_of(text)))
