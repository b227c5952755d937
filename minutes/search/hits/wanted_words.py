"""The words that are marked in the texts of hits: lexemes, and phrases of them, each with how it was typed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from minutes.search.matching.lexemes import find_lexemes
from minutes.search.query.query import Query


@dataclass(frozen=True, slots=True)
class WantedPhrase:
    """Lexemes, and how many words after the first each one stands: a stop word between two widens the step."""

    lexemes: tuple[str, ...]
    places: tuple[int, ...]

    @property
    def key(self) -> str:
        """What the marks of the phrase have for a key."""
        return " ".join(self.lexemes)


@dataclass(frozen=True)
class WantedWords:
    """The single lexemes and the phrases; `written` has for each lexeme and each key of a phrase what was typed.

    `synonyms` has for those keys that are of a synonym of that how the archivist has written it.
    Words that begin with one of the `beginnings`, which are among the lexemes, have it for their key.
    """

    written: Mapping[str, str]
    phrases: tuple[WantedPhrase, ...]
    synonyms: Mapping[str, str] = field(default_factory=dict)
    beginnings: tuple[str, ...] = ()

    @cached_property
    def lexemes(self) -> frozenset[str]:
        """All lexemes, those of the phrases too."""
        return frozenset(lexeme for key in self.written for lexeme in key.split())


def find_wanted_words(query: Query) -> WantedWords:
    """What to look for in the texts of a query's hits. One query at most, for words not met before."""
    lexemes = find_lexemes(query.all_words)
    written: dict[str, str] = {}
    synonyms: dict[str, str] = {}
    phrases: list[WantedPhrase] = []
    for words, typed in query.shown_by(lexemes).items():
        places = [place for place, word in enumerate(words.words) if lexemes[word]]
        if not places:
            continue
        phrase = WantedPhrase(tuple(lexemes[words.words[place]][0] for place in places), tuple(places))
        if words.synonym and phrase.key not in written:
            synonyms[phrase.key] = words.synonym
        written.setdefault(phrase.key, typed)
        if len(phrase.lexemes) > 1:
            phrases.append(phrase)
    begun = query.beginnings
    return WantedWords(dict(begun) | written, tuple(phrases), synonyms, tuple(begun))
