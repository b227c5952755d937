"""The spellings of one sum: which say the same with other signs, and how a text may begin to say it in words."""

from __future__ import annotations

import re
from decimal import Decimal

from .amount_words import ABOUT, KRONER
from .numerals import words_of_number
from .sums import MILLIARD, MILLION

_KRONER = rf"{KRONER}|,-{{1,2}}"
_OERE_OF_NONE = r",00?(?![0-9])"
_DIVIDES_THOUSANDS = r"(?<=[0-9])[.\s\u00a0](?=[0-9]{3}(?![0-9]))"
_DIVIDERS = re.compile(rf"{_OERE_OF_NONE}|{_DIVIDES_THOUSANDS}")
_LEFT_OUT = re.compile(rf"\A{ABOUT}|{_KRONER}")
# What is short for the same word: 1,5 mill. · 1,5 millioner
_SHORT = (
    (re.compile(r"(?<![a-z])(?:t\.?\s?kr\.?|tdkk|tus[a-z]*\.?)"), "tusind"),
    (re.compile(r"(?<![a-z])(?:mia|milliard[a-z]*|mrd)(?![a-z])\.?"), "mia"),
    (re.compile(r"(?<![a-z])(?:mio|mill?|million[a-z]*)(?![a-z])\.?"), "mio"),
)
_HALF = Decimal("0.5")


def plain_spelling(written: str) -> str:
    """A sum as it is written, but for what may as well be left out or is short for the same: dots, kroner, "ca.".

    >>> plain_spelling("Ca. 1.500.000,- kr."), plain_spelling("1,5 millioner"), plain_spelling("kr. 1,5 mio.")
    ('1500000', '1,5 mio', '1,5 mio')
    """
    plain = _DIVIDERS.sub("", written.lower())
    for unit, short in _SHORT:
        plain = unit.sub(f" {short} ", plain)
    return " ".join(_LEFT_OUT.sub(" ", plain).split())


def beginnings_in_words(value: int) -> tuple[str, ...]:
    """The words, and the digits with a half, by which a text may begin to tell a sum.

    >>> beginnings_in_words(1_500_000), beginnings_in_words(1_234_000)
    (('halvanden', '1½'), ())
    """
    found: dict[str, None] = {}
    for unit in (MILLION, MILLIARD):
        number = Decimal(value) / unit
        found |= dict.fromkeys(words_of_number(number))
        if number % 1 == _HALF:
            found[f"{number // 1:f}½".removeprefix("0")] = None
    return tuple(found)
