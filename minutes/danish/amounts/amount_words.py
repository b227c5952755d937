"""Sums as search compares them: one word for each, however it is written, in texts and in what people type."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from .numerals import DIGITS, in_kroner, read_numeral
from .sums import StatedAmount, find_amounts

# Smaller sums are written in one way.
_SMALLEST = 1_000
# 1.500.000, whatever it counts; no part of a date or a longer number.
_FIGURE = re.compile(r"(?<![\w/§])(?<![0-9][.,-])[0-9]{1,3}(?:\.[0-9]{3})++(?:,0{1,2})?(?![0-9/]|[.,-][0-9])")
# Where none of these stands, no unit does.
_MAY_HAVE_UNIT = re.compile(r"kr|mi[oal]|mrd|dkk|tus|,-", re.IGNORECASE)
_KRONER = r"(?:kr(?!\w)\.?|kroner(?!\w)|dkk(?!\w))"
# 1,5 mio. · 1500 t.kr. · 1500 tusind · kr. 25.000: who searches leaves out more than who writes minutes.
_TYPED = re.compile(
    rf"(?<![\w/§-])(?<![0-9][.,])(?:{_KRONER}\s?{DIGITS}(?!\s?{_KRONER})"
    rf"|{DIGITS}\s?(?:(?:t\.?\s?kr(?!\w)\.?|tdkk(?!\w)|(?:tusinde?(?!\w)|tus(?!\w)\.?)|mio(?!\w)\.?|mill?(?!\w)\.?"
    rf"|million(?:er)?(?!\w)|mia(?!\w)\.?|mrd(?!\w)\.?|milliard(?:er)?(?!\w))(?:\s?{_KRONER})?|{_KRONER}|,-))",
    re.IGNORECASE,
)
# Round, for others are serials of cases.
_DIGITS_ALONE = re.compile(r"(?!(?:19|20)00\Z)[1-9][0-9]{1,10}00")
_WORD = re.compile(r"kr(?P<value>[0-9]{4,13})")


class SpeltAmount(NamedTuple):
    """A sum of whole kroner, or another figure of thousands, and where it stands (`text[start:end]`)."""

    value: int
    start: int
    end: int


def amount_word(value: int) -> str:
    """The one word that stands for a sum.

    >>> amount_word(1500000)
    'kr1500000'
    """
    return f"kr{abs(value)}"


def match_amount_word(word: str) -> int | None:
    """The sum that a word stands for; None for any other word."""
    match = _WORD.fullmatch(word)
    return int(match["value"]) if match else None


def find_spelt_amounts(text: str) -> Iterator[SpeltAmount]:
    """The sums of a text and its other figures of thousands, of whole kroner, from a thousand on."""
    amounts = find_amounts(text) if _MAY_HAVE_UNIT.search(text) else []
    for amount in amounts:
        if not _is_rounded(amount):
            yield from _spelt(amount.value, amount.start, amount.end)
    for figure in _FIGURE.finditer(text):
        if not any(amount.start <= figure.start() < amount.end for amount in amounts):
            yield from _spelt(in_kroner(read_numeral(figure[0])), *figure.span())


def find_typed_amounts(text: str) -> Iterator[SpeltAmount]:
    """The sums with a unit in what was typed, in order, also where a text would have to say more.

    >>> [(amount.value, amount.end) for amount in find_typed_amounts("1500 tusind, 1,5 mio. til skoler")]
    [(1500000, 11), (1500000, 21)]
    """
    for match in _TYPED.finditer(text):
        read = find_amounts(match[0]) or find_amounts(f"{match[0]} kr.")
        if len(read) == 1:
            yield from _spelt(read[0].value, *match.span())


def match_typed_figure(typed: str) -> int | None:
    """The sum that may be meant by a figure alone: "1500000", "1.500.000"."""
    is_figure = _FIGURE.fullmatch(typed) or _DIGITS_ALONE.fullmatch(typed)
    return in_kroner(read_numeral(typed)) if is_figure else None


def _is_rounded(amount: StatedAmount) -> bool:
    """Whether it has øre that the sum has not: such a sum is looked for as it is written."""
    digits = "".join(filter(str.isdigit, amount.words))
    return bool(digits) and str(abs(amount.value)).rstrip("0") not in digits


def _spelt(value: int | None, start: int, end: int) -> Iterator[SpeltAmount]:
    if value is not None and abs(value) >= _SMALLEST:
        yield SpeltAmount(value, start, end)
