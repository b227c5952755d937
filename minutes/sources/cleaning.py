"""Cleans a text that was decoded, or that a reader gave: of what no line may hold, and with its letters composed."""

from __future__ import annotations

import functools
import re
import sys
import unicodedata

# Danish text of these alone is clean as it stands, and composed.
_CLEAN = re.compile("[\n\t -~\u00a1-\u00ac\u00ae-\u02ff\u2010-\u2027\u2030-\u205e\u20ac]*")
_LINE_ENDS = re.compile(r"\r\n?")
_BREAKS = "\f\v\x85\u2028\u2029"
_OTHER_BREAKS = re.compile(rf"[\r{_BREAKS}]")
_RUN_OF_BREAKS = re.compile(rf"[{_BREAKS}](?:[ {_BREAKS}]*[{_BREAKS}])?")
_BREAK_AT_LINE_START = re.compile(r"^( *)\f", re.MULTILINE)
_BREAK_AT_LINE_END = re.compile(r"\f(?= *$)", re.MULTILINE)
_SPACES = re.compile("[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
# The bullets of Word's symbol fonts come out of PDF files as private-use characters.
_SYMBOL_BULLETS = re.compile("[\uf0a7\uf0b7]")
_REMOVED = re.compile(
    "["
    "\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f"  # control characters
    "\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f"  # invisible
    "\ufeff\ufff9-\ufffb\U000e0000-\U000e0fff"
    "\ud800-\udfff"  # surrogates
    "\ue000-\uf8ff\U000f0000-\U0010ffff"  # private use
    "\ufdd0-\ufdef"  # noncharacters
    + "".join(f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0, 0xF0000, 0x10000))
    + "]"
)
# The limit of Unicode's stream-safe text (UAX #15, section 13): composing longer runs takes quadratic time.
_MOST_MARKS = 30
_MAYBE_EXCESS_MARKS = re.compile(f"[^\x00-\u02ff]{{{_MOST_MARKS + 1}}}")


def clean(text: str) -> str:
    """Return the text with the guarantees of `minutes.sources.text`, in lines that end with LF."""
    text = _LINE_ENDS.sub("\n", text)
    if _CLEAN.fullmatch(text):
        return text
    text = _SPACES.sub(" ", text)
    text = _break_lines(text)
    text = _SYMBOL_BULLETS.sub("·", text)
    text = _REMOVED.sub("", text)
    return _compose(text)


def clean_lines(text: str) -> str:
    """The same of a text in which LF alone ends a line, so that each keeps its number."""
    return clean(_OTHER_BREAKS.sub(" ", text))


def _break_lines(text: str) -> str:
    """End a line at a page break in its middle; beside a line's end a page break says nothing new."""
    text = _RUN_OF_BREAKS.sub("\f", text)
    if "\f" in text:
        text = _BREAK_AT_LINE_START.sub(r"\1", text)
        text = _BREAK_AT_LINE_END.sub("", text)
    return text.replace("\f", "\n")


def _compose(text: str) -> str:
    return _without_excess_marks(unicodedata.normalize("NFC", _without_excess_marks(text)))


def _without_excess_marks(text: str) -> str:
    if not _MAYBE_EXCESS_MARKS.search(text):
        return text
    return _excess_marks().sub(r"\1", text)


@functools.cache
def _excess_marks() -> re.Pattern[str]:
    marks = "".join(
        char for char in map(chr, range(0x300, sys.maxunicode + 1)) if unicodedata.combining(char)
    )
    return re.compile(f"([{marks}]{{{_MOST_MARKS}}})[{marks}]+")
