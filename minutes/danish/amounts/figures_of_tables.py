"""Money in the cells of tables: in what a column counts, as its heading says, and what sum a cell is in it."""

from __future__ import annotations

import re

from minutes.danish.dates import YEAR
from minutes.danish.figures import is_figure

from .numerals import DIGITS, in_kroner, read_numeral
from .sums import MILLIARD, MILLION, THOUSAND

# Not behind a number, for then it is a sum: "på 1,7 mio. kr.".
_NO_NUMBER = r"(?<![0-9½])(?<![0-9½][\s\u00a0])"
_UNITS = (
    (
        rf"{_NO_NUMBER}(?<![.,])(?:1[.\s]?000|tusinde?|tus\.)[\s-]?(?:kr|kroner|dkk)\b|{_NO_NUMBER}\bt\.?\s?kr\b",
        THOUSAND,
    ),
    (rf"{_NO_NUMBER}\b(?:mio|mill|millioner)\b", MILLION),
    (rf"{_NO_NUMBER}\b(?:mia|milliarder)\b", MILLIARD),
    (rf"{_NO_NUMBER}(?<!mio\.\s)(?<!mia\.\s)(?<!mio\.)(?<!000\s)\b(?:kr|kroner|dkk)\b", 1),
)
# Beløb (1.000 kr.) · Budget t.kr. · Mio. kr.
_IN_HEADING = tuple((re.compile(form), unit) for form, unit in _UNITS)
# Tabel 1: Udgifter (i 1.000 kr.) · Beløbene er i hele mio. kr.: in a sentence more must say that it is a unit
_IN_SENTENCE = tuple((re.compile(rf"(?:[(\[]|\bi\s|\bhele\s)(?:{form})"), unit) for form, unit in _UNITS)
_MONEY = re.compile(
    r"beløb|udgift|indtægt|pris(?:en|er)?\b|bevilling|tilskud|omkostning|overslag|honorar|merforbrug|mindreforbrug"
    r"|refusion|besparelse|finansiering|anlægssum|håndværkerudgift|kroner|\bkr\b"
)
# Antal · Andel i % · Årsværk · År
_COUNTS = re.compile(
    r"antal|andel|procent|\bpct\b|%|årsværk|timer|personer|elever|borgere|børn|medarbejdere|\bm2\b|m²|\bstk\b|point|dage"
    r"|\bår\b|årstal|\bnr\b|sagsn|stillinger|kvadratmeter|uge|måned(?:er)?\b|indeks|index|\bkm\b|ton\b|pladser|fremmødte"
)
# Antal elever · Timer: the first cell of a row; but "Konference for 2 medarbejdere" costs money
_ROW_OF_COUNTS = re.compile(
    r"(?:i\salt\s)?(?:antal|andel|procent|pct\.?|%|årsværk|fuldtidsstillinger|timer|år|årstal|belægning|kvadratmeter|m2)\b"
    r"|(?:personer|elever|borgere|børn|medarbejdere|pladser|stillinger|deltagere|sager)\W*\Z"
)
_A_THOUSAND = re.compile(r"1[.\s]?000\s?(?:kr\.?|kroner)")
_YEAR = re.compile(YEAR)
_HAS_THOUSANDS = re.compile(r"[0-9][.\s\u00a0][0-9]{3}(?![0-9])")
_CELL = re.compile(rf"(?P<sign>[-–−]\s?)?(?P<number>{DIGITS})(?:,-{{1,2}})?")


def unit_of_column(words: str) -> int | None:
    """How many kroner one is in a column, by its heading or by what stands above the table; None where it says nothing.

    >>> unit_of_column("Beløb (1.000 kr.)"), unit_of_column("Udgift i mio. kr."), unit_of_column("Center")
    (1000, 1000000, None)
    """
    small = words.lower()
    return next((unit for form, unit in _IN_HEADING if form.search(small)), None)


def unit_in_sentence(words: str) -> int | None:
    """How many kroner one is in the table below a sentence or a caption; None where they say nothing of it."""
    small = words.lower()
    return next((unit for form, unit in _IN_SENTENCE if form.search(small)), None)


def is_unit(cell: str) -> bool:
    """Whether a cell is "1.000 kr.", which in the heading of a table is a unit, and a sum below it."""
    return _A_THOUSAND.fullmatch(cell.lower()) is not None


def is_of_money(words: str) -> bool:
    """Whether a heading, or a line above a table, speaks of sums of money, though it may not say in what unit."""
    return unit_of_column(words) is not None or _MONEY.search(words.lower()) is not None


def is_row_of_counts(words: str) -> bool:
    """Whether the first cell of a row says that no money is counted in it."""
    return _ROW_OF_COUNTS.match(words.lower()) is not None


def is_of_counts(words: str) -> bool:
    """Whether a heading says that no money is counted below it."""
    small = words.lower()
    return (
        _COUNTS.search(small) is not None and unit_of_column(small) is None and _MONEY.search(small) is None
    )


def match_figure(cell: str, unit: int | None) -> int | None:
    """The sum in kroner that a cell without a unit of its own is, in a column of this unit; None where it is none.

    Where no unit is known, only a figure with its thousands divided is a sum: "12,5" may be millions. A year is none.
    """
    match = _CELL.fullmatch(cell)
    if match is None or not is_figure(match["number"]) or _YEAR.fullmatch(cell):
        return None
    if unit is None and not _HAS_THOUSANDS.search(cell):
        return None
    value = in_kroner(read_numeral(match["number"]) * (unit or 1))
    return -value if value and match["sign"] else value
