"""Whether what came out of a PDF is text that people can read: not of scanned pages, nor of a font without a map."""

from __future__ import annotations

import re

from minutes.sources.values import UnreadableSourceError

# A page of minutes has some thousand characters; a scanned one has none, or a stamp.
_FEWEST_OF_PAGE = 20
# Every twentieth word of Danish is one of these at least; of fewer words nothing is to be told.
_COMMON = frozenset(
    ("og", "i", "at", "der", "den", "det", "til", "af", "en", "for", "er", "på", "med", "som")
)
_SHARE_OF_COMMON, _ENOUGH_WORDS = 0.03, 100
# There is a word for so many characters, at least.
_LONGEST_WORDS = 25
_WORD = re.compile(r"[^\W\d_]+")

SCANNED = (
    "Filen har ingen tekst: siderne er billeder, som fra en scanner. Indlæs det dokument, der blev skrevet ud, "
    "eller lad et program til tekstgenkendelse (OCR) gøre siderne til tekst."
)
NO_MAP = (
    "Tegnene i filen bliver ikke til danske ord: dens skrifttyper siger ikke, hvilke bogstaver de viser. "
    "Gem referatet som PDF på ny fra det program, det er skrevet i, eller indlæs Word-dokumentet."
)


def refuse_illegible(text: str, characters: int, pages: int) -> None:
    """Raise UnreadableSourceError for a text that is no one's, of so many drawn characters on so many pages."""
    if characters < _FEWEST_OF_PAGE * pages:
        raise UnreadableSourceError(SCANNED)
    words = _WORD.findall(text.casefold())
    common = sum(word in _COMMON for word in words)
    if len(words) < characters / _LONGEST_WORDS or (
        len(words) > _ENOUGH_WORDS and common < _SHARE_OF_COMMON * len(words)
    ):
        raise UnreadableSourceError(NO_MAP)
