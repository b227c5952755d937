"""What a query is made of: terms, each with the alternatives of which an item must have one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from .pieces import PieceGroup
from .properties import Property


@dataclass(frozen=True, slots=True)
class Words:
    """Words in normal form that an item must all have; as a phrase, side by side.

    Where they were not typed but are a synonym of what was, `synonym` is how the archivist has written it.
    """

    words: tuple[str, ...]
    is_phrase: bool = False
    synonym: str = field(default="", compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Beginning:
    """Letters in normal form with which a word of an item must begin: those of "skol*"."""

    letters: str


Alternative = Words | Beginning | Property
# The lexemes of each word in normal form; a stop word has none.
Lexemes = Mapping[str, Sequence[str]]


@dataclass(frozen=True, slots=True)
class Term:
    """A thing that was asked for: an item must have one of the alternatives, or where it is unwanted none.

    One of the `lesser` alternatives will do as well, but such an item stands behind those that have what was asked for
    itself. The `pieces` say how it was written; what is so `spelt`, too, stands before what is spelt otherwise. What
    `is_name`, a common word beside a name, must stand so in a text.
    """

    alternatives: tuple[Alternative, ...]
    is_unwanted: bool = False
    pieces: PieceGroup = field(default=(), compare=False)
    lesser: tuple[Alternative, ...] = ()
    spelt: Words | None = None
    is_name: bool = False

    @property
    def strict(self) -> Group:
        """The term without what is less than was asked for, and beside it how that was spelt."""
        spelt = (Term((self.spelt,), pieces=self.pieces),) if self.spelt else ()
        bare = replace(self, lesser=(), spelt=None) if self.lesser or self.spelt else self
        return (bare, *spelt)

    def words(self) -> Iterator[str]:
        for words in (*self._worded(), *filter(None, [self.spelt])):
            yield from words.words

    def properties(self) -> list[Property]:
        """What an item may be to fit, whatever its words."""
        return [one for one in self.alternatives if not isinstance(one, Words | Beginning)]

    def beginnings(self) -> list[str]:
        """The letters with which words may begin."""
        return [one.letters for one in self.alternatives if isinstance(one, Beginning)]

    def alternatives_by(self, lexemes: Lexemes) -> list[Alternative]:
        """The alternatives that say what was asked for, by the lexemes of all words.

        "MED-udvalg" is medudvalg: of its two words one is a stop word, and the other alone is something else.
        """
        singles = {
            words.words[0] for words in self._worded() if len(words.words) == 1 and lexemes[words.words[0]]
        }
        return [
            alternative
            for alternative in (*self.alternatives, *self.lesser)
            if not isinstance(alternative, Words)
            or all(lexemes[word] for word in alternative.words)
            or "".join(alternative.words) not in singles
        ]

    def shown_by(self, lexemes: Lexemes) -> Iterator[tuple[Words, str]]:
        """The single words and the phrases that show in a text why it was found, each with how it was written.

        Of a name it is the whole, not every "center" of the text.
        """
        typed = " ".join(piece.typed for piece in self.pieces)
        bare = " ".join(piece.as_written(word) for piece in self.pieces for word in piece.words)
        as_written = {
            word.text: piece.typed if piece.beginning else piece.as_written(word)
            for piece in self.pieces
            for word in piece.words
        }
        phrases = {words.words for words in self._worded() if words.is_phrase}
        for words in self.alternatives_by(lexemes):
            if not isinstance(words, Words) or (words.words in phrases and not words.is_phrase):
                continue
            if words.synonym:
                yield words, bare
            elif words.is_phrase:
                yield words, typed
            else:
                yield from ((Words((word,)), as_written.get(word, typed)) for word in words.words)

    def _worded(self) -> Iterator[Words]:
        return (words for words in (*self.alternatives, *self.lesser) if isinstance(words, Words))


Group = tuple[Term, ...]
