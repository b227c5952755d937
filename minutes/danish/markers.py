"""The markers of lists, "-", "o", "1." and "a)", and what each of them counts."""

from __future__ import annotations

import re
from typing import NamedTuple

from .dates import MONTH_NAME

BULLET = "[-–•·]"
# What a second level is often marked with, below bullets: the word processor's ring.
RING = "o"
# More digits are a year or a house number at the beginning of a sentence.
NUMBER = "[0-9]{1,2}[.)]"
LETTER = "[a-zæøå][.)]"
# Before these a number with a full stop marks nothing: "1. behandling", "3. september"
COUNTED_NOUN = rf"(?:behandling|kvartal|halvår|{MONTH_NAME})\b"
MARKER = f"{BULLET}|{RING}|{NUMBER}|{LETTER}"

_FORM = re.compile(
    rf"(?P<bullet>{BULLET})|(?P<ring>{RING})|(?P<number>{NUMBER})|(?P<letter>{LETTER})",
)
_ALPHABET = "abcdefghijklmnopqrstuvwxyzæøå"


class Marker(NamedTuple):
    """A marker's `kind` ("bullet", "ring", "number", "letter"), and what it counts: 3 for "3." and "c)", else 0."""

    kind: str
    ordinal: int


def read_marker(written: str) -> Marker:
    """Return what a marker is and counts. Raises ValueError for what marks no list.

    >>> read_marker("å)")
    Marker(kind='letter', ordinal=29)
    """
    form = _FORM.fullmatch(written)
    if form is None:
        raise ValueError(f"No list has the marker {written!r}")
    if form["number"]:
        return Marker("number", int(written[:-1]))
    if form["letter"]:
        return Marker("letter", _ALPHABET.index(written[0]) + 1)
    return Marker("ring" if form["ring"] else "bullet", 0)
