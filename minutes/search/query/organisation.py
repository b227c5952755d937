"""The centres and bodies as people ask for them: by codes, names and the aliases that are kept in the admin."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from django.db import connection

from minutes.danish.compounds import is_in_dictionary
from minutes.danish.words import normalise
from minutes.search.index.tokens import body_token, centre_token

from .names import Names
from .terms import Alternative, Token, Words

_ALL = """
    SELECT true, centre.id, slug, code, name, text
    FROM minutes_centre AS centre LEFT JOIN minutes_centrealias ON centre_id = centre.id
    UNION ALL
    SELECT false, body.id, slug, '', name, text
    FROM minutes_body AS body LEFT JOIN minutes_bodyalias ON body_id = body.id
"""


class Unit(NamedTuple):
    """A centre, or a body, which has no code; it is `called` by its code, name and aliases, in normal form."""

    slug: str
    code: str
    name: str
    called: tuple[str, ...]

    def has_begun(self, beginning: str) -> bool:
        """Whether a word of one of its names begins so, and those after it go on so; `beginning` is in normal form."""
        return any(f" {name}".find(f" {beginning}") >= 0 for name in self.called)


class Organisation(NamedTuple):
    """All centres and bodies by primary key, and what each name means, by its words in normal form."""

    centres: Mapping[int, Unit]
    bodies: Mapping[int, Unit]
    names: Names


def read_organisation() -> Organisation:
    """The centres and bodies as they are now, each with all its names. One query."""
    with connection.cursor() as cursor:
        cursor.execute(_ALL)
        return _organisation(tuple(cursor.fetchall()))


@lru_cache(maxsize=4)
def _organisation(rows: tuple[tuple, ...]) -> Organisation:
    """The same for the rows; they change seldom, and each search reads them."""
    units: tuple[dict[int, Unit], dict[int, Unit]] = ({}, {})
    names: dict[str, dict[str, None]] = defaultdict(dict)
    for is_centre, pk, slug, code, name, alias in rows:
        token = centre_token(pk) if is_centre else body_token(pk)
        names[token] |= dict.fromkeys(filter(None, (code, name, alias)))
        units[is_centre][pk] = Unit(slug, code, name, called=tuple(map(normalise, names[token])))
    return Organisation(centres=units[True], bodies=units[False], names=_by_words(names))


def _by_words(names: Mapping[str, Mapping[str, None]]) -> Names:
    """The other way round: a name that several have means each of them. No name is meant to say an acronym's word."""
    meanings: dict[tuple[str, ...], tuple[Alternative, ...]] = {}
    acronyms: dict[tuple[str, ...], tuple[Alternative, ...]] = {}
    for token, texts in names.items():
        is_word = {words: _is_word_in_capitals(text) for text in texts if (words := _words(text))}
        telling = [Words(words, is_phrase=len(words) > 1) for words in is_word if not is_word[words]]
        for words in is_word:
            meant = acronyms if is_word[words] else meanings
            meant[words] = (*meant.get(words, ()), Token(token), *telling)
    return Names(meanings, acronyms)


@lru_cache(maxsize=1000)
def _words(name: str) -> tuple[str, ...]:
    return tuple(normalise(name).split())


@lru_cache(maxsize=1000)
def _is_word_in_capitals(name: str) -> bool:
    """Whether an acronym is a Danish word, too: BY, IT."""
    return name.isupper() and is_in_dictionary(name.lower())
