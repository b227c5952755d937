"""What stands around ten digits, and tells that they are no personal number, or may be none.

An amount, the time of a meeting and a bank's account are written as a personal number is; what is beside them is not.
"""

from __future__ import annotations

import re

from .personal_number_notations import BLANK, DASH, ROW, Reading, Written

# The part of a longer number: "12-120413-1234", "120413-1234-5", "120413-1234/13"; and of a row of figures.
_TIED_BEFORE = re.compile(rf"[0-9](?:{DASH}|/)")
_TIED_AFTER = re.compile(rf"{DASH}[0-9]|/[0-9]{{2}}(?![0-9])")
_ROW_AFTER = re.compile(rf"{ROW}[0-9]")
# A bank's registration number, no year: "1234 0123456789", "1234-0123456789", "1234 012345 6789".
_REGISTRATION_NUMBER = re.compile(rf"(?<![0-9])(?!19|20)[0-9]{{4}}(?:{BLANK}|{DASH}){{1,3}}\Z")
# What others hand out numbers of ten digits for, and decimals. Of journals and customers it may be the personal number.
_OTHER_NUMBER = re.compile(
    r"(?:konto|giro|faktura|ordre|ean|gln|tlf|telefon|mobil|(?<![^\W_])p(?=[\s.-]?n))"
    r"[\s.-]{0,2}(?:nr|nummer|numre)?[\s.:]{0,3}\Z|\+\Z|[0-9][.,]\Z",
    re.IGNORECASE,
)
_MONEY_BEFORE = re.compile(r"(?:\bkr\.?|\bDKK|€|\$)\s{0,2}\Z", re.IGNORECASE)
_MONEY_AFTER = re.compile(
    r",[0-9]{1,2}(?![0-9])|,-|\s{0,2}(?:t?kr\b|kroner|mi[ol]\b|mia\b|DKK|€)", re.IGNORECASE
)
# Room for "telefonnummer: " and its like.
_LONGEST_LABEL = 24
# "269057/2013" is a document and its year; no minutes speak of other years.
_YEAR = re.compile(r"(?:19[7-9]|20[0-6])[0-9]")
_TIME = re.compile(r"(?:[01][0-9]|2[0-3])[0-5][0-9]")

# How much is looked at of the line, or row of cells, on either side.
_LONGEST_SIDE = 300
_ROW_NUMBER = re.compile(r"\s*[0-9]{4}\s")
_WORD = re.compile(r"[^\W\d_]{2}")
_FIGURE = re.compile(r"[-+]?[0-9][0-9.,]*%?")


def read_in_place(number: Written, previous_end: int) -> Reading:
    """What the way of writing says of a number, where it stands. What stands before `previous_end` is another one."""
    text, start = number.match.string, number.match.start()
    before = text[max(previous_end, start - _LONGEST_LABEL) : start]
    if number.reading is Reading.NAMED or _is_something_else(number, before):
        return Reading.NAMED
    return Reading.POSSIBLE if _may_be_something_else(number, before) else number.reading


def _is_something_else(number: Written, before: str) -> bool:
    if number.gap == "cell" and not _are_cells(number):
        return True
    if number.gap == "wrap" and (_is_tied(number, before) or not _is_in_prose(number)):
        return True
    if number.gap in ("cell", "wrap", "mark") and _YEAR.fullmatch(number.serial):
        return True
    return _is_amount(number, before) or _is_day_of_meetings(number) or _goes_on(number)


def _may_be_something_else(number: Written, before: str) -> bool:
    if number.is_split or _is_tied(number, before):
        return True
    if number.gap in ("blank", "none") and _REGISTRATION_NUMBER.search(before):
        return True
    return bool(number.gap == "none" and _OTHER_NUMBER.search(before))


def _is_tied(number: Written, before: str) -> bool:
    return bool(
        _TIED_BEFORE.fullmatch(before[-2:]) or _TIED_AFTER.match(number.match.string, number.match.end())
    )


def _are_cells(number: Written) -> bool:
    """Whether both parts are whole cells of a row that has no other figures."""
    left, right = _sides(number)
    *cells_before, beside_left = left.split("\t")
    beside_right, *cells_after = right.split("\t")
    if beside_left.strip() or beside_right.strip():
        return False
    return not any(_FIGURE.fullmatch(cell.strip()) for cell in cells_before + cells_after)


def _is_in_prose(number: Written) -> bool:
    """Whether a number that a line ends in goes on in the next: in sentences, not in rows, lists or columns."""
    left, right = _sides(number)
    is_row = "\t" in left + right or _ROW_NUMBER.match(left)
    return not is_row and bool(_WORD.search(left) or _WORD.search(right))


def _sides(number: Written) -> tuple[str, str]:
    """What stands before and after a number in the line that it begins in, and the one that it ends in."""
    text, (start, end) = number.match.string, number.match.span()
    left = text[max(0, start - _LONGEST_SIDE) : start].rpartition("\n")[2]
    right = text[end : end + _LONGEST_SIDE].partition("\n")[0]
    return left, right


def _is_amount(number: Written, before: str) -> bool:
    """Whether the last digits are money; "150480-1234 kr." is a personal number all the same."""
    if number.form == "DDMMYY" and number.gap in ("dash", "spaced dash", "blank"):
        return False
    is_after = _MONEY_AFTER.match(number.match.string, number.match.end())
    return bool(is_after or (number.gap == "none" and _MONEY_BEFORE.search(before)))


def _is_day_of_meetings(number: Written) -> bool:
    """Whether it is a day of this archive's time, not of a birth, and what followed: a time, a year, any figure.

    "27-08-2013 4500 borgere", "27.08.13 1030", "27.08.13 - 2014", "270813 10-30"
    """
    if number.gap == "dash" or (number.form == "DDMMYY" and not number.is_split):
        return False
    year = number.match["year"]
    if len(year) == 4:
        return year.startswith("20")
    return year < "50" and bool(_TIME.fullmatch(number.serial) or _YEAR.fullmatch(number.serial))


def _goes_on(number: Written) -> bool:
    """Whether digits in groups go on: phone numbers, rows of figures."""
    is_grouped = number.is_split or number.form == "DD MM YY"
    return is_grouped and bool(_ROW_AFTER.match(number.match.string, number.match.end()))
