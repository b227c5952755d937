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
from enum import Enum, StrEnum
from itertools import islice

from stdnum.dk import cpr
from stdnum.exceptions import ValidationError


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


class _Reading(Enum):
    """What a way of writing says of ten digits of which the first six are a day."""

    CERTAIN = "nothing else is written so"
    RANKED = "certain where modulus 11 holds or the birthday is 1 January, else possible"
    POSSIBLE = "may as well be something else"


# Blanks of every width, no TAB and no end of a line; and every dash that people type or a PDF holds.
_BLANK = r"[^\S\t\n\r\f\v\x1c-\x1f\x85\u2028\u2029]"
_DASH = r"[-\u00ad\u2010-\u2015\u2043\u2212\ufe58\ufe63\uff0d]"
_LINE_END = rf"{_BLANK}*+\r?\n"

# To begin with a digit, and look back only then, is what keeps a text without digits fast. Blanks are taken whole.
_NUMBER = re.compile(
    rf"""
    (?P<day>[0-3](?<![0-9]{{2}})[0-9])
    (?P<sign>{_DASH}|[ ./]|) (?P<month>[01][0-9]) (?P=sign) (?P<year>[0-9]{{2}}|(?:18|19|20)[0-9]{{2}})
    (?: (?P<dash>{_DASH}{{1,3}}(?:{_LINE_END}){{0,2}}+)
      | (?P<spaced_dash>{_BLANK}*+{_DASH}{{1,3}}(?:{_LINE_END}){{0,2}}+{_BLANK}*+)
      | (?P<blank>{_BLANK}++)
      | (?P<mark>[/._:])
      | (?P<cell>{_BLANK}*+(?:\t|\r?\n){_BLANK}*+)
      | (?P<none>)
    )
    [0-9]{{4}} (?![0-9])
    """,
    re.VERBOSE,
)

# The ways of writing, by the form of the day and what stands before the last four digits. What has no reading is a
# personal number only where it is named as one: "27-08-13 - 1200 kr." is a day and something else.
_READINGS: dict[str, dict[str, _Reading]] = {
    "DDMMYY": {
        "dash": _Reading.CERTAIN,
        "spaced_dash": _Reading.CERTAIN,
        "blank": _Reading.CERTAIN,
        "none": _Reading.RANKED,
        "mark": _Reading.POSSIBLE,
    },
    "DDMMYYYY": {
        "dash": _Reading.CERTAIN,
        "spaced_dash": _Reading.POSSIBLE,
        "blank": _Reading.POSSIBLE,
    },
    "DD-MM-YY": {"dash": _Reading.RANKED},
}

# Characters on either side within which a number is named as one, and the longest of the words.
_NEAR = 40
_NAME = re.compile(r"cpr|person[\s.-]?(?:nr|num(?:mer|re))", re.IGNORECASE)
_LONGEST_NAME = len("person-nummer")

# The part of a longer number: "12-120413-1234", "120413-1234-5", "120413-1234/13".
_TIED_BEFORE = re.compile(rf"[0-9](?:{_DASH}|/)\Z")
_TIED_AFTER = re.compile(rf"{_DASH}[0-9]|/[0-9]{{2}}(?![0-9])")
# A bank's registration number, no year: "1234 0123456789", "1234-0123456789", "1234 012345 6789".
_REGISTRATION_NUMBER = re.compile(rf"(?<![0-9])(?!19|20)[0-9]{{4}}(?:{_BLANK}|{_DASH}){{1,3}}\Z")
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

# What nobody sees may stand inside a number, and each script has digits of its own.
_UNSEEN = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff]"
)
_OTHER_DIGIT = re.compile(r"[\u0660-\U0010ffff](?<=\d)")


def find_personal_numbers(text: str, most: int | None = None) -> list[PersonalNumber]:
    """All personal numbers in a text of any length, or the first of them, `most` at the most.

    In the order in which they stand, none inside another.

    >>> [(found.masked, found.confidence.value) for found in find_personal_numbers("cpr.nr. 010180 1234")]
    [('010180-••••', 'finding')]
    """
    plain = _OTHER_DIGIT.sub(lambda digit: str(unicodedata.decimal(digit[0])), text)
    if not _UNSEEN.search(plain):
        return list(islice(_find(plain), most))
    # How many characters have fallen out before each of those that are left.
    fallen = [match.start() - number for number, match in enumerate(_UNSEEN.finditer(plain))]
    return [
        PersonalNumber(
            found.start + bisect_right(fallen, found.start),
            found.end + bisect_right(fallen, found.end - 1),
            found.digits,
            found.confidence,
        )
        for found in islice(_find(_UNSEEN.sub("", plain)), most)
    ]


def holds_personal_number(text: str) -> bool:
    """Whether a text has a number in it that is, or may be, a personal one."""
    return bool(find_personal_numbers(text))


def masked(number: PersonalNumber) -> str:
    """What stands in place of a number where nothing else is decided."""
    return number.masked


def mask_personal_numbers(text: str, shown: Callable[[PersonalNumber], str] = masked) -> str:
    """The text with what is `shown` in place of each number that is, or may be, a personal one.

    Its lines keep their numbers: an end of a line inside a number stands behind what is shown of it.
    """
    pieces: list[str] = []
    position = 0
    for number in find_personal_numbers(text):
        line_ends = "\n" * text.count("\n", number.start, number.end)
        pieces += [text[position : number.start], shown(number), line_ends]
        position = number.end
    return "".join([*pieces, text[position:]])


def hide_personal_numbers(text: str) -> str:
    """The text with nothing left of its personal numbers, not even the day: what is repeated of what was typed."""
    return mask_personal_numbers(text, lambda number: "••••••-••••")


def _find(text: str) -> Iterator[PersonalNumber]:
    previous_end = 0
    for match in _NUMBER.finditer(text):
        digits = match["day"] + match["month"] + match["year"][-2:] + match[0][-4:]
        if _is_born(digits, match["year"]) and (confidence := _weigh(match, digits, previous_end)):
            previous_end = match.end()
            yield PersonalNumber(*match.span(), digits, confidence)


def _is_born(digits: str, written_year: str) -> bool:
    """Whether the digits begin with a day of the calendar, in the century that the seventh says."""
    try:
        born = cpr.get_birth_date(digits)
    except ValidationError:
        return False
    return len(written_year) == 2 or born.year == int(written_year)


def _weigh(match: re.Match[str], digits: str, previous_end: int) -> Confidence | None:
    """How sure it is; None where it is no personal number. What stands before `previous_end` is another one."""
    before = match.string[max(previous_end, match.start() - _LONGEST_LABEL) : match.start()]
    reading = _read(match, before)
    if reading is _Reading.CERTAIN or (reading is _Reading.RANKED and _is_likely(digits)) or _is_named(match):
        return Confidence.CERTAIN
    return Confidence.POSSIBLE if reading else None


def _read(match: re.Match[str], before: str) -> _Reading | None:
    """What the way of writing says, and what stands directly before and after."""
    form = "DD-MM-YY" if match["sign"] else "DDMMYY" if len(match["year"]) == 2 else "DDMMYYYY"
    reading = _READINGS[form].get(match.lastgroup or "")
    if reading is None or reading is _Reading.POSSIBLE:
        return reading
    if _TIED_BEFORE.search(before) or _TIED_AFTER.match(match.string, match.end()):
        return _Reading.POSSIBLE
    if match.lastgroup in ("blank", "none") and _REGISTRATION_NUMBER.search(before):
        return _Reading.POSSIBLE
    if match.lastgroup == "none" and (
        _MONEY_BEFORE.search(before) or _MONEY_AFTER.match(match.string, match.end())
    ):
        return None
    is_other = match.lastgroup == "none" and _OTHER_NUMBER.search(before)
    return _Reading.POSSIBLE if is_other else reading


def _is_named(match: re.Match[str]) -> bool:
    """Whether a word for personal numbers stands within forty characters."""
    first, last = match.start() - _NEAR, match.end() + _NEAR
    near = match.string[max(0, first - _LONGEST_NAME) : last + _LONGEST_NAME]
    shift = max(0, first - _LONGEST_NAME)
    return any(shift + name.end() >= first and shift + name.start() <= last for name in _NAME.finditer(near))


def _is_likely(digits: str) -> bool:
    """Whether modulus 11 holds, or the birthday is 1 January, of which there were the first numbers without it."""
    return digits.startswith("0101") or cpr.checksum(digits) == 0
