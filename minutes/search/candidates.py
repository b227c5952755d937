"""The few words of a text that may be of some lexemes, so that not all of it must be analysed to mark them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from functools import lru_cache
from itertools import chain

from .danish import Word, find_other_forms, find_words, match_number_word

# How each plain letter may be written (see letters.py); any other stands for itself.
_WRITTEN = {
    "a": "aáàâã",
    "c": "cç",
    "e": "eéèêë",
    "i": "iíìîï",
    "n": "nñ",
    "o": "oóòôõ",
    "u": "uúùûü",
    "æ": "æä",
    "ø": "øö",
    "å": ("å", "aa"),
}
# "HTK-LIS" is htklis, too.
_BETWEEN_LETTERS = "[-\u2010\u2011\u00ad]?"
# Whether digits are a number is told by what stands around them: "sag nr. 12 / 32140".
_BEFORE_NUMBER, _AFTER_NUMBER = 40, 12
# Most pieces are one word, and the same words come again in every text.
_LONGEST_REMEMBERED = 60


def find_candidates(text: str, lexemes: Set[str]) -> list[Word]:
    """The words of a text, and their other forms, that stand where one of the lexemes may begin."""
    words: list[Word] = []
    for start, end in _regions(text, _pattern(frozenset(lexemes))):
        piece = text[start:end]
        found = _remembered_words(piece) if len(piece) <= _LONGEST_REMEMBERED else _words(piece)
        words += [Word(word.text, word.start + start, word.end + start) for word in found]
    return words


def _words(piece: str) -> tuple[Word, ...]:
    found = find_words(piece)
    return (*found, *find_other_forms(piece, found))


_remembered_words = lru_cache(maxsize=10_000)(_words)


@lru_cache(maxsize=256)
def _pattern(lexemes: frozenset[str]) -> re.Pattern[str]:
    return re.compile("|".join(sorted(set(chain.from_iterable(map(_beginnings, lexemes))))))


def _beginnings(lexeme: str) -> Iterator[str]:
    """Patterns of how the beginning of a word of this lexeme may be written.

    There is one for each way to write its first letter: a choice of plain letters is found several times as fast.
    """
    if digits := match_number_word(lexeme):
        yield f"(?P<number_{digits}>{digits})"
        return
    first, *others = lexeme
    rest = "".join(f"{_BETWEEN_LETTERS}(?:{'|'.join(_written(letter))})" for letter in others)
    for letter in _written(first):
        yield letter + rest


def _written(letter: str) -> Sequence[str]:
    return [re.escape(written) for written in _WRITTEN.get(letter, letter)]


def _regions(text: str, pattern: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    """The pieces of the text, whole between blanks, in which the pattern matches; in order, apart from each other."""
    start, end = 0, 0
    # To ignore case takes the pattern five times as long. "İ" alone would become two characters.
    for match in pattern.finditer(text.replace("İ", "i").lower()):
        if match.start() < end:
            continue
        is_number = match.lastgroup is not None
        begins = _begin_of_word(text, match.start() - (_BEFORE_NUMBER if is_number else 0), least=end)
        ends = _end_of_word(text, match.end() + (_AFTER_NUMBER if is_number else 0))
        if end > start:
            yield start, end
        start, end = begins, ends
    if end > start:
        yield start, end


def _begin_of_word(text: str, position: int, least: int) -> int:
    position = max(position, least)
    while position > least and not text[position - 1].isspace():
        position -= 1
    return position


def _end_of_word(text: str, position: int) -> int:
    position = min(position, len(text))
    while position < len(text) and not text[position].isspace():
        position += 1
    return position
