"""What was typed, cut into pieces: words, "phrases" and dates, each wanted or not, in groups between the ORs.

OR is ELLER, too; -word is NOT word and IKKE word; AND and OG say what is so anyway. Beside OR they are in capitals.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from operator import itemgetter

from django.utils import timezone

from minutes.danish.amounts import find_typed_amounts
from minutes.danish.forms.own_words import acronym_word
from minutes.danish.numbers import match_case_number
from minutes.danish.personal_numbers import holds_personal_number
from minutes.danish.words import (
    Word,
    find_words,
    match_number_word,
    normalise,
    without_inner_hyphens,
    written_number,
)

from .days import Days
from .plain_text import with_bare_numbers, with_plain_signs
from .typed.dates import TYPED_DATE, TypedDate, match_date
from .typed.periods import find_periods

# Of a number with blanks around its sign ("12 / 6") the sign stays with the first half: it may be a case.
_PIECE = re.compile(
    rf'(?P<minus>-)?(?:"(?P<phrase>[^"]*)"|(?P<date>{TYPED_DATE})'
    r'|(?P<word>[^\s"]+(?:(?<=[0-9])\s[/-](?=\s[0-9]))?))',
    re.IGNORECASE,
)

# By fewer letters half the archive begins.
_BEGUN = re.compile(r"[^\W\d_]{4,}\*")


@dataclass(frozen=True, slots=True)
class Piece:
    """A word, a phrase, a date, a period ("før 2014") or a sum of kroner with its unit ("1,5 mio.").

    `typed` is how it was typed, and `words` are the words in it, each with where it stands there; `joined` are their
    normal forms where what is hyphened is one word.
    """

    typed: str
    words: tuple[Word, ...]
    joined: tuple[str, ...]
    is_phrase: bool = False
    is_unwanted: bool = False
    date: TypedDate | None = None
    period: Days | None = None
    amount: int | None = None

    @property
    def normal_forms(self) -> tuple[str, ...]:
        """What search compares: "Skolerne" is "skolerne", "Taastrup" is "tåstrup"."""
        return tuple(word.text for word in self.words)

    @property
    def is_plain(self) -> bool:
        """Whether it is a wanted word, or several in one ("HRC/JC"), and no date, period or sum."""
        return not (self.is_phrase or self.is_unwanted or self.date or self.period or self.amount)

    @property
    def is_condition(self) -> bool:
        """Whether it only narrows what the others find: without any there is nothing to find."""
        return self.is_unwanted or self.period is not None

    @property
    def is_of_figures(self) -> bool:
        """Whether all of its words are numbers: "27-08-2013", "1.500"."""
        return all(map(str.isdigit, self.normal_forms))

    @property
    def is_whole(self) -> bool:
        """Whether it says something as a whole alone: a date, a case or document number, an amount."""
        is_number = len(self.words) == 1 and match_number_word(self.words[0].text) is not None
        return bool(self.date or self.period or self.amount) or is_number or self.is_of_figures

    @property
    def is_case_number(self) -> bool:
        """Whether it is a wanted case number, in any spelling."""
        number = written_number(self.normal_forms[0]) if len(self.words) == 1 else None
        return number is not None and match_case_number(number[1]) is not None and not self.is_unwanted

    @property
    def may_be_cut_in_two(self) -> bool:
        """Whether it may be half of a word that was written in two: a word of letters, and no small one."""
        normal_forms = self.normal_forms
        is_word = self.is_plain and len(normal_forms) == 1
        return is_word and len(normal_forms[0]) > 2 and normal_forms[0].isalpha()

    @property
    def is_in_capitals(self) -> bool:
        """Whether it is written as an acronym is: "HRC", "ØUs"."""
        return self.typed.strip(".,:;()").removesuffix("s").removesuffix("'").isupper()

    @property
    def beginning(self) -> str | None:
        """The letters of "skol*", four at least, in normal form; None of anything else."""
        is_begun = not self.is_phrase and _BEGUN.fullmatch(self.typed)
        return self.normal_forms[0] if is_begun else None

    @property
    def acronym(self) -> str | None:
        """The word for an acronym that spells another word; None where it is anything else."""
        return acronym_word(self.typed.strip(".,:;()")) if len(self.words) == 1 else None

    def as_written(self, word: Word) -> str:
        """How one of its words is written in it."""
        return self.typed[word.start : word.end]

    def __str__(self) -> str:
        """What would be typed to ask for it."""
        return ("-" if self.is_unwanted else "") + (f'"{self.typed}"' if self.is_phrase else self.typed)


PieceGroup = tuple[Piece, ...]


def cut_into_pieces(bare: str, today: datetime.date | None = None) -> tuple[PieceGroup, ...]:
    """The pieces between the ORs of a text with bare numbers; periods may count from a day, today unless told.

    A group that only says what is unwanted would match nearly everything: it is left out.
    """
    groups: list[list[Piece]] = [[]]
    is_unwanted = False
    for match in _find_pieces(bare, today or timezone.localdate()):
        if isinstance(match, Piece):
            groups[-1].append(match)
            continue
        operator = _operator(match[0])
        if operator == "OR":
            groups.append([])
        elif operator == "NOT":
            is_unwanted = True
        elif operator is None and (piece := _piece_of_match(match)).words:
            groups[-1].append(replace(piece, is_unwanted=is_unwanted or piece.is_unwanted))
            is_unwanted = False
    return tuple(tuple(group) for group in groups if not all(piece.is_unwanted for piece in group))


def _find_pieces(bare: str, today: datetime.date) -> Iterator[re.Match[str] | Piece]:
    """The pieces as they match, and the periods and sums outside quotes.

    Two periods without a common day are no period together: the second one is words.
    """
    taken = [match.span() for match in _PIECE.finditer(bare) if match["phrase"] is not None or match["date"]]
    position = 0
    for start, piece in sorted([*_periods(bare, today), *_amounts(bare)], key=itemgetter(0)):
        end = start + len(piece.typed)
        is_taken = not piece.period and any(begin < end and start < stop for begin, stop in taken)
        if start < position or is_taken:
            continue
        yield from _PIECE.finditer(bare, position, start)
        yield piece
        position = end
    yield from _PIECE.finditer(bare, position)


def _periods(bare: str, today: datetime.date) -> Iterator[tuple[int, Piece]]:
    quoted = [match.span() for match in _PIECE.finditer(bare) if match["phrase"] is not None]
    days = Days(datetime.date.min, datetime.date.max)
    for period in find_periods(bare, today):
        is_quoted = any(start < period.end and period.start < end for start, end in quoted)
        common = days.within(period.days)
        if is_quoted or common.are_none or bare.startswith("-", period.start - 1, period.start):
            continue
        days = common
        yield period.start, replace(piece_of(bare[period.start : period.end]), period=period.days)


def _amounts(bare: str) -> Iterator[tuple[int, Piece]]:
    for amount in find_typed_amounts(bare):
        whole, said = piece_of(bare[amount.start : amount.end]), piece_of(bare[amount.number : amount.end])
        # What only says that it is not exact need not be found.
        words = tuple(word for word in whole.words if word.start >= amount.number - amount.start)
        yield amount.start, replace(whole, words=words, joined=said.joined, amount=amount.value)


def _operator(word: str) -> str | None:
    """What a word says of those beside it: OR, NOT or AND; None where it is a word to search for."""
    if word in ("ELLER", "IKKE", "OG"):
        return {"ELLER": "OR", "IKKE": "NOT", "OG": "AND"}[word]
    if word in ("NOT", "AND"):
        return word
    return "OR" if word.upper() == "OR" else None


def _piece_of_match(match: re.Match[str]) -> Piece:
    text = (match["phrase"] or match["date"] or match["word"] or "").strip()
    return replace(
        piece_of(text),
        is_phrase=match["phrase"] is not None,
        is_unwanted=match["minus"] is not None,
        date=match_date(match["date"]) if match["date"] else None,
    )


def piece_of(text: str) -> Piece:
    """A wanted piece of one word or several, and no date; numbers in it may be their words."""
    typed, words = _with_numbers_again(text)
    joined = without_inner_hyphens(text)
    joined_forms = normalise(joined).split() if joined != text else [word.text for word in words]
    return Piece(typed, words, tuple(joined_forms))


def piece_of_word(written: str) -> Piece:
    """A piece of one word; one that would say something of its neighbours is quoted."""
    piece = piece_of(written)
    return replace(piece, is_phrase=True) if _operator(written) else piece


def _with_numbers_again(text: str) -> tuple[str, tuple[Word, ...]]:
    """The text with numbers as they are written where it has their words, and the words of that text.

    A number's word that somebody typed stays where a number in its place would be read as something else.
    """
    found = find_words(text)
    typed = ""
    words: list[Word] = []
    done = 0
    for word in found:
        written = text[word.start : word.end]
        stands_apart = not (text[word.start - 1 : word.start] + text[word.end : word.end + 1]).strip()
        label, number = (stands_apart and written_number(written)) or ("", written)
        before = typed + text[done : word.start] + label
        words.append(Word(word.text, len(before), len(before) + len(number)))
        typed = before + number
        done = word.end
    return typed + text[done:], tuple(words)


def write(groups: Iterable[PieceGroup]) -> str:
    """What would be typed to ask for the groups: read again, it gives the same pieces.

    Where pieces would be read otherwise beside each other ("27" and "august 2013"), OG stands between them; so it does
    where two numbers would be one of a person, which asks nothing and must stand in no link.
    """
    written = tuple(groups)
    text = _join(written, " ")
    is_read_so = cut_into_pieces(with_bare_numbers(with_plain_signs(text))) == written
    return text if is_read_so and not holds_personal_number(text) else _join(written, " OG ")


def _join(groups: Iterable[PieceGroup], between: str) -> str:
    return " OR ".join(between.join(map(str, group)) for group in groups)
