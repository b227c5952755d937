"""What was typed -> what is asked: words, "phrases", OR, -not, dates, names, and numbers however they are written.

1. The text is cleaned, and its case and document numbers become words of their own.
2. It is cut into pieces: phrases, dates and words, each wanted or not, in groups between the ORs.
3. Words that may as well be written together are asked for together too.
4. Each piece becomes a term: the alternatives of which an item must have one.
5. Where the whole text is one number or one date, that is told apart.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, pairwise

from minutes.parser.numbers import find_numbers, match_case_number, match_serial

from .danish import find_words, normalise, number_word, with_number_words, without_inner_hyphens
from .dates import TYPED_DATE, TypedDate, match_date, match_year
from .tokens import date_token, month_token, year_token

MAX_LENGTH = 300


@dataclass(frozen=True, slots=True)
class Words:
    """Words in normal form that an item must all have; as a phrase, side by side."""

    words: tuple[str, ...]
    is_phrase: bool = False


@dataclass(frozen=True, slots=True)
class Token:
    """What an item must be (see tokens.py), whatever its words."""

    lexeme: str


Alternative = Words | Token
# What else is meant by the words of a name, in normal form: a centre by its code, a body by its other names.
Names = Mapping[tuple[str, ...], tuple[Alternative, ...]]


@dataclass(frozen=True, slots=True)
class Term:
    """A thing that was asked for: an item must have one of the alternatives, or where it is unwanted none."""

    alternatives: tuple[Alternative, ...]
    is_unwanted: bool = False

    def words(self) -> Iterator[str]:
        """The words of all its alternatives."""
        for alternative in self.alternatives:
            if isinstance(alternative, Words):
                yield from alternative.words

    def telling_words(self) -> Iterator[str]:
        """The words that show by themselves why an item was found: not those of a long name that was not typed."""
        written = [alternative for alternative in self.alternatives if isinstance(alternative, Words)]
        single = [words for words in written if not words.is_phrase]
        for words in single or written:
            yield from words.words


Group = tuple[Term, ...]


@dataclass(frozen=True, slots=True)
class Query:
    """A search as it is asked.

    `text` is what was typed, cleaned. An item must fit all terms of one of the `groups`; without any, nothing was
    asked for. At most one of the numbers and the date is set, where the whole text is that and nothing else; a
    possible case number may as well be a date or a span of years ("12/6", "2013/14"), and both are asked for.
    """

    text: str
    groups: tuple[Group, ...] = ()
    case_number: str | None = None
    possible_case_number: str | None = None
    document_number: str | None = None
    serial: int | None = None
    date: TypedDate | None = None

    @property
    def words(self) -> frozenset[str]:
        """The normal forms of what should be found, for marking."""
        wanted = [term for group in self.groups for term in group if not term.is_unwanted]
        return frozenset(word for term in wanted for word in term.telling_words())

    @property
    def all_words(self) -> frozenset[str]:
        """The normal forms of all words that are asked for, unwanted ones and names among them."""
        return frozenset(word for group in self.groups for term in group for word in term.words())


@dataclass(frozen=True, slots=True)
class _Piece:
    """A word, a phrase or a date; `joined` is the same with its hyphens taken out."""

    words: tuple[str, ...]
    joined: tuple[str, ...]
    is_phrase: bool = False
    is_not: bool = False
    date: TypedDate | None = None

    @property
    def is_plain(self) -> bool:
        return not (self.is_phrase or self.is_not or self.date)

    @property
    def may_be_half(self) -> bool:
        """Whether it is a word that may have been cut off a longer one, and no small word."""
        return self.is_plain and len(self.words) == 1 and len(self.words[0]) > 2 and self.words[0].isalpha()


# Control characters, lone surrogates, private use, unassigned.
_UNTYPED = ("Cc", "Cs", "Co", "Cn")
_QUOTES = str.maketrans(dict.fromkeys("”“„«»", '"'))
# "sag 12/32140" asks for the number, not for the word before it, too.
_LABEL = re.compile(
    r"\b(?:(?:sag(?:en|s)?|dok(?:ument)?|j(?:ournal)?)\.?\s?(?:nr|nummer)?|nr|nummer)\b[.:\s]*(?=(?:sagnr|doknr)\d)",
    re.IGNORECASE,
)
_PIECE = re.compile(
    rf'(?P<minus>-)?(?:"(?P<phrase>[^"]*)"|(?P<date>{TYPED_DATE})|(?P<word>[^\s"]+))', re.IGNORECASE
)
_LONGEST_NAME = 8
# In more words than these nobody has cut one in two by mistake.
_MOST_JOINED = 6


def parse_query(typed: str, names: Names | None = None) -> Query:
    """What a person typed, whatever it is, as a query; never raises, and reads the first 300 characters.

    >>> parse_query("sag 12-32140").case_number
    '12/32140'
    >>> parse_query("skoler -veje").groups[0][1]
    Term(alternatives=(Words(words=('veje',), is_phrase=False),), is_unwanted=True)
    """
    text = clean(typed)
    if serial := match_serial(text):
        word = str(serial)
        return Query(text, ((_term(_Piece((word,), (word,))),),), serial=serial)
    asked = _LABEL.sub("", with_number_words(text))
    pieces = _groups(asked)
    groups = [_terms(spelt, names or {}) for group in pieces for spelt in _spellings(group)]
    numbers = find_numbers(text)
    date = match_date(asked)
    possible_case = None if numbers or date else match_case_number(text)
    if possible_case:
        groups.append((_word(number_word("case", possible_case)),))
    sole = numbers[0] if len(numbers) == 1 and len(find_words(asked)) == 1 else None
    return Query(
        text,
        groups=tuple(dict.fromkeys(groups)),
        case_number=sole.number if sole and sole.kind == "case" else None,
        possible_case_number=possible_case,
        document_number=sole.number if sole and sole.kind == "document" else None,
        date=date,
    )


def any_word_of(query: Query) -> str | None:
    """A text to type that asks for any of the wanted words instead of all; None where there is only one."""
    words = [
        word
        for word in query.text.replace('"', " ").split()
        if not word.startswith("-") and word.upper() != "OR"
    ]
    return " OR ".join(words) if len(words) > 1 and query.groups else None


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


def _groups(text: str) -> list[list[_Piece]]:
    """The pieces between the ORs; a group that only says what is unwanted would match nearly everything: left out."""
    groups: list[list[_Piece]] = [[]]
    for match in _PIECE.finditer(text.translate(_QUOTES)):
        if match[0].upper() == "OR":
            groups.append([])
        elif piece := _piece(match):
            groups[-1].append(piece)
    return [group for group in groups if not all(piece.is_not for piece in group)]


def _piece(match: re.Match[str]) -> _Piece | None:
    text = match["phrase"] or match["date"] or match["word"] or ""
    words = tuple(normalise(text).split())
    if not words:
        return None
    joined = tuple(normalise(without_inner_hyphens(text)).split())
    date = match_date(match["date"]) if match["date"] else None
    return _Piece(words, joined, match["phrase"] is not None, match["minus"] is not None, date)


def _spellings(group: list[_Piece]) -> list[list[_Piece]]:
    """The group as typed, and with each two neighbours in one word: "konsulent netværk" is konsulentnetværk, too."""
    if len(group) > _MOST_JOINED:
        return [group]
    return [group, *_joined_neighbours(group)]


def _joined_neighbours(group: list[_Piece]) -> Iterator[list[_Piece]]:
    for index, (first, second) in enumerate(pairwise(group)):
        if first.may_be_half and second.may_be_half:
            joined = (first.words[0] + second.words[0],)
            yield [*group[:index], _Piece(joined, joined), *group[index + 2 :]]


def _terms(pieces: Sequence[_Piece], names: Names) -> Group:
    """The terms of a group, in order; where the words of several pieces are a name, they are one term."""
    terms: list[Term] = []
    position = 0
    while position < len(pieces):
        length, meant = _name_at(pieces, position, names)
        terms.append(
            _named(pieces[position : position + length], meant) if meant else _term(pieces[position])
        )
        position += length
    return tuple(terms)


def _name_at(pieces: Sequence[_Piece], start: int, names: Names) -> tuple[int, tuple[Alternative, ...]]:
    """How many pieces the longest name has that begins here, and what it means; 1 and nothing where there is none."""
    words: tuple[str, ...] = ()
    found: tuple[int, tuple[Alternative, ...]] = (1, ())
    for length, piece in enumerate(pieces[start : start + _LONGEST_NAME], start=1):
        if not piece.is_plain:
            break
        words += piece.words
        if meant := names.get(words):
            found = (length, meant)
    return found


def _named(pieces: Sequence[_Piece], meant: tuple[Alternative, ...]) -> Term:
    """What was written, or what is meant by it."""
    written = [Words(tuple(chain.from_iterable(piece.words for piece in pieces)))]
    if len(pieces) == 1:
        written.append(Words(pieces[0].joined))
    return Term(tuple(dict.fromkeys([*written, *meant])))


def _term(piece: _Piece) -> Term:
    alternatives: list[Alternative] = [_written(words, piece) for words in (piece.words, piece.joined)]
    if piece.date:
        alternatives += _dated(piece.date)
    elif not piece.is_phrase and len(piece.words) == 1 and (year := match_year(piece.words[0])):
        alternatives.append(Token(year_token(year)))
    return Term(tuple(dict.fromkeys(alternatives)), is_unwanted=piece.is_not)


def _written(words: tuple[str, ...], piece: _Piece) -> Words:
    # The parts of a date or an amount mean something only side by side; what is unwanted is no word by itself.
    side_by_side = piece.is_phrase or piece.is_not or piece.date or all(map(str.isdigit, words))
    return Words(words, is_phrase=len(words) > 1 and bool(side_by_side))


def _dated(typed: TypedDate) -> Iterator[Alternative]:
    yield from (Words(words, is_phrase=True) for words in typed.written_forms())
    yield Token(date_token(typed.date) if typed.date else month_token(typed.year, typed.month))


def _word(word: str) -> Term:
    return Term((Words((word,)),))
