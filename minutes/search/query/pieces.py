"""What was typed, cut into pieces: words, "phrases" and dates, each wanted or not, in groups between the ORs.

OR is ELLER, too; -word is NOT word and IKKE word; AND and OG say what is so anyway. Beside OR they are in capitals.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from minutes.danish.words import normalise, with_number_words, with_numbers_again, without_inner_hyphens

from .typed_dates import TYPED_DATE, TypedDate, match_date

_QUOTES = str.maketrans(dict.fromkeys("”“„«»", '"'))
_DASHES = str.maketrans(dict.fromkeys("–−‐‑", "-"))
# 12/00321 is 12/321.
_LEADING_ZEROS = re.compile(r"(?<=[0-9]/)0+(?=[1-9][0-9]{2})")
# The number of a document within its case: 12/32140-3.
_PART_OF_CASE = re.compile(r"(?<![\w/-])((?:(?:19|20)?[0-9]{2})/[0-9]{3,7})-[0-9]{1,3}(?![\w/-])")
# "sag 12/32140" asks for the number, not for the word before it, too; "nr. 32140" and "lokalplan nr. 4.17" likewise.
_NUMBERED = r"(?:sag(?:en|s)?|dok(?:ument)?|j(?:ournal)?)"
_LABEL = re.compile(
    rf"\b(?:(?:{_NUMBERED}\.?\s?(?:nr|nummer)?|nr|nummer)\b[.:\s]*(?=(?:sagnr|doknr)[0-9])"
    rf"|(?:{_NUMBERED}\.?\s?)?(?:nr|nummer)\b[.:\s]*(?=[0-9]))",
    re.IGNORECASE,
)
_PIECE = re.compile(
    rf'(?P<minus>-)?(?:"(?P<phrase>[^"]*)"|(?P<date>{TYPED_DATE})|(?P<word>[^\s"]+))', re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Piece:
    """A word, a phrase or a date, as it was typed and in normal form; `joined` is the same without its hyphens."""

    typed: str
    words: tuple[str, ...]
    joined: tuple[str, ...]
    is_phrase: bool = False
    is_unwanted: bool = False
    date: TypedDate | None = None

    @property
    def is_plain(self) -> bool:
        """Whether it is a wanted word, or several in one ("HRC/JC"), and no date."""
        return not (self.is_phrase or self.is_unwanted or self.date)

    @property
    def may_be_half(self) -> bool:
        """Whether it is a word that may have been cut off a longer one, and no small word."""
        return self.is_plain and len(self.words) == 1 and len(self.words[0]) > 2 and self.words[0].isalpha()

    @property
    def is_in_capitals(self) -> bool:
        """Whether it is written as an acronym is: "HRC", "ØUs"."""
        return self.typed.strip(".,:;()").removesuffix("s").removesuffix("'").isupper()

    def __str__(self) -> str:
        """What would be typed to ask for it."""
        return ("-" if self.is_unwanted else "") + (f'"{self.typed}"' if self.is_phrase else self.typed)


PieceGroup = tuple[Piece, ...]


def with_plain_signs(text: str) -> str:
    """The text with one kind of quotes and hyphens, and case numbers without zeros and a document's number."""
    plain = _LEADING_ZEROS.sub("", text.translate(_QUOTES).translate(_DASHES))
    return _PART_OF_CASE.sub(r"\1", plain)


def as_asked(plain: str) -> str:
    """The text with numbers as their words, and without the labels before them."""
    return _LABEL.sub("", with_number_words(plain))


def cut(asked: str) -> tuple[PieceGroup, ...]:
    """The pieces between the ORs of a text that `as_asked` gave.

    A group that only says what is unwanted would match nearly everything: it is left out.
    """
    groups: list[list[Piece]] = [[]]
    is_unwanted = False
    for match in _PIECE.finditer(asked):
        if match[0].upper() == "OR" or match[0] == "ELLER":
            groups.append([])
        elif match[0] in ("NOT", "IKKE"):
            is_unwanted = True
        elif match[0] not in ("AND", "OG") and (piece := _piece(match)):
            groups[-1].append(replace(piece, is_unwanted=is_unwanted or piece.is_unwanted))
            is_unwanted = False
    return tuple(tuple(group) for group in groups if not all(piece.is_unwanted for piece in group))


def write(groups: Iterable[Iterable[object]]) -> str:
    """What would be typed to ask for the groups: pieces, or words as they are written."""
    return " OR ".join(" ".join(map(str, group)) for group in groups)


def _piece(match: re.Match[str]) -> Piece | None:
    text = match["phrase"] or match["date"] or match["word"] or ""
    words = tuple(normalise(text).split())
    if not words:
        return None
    return Piece(
        typed=with_numbers_again(text),
        words=words,
        joined=tuple(normalise(without_inner_hyphens(text)).split()),
        is_phrase=match["phrase"] is not None,
        is_unwanted=match["minus"] is not None,
        date=match_date(match["date"]) if match["date"] else None,
    )
