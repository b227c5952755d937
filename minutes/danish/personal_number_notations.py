"""The ways in which people, programs and accidents write a personal number, and what each way says of ten digits.

Whether the digits can be anybody's, and so how sure it is, `personal_numbers.py` knows.
"""

from __future__ import annotations

import functools
import html
import re
from enum import Enum
from typing import NamedTuple
from urllib.parse import unquote


class Reading(Enum):
    """What a way of writing says of ten digits of which the first six are a day."""

    CERTAIN = "nothing else is written so"
    RANKED = "certain where modulus 11 holds or the birthday is 1 January, else possible"
    POSSIBLE = "may as well be something else"
    NAMED = "something else, unless a word for personal numbers is near"


class Written(NamedTuple):
    """A NUMBER in a text, and how it is written: by a form of _READINGS, and a gap of _GAPS."""

    match: re.Match[str]
    form: str
    gap: str

    @property
    def reading(self) -> Reading:
        """What the way of writing says, wherever it stands."""
        return _READINGS[self.form].get(self.gap, Reading.NAMED)

    @property
    def is_split(self) -> bool:
        """Whether the last digits are in twos: "150480-12 34"."""
        return len(self.match["serial"]) > len("1234")

    @property
    def serial(self) -> str:
        """The last four digits."""
        written = self.match["serial"]
        return written[:2] + written[-2:]

    @property
    def digits(self) -> str:
        """All ten, DDMMYYXXXX, whatever stands between them."""
        start, end = self.match.start(), self.match.end("rest_of_day")
        day = "".join(f"{part:0>2}" for part in _FIGURES.findall(self.match.string, start, end))
        return f"{day}{self.match['year'][-2:]}{self.serial}"


# Blanks of every width, no TAB and no end of a line; and every dash that people type or a document holds. The last
# three are what is left of one in another encoding.
BLANK = r"[^\S\t\n\r\f\v\x1c-\x1f\x85\u2028\u2029]"
_DASHES = (
    r"\-\u00ad\u02d7\u058a\u05be\u1806\u2010-\u2015\u2043\u2053\u207b\u208b\u2212\u2500\u2501\u2796\u2e17\u2e1a"
    r"\u2e3a\u2e3b\u2e40\u301c\u3030\u30a0\ufe31\ufe32\ufe58\ufe63\uff0d\x96\x97\ufffd"
)
DASH = f"[{_DASHES}]"
_END_OF_LINE = r"(?:\r?\n|[\r\f\v\x85\u2028\u2029])"
# A sign as a page, an address or a mail writes it: "&nbsp;", "&#45;", "&amp;ndash;", "%2D", "=C2=A0".
_ENCODED = (
    r"(?:&(?:amp;)?(?:[A-Za-z]{2,8};?|\#[0-9]{2,5};|\#[xX][0-9A-Fa-f]{2,4};)"
    r"|(?:[%=][2A-Fa-f89][0-9A-Fa-f]){1,3})"
)
_TAG = r"</?[A-Za-z][^<>\n]{0,20}>"
# What may stand between the two parts: up to eight of these. The dots of a number that is masked are none.
_GAP = rf"(?:{BLANK}{{1,99}}+|\t|{_END_OF_LINE}|{_ENCODED}|{_TAG}|(?!•{{4}})(?:[^\w\s]|_)){{0,8}}+"
# Between the parts of a day: "15.04.80", "15. 4. 80", "15/4-80".
_SIGN = rf"[{_DASHES}./_·]{BLANK}?+"
_MONTH = r"(?:0[1-9]|1[0-2])"
# What ties figures to a row, as those of a phone number.
ROW = rf"(?:{BLANK}|[{_DASHES}./])"

# A day, a gap and four digits, which are in twos at times, though not after "15.04.80". To begin with a digit, and look
# back only then, is what keeps a text without digits fast. Digits before it are another number's, but those of "%20".
NUMBER = re.compile(
    rf"""
    [0-9] (?<! [0-9]{{2}} (?<!%[0-9A-Fa-f][0-9]{{2}}) )
    (?P<rest_of_day>
        (?<=[0-3]) [0-9]{_MONTH}
      | (?P<is_signed> [0-9]?+ {_SIGN} (?:{_MONTH}|[1-9]) {_SIGN} )
      | (?<=[0-3]) [0-9]{BLANK} (?<![0-9]{ROW}[0-9]{{2}}{BLANK}) {_MONTH}{BLANK}
    )
    (?P<year> (?: (?:18|19|20)[0-9]{{2}} | [0-9]{{2}} ) (?= (?:[0-9]{{4}})? (?![0-9]) ) )
    (?P<gap> {_GAP} )
    (?P<serial> [0-9]{{4}} | (?(is_signed) (?!) ) (?<![0-9])[0-9]{{2}} (?:{DASH}|{BLANK}) [0-9]{{2}} )
    (?![0-9])
    """,
    re.VERBOSE,
)
_FIGURES = re.compile(r"[0-9]+")

# A gap in plain signs: what stands for a dash or a blank as that, and without what only sets apart.
_PLAIN_SIGNS = (
    (re.compile(rf"{_TAG}|[*_`'\"´’‘“”„«»]"), ""),
    (re.compile(DASH), "-"),
    (re.compile(_END_OF_LINE), "\n"),
    (re.compile(rf"{BLANK}+"), " "),
)
# What it is then; the first that fits. After a dash a number may go on in the next cell or line, or after the foot of a
# page. A comma or a semicolon makes two numbers of a list.
_GAPS = {
    "none": re.compile(""),
    "blank": re.compile(" "),
    "dash": re.compile(r"-+(?: ?[\n\t]){0,2}"),
    "spaced dash": re.compile(r"[ -]*-[ -]*(?:[\n\t] ?){0,2}[ -]*"),
    "cell": re.compile(r" ?\t[ -]*\t? ?"),
    "wrap": re.compile(r" ?\n[ >-]*"),
    "mark": re.compile(r"[^\n\t,;]+"),
}

# The ways of writing, by the form of the day and the gap after it. What is not here has to be named:
# "27-08-2013<TAB>4500" is a day and what it cost.
_READINGS: dict[str, dict[str, Reading]] = {
    "DDMMYY": {
        "none": Reading.RANKED,
        "blank": Reading.CERTAIN,
        "dash": Reading.CERTAIN,
        "spaced dash": Reading.CERTAIN,
        "cell": Reading.POSSIBLE,
        "wrap": Reading.POSSIBLE,
        "mark": Reading.POSSIBLE,
    },
    "DDMMYYYY": {
        "blank": Reading.POSSIBLE,
        "dash": Reading.CERTAIN,
        "spaced dash": Reading.POSSIBLE,
        "mark": Reading.POSSIBLE,
    },
    "DD-MM-YY": {
        "none": Reading.POSSIBLE,
        "blank": Reading.POSSIBLE,
        "dash": Reading.RANKED,
        "spaced dash": Reading.POSSIBLE,
        "mark": Reading.POSSIBLE,
    },
    "DD MM YY": {
        "blank": Reading.POSSIBLE,
        "dash": Reading.RANKED,
        "spaced dash": Reading.POSSIBLE,
    },
}


def written(match: re.Match[str]) -> Written | None:
    """How a NUMBER is written; None where it is two of a list."""
    gap = _kind_of_gap(match["gap"])
    if gap is None:
        return None
    number = Written(match, _form(match), gap)
    return None if number.is_split and gap not in ("blank", "dash") else number


def _form(match: re.Match[str]) -> str:
    if match["is_signed"]:
        return "DD-MM-YY"
    if not match["rest_of_day"].isdecimal():
        return "DD MM YY"
    return "DDMMYY" if len(match["year"]) == 2 else "DDMMYYYY"


# The gaps of a document are few, and none is longer than eight runs of blanks.
@functools.lru_cache(maxsize=1_000)
def _kind_of_gap(gap: str) -> str | None:
    decoded = plain = unquote(html.unescape(html.unescape(gap)).replace("=", "%"))
    for signs, sign in _PLAIN_SIGNS:
        plain = signs.sub(sign, plain)
    kind = next((name for name, pattern in _GAPS.items() if pattern.fullmatch(plain)), None)
    # "**150480** 1234" may be two figures, of which one is in bold.
    return "mark" if kind in ("none", "blank") and decoded.strip() else kind
