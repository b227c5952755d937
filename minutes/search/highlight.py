"""Marks the words that were looked for. The one place where text is called safe HTML: escaped first, piece by piece."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import NamedTuple

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from .candidates import find_candidates
from .danish import Word
from .lexemes import find_lexemes


class Mark(NamedTuple):
    """A place in a text (`text[start:end]`) that matches, and the lexeme it matches by."""

    start: int
    end: int
    lexeme: str


def find_marks(texts: Sequence[str], wanted: Collection[str]) -> list[list[Mark]]:
    """For each text, the places where it has one of the wanted words (in normal form) in whatever inflection.

    Marks are in order and do not overlap. Two queries at most, for words not met before, however many texts there
    are.
    """
    lexemes = {lexeme for found in find_lexemes(wanted).values() for lexeme in found}
    if not lexemes:
        return [[] for _ in texts]
    words = [find_candidates(text, lexemes) for text in texts]
    # The Danish stemmer only cuts endings off: a word of the same lexeme begins with it.
    beginnings = tuple(lexemes)
    candidates = {word.text for found in words for word in found if word.text.startswith(beginnings)}
    matching = {
        word: min(common)
        for word, found in find_lexemes(candidates).items()
        if (common := lexemes.intersection(found))
    }
    return [_marks(found, matching) for found in words]


def mark(text: str, marks: Sequence[Mark], start: int = 0, end: int | None = None) -> SafeString:
    """`text[start:end]` as HTML: everything escaped, and the marks that lie within it inside <mark> elements."""
    end = len(text) if end is None else end
    pieces: list[str] = []
    position = start
    for place in marks:
        if place.start < position or place.end > end:
            continue
        pieces += [
            escape(text[position : place.start]),
            "<mark>",
            escape(text[place.start : place.end]),
            "</mark>",
        ]
        position = place.end
    pieces.append(escape(text[position:end]))
    return mark_safe("".join(pieces))  # noqa: S308 - every piece is escaped or is one of the two tags


def _marks(words: list[Word], matching: dict[str, str]) -> list[Mark]:
    """The longest mark at every place: "HTK-LIS" as a whole rather than its halves."""
    found = [Mark(word.start, word.end, matching[word.text]) for word in words if word.text in matching]
    marks: list[Mark] = []
    for place in sorted(found, key=lambda place: (place.start, -place.end)):
        if not marks or place.start >= marks[-1].end:
            marks.append(place)
    return marks
