"""What a query is made of: terms, each with the alternatives of which an item must have one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from minutes.danish.words import find_words


@dataclass(frozen=True, slots=True)
class Words:
    """Words in normal form that an item must all have; as a phrase, side by side."""

    words: tuple[str, ...]
    is_phrase: bool = False


@dataclass(frozen=True, slots=True)
class Token:
    """What an item must be (see tokens.py), whatever its words."""

    lexeme: str


Alternative = Words | Token
# The lexemes of each word in normal form; a stop word has none.
Lexemes = Mapping[str, Sequence[str]]


@dataclass(frozen=True, slots=True)
class Term:
    """A thing that was asked for: an item must have one of the alternatives, or where it is unwanted none.

    `typed` is how it was written.
    """

    alternatives: tuple[Alternative, ...]
    is_unwanted: bool = False
    typed: str = field(default="", compare=False)

    def words(self) -> Iterator[str]:
        """The words of all its alternatives."""
        for words in self._written():
            yield from words.words

    def meant(self, lexemes: Lexemes) -> list[Alternative]:
        """The alternatives that say what was asked for, by the lexemes of all words.

        "MED-udvalg" is medudvalg: of its two words one is a stop word, and the other alone is something else.
        """
        singles = {
            words.words[0] for words in self._written() if len(words.words) == 1 and lexemes[words.words[0]]
        }
        return [
            alternative
            for alternative in self.alternatives
            if isinstance(alternative, Token)
            or all(lexemes[word] for word in alternative.words)
            or "".join(alternative.words) not in singles
        ]

    def shown_by(self, lexemes: Lexemes) -> Iterator[tuple[Words, str]]:
        """The single words and the phrases that show in a text why it was found, each with how it was written.

        Of a name it is the whole, not every "center" of the text.
        """
        written = {word.text: self.typed[word.start : word.end] for word in find_words(self.typed)}
        phrases = {words.words for words in self._written() if words.is_phrase}
        for words in self.meant(lexemes):
            if not isinstance(words, Words) or (words.words in phrases and not words.is_phrase):
                continue
            if words.is_phrase:
                yield words, self.typed
            else:
                yield from ((Words((word,)), written.get(word, self.typed)) for word in words.words)

    def _written(self) -> Iterator[Words]:
        return (alternative for alternative in self.alternatives if isinstance(alternative, Words))


Group = tuple[Term, ...]
