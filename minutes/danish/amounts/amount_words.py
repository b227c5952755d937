"""Sums as search compares them: one word for each, however it is written, in texts and in what people type."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from .numerals import DIGITS, WORDS, in_kroner, read_numeral
from .sums import StatedAmount, find_amounts

# Smaller sums are written in one way.
_SMALLEST = 1_000
# 1.500.000, whatever it counts; no part of a date or a longer number, and no number of a document.
_NUMBERED = r"(?<!nr\.\s)(?<!nr\s)(?<!nummer\s)"
_FIGURE = re.compile(
    rf"(?<![\w/§])(?<![0-9][.,-]){_NUMBERED}[0-9]{{1,3}}(?:\.[0-9]{{3}})++(?:,0{{1,2}})?(?![0-9/]|[.,-][0-9])",
    re.IGNORECASE,
)
# Where none of these stands, no unit does.
_MAY_HAVE_UNIT = re.compile(r"kr|mi[oal]|mrd|dkk|tus|,-", re.IGNORECASE)
KRONER = r"(?:kr(?!\w)\.?|kroner(?!\w)|dkk(?!\w))"
_LARGE = (
    r"(?:mio(?!\w)\.?|mill?(?!\w)\.?|million(?:er)?(?!\w)|mia(?!\w)\.?|mrd(?!\w)\.?|milliard(?:er)?(?!\w))"
)
_OF_THOUSAND = r"(?:t\.?\s?kr(?!\w)\.?|tdkk(?!\w)|(?:tusinde?(?!\w)|tus(?!\w)\.?))"
_SAYS_KRONER = re.compile(r"kr(?!\w)|kroner(?!\w)|dkk(?!\w)|,-", re.IGNORECASE)
# Words that say no more than that a sum is not exact.
ABOUT = (
    r"(?:(?:ca(?!\w)\.?|(?:cirka|circa|omkring|omtrent|(?:lige\s)?knapt?|godt|næsten|lidt\s(?:over|under)|anslået|skønnet"
    r"|skønsmæssigt|rundt\sregnet)(?!\w)|~)\s?)"
)
_BEGINS = r"(?<![\w/§-])(?<![0-9][.,])"
# 1,5 mio. · 1500 t.kr. · 1500 tusind · kr. 25.000 · knap 3 mio. · halvanden million · to og en halv million · ca.
# 1.500.000: who searches leaves out more than who writes minutes.
_TYPED = re.compile(
    rf"{_BEGINS}{ABOUT}?(?:(?P<sum>{KRONER}\s?{DIGITS}(?!\s?{KRONER})"
    rf"|{DIGITS}\s?(?:(?:{_OF_THOUSAND}|{_LARGE})(?:\s?{KRONER})?|{KRONER}|,-))"
    rf"|(?P<in_words>(?:(?P<whole>{WORDS})\sog\s)?(?P<number>{WORDS})\s(?P<unit>{_LARGE})(?:\s?{KRONER})?))"
    rf"|{_BEGINS}{ABOUT}(?P<figure>[0-9][0-9.]{{2,14}}[0-9](?![\w/-]|[.,][0-9]))",
    re.IGNORECASE,
)
# "to hundrede millioner" are not a hundred.
_NUMBER_BEFORE = re.compile(rf"(?<!\w){WORDS}(?:\sog)?\s\Z", re.IGNORECASE)
_LONGEST_NUMBER = 20
_HALF = Decimal("0.5")
# Round, or long, for others are serials of cases.
_DIGITS_ALONE = re.compile(r"(?!(?:19|20)00\Z)[1-9][0-9]{1,10}00|[1-9][0-9]{5,11}")
_WORD = re.compile(r"kr(?P<value>[0-9]{4,13})")


class SpeltAmount(NamedTuple):
    """A sum of whole kroner, or another figure of thousands, and where it stands (`text[start:end]`)."""

    value: int
    start: int
    end: int


class TypedAmount(NamedTuple):
    """A sum in what was typed, `text[start:end]`; before the `number` stands what only says that it is not exact.

    A small one has no `value` to compare.
    """

    value: int | None
    start: int
    number: int
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


def find_typed_amounts(text: str) -> Iterator[TypedAmount]:
    """The sums in what was typed, in order, also where a text would have to say more; no bare figure by itself.

    >>> [(amount.value, amount.end) for amount in find_typed_amounts("1500 tusind, cirka 1,5 mio. til skoler")]
    [(1500000, 11), (1500000, 27)]
    """
    for match in _TYPED.finditer(text):
        value = _typed_value(match)
        number = match.start(match.lastgroup or 0)
        is_small = value is None or abs(value) < _SMALLEST
        if not is_small or (value and number > match.start()):
            yield TypedAmount(None if is_small else value, match.start(), number, match.end())


def _typed_value(match: re.Match[str]) -> int | None:
    if match["figure"]:
        return match_typed_figure(match["figure"])
    written = match["sum"] or _in_digits(match)
    read = find_amounts(written) or find_amounts(f"{written} kr.")
    return read[0].value if len(read) == 1 else None


def _in_digits(match: re.Match[str]) -> str:
    """A sum in words as it would be written in digits; nothing where more words belong to its number."""
    begin = match.start("in_words")
    if _NUMBER_BEFORE.search(match.string, max(0, begin - _LONGEST_NUMBER), begin):
        return ""
    number = read_numeral(match["number"].lower())
    if match["whole"] and number != _HALF:
        return ""
    number += read_numeral(match["whole"].lower()) if match["whole"] else 0
    return f"{number:f} {match['unit']} kr.".replace(".", ",", 1)


def match_typed_figure(typed: str) -> int | None:
    """The sum that may be meant by a figure alone: "1500000", "1.500.000"."""
    is_figure = _FIGURE.fullmatch(typed) or _DIGITS_ALONE.fullmatch(typed)
    return in_kroner(read_numeral(typed)) if is_figure else None


def is_read_as(written: str, value: int) -> bool:
    """Whether each text that has it so has the sum's word, whatever stands around: a figure, or a sum of kroner."""
    says_what = _FIGURE.fullmatch(written) or _SAYS_KRONER.search(written)
    return bool(says_what) and [amount.value for amount in find_spelt_amounts(written)] == [value]


def _is_rounded(amount: StatedAmount) -> bool:
    """Whether it has øre that the sum has not: such a sum is looked for as it is written."""
    digits = "".join(filter(str.isdigit, amount.words.replace("½", "5")))
    return bool(digits) and str(abs(amount.value)).rstrip("0") not in digits


def _spelt(value: int | None, start: int, end: int) -> Iterator[SpeltAmount]:
    if value is not None and abs(value) >= _SMALLEST:
        yield SpeltAmount(value, start, end)
