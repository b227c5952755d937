"""Bytes to text: the one place where what was uploaded is read and cleaned, and its lines are divided.

Guarantees of the text, whatever the bytes were:

- line n of it is what stands between its n-1th and its nth LF, wherever lines are read, named by number or shown:
  the line that an editor numbers n in a text file (a page break in the middle of a line is the exception: it ends the
  line although no editor counts it), and of a PDF, a Word document or a text file whose lines had to be joined again
  the line of the text as it was read;
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

import re
from dataclasses import dataclass, replace

from minutes.danish.damaged_letters import find_damage

from .cleaning import clean, clean_lines
from .encodings import SAVE_AS_UTF8, decode
from .formats import LONGEST_HEAD, READ_APART, match_format
from .process import read_apart
from .values import Notice, UnreadableSourceError
from .wrapped import mend_wrapped

# Raised with every change of what is read of the same bytes, of any format: `manage.py reparse` then reads the stored
# documents, and the files of attachments, from their bytes again.
READER_VERSION = 1

# The smallest PDF that a page can be seen of has 70 bytes, and no text.
_SMALLEST_FILE = 100
_LOST_HALVES = re.compile("[\x80-\x9f]")


@dataclass(frozen=True, slots=True)
class SourceText:
    """The cleaned text of a document, and what it was read as: an encoding by Python's name, "pdf" or "docx".

    `page_starts` are the numbers of the lines that its pages begin with, where it has pages.
    """

    text: str
    encoding: str
    page_starts: tuple[int, ...] = ()
    notices: tuple[Notice, ...] = ()

    @property
    def has_own_lines(self) -> bool:
        """Whether the lines are not those of the file, but of the text as it was read of it."""
        return self.encoding in READ_APART or bool(self.notices)


def numbered_text(content: bytes, *, allow_damage: bool = False) -> str:
    """Return the text that the parser reads, that the line of a problem counts in and that the source page shows.

    Raises UnreadableSourceError as `read_source` does.
    """
    return read_source(content, allow_damage=allow_damage).text


def read_source(content: bytes, *, allow_damage: bool = False) -> SourceText:
    """Return the text of minutes: of a PDF, a Word document, or a text file in one of the encodings of `decode`.

    A text file that came out of a PDF, with its lines wrapped, is put right where it shows that.
    Raises UnreadableSourceError when the file is empty, is of another format, or is damaged. With `allow_damage`
    damaged letters are let through: a document that is in the archive can be read again and shown, and the parser calls
    them an error.
    """
    source = _read_by_format(content, allow_damage=allow_damage)
    if source.encoding in READ_APART:
        return source
    mended = mend_wrapped(source.text)
    return replace(source, text=mended.text, notices=mended.notices)


def read_as_it_stands(content: bytes) -> SourceText:
    """Return the text of any file of those formats, be it minutes or not, damaged letters and all.

    Raises UnreadableSourceError as `read_source` does.
    """
    return _read_by_format(content, allow_damage=True)


def read_plain_text(content: bytes) -> SourceText:
    """Return the text of a text file line by line as its editor has them, damaged letters and all.

    Raises UnreadableSourceError for every other format, and for what `read_source` refuses.
    """
    return _read_text(content, allow_damage=True)


def _read_by_format(content: bytes, *, allow_damage: bool) -> SourceText:
    kind = match_format(content)
    if kind and kind.read_as:
        if len(content) < _SMALLEST_FILE:
            raise UnreadableSourceError(
                f"Filen er {kind.name}, men næsten tom. Hent den igen, hvor den kom fra."
            )
        return _read_file(content, kind.read_as, allow_damage=allow_damage)
    return _read_text(content, allow_damage=allow_damage)


def _read_file(content: bytes, read_as: str, *, allow_damage: bool) -> SourceText:
    read = read_apart(content, read_as)
    text = _not_blank(clean_lines(read.text))
    if not allow_damage:
        _refuse_damage(
            text, text, "Gem referatet igen som Word-dokument (.docx) eller PDF, og indlæs den fil."
        )
    return SourceText(text, read_as, read.page_starts, read.notices)


def _read_text(content: bytes, *, allow_damage: bool) -> SourceText:
    _refuse_other_formats(content)
    decoded, encoding = decode(content)
    text = _not_blank(clean(decoded))
    # What hid behind an invisible character, or in another encoding, is refused too.
    _refuse_other_formats(text[:LONGEST_HEAD].encode())
    if not allow_damage:
        _refuse_damage(text, decoded, SAVE_AS_UTF8)
    return SourceText(text, encoding)


def _not_blank(text: str) -> str:
    if not text.strip():
        raise UnreadableSourceError("Filen er tom: der er ingen tekst i den.")
    return text


def _refuse_damage(text: str, decoded: str, what_to_do: str) -> None:
    """Of what was decoded, the control characters are gone from the text, of which some were halves of letters."""
    damage = find_damage(text)
    if damage is None and _LOST_HALVES.search(decoded):
        damage = find_damage(decoded)
    if damage and damage.is_certain:
        raise UnreadableSourceError(f"{damage.what} (linje {damage.line}). {what_to_do}")


def _refuse_other_formats(content: bytes) -> None:
    if other := match_format(content):
        raise UnreadableSourceError(other.refusal)
