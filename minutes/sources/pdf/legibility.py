"""Whether what came out of a PDF is text that people can read: not of scanned pages, nor of a font without a map."""

from __future__ import annotations

import re
import string
import unicodedata
from collections.abc import Iterable, Sequence

from minutes.sources.values import UnreadableSourceError

# A page of minutes has some thousand characters; a scanned one has none, or those of a stamp.
_FEWEST_OF_PAGE = 20
# More than every thirtieth word of Danish is one of these. Of few words that is not to be told, but none of them there
# is in some sentences.
_COMMON = frozenset(
    ("og", "i", "at", "der", "den", "det", "til", "af", "en", "for", "er", "på", "med", "som")
)
_SHARE_OF_COMMON, _ENOUGH_WORDS, _ENOUGH_FOR_NONE = 0.03, 100, 40
# There is a word for so many characters, at least; and no more than this share of letters is of another alphabet.
_LONGEST_WORDS, _SHARE_OF_FOREIGN = 25, 0.3
_WORD = re.compile(r"[^\W\d_]+")
# Neither figures, which stand in tables without words, nor the dots of the contents and other marks.
_NO_LETTERS = frozenset(string.digits + string.punctuation + "–…·•§")

SCANNED = (
    "Filen har ingen tekst: siderne er billeder, som fra en scanner. Indlæs det dokument, der blev skrevet ud, "
    "eller lad et program til tekstgenkendelse (OCR) gøre siderne til tekst."
)
NO_MAP = (
    "Tegnene i filen bliver ikke til danske ord: dens skrifttyper siger ikke, hvilke bogstaver de viser. "
    "Gem referatet som PDF på ny fra det program, det er skrevet i, eller indlæs Word-dokumentet."
)


def count_characters(characters: Iterable[str]) -> int:
    """How many of the characters are letters, or should be."""
    return sum(not character.isspace() and character not in _NO_LETTERS for character in characters)


def is_scanned(characters: int, has_picture: bool) -> bool:
    """Whether a page with so many characters is a picture of text."""
    return has_picture and characters < _FEWEST_OF_PAGE


def refuse_scanned(scanned: Sequence[int], pages: int) -> None:
    """Raise UnreadableSourceError where all pages are pictures."""
    if len(scanned) == pages:
        raise UnreadableSourceError(SCANNED)


def refuse_illegible(text: str, characters: int) -> None:
    """Raise UnreadableSourceError for a text that is empty, or is no Danish, of so many characters that were drawn."""
    words = _WORD.findall(text.casefold())
    if not words:
        raise UnreadableSourceError(NO_MAP if characters else SCANNED)
    common = sum(word in _COMMON for word in words)
    is_danish = common > _SHARE_OF_COMMON * len(words) or len(words) <= _ENOUGH_WORDS
    has_any = common > 0 or len(words) < _ENOUGH_FOR_NONE
    if len(words) < characters / _LONGEST_WORDS or not is_danish or not has_any or _is_foreign(words):
        raise UnreadableSourceError(NO_MAP)


def _is_foreign(words: list[str]) -> bool:
    """Whether many letters are not of the Latin alphabet, as when one font's places are read by another's map."""
    letters = "".join(words)
    foreign = sum(not letter.isascii() and "LATIN" not in unicodedata.name(letter, "") for letter in letters)
    return foreign > _SHARE_OF_FOREIGN * len(letters)
