"""Marks the words that were looked for. The one place where text is called safe HTML: escaped first, piece by piece."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from .candidates import find_candidates
from .danish import Word, find_words
from .lexemes import find_lexemes
from .sought import Sought, SoughtPhrase

# Between two words of a phrase that stand side by side there is no more than this.
_WIDEST_STEP = 60


class Mark(NamedTuple):
    """A place in a text (`text[start:end]`) that matches, and the key (see sought.py) of what it matches."""

    start: int
    end: int
    key: str


def find_marks(texts: Sequence[str], sought: Sought) -> list[list[Mark]]:
    """For each text, the places where it has what is sought, in whatever inflection.

    Marks are in order and do not overlap. One query at most, for words not met before, however many texts there are.
    """
    if not sought.lexemes:
        return [[] for _ in texts]
    words = [find_candidates(text, sought.lexemes) for text in texts]
    # The Danish stemmer only cuts endings off: a word of the same lexeme begins with it.
    beginnings = tuple(sought.lexemes)
    candidates = {word.text for found in words for word in found if word.text.startswith(beginnings)}
    matching = {
        word: min(common)
        for word, found in find_lexemes(candidates).items()
        if (common := sought.lexemes.intersection(found))
    }
    return [_marks(text, found, matching, sought) for text, found in zip(texts, words, strict=True)]


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


def _marks(text: str, words: list[Word], matching: Mapping[str, str], sought: Sought) -> list[Mark]:
    """The longest mark at every place: "HTK-LIS" as a whole rather than its halves."""
    found = [Mark(word.start, word.end, matching[word.text]) for word in words if word.text in matching]
    marks = [mark for mark in found if mark.key in sought.written]
    for phrase in sought.phrases:
        marks += _phrase_marks(text, found, phrase)
    longest: list[Mark] = []
    for place in sorted(marks, key=lambda place: (place.start, -place.end)):
        if not longest or place.start >= longest[-1].end:
            longest.append(place)
    return longest


def _phrase_marks(text: str, found: list[Mark], phrase: SoughtPhrase) -> Iterator[Mark]:
    """The places where whole words stand side by side as the phrase has them."""
    whole = sorted(mark for mark in found if mark.key in phrase.lexemes and _is_whole(text, mark))
    for index, first in enumerate(whole):
        last = first
        for key, (before, place) in zip(phrase.lexemes[1:], pairwise(phrase.places), strict=True):
            last = _step(text, whole[index + 1 :], last, key, place - before)
            if last is None:
                break
        if first.key == phrase.lexemes[0] and last:
            yield Mark(first.start, last.end, phrase.key)


def _step(text: str, following: list[Mark], mark: Mark, key: str, words: int) -> Mark | None:
    """The mark of the key that stands so many words after another one, if there is any."""
    for other in following:
        if other.start > mark.end + _WIDEST_STEP * words:
            return None
        is_next = other.key == key and other.start >= mark.end
        if is_next and len(find_words(text[mark.end : other.start])) == words - 1:
            return other
    return None


def _is_whole(text: str, mark: Mark) -> bool:
    """Whether it is a word of its own, and no part of a compound."""
    return not (text[mark.start - 1 : mark.start].isalnum() or text[mark.end : mark.end + 1].isalnum())
