"""What is looked for in the texts of hits: lexemes, and phrases of them, each with how it was written in the query."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from minutes.search.matching.lexemes import find_lexemes
from minutes.search.query.query import Query


@dataclass(frozen=True, slots=True)
class SoughtPhrase:
    """Lexemes, and how many words after the first each one stands: a stop word between two widens the step."""

    lexemes: tuple[str, ...]
    places: tuple[int, ...]

    @property
    def key(self) -> str:
        """What a mark of the phrase is told by."""
        return " ".join(self.lexemes)


@dataclass(frozen=True)
class Sought:
    """The single lexemes and the phrases; `written` has for each lexeme and each key of a phrase what was typed."""

    written: Mapping[str, str]
    phrases: tuple[SoughtPhrase, ...]

    @cached_property
    def lexemes(self) -> frozenset[str]:
        """All lexemes, those of the phrases too."""
        return frozenset(lexeme for key in self.written for lexeme in key.split())


def find_sought(query: Query) -> Sought:
    """What to look for in the texts of a query's hits. One query at most, for words not met before."""
    lexemes = find_lexemes(query.all_words)
    written: dict[str, str] = {}
    phrases: list[SoughtPhrase] = []
    for words, typed in query.shown_by(lexemes).items():
        told = [(lexemes[word][0], place) for place, word in enumerate(words.words) if lexemes[word]]
        if not told:
            continue
        phrase = SoughtPhrase(*zip(*told, strict=True))
        written.setdefault(phrase.key, typed)
        if len(phrase.lexemes) > 1:
            phrases.append(phrase)
    return Sought(written, tuple(phrases))
