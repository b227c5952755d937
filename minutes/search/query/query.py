"""What was typed -> what is asked: words, "phrases", OR, -not, dates, names, and numbers however they are written.

1. The text is cleaned, and an address of the archive's own is taken out of it.
2. It is cut into pieces (see pieces.py).
3. Words that may as well be written together are asked for together too.
4. Each piece becomes a term: the alternatives of which an item must have one.
5. Where the whole text is one number or one date, that is told apart.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, pairwise

from minutes.danish.inflections import other_forms
from minutes.danish.numbers import find_numbers, match_case_number, match_serial
from minutes.danish.words import find_words, number_word
from minutes.search.index.tokens import date_token, month_token, year_token

from .names import Names
from .pieces import Piece, PieceGroup, as_asked, cut, with_plain_signs
from .terms import Alternative, Group, Lexemes, Term, Token, Words
from .typed_dates import TypedDate, match_date, match_year

MAX_LENGTH = 300


@dataclass(frozen=True, slots=True)
class Query:
    """A search as it is asked.

    `text` is what was typed, cleaned. An item must fit all terms of one of the `groups`; without any, nothing was
    asked for. The `pieces` are what was typed between the ORs; `path` is an address of the archive that stood there.
    At most one of the numbers and the date is set, where the whole text is that and nothing else; a possible case
    number may as well be a date or a span of years ("12/6", "2013/14"), and both are asked for. `item_number` is that
    of "punkt 3" behind a day.
    """

    text: str
    groups: tuple[Group, ...] = ()
    pieces: tuple[PieceGroup, ...] = ()
    path: str | None = None
    case_number: str | None = None
    possible_case_number: str | None = None
    document_number: str | None = None
    serial: int | None = None
    date: TypedDate | None = None
    item_number: int | None = None

    def shown_by(self, lexemes: Lexemes) -> dict[Words, str]:
        """The single words and phrases that should be marked, each with how it was written."""
        wanted = [term for term in chain.from_iterable(self.groups) if not term.is_unwanted]
        shown: dict[Words, str] = {}
        for words, typed in chain.from_iterable(term.shown_by(lexemes) for term in wanted):
            shown.setdefault(words, typed)
        return shown

    @property
    def all_words(self) -> frozenset[str]:
        """The normal forms of all words that are asked for, unwanted ones and names among them."""
        return frozenset(word for group in self.groups for term in group for word in term.words())


# Control characters, lone surrogates, private use, unassigned.
_UNTYPED = ("Cc", "Cs", "Co", "Cn")
# What is copied from an item's reference, or from the address bar.
_OWN_ADDRESS = re.compile(
    r"(?:https?://)?[^\s/]*(?P<path>/(?:moeder|sager|centre)/[a-z0-9/-]*)(?:[?#]\S*)?", re.IGNORECASE
)
_ITEM_NUMBER = re.compile(r"[0-9]{1,3}")
# Words that add nothing to a meeting's day or month, in normal form.
_ABOUT_MEETINGS = frozenset(
    {"møde", "mødet", "møder", "møderne", "referat", "referatet", "referater", "dagsorden"}
)
# In more words than these nobody has cut one in two by mistake.
_MOST_JOINED = 6


def parse_query(typed: str, names: Names | None = None) -> Query:
    """What a person typed, whatever it is, as a query; never raises, and reads the first 300 characters.

    >>> parse_query("sag 12-32140").case_number
    '12/32140'
    >>> parse_query("skoler -veje").groups[0][1]
    Term(alternatives=(Words(words=('veje',), is_phrase=False),), is_unwanted=True, typed='veje')
    """
    text = clean(typed)
    address = _OWN_ADDRESS.search(text)
    words = with_plain_signs(_OWN_ADDRESS.sub(" ", text)).strip()
    serial = match_serial(words)
    asked = str(serial) if serial else as_asked(words)
    pieces, item_number = _read_reference(tuple(map(_without_meeting_words, cut(asked))))
    groups = [_terms(spelt, names or Names()) for group in pieces for spelt in _spellings(group)]
    numbers = find_numbers(words)
    date = match_date(asked)
    possible_case = None if numbers or date else match_case_number(words)
    if possible_case:
        words_of_case = Words((number_word("case", possible_case),))
        groups.append((Term((words_of_case,), typed=words),))
    sole = numbers[0] if len(numbers) == 1 and len(find_words(asked)) == 1 else None
    return Query(
        text,
        groups=tuple(dict.fromkeys(groups)),
        pieces=pieces,
        path=address["path"] if address else None,
        case_number=sole.number if sole and sole.kind == "case" else None,
        possible_case_number=possible_case,
        document_number=sole.number if sole and sole.kind == "document" else None,
        serial=serial,
        date=date,
        item_number=item_number,
    )


def clean(typed: str) -> str:
    """The typed text in composed letters, on one line, without what nobody types, of at most 300 characters."""
    composed = unicodedata.normalize("NFC", "".join(map(_as_typed, typed)))
    return " ".join(composed.split())[:MAX_LENGTH].rstrip()


def _as_typed(character: str) -> str:
    """The character, or what stands for one that nobody types: nothing for a soft hyphen and its like, else a blank."""
    category = unicodedata.category(character)
    if category == "Cf":
        return ""
    return " " if category in _UNTYPED else character


def _without_meeting_words(group: PieceGroup) -> PieceGroup:
    """Where a day or a month is asked for, without "referat af mødet": no item says that of itself."""
    if not any(piece.date for piece in group):
        return group
    return tuple(piece for piece in group if not (piece.is_plain and _ABOUT_MEETINGS.issuperset(piece.words)))


def _read_reference(groups: tuple[PieceGroup, ...]) -> tuple[tuple[PieceGroup, ...], int | None]:
    """The number of an item behind its day, and the pieces without what a reference says besides.

    "Høje-Taastrup Kommune, Direktionen 27. maj 2014, punkt 3, sag 13/24597": no text of the item names the
    municipality, or has "punkt 3".
    """
    group = groups[0] if len(groups) == 1 else ()
    has_day = any(piece.date and piece.date.day for piece in group)
    for place, (word, number) in enumerate(pairwise(group if has_day else ())):
        if word.words == ("punkt",) and _ITEM_NUMBER.fullmatch(" ".join(number.words)):
            ends = [
                at for at, piece in enumerate(group[:place], start=1) if piece.typed.lower() == "kommune,"
            ]
            return ((*group[max(ends, default=0) : place], *group[place + 2 :]),), int(number.words[0])
    return groups, None


def _spellings(group: PieceGroup) -> Iterator[PieceGroup]:
    """The group as typed, and with each two neighbours in one word: "konsulent netværk" is konsulentnetværk, too."""
    yield group
    for index, (first, second) in enumerate(pairwise(group if len(group) <= _MOST_JOINED else ())):
        if first.may_be_half and second.may_be_half:
            joined = (first.words[0] + second.words[0],)
            yield (
                *group[:index],
                Piece(f"{first.typed} {second.typed}", joined, joined),
                *group[index + 2 :],
            )


def _terms(pieces: PieceGroup, names: Names) -> Group:
    """The terms of a group, in order; where the words of several pieces are a name, they are one term."""
    terms: list[Term] = []
    position = 0
    while position < len(pieces):
        length, meant = _name_at(pieces, position, names)
        named = pieces[position : position + length]
        terms.append(_named(named, meant) if meant else _term(pieces[position]))
        position += length
    return tuple(terms)


def _name_at(pieces: PieceGroup, start: int, names: Names) -> tuple[int, tuple[Alternative, ...]]:
    """How many pieces the longest name has that begins here, and what it means; 1 and nothing where there is none."""
    words: tuple[str, ...] = ()
    found: tuple[int, tuple[Alternative, ...]] = (1, ())
    for length, piece in enumerate(pieces[start : start + names.longest], start=1):
        if not piece.is_plain:
            break
        words += piece.words
        if meant := names.find(words, in_capitals=piece.is_in_capitals):
            found = (length, meant)
    return found


def _named(pieces: Sequence[Piece], meant: tuple[Alternative, ...]) -> Term:
    """What was written, or what is meant by it."""
    written = [Words(tuple(chain.from_iterable(piece.words for piece in pieces)))]
    if len(pieces) == 1:
        written.append(Words(pieces[0].joined))
    return Term(tuple(dict.fromkeys([*written, *meant])), typed=" ".join(piece.typed for piece in pieces))


def _term(piece: Piece) -> Term:
    alternatives: list[Alternative] = [_written(words, piece) for words in (piece.words, piece.joined)]
    if piece.date:
        alternatives += _dated(piece.date)
    elif not piece.is_phrase and len(piece.words) == 1:
        (word,) = piece.words
        alternatives += (Words((form,)) for form in other_forms(word))
        if year := match_year(word):
            alternatives.append(Token(year_token(year)))
    return Term(tuple(dict.fromkeys(alternatives)), piece.is_unwanted, piece.typed)


def _written(words: tuple[str, ...], piece: Piece) -> Words:
    # The parts of a date or an amount mean something only side by side; what is unwanted is no word by itself.
    side_by_side = piece.is_phrase or piece.is_unwanted or piece.date or all(map(str.isdigit, words))
    return Words(words, is_phrase=len(words) > 1 and bool(side_by_side))


def _dated(typed: TypedDate) -> Iterator[Alternative]:
    yield from (Words(words, is_phrase=True) for words in typed.written_forms())
    yield Token(date_token(typed.date) if typed.date else month_token(typed.year, typed.month))
