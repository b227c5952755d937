"""The few words of a text that may be of some lexemes, so that not all of it must be analysed to mark them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from functools import lru_cache
from itertools import chain, groupby
from operator import itemgetter

from minutes.danish.amounts import beginnings_in_words, match_amount_word
from minutes.danish.forms.own_words import match_own_word
from minutes.danish.letters import fold
from minutes.danish.words import Word, find_other_forms, find_own_words, find_words, match_number_word

# "HTK-LIS" is htklis, too. The hyphens of typesetters are in no Western alphabet.
_BETWEEN_LETTERS = rb"[-?\xad]?"
# Whether digits are a number or a sum is told by what stands around them: "sag nr. 12 / 32140", "4.000 og 9.000 kr."
_BEFORE_NUMBER, _AFTER_NUMBER = 40, 30
_LARGE_UNIT = "m(?:i[loa]|rd)"
# Most pieces are one word, and the same words come again in every text: up to this many characters they are remembered.
_LONGEST_REMEMBERED = 60


def find_candidates(text: str, lexemes: Set[str]) -> list[Word]:
    """The words of a text, and their other forms, that stand where one of the lexemes may begin."""
    words: list[Word] = []
    for start, end in _regions(text, _patterns(frozenset(lexemes))):
        piece = text[start:end]
        found = _remembered_words(piece) if len(piece) <= _LONGEST_REMEMBERED else _words(piece)
        words += [Word(word.text, word.start + start, word.end + start) for word in found]
    return words


def _words(piece: str) -> tuple[Word, ...]:
    words = find_words(piece)
    found = [*words, *find_other_forms(piece, words)]
    return (*found, *find_own_words(piece, found))


_remembered_words = lru_cache(maxsize=10_000)(_words)


@lru_cache(maxsize=256)
def _patterns(lexemes: frozenset[str]) -> Sequence[re.Pattern[bytes]]:
    """Patterns of how the words of the lexemes may begin, one for each first letter.

    One letter is found several times as fast as a choice of letters.
    """
    beginnings = sorted(set(chain.from_iterable(map(_beginnings, lexemes))))
    return [re.compile(b"|".join(alike)) for _, alike in groupby(beginnings, key=itemgetter(slice(1)))]


def _beginnings(lexeme: str) -> Iterator[bytes]:
    """Patterns of how a word of this lexeme may begin, one for each way to write its first letter."""
    if digits := match_number_word(lexeme):
        yield f"(?P<number_{digits}>{digits})".encode()
        return
    if amount := match_amount_word(lexeme):
        # 1,5 mio. · 1.500.000 · 1500 t.kr. · halvanden million
        significant = "[., ]?".join(str(amount).rstrip("0"))
        said = (re.escape(fold(words)).replace("\\ ", r"\s") for words in beginnings_in_words(amount))
        in_words = (rf"(?<![a-z]){words}[\s\xa0]*{_LARGE_UNIT}" for words in said)
        yield f"(?P<number_kr{amount}>{'|'.join([significant, *in_words])})".encode("latin-1")
        return
    lexeme = match_own_word(lexeme) or lexeme
    others = (b"(?:" + b"|".join(_written(letter)) + b")" for letter in lexeme[1:])
    rest = b"".join(_BETWEEN_LETTERS + letter for letter in others)
    for letter in _written(lexeme[0]):
        yield letter + rest


def _written(letter: str) -> Sequence[bytes]:
    return (rb"\xe5", b"aa") if letter == "å" else (re.escape(letter.encode("latin-1", "replace")),)


def _plain(text: str) -> bytes:
    """The text in lower case and plain letters, a byte for each; "?" for what is in no Western alphabet."""
    return text.encode("latin-1", "replace").translate(_PLAIN)


def _plain_byte(code: int) -> int:
    letter = fold(chr(code))
    return ord(letter) if len(letter) == 1 else code


_PLAIN = bytes(map(_plain_byte, range(256)))


def _regions(text: str, patterns: Sequence[re.Pattern[bytes]]) -> Iterator[tuple[int, int]]:
    """The pieces of the text, whole between blanks, in which a pattern matches; in order, apart from each other."""
    plain = _plain(text)
    matches = [match for pattern in patterns for match in pattern.finditer(plain)]
    start, end = 0, 0
    for match in sorted(matches, key=re.Match.start):
        is_number = match.lastgroup is not None
        if end > start and is_number and match.start() - _BEFORE_NUMBER < end:
            # What stands between two numbers may tell of both: "mellem 3.000 og 4.000 kr."
            end = max(end, _end_of_word(text, match.end() + _AFTER_NUMBER))
            continue
        if match.start() < end:
            continue
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
