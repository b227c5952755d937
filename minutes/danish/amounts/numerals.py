"""Numbers as Danish writes them, in digits and in words: "1.692.500", "1,610", "2½", "en halv", "halvanden"."""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Decimal

# 1.692.500 · 100 000 · 286500 · 3,3 · 1,610 · 2½. A full stop before three digits divides thousands, before fewer it is
# the English for a comma.
DIGITS = (
    r"(?:[0-9]{1,3}(?:[.\u00a0][0-9]{3}){1,4}+(?:,[0-9]{1,3})?|[0-9]{1,3}(?:\s[0-9]{3}){1,4}+(?![0-9])(?:,[0-9]{1,2})?"
    r"|[0-9]{1,9}(?:,[0-9]{1,3}|\.[0-9]{1,2}(?![0-9]))?½?|½)(?![0-9]|[.,][0-9])"
)
_WORDS = {
    "en halv": "0.5", "én halv": "0.5", "en kvart": "0.25", "trekvart": "0.75", "en": "1", "én": "1", "et": "1",
    "halvanden": "1.5", "to": "2", "to en halv": "2.5", "tre": "3", "fire": "4", "fem": "5", "seks": "6", "syv": "7",
    "otte": "8", "ni": "9", "ti": "10", "elleve": "11", "tolv": "12", "femten": "15", "tyve": "20", "tredive": "30",
    "fyrre": "40", "halvtreds": "50", "hundrede": "100", "et hundrede": "100",
}  # fmt: skip
WORDS = "(?:" + "|".join(sorted(map(re.escape, _WORDS), key=len, reverse=True)).replace("\\ ", r"\s") + ")"

_BLANKS = re.compile(r"[\s\u00a0]")
_ENGLISH_DECIMALS = re.compile(r"[0-9]+\.[0-9]{1,2}")

# All that is made in Denmark in three years.
_MORE_THAN_THERE_IS = Decimal(10) ** 13


def read_numeral(written: str) -> Decimal:
    """The number that digits or words in small letters say. Raises KeyError for words that say none.

    >>> read_numeral("1.692.500"), read_numeral("1,610"), read_numeral("en halv")
    (Decimal('1692500'), Decimal('1.610'), Decimal('0.5'))
    """
    if not any(map(str.isdigit, written)) and written != "½":
        return Decimal(_WORDS[_BLANKS.sub(" ", written)])
    digits = _BLANKS.sub("", written.removesuffix("½")) or "0"
    if not _ENGLISH_DECIMALS.fullmatch(digits):
        digits = digits.replace(".", "").replace(",", ".")
    return Decimal(digits) + (Decimal("0.5") if written.endswith("½") else 0)


def words_of_number(number: Decimal) -> list[str]:
    """The words that say a number, in small letters.

    >>> words_of_number(Decimal("1.5"))
    ['halvanden']
    """
    return [words for words, said in _WORDS.items() if Decimal(said) == number]


def in_kroner(number: Decimal) -> int | None:
    """A sum without its øre, rounded; None for more than there is, which is a slip of the pen or no sum."""
    return int(number.quantize(Decimal(1), ROUND_HALF_UP)) if abs(number) < _MORE_THAN_THERE_IS else None
