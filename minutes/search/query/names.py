"""The names of centres and bodies, as they are found in what was typed: in any form of a name, and in no word else."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from copy import copy
from functools import lru_cache

from .synonyms import Synonyms
from .terms import Alternative

# What a body holds: byrådsmøde, direktionsmødet.
_MEETING_OF_BODY = re.compile(r"(?<=[^\W\d_]{4})s?møde(?:t|r|rne)?s?\Z")
# The definite form and the genitive: Direktionens, økonomiudvalg, ØU's.
_ENDING = re.compile(r"(?<=[^\W\d_]{4})(?:erne|ene|en|et)?s?\Z")
_Meanings = Mapping[tuple[str, ...], tuple[Alternative, ...]]


class Names:
    """What each name means, by its words in normal form.

    `acronyms` are names that are words, too, such as BY: they are meant where they are written in capitals. Beside the
    names stand the `synonyms`, which are looked for where names are.
    """

    def __init__(
        self,
        meanings: _Meanings | None = None,
        acronyms: _Meanings | None = None,
        synonyms: Synonyms | None = None,
    ) -> None:
        self._meanings = _in_any_form(meanings or {})
        self._acronyms = acronyms or {}
        self.longest = max(map(len, [*self._meanings, *self._acronyms]), default=0)
        """The number of words of the longest name."""
        self.synonyms = synonyms or Synonyms()

    def without_synonyms(self) -> Names:
        """The names alone."""
        names = copy(self)
        names.synonyms = Synonyms()
        return names

    def find(self, words: Sequence[str], *, in_capitals: bool = False) -> tuple[Alternative, ...]:
        """What is meant by the words as a name; nothing where they are none."""
        for form in _forms(tuple(words)) if words else ():
            if meanings := self._meanings.get(form) or (in_capitals and self._acronyms.get(form)):
                return meanings
        return ()


def _in_any_form(meanings: _Meanings) -> _Meanings:
    """With the names' own stems; where a stem is another name, that is meant."""
    return {_stem(words): meant_by_stem for words, meant_by_stem in meanings.items()} | dict(meanings)


def _forms(words: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """The words as they stand, and without the endings that the last one may have."""
    yield words
    *others, last = words
    if last == "s" and others:  # "HRC's"
        yield tuple(others)
    elif last.endswith("s"):
        yield (*others, last[:-1])
    yield _stem(words)
    if (body := _MEETING_OF_BODY.sub("", last)) != last:
        yield (*others, body)


@lru_cache(maxsize=1000)
def _stem(words: tuple[str, ...]) -> tuple[str, ...]:
    *others, last = words
    return (*others, _ENDING.sub("", last))
