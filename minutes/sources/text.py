"""Bytes to text: the one place where what was uploaded is decoded and cleaned, and its lines are divided.

Guarantees of the text, whatever the bytes were:

- line n of it is what stands between its n-1th and its nth LF, wherever lines are read, named by number or shown:
  the line that an editor numbers n in the file (a page break in the middle of a line is the exception: it ends the
  line although no editor counts it);
- besides LF and TAB it holds no control character: no NUL, no form feed;
- no surrogate, no private-use character (the highlighter marks hits with those), no noncharacter;
- no invisible character: soft hyphen, zero-width space, change of writing direction, byte order mark;
- every space is U+0020: no-break, thin and wide ones too; TABs stay, for they separate the cells of tables;
- letters are composed (NFC), and no letter carries more than thirty marks;
- it is not blank, and its æ, ø and å are not damaged, unless it is a stored document that was taken before that was
  looked for;
- the same bytes give the same text, and the text itself, read again as UTF-8, gives itself.
"""

from __future__ import annotations

import functools
import re
import sys
import unicodedata
from dataclasses import dataclass

from minutes.danish.damaged_letters import find_damage

from .encodings import SAVE_AS_UTF8, decode
from .formats import LONGEST_SIGNATURE, TEXT_SUFFIX, match_format
from .values import UnreadableSourceError

# Danish text of these alone is clean as it stands, and composed.
_CLEAN = re.compile("[\n\t -~\u00a1-\u00ac\u00ae-\u02ff\u2010-\u2027\u2030-\u205e\u20ac]*")
_LOST_HALVES = re.compile("[\x80-\x9f]")
_LINE_ENDS = re.compile(r"\r\n?")
_BREAKS = "\f\v\x85\u2028\u2029"
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


@dataclass(frozen=True, slots=True)
class SourceText:
    """The cleaned text of a document, and the encoding it was found in, by Python's name."""

    text: str
    encoding: str


def numbered_text(content: bytes, *, allow_damage: bool = False) -> str:
    """Return the text that the parser reads, that the line of a problem counts in and that the source page shows.

    Raises UnreadableSourceError as `read_source` does.
    """
    return read_source(content, allow_damage=allow_damage).text


def read_source(content: bytes, *, allow_damage: bool = False) -> SourceText:
    """Return the text of a file in UTF-8 or UTF-16, each with or without its mark, in Windows-1252, cp850 or Mac Roman.

    Raises UnreadableSourceError when the file is empty, is no text, or is damaged. With `allow_damage` damaged letters
    are let through: a document that is in the archive can be read again and shown, and the parser calls them an error.
    """
    _refuse_other_formats(content)
    decoded, encoding = decode(content)
    text = _clean(decoded)
    if not text.strip():
        raise UnreadableSourceError("Filen er tom: der er ingen tekst i den.")
    # What hid behind an invisible character is refused too.
    _refuse_other_formats(text[:LONGEST_SIGNATURE].encode())
    if not allow_damage:
        _refuse_damage(text, decoded)
    return SourceText(text, encoding)


def _refuse_damage(text: str, decoded: str) -> None:
    """Of what was decoded, the control characters are gone from the text, of which some were halves of letters."""
    damage = find_damage(text)
    if damage is None and _LOST_HALVES.search(decoded):
        damage = find_damage(decoded)
    if damage and damage.is_certain:
        raise UnreadableSourceError(f"{damage.what} (linje {damage.line}). {SAVE_AS_UTF8}")


def _refuse_other_formats(content: bytes) -> None:
    if other := match_format(content):
        raise UnreadableSourceError(
            f"Filen er {other.name}, ikke ren tekst. Gem referatet som tekst ({TEXT_SUFFIX}), og indlæs den fil."
        )


def _clean(text: str) -> str:
    text = _LINE_ENDS.sub("\n", text)
    if _CLEAN.fullmatch(text):
        return text
    text = _SPACES.sub(" ", text)
    text = _break_lines(text)
    text = _SYMBOL_BULLETS.sub("·", text)
    text = _REMOVED.sub("", text)
    return _compose(text)


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
