"""How the header of an item is written: "Punkt 4: Titel", and the forms that need more than themselves to be one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from minutes.danish.dates import is_month
from minutes.parser.contents import has_page
from minutes.parser.patterns import ITEM_HEADER, NUMBERED_LINE
from minutes.parser.values import Line

# A title is one or two lines of a page; a longer line is prose that begins with a number.
_LONGEST_TITLE = 250
# What such lines begin with: a number, or a word before it; a look at two letters spares most lines the rest.
_WORDS = ("punkt", "pkt", "dagsorden", "sag", "nr")
_BLANKS = frozenset(" \t\f")
_DIGITS_AND_BLANKS = _BLANKS | frozenset("0123456789")
_FIRST_LETTERS = frozenset(form(word[:2]) for word in _WORDS for form in (str, str.upper, str.capitalize))
# Before the last letter of the alphabet that an item can have another follows.
_ALPHABET = "abcdefghijklmnopqrstuvwxyzæøå"


@dataclass(frozen=True, slots=True)
class ItemHeader:
    """A line that can be the header of an item. All headers of a document have the same `word` before their number,
    or none. `is_plain`: it is written as "Punkt 4: Titel", as nothing else is.
    """

    position: int
    word: str
    number: int
    letter: str
    title: str
    is_plain: bool

    @property
    def label(self) -> str:
        """The number with its letter."""
        return f"{self.number}{self.letter}"

    @property
    def looks_like_title(self) -> bool:
        """Whether what stands behind the number can be a title: it begins as one, and is neither a date nor a row."""
        title = self.title
        if not title:
            return True
        begins_so = not title[0].islower() and (title[0].isalnum() or title[0] in "\"'”»§(")
        return begins_so and len(title) <= _LONGEST_TITLE and "\t" not in title

    def follows(self, before: ItemHeader) -> bool:
        """Whether its number comes next: 2 after 1 and 1a, 1a after 1, 1b after 1a."""
        return is_next(before.number, before.letter, self.number, self.letter)


def is_next(number: int, letter: str, next_number: int, next_letter: str) -> bool:
    """Whether one number with its letter comes after another, and none between them."""
    if next_number == number:
        place = _ALPHABET.index(letter) + 1 if letter else 0
        return next_letter != "" and next_letter == _ALPHABET[place : place + 1]
    return next_number == number + 1 and next_letter in ("", "a")


def match_item_header(line: Line, position: int = 0) -> ItemHeader | None:
    """The header that a line of the form "Punkt 4: Titel" is, or None.

    A line of the table of contents has that form too, but a page number at its end.
    """
    match = ITEM_HEADER.fullmatch(line.text)
    if match is None or has_page(line.text):
        return None
    letter = (match["letter"] or "").strip().lower()
    return ItemHeader(position, "punkt", int(match["number"]), letter, match["title"].strip(), is_plain=True)


def match_numbered_line(line: Line, position: int = 0) -> ItemHeader | None:
    """The header that a line with a number at its beginning is, if it is one, in whatever form; else None."""
    first = line.text[:40].lstrip()[:9].lower()
    if not (first[:1].isdigit() or first.startswith(_WORDS)):
        return None
    if plain := match_item_header(line, position):
        return plain
    match = NUMBERED_LINE.fullmatch(line.text)
    if match is None or has_page(line.text):
        return None
    word, title = (match["word"] or "").lower(), match["title"].strip()
    if (not word and not title and not match["sign"]) or _is_date(match["sign"], title):
        return None
    letter = (match["letter"] or "").strip().lower()
    return ItemHeader(position, word, int(match["number"]), letter, title, is_plain=False)


def _is_date(sign: str, title: str) -> bool:
    """Whether a number and its full stop, or nothing, is the day of what follows: "3. september"."""
    return sign.strip() in ("", ".") and title != "" and is_month(title.split()[0])


def find_headers(lines: Sequence[Line], first: int) -> Iterator[ItemHeader]:
    """The lines that can be the header of an item, in whatever form, from the position `first` on.

    Where the first of all is plain, those without a word are passed over: they cannot be of its form.
    """
    letters, word = _DIGITS_AND_BLANKS, None
    for position, line in enumerate(lines[first:], start=first):
        if line.text[0] not in letters and line.text[:2] not in _FIRST_LETTERS:
            continue
        if header := match_numbered_line(line, position):
            if word is None and header.is_plain:
                letters = _BLANKS
            word = header.word
            yield header
