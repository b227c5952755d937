"""Personal numbers (CPR-numre, DDMMYY-XXXX) in a text: which are surely one, which may be one, and how they are masked.

The century of the day of birth is told by the seventh digit, and modulus 11 only ranks: numbers without it have been
given out since 2007. Sources: cpr.dk, "Personnummeret i CPR" and "Personnumre uden kontrolciffer (modulus 11-kontrol)".
No clock is asked: a day of birth that is still to come is a day.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import islice, pairwise

from stdnum.dk import cpr
from stdnum.exceptions import ValidationError

from .personal_number_notations import NUMBER, Reading, Written, written
from .personal_number_surroundings import read_in_place


class Confidence(StrEnum):
    """How sure it is that ten digits are a personal number: a finding must be dealt with, a warning is only shown."""

    CERTAIN = "finding"
    POSSIBLE = "warning"


@dataclass(frozen=True, slots=True)
class PersonalNumber:
    """A personal number, `text[start:end]`, and its ten digits, however it is written there."""

    start: int
    end: int
    digits: str
    confidence: Confidence

    @property
    def masked(self) -> str:
        """What may be shown of it, always in this form: "010180-••••"."""
        return f"{self.digits[:6]}-••••"


# Characters on either side within which a number is named as one, and the longest of the words.
_NEAR = 40
_NAME = re.compile(r"c\.?p\.?r|pers(?:on|\.)?[\s.-]?(?:nr|num(?:mer|re))", re.IGNORECASE)
_LONGEST_NAME = len("person-nummer")

# What nobody sees may stand inside a number, or over its digits, and each script has digits of its own. That a text has
# neither is told in one go.
_UNSEEN_SIGNS = (
    r"\x00-\x08\x0e-\x1f\x7f\u0300-\u036f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\u20d0-\u20ff"
    r"\ufe00-\ufe0f\ufeff"
)
_UNSEEN = re.compile(rf"[{_UNSEEN_SIGNS}]")
_OTHER_DIGIT = re.compile(r"[\u0660-\U0010ffff](?<=\d)")
_UNUSUAL = re.compile(rf"[{_UNSEEN_SIGNS}\u0660-\U0010ffff](?<=[{_UNSEEN_SIGNS}\d])")
# The blanks between digits that are set apart as letters are, "1 5 0 4 8 0 - 1 2 3 4". To begin with a blank is fast.
_SPACED_OUT = re.compile(r" (?<=[0-9] )(?<![0-9]{2} )[0-9] [0-9] [0-9](?![0-9])(?: [0-9](?![0-9]))*+")
# An end of a line or a cell within a number, which is kept.
_BORDER = re.compile(r"[\t\n\r\f\v\x85\u2028\u2029]")


def find_personal_numbers(text: str, most: int | None = None) -> list[PersonalNumber]:
    """All personal numbers in a text of any length, or the first of them, `most` at the most.

    In the order in which they stand, none inside another.

    >>> [(found.masked, found.confidence.value) for found in find_personal_numbers("cpr.nr. 010180 1234")]
    [('010180-••••', 'finding')]
    """
    if not _UNUSUAL.search(text) and not _SPACED_OUT.search(text):
        return list(islice(_find(text), most))
    plain = _OTHER_DIGIT.sub(lambda digit: str(unicodedata.decimal(digit[0])), text)
    left_out = sorted(_left_out(plain))
    plain = "".join(plain[first + 1 : last] for first, last in pairwise([-1, *left_out, len(plain)]))
    # How many characters have fallen out before each of those that are left.
    fallen = [place - number for number, place in enumerate(left_out)]
    return [
        PersonalNumber(
            found.start + bisect_right(fallen, found.start),
            found.end + bisect_right(fallen, found.end - 1),
            found.digits,
            found.confidence,
        )
        for found in islice(_find(plain), most)
    ]


def holds_personal_number(text: str) -> bool:
    """Whether a text has a number in it that is, or may be, a personal one."""
    return bool(find_personal_numbers(text, most=1))


def masked(number: PersonalNumber) -> str:
    """What may be shown in place of a number where nothing else is decided."""
    return number.masked


def mask_personal_numbers(text: str, shown: Callable[[PersonalNumber], str | None] = masked) -> str:
    """The text with what is `shown` in place of each number that is, or may be, a personal one; None leaves it there.

    Lines keep their numbers and rows their cells: what ends a line or a cell inside a number stands behind what is
    shown of it.
    """
    pieces: list[str] = []
    position = 0
    for number in find_personal_numbers(text):
        instead = shown(number)
        if instead is not None:
            borders = _BORDER.findall(text, number.start, number.end)
            pieces += [text[position : number.start], instead, *borders]
            position = number.end
    return "".join([*pieces, text[position:]])


def hide_personal_numbers(text: str) -> str:
    """The text with nothing left of its personal numbers, not even the day: what is repeated of what was typed."""
    return mask_personal_numbers(text, lambda number: "••••••-••••")


def _left_out(text: str) -> Iterator[int]:
    """The places of what is not read."""
    yield from (match.start() for match in _UNSEEN.finditer(text))
    for match in _SPACED_OUT.finditer(text):
        yield from range(match.start(), match.end(), 2)


def _find(text: str) -> Iterator[PersonalNumber]:
    position = previous_end = 0
    while match := NUMBER.search(text, position):
        number = written(match)
        confidence = _weigh(number, previous_end) if number else None
        if number and confidence:
            position = previous_end = match.end()
            yield PersonalNumber(*match.span(), number.digits, confidence)
        else:
            # What is no number may hold the beginning of one.
            position = match.start() + 1


def _weigh(number: Written, previous_end: int) -> Confidence | None:
    """How sure it is; None where it is no personal number. What stands before `previous_end` is another one."""
    if not _is_born(number):
        return None
    reading = read_in_place(number, previous_end)
    if reading is Reading.CERTAIN or _is_named(number.match):
        return Confidence.CERTAIN
    if reading is Reading.RANKED and _is_likely(number.digits):
        return Confidence.CERTAIN
    return None if reading is Reading.NAMED else Confidence.POSSIBLE


def _is_named(match: re.Match[str]) -> bool:
    """Whether a word for personal numbers stands within forty characters."""
    first, last = match.start() - _NEAR, match.end() + _NEAR
    names = _NAME.finditer(match.string, max(0, first - _LONGEST_NAME), last + _LONGEST_NAME)
    return any(name.end() >= first and name.start() <= last for name in names)


def _is_born(number: Written) -> bool:
    """Whether the digits begin with a day of the calendar, in the century that the seventh says."""
    digits, year = number.digits, number.match["year"]
    if len(year) == 2 and "01" <= digits[:2] <= "28":
        # A day of every month in every century.
        return True
    try:
        born = cpr.get_birth_date(digits)
    except ValidationError:
        return False
    return len(year) == 2 or born.year == int(year)


def _is_likely(digits: str) -> bool:
    """Whether modulus 11 holds, or the birthday is 1 January, of which there were the first numbers without it."""
    return digits.startswith("0101") or cpr.checksum(digits) == 0
