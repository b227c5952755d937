"""Marks the words that were looked for. The one place where text is called safe HTML: escaped first, piece by piece."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from minutes.danish.words import Word, find_words
from minutes.search.matching.lexemes import find_lexemes

from .candidates import find_candidates
from .wanted_words import WantedPhrase, WantedWords

# Characters: between two words of a phrase that stand side by side there is no more than this, as of blanks in a table.
# What stands between two words is read for others, so that it must have an end.
_WIDEST_STEP = 60


class Mark(NamedTuple):
    """A place in a text (`text[start:end]`) that matches, and the key (see wanted_words.py) of what it matches."""

    start: int
    end: int
    key: str


def find_marks(texts: Sequence[str], wanted: WantedWords) -> list[list[Mark]]:
    """For each text, the places where it has what is wanted, in whatever inflection.

    Marks are in order and do not overlap. One query at most, for words not met before, however many texts there are.
    """
    if not wanted.lexemes:
        return [[] for _ in texts]
    words = [find_candidates(text, wanted.lexemes) for text in texts]
    # The Danish stemmer only cuts endings off: a word of the same lexeme begins with it.
    beginnings = tuple(wanted.lexemes)
    candidates = {word.text for found in words for word in found if word.text.startswith(beginnings)}
    matching = {
        word: min(common)
        for word, found in find_lexemes(candidates).items()
        if (common := wanted.lexemes.intersection(found))
    }
    for word in candidates - matching.keys() if wanted.beginnings else ():
        if begun := [letters for letters in wanted.beginnings if word.startswith(letters)]:
            matching[word] = begun[0]
    return [_marks(text, found, matching, wanted) for text, found in zip(texts, words, strict=True)]


def mark(text: str, marks: Sequence[Mark]) -> SafeString:
    """The text as HTML: all escaped, and what is marked inside <mark> elements; of marks that overlap the first."""
    pieces: list[str] = []
    position = 0
    for place in marks:
        if place.start < position:
            continue
        pieces += [
            escape(text[position : place.start]),
            "<mark>",
            escape(text[place.start : place.end]),
            "</mark>",
        ]
        position = place.end
    pieces.append(escape(text[position:]))
    return mark_safe("".join(pieces))  # noqa: S308 - every piece is escaped or is one of the two tags


def _marks(text: str, words: list[Word], matching: Mapping[str, str], wanted: WantedWords) -> list[Mark]:
    """The longest mark at every place: "HTK-LIS" as a whole rather than its halves."""
    found = [Mark(word.start, word.end, matching[word.text]) for word in words if word.text in matching]
    marks = [place for place in found if place.key in wanted.written]
    for phrase in wanted.phrases:
        marks += _phrase_marks(text, found, phrase)
    longest: list[Mark] = []
    for place in sorted(marks, key=lambda place: (place.start, -place.end)):
        if not longest or place.start >= longest[-1].end:
            longest.append(place)
    return longest


def _phrase_marks(text: str, found: list[Mark], phrase: WantedPhrase) -> Iterator[Mark]:
    """The places where whole words stand side by side as the phrase has them."""
    words = sorted(place for place in found if place.key in phrase.lexemes and _is_whole(text, place))
    for first, place in enumerate(words):
        if place.key == phrase.lexemes[0] and (last := _last_word(text, words, first, phrase)) is not None:
            yield Mark(place.start, words[last].end, phrase.key)


def _last_word(text: str, words: Sequence[Mark], first: int, phrase: WantedPhrase) -> int | None:
    """Which of the words ends the phrase that begins with the first; None where it is none."""
    last = first
    for key, (before, place) in zip(phrase.lexemes[1:], pairwise(phrase.places), strict=True):
        following = _next_word(text, words, last, key, place - before)
        if following is None:
            return None
        last = following
    return last


def _next_word(text: str, words: Sequence[Mark], at: int, key: str, step: int) -> int | None:
    """Which of the words is that of the key and stands `step` words after another one."""
    end = words[at].end
    for following in range(at + 1, len(words)):
        start = words[following].start
        if start > end + _WIDEST_STEP * step:
            break
        if words[following].key == key and start >= end and len(find_words(text[end:start])) == step - 1:
            return following
    return None


def _is_whole(text: str, place: Mark) -> bool:
    """Whether it is a word of its own, and no part of a compound."""
    before, after = text[max(0, place.start - 1) : place.start], text[place.end : place.end + 1]
    return not (before.isalnum() or after.isalnum())
