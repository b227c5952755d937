"""Case numbers (year/serial, "12/32140") and document numbers (serial/year, "269057/12"): one table of forms.

The two look alike and are told apart by which side holds the two digits of a year.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from .dates import SHORT_YEAR, YEAR, full_year

CASE_NUMBER_NORMAL_FORM = r"[0-9]{2}/[1-9][0-9]{0,6}"
DOCUMENT_NUMBER_NORMAL_FORM = r"[1-9][0-9]{2,7}/[0-9]{2}"

Kind = Literal["case", "document"]


@dataclass(frozen=True, slots=True)
class FoundNumber:
    """A number in a text: its kind, its normal form, and where it stands (`text[start:end]`)."""

    kind: Kind
    number: str
    as_written: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Form:
    """A way to write a number: which halves a pair of digits has, and the word that must stand before it, if any."""

    kind: Kind
    left: re.Pattern[str]
    separators: str
    right: re.Pattern[str]
    word: re.Pattern[str] | None = None


# Two runs of digits around a slash or hyphen. The digits are spelt out, as `\d` takes those of every script. To begin
# with a digit, and look back only then, is what keeps a text without digits and a line full of them fast.
_PAIR = re.compile(
    r"(?P<left>[0-9](?<![0-9]{2})[0-9]{0,7}+)\s?(?P<separator>[/-])\s?(?P<right>[0-9]{2,7}+)(?![0-9/]|[.,-][0-9])"
)
# What makes a pair part of a longer number, a date, an amount or a paragraph: "27/08-2013", "1.500/12", "§17,4/2".
_TIED_BEFORE = re.compile(r"(?:[/§-]|[0-9][.,])\Z")
# Room for "dokumentnummer: " and "sagsnummer.: " with the character before them.
_LONGEST_WORD = 24

# 2012 · 12 · 9 (for 2009)
_YEAR_OF_CASE = rf"{YEAR}|{SHORT_YEAR}|[0-9]"
_YEAR = re.compile(_YEAR_OF_CASE)
_TWO_DIGITS = re.compile(r"[0-9]{2}")
_SERIAL = re.compile(r"[1-9][0-9]{2,6}")
_DOCUMENT_WORD = re.compile(r"\bdok(?:ument)?\.?\s?(?:nr|nummer)?[.:\s]{0,3}$", re.IGNORECASE)
_CASE_WORD = re.compile(r"\bsag(?:en|s)?\s?(?:nr|nummer)?[.:\s]{0,3}$", re.IGNORECASE)

# The first form that fits wins, so those that name their kind come first. "10-2013" is a month, "2013/14" a span of
# years, "10-150 personer" a span of numbers, "2016/679" a regulation: the less a form shows, the more digits it needs.
FORMS = (
    # dok.nr. 216558-15 · dok. nr. 1234/13 · dokument 209499-15
    Form("document", re.compile(r"[1-9][0-9]{2,7}"), "/-", _TWO_DIGITS, _DOCUMENT_WORD),
    # sag 12/32140 · sagsnr.: 9/22035 · sag nr. 2012-32140
    Form("case", _YEAR, "/-", _SERIAL, _CASE_WORD),
    # (269057/12) · 126542/13
    Form("document", re.compile(rf"(?!{YEAR}$)[1-9][0-9]{{3,7}}"), "/", _TWO_DIGITS),
    # 216558-15
    Form("document", re.compile(r"[1-9][0-9]{4,7}"), "-", _TWO_DIGITS),
    # 12/32140 · 12 / 32140 · 13/358
    Form("case", _TWO_DIGITS, "/", re.compile(rf"(?!{YEAR}$)[1-9][0-9]{{2,6}}")),
    # 12-32140 · 2012/32140 · 9/22035
    Form("case", _YEAR, "/-", re.compile(rf"(?!{YEAR}$)[1-9][0-9]{{3,6}}")),
)

# What may stand before a case number or the half of one: Sagsnr.: · sag · j.nr.
_LABEL = r"(?:(?:sag(?:en|s)?(?:\s?nr|\s?nummer)?|j(?:ournal)?\.?\s?nr|nr)\b)?[.:\s]*+"
_LABEL_AND_YEAR = rf"\s*+\(?{_LABEL}(?P<year>{_YEAR_OF_CASE})\s{{0,3}}[/–-]\s{{0,3}}"
# A whole text: 12/32140 · Sagsnr.: 12-32140. · sag 2012 / 32140 · (j.nr. 9/22035)
_CASE_NUMBER_ALONE = re.compile(rf"{_LABEL_AND_YEAR}(?P<serial>[1-9][0-9]{{0,6}})\)?[.,;:\s]*", re.IGNORECASE)
# 12/ · sag 2012-
_YEAR_OF_CASE_ALONE = re.compile(_LABEL_AND_YEAR, re.IGNORECASE)
_DOCUMENT_NUMBER_ALONE = re.compile(
    r"\s*+\(?(?:dok(?:ument)?\.?\s?(?:nr|nummer)?)?[.:\s]*+"
    # With the whole year the serial has more digits than a year has, lest two school years be a document.
    r"(?:(?P<serial>[1-9][0-9]{2,7})\s{0,3}[/–-]\s{0,3}(?P<year>[0-9]{2})"
    r"|(?P<long_serial>[1-9][0-9]{4,7})\s{0,3}[/–-]\s{0,3}(?P<whole_year>(?:19|20)[0-9]{2}))\)?[.,;:\s]*",
    re.IGNORECASE,
)
_SERIAL_ALONE = re.compile(rf"\s*+{_LABEL}(?P<serial>[1-9][0-9]{{2,6}})[.\s]*", re.IGNORECASE)


def find_numbers(text: str) -> list[FoundNumber]:
    """All case and document numbers in a text, in the order in which they stand, none inside another."""
    return list(iter_numbers(text))


def iter_numbers(text: str) -> Iterator[FoundNumber]:
    """The numbers of `find_numbers`, one by one."""
    for pair in _PAIR.finditer(text):
        if form := _form_of(pair):
            halves = pair["left"], pair["right"]
            year, serial = halves if form.kind == "case" else halves[::-1]
            yield FoundNumber(form.kind, _normal_form(form.kind, year, serial), pair[0], *pair.span())


def _form_of(pair: re.Match[str]) -> Form | None:
    before = pair.string[max(0, pair.start() - _LONGEST_WORD) : pair.start()]
    if _TIED_BEFORE.search(before[-2:]):
        return None
    for form in FORMS:
        if (
            pair["separator"] in form.separators
            and form.left.fullmatch(pair["left"])
            and form.right.fullmatch(pair["right"])
            and (form.word is None or form.word.search(before))
        ):
            return form
    return None


def match_case_number(text: str) -> str | None:
    """The normal form of a text that is a case number and nothing else, however it is written.

    >>> match_case_number("sagsnr.: 2012-32140.")
    '12/32140'
    """
    match = _CASE_NUMBER_ALONE.fullmatch(text)
    return _normal_form("case", match["year"], match["serial"]) if match else None


def match_begun_case_number(text: str) -> str | None:
    """How the normal form begins of a text that is a case number's year, its sign, and as much as there is behind them.

    >>> match_begun_case_number("sagsnr. 2012-"), match_begun_case_number("12/321")
    ('12/', '12/321')
    """
    year = _YEAR_OF_CASE_ALONE.fullmatch(text)
    return join_case_number(_short_year(year["year"]), "") if year else match_case_number(text)


def match_document_number(text: str) -> str | None:
    """The normal form of a text that is a document number and nothing else, however it is written.

    >>> match_document_number("216558-15"), match_document_number("dok.nr. 216558/2015")
    ('216558/15', '216558/15')
    """
    match = _DOCUMENT_NUMBER_ALONE.fullmatch(text)
    if match is None:
        return None
    year, serial = match["year"] or match["whole_year"], match["serial"] or match["long_serial"]
    return _normal_form("document", year, serial)


def match_serial(text: str) -> int | None:
    """The serial of a text that is the second half of a case number alone: "32140", of three to seven digits."""
    match = _SERIAL_ALONE.fullmatch(text)
    return int(match["serial"]) if match else None


def year_of(case_number: str) -> int:
    """The four-digit year of a case number in normal form."""
    short_year, _ = split_case_number(case_number)
    return full_year(short_year)


def join_case_number(short_year: str, serial: str) -> str:
    """The case number of two halves in normal form, as an address has them: "12" and "32140" give "12/32140"."""
    return f"{short_year}/{serial}"


def split_case_number(number: str) -> tuple[str, str]:
    """The two digits of the year and the serial of a case number in normal form.

    >>> split_case_number("12/32140")
    ('12', '32140')
    """
    short_year, _, serial = number.partition("/")
    return short_year, serial


def _normal_form(kind: Kind, year: str, serial: str) -> str:
    short_year = _short_year(year)
    return join_case_number(short_year, serial) if kind == "case" else f"{serial}/{short_year}"


def _short_year(year: str) -> str:
    """The two digits that a normal form has of a year: "12" for "2012", "09" for "9"."""
    return year[-2:].zfill(2)
