"""The centres and bodies as people ask for them: by codes, names and the aliases that are kept in the admin."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import NamedTuple

from django.db import connection

from minutes.danish.compounds import is_in_dictionary
from minutes.danish.words import normalise
from minutes.models.centres import name_with_code

from .names import Names
from .properties import OfBody, OfCentre
from .synonyms import Synonyms
from .terms import Alternative, Words
from .typed.outcomes import OUTCOMES

_ALL = """
    SELECT true, centre.id, slug, code, name, text
    FROM minutes_centre AS centre LEFT JOIN minutes_centrealias ON centre_id = centre.id
    UNION ALL
    SELECT false, body.id, slug, '', name, text
    FROM minutes_body AS body LEFT JOIN minutes_bodyalias ON body_id = body.id
    UNION ALL
    SELECT NULL, 0, version::text, '', '', NULL FROM minutes_synonymsversion
"""
# Letters: "udva" is a part of a name that somebody may be typing, "dva" of too many.
_SHORTEST_PART = 4
_GROUPS = "SELECT wider, words FROM minutes_synonymgroup ORDER BY id"


class CentreOrBody(NamedTuple):
    """A centre, or a body, which has no code; `all_names` are its code, name and aliases, in normal form."""

    pk: int
    slug: str
    code: str
    name: str
    all_names: tuple[str, ...]

    @property
    def name_with_code(self) -> str:
        """How a centre is called where it stands among others; of a body it is the name alone."""
        return name_with_code(self.name, self.code) if self.code else self.name

    def has_begun(self, beginning: str) -> bool:
        """Whether a word of one of its names begins so, and those after it go on so; `beginning` is in normal form."""
        return any(f" {name}".find(f" {beginning}") >= 0 for name in self.all_names)

    def has_part(self, part: str) -> bool:
        """Whether it stands anywhere in one of its names; `part` is in normal form. Few letters stand everywhere."""
        return len(part) >= _SHORTEST_PART and any(part in name for name in self.all_names)


class Organisation(NamedTuple):
    """All centres and bodies by primary key, and what each name means, by its words in normal form."""

    centres: Mapping[int, CentreOrBody]
    bodies: Mapping[int, CentreOrBody]
    names: Names


def read_organisation() -> Organisation:
    """The centres and bodies as they are now, each with all its names. One query, and one where synonyms are new."""
    with connection.cursor() as cursor:
        cursor.execute(_ALL)
        return _organisation(tuple(cursor.fetchall()))


@lru_cache(maxsize=4)
def _organisation(rows: tuple[tuple, ...]) -> Organisation:
    """The same for the rows; they change seldom, and each search reads them."""
    centres: dict[int, CentreOrBody] = {}
    bodies: dict[int, CentreOrBody] = {}
    # In the order in which they are read, each once.
    names: dict[OfCentre | OfBody, dict[str, None]] = defaultdict(dict)
    version = None
    for is_centre, pk, slug, code, name, alias in rows:
        if is_centre is None:
            version = slug
            continue
        written = names[OfCentre(pk) if is_centre else OfBody(pk)]
        written |= dict.fromkeys(filter(None, (code, name, alias)))
        of_its_kind = centres if is_centre else bodies
        of_its_kind[pk] = CentreOrBody(pk, slug, code, name, all_names=tuple(map(normalise, written)))
    return Organisation(centres, bodies, _by_words(names, _synonyms(version)))


@lru_cache(maxsize=2)
def _synonyms(version: str | None) -> Synonyms:
    """The synonyms at a version of theirs; without one there never were any. What is read may be newer by then."""
    if version is None:
        return Synonyms()
    with connection.cursor() as cursor:
        cursor.execute(_GROUPS)
        return Synonyms(cursor.fetchall())


def _by_words(names: Mapping[OfCentre | OfBody, Iterable[str]], synonyms: Synonyms) -> Names:
    """The other way round: a name that several have means each of them. No name is meant to say an acronym's word."""
    meanings: dict[tuple[str, ...], tuple[Alternative, ...]] = {}
    acronyms: dict[tuple[str, ...], tuple[Alternative, ...]] = {}
    for named, texts in names.items():
        is_word = {words: _is_word_in_capitals(text) for text in texts if (words := _words(text))}
        telling = [Words(words, is_phrase=len(words) > 1) for words in is_word if not is_word[words]]
        for words in is_word:
            meant = acronyms if is_word[words] else meanings
            meant[words] = (*meant.get(words, ()), named, *telling)
    return Names({**OUTCOMES, **meanings}, acronyms, synonyms)


@lru_cache(maxsize=1000)
def _words(name: str) -> tuple[str, ...]:
    return tuple(normalise(name).split())


@lru_cache(maxsize=1000)
def _is_word_in_capitals(name: str) -> bool:
    """Whether an acronym is a Danish word, too: BY, IT."""
    return name.isupper() and is_in_dictionary(name.lower())
