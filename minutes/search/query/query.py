"""What was typed -> what is asked: words, "phrases", OR, -not, dates, names, and numbers however they are written.

1. The text is cleaned, and an address of the archive's own is taken out of it; one with a personal number asks nothing.
2. It is cut into pieces (see pieces.py).
3. What only says where something stands, or that something is asked, is left out (see typed/).
4. Words that may as well be written together are asked for together too.
5. Each piece becomes a term: the alternatives of which an item must have one (see terms_of_pieces).
6. Where the whole text is one number or one date, that is told apart.
"""

from __future__ import annotations

import datetime
import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import reduce
from itertools import chain
from typing import NamedTuple

from minutes.danish.numbers import find_numbers, match_case_number, match_serial
from minutes.danish.personal_numbers import hide_personal_numbers, holds_personal_number
from minutes.danish.words import find_words, match_number_word, normalise, number_word

from .capitals import is_shouted
from .days import Days
from .names import Names
from .pieces import PieceGroup, cut_into_pieces, write
from .plain_text import with_bare_numbers, with_plain_signs
from .properties import OfBody
from .terms import Group, Lexemes, Term, Words
from .terms_of_pieces.group_terms import spellings_of, terms_of
from .typed.dates import DayOfYear, TypedDate, match_date, match_day_of_year
from .typed.questions import Asks, read_question
from .typed.references import without_references

# Characters: a reference with its address fits, and the search fields take no more. Each word makes the search longer.
MAX_LENGTH = 300


class DatedByMeeting(NamedTuple):
    """A day that was typed without its year, what stood before it, and the day of the meeting that is meant by it."""

    before: str
    typed: str
    date: datetime.date


@dataclass(frozen=True, slots=True)
class Query:
    """A search as it is asked.

    `text` is what was typed, cleaned, or what would be typed to ask the same. An item must fit all terms of one of the
    `groups`; without any, nothing was asked for. The `pieces` are what was typed between the ORs; `path` is an address
    of the archive that stood there. At most one of the numbers and the date is set, where the whole text is that and
    nothing else; a possible case number may as well be a date or a span of years ("12/6", "2013/14"), and both are
    asked for. `day_of_year` is a day without its year behind the name of a body; where a year was found for it, the
    query asks for `dated`. `item_number` is that of "punkt 3" behind a day or a case number, `item_letter` what
    "punkt 3a" has besides. An item must be of the `days` of the periods that were named. `asked` are the pieces
    without those that only say where something stands or that something is asked; a question `asks` something, and
    the words that only do so are `left_out`. Where `has_personal_number`, nothing is asked for, and the text has no
    digit of the number.
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
    day_of_year: DayOfYear | None = None
    dated: DatedByMeeting | None = None
    item_number: int | None = None
    item_letter: str = ""
    days: Days | None = None
    asked: tuple[PieceGroup, ...] = ()
    asks: Asks | None = None
    left_out: tuple[str, ...] = ()
    has_personal_number: bool = False

    def shown_by(self, lexemes: Lexemes) -> dict[Words, str]:
        """The single words and phrases that should be marked, each with how it was written."""
        wanted = [term for term in chain.from_iterable(self.groups) if not term.is_unwanted]
        found = [*chain.from_iterable(term.shown_by(lexemes) for term in wanted)]
        shown: dict[Words, str] = {}
        # What was typed is no synonym, though it may be one of another word that was.
        for words, typed in sorted(found, key=lambda each: bool(each[0].synonym)):
            shown.setdefault(words, typed)
        return shown

    @property
    def strict_groups(self) -> tuple[Group, ...]:
        """The groups without what is less than was asked for: what answers these stands first."""
        return tuple(tuple(chain.from_iterable(term.strict for term in group)) for group in self.groups)

    @property
    def beginnings(self) -> Mapping[str, str]:
        """The letters with which wanted words may begin, each with how it was written: "skol*"."""
        wanted = (term for term in chain.from_iterable(self.groups) if not term.is_unwanted)
        return {letters: term.pieces[0].typed for term in wanted for letters in term.beginnings()}

    @property
    def has_idle_star(self) -> bool:
        """Whether a star was typed where it means nothing."""
        begun = sum(piece.beginning is not None for piece in chain.from_iterable(self.pieces))
        return self.text.count("*") > begun

    @property
    def all_words(self) -> frozenset[str]:
        """The normal forms of all words that are asked for, unwanted ones and names among them."""
        return frozenset(word for group in self.groups for term in group for word in term.words())


# Control characters, lone surrogates, private use, unassigned.
_UNTYPED = ("Cc", "Cs", "Co", "Cn")
# What is copied from an item's reference, or from the address bar.
_OWN_ADDRESS = re.compile(
    r"(?:https?://)?[^\s/]*(?P<path>/(?:moeder|sager|centre|dokumenter)/[a-z0-9/-]*)(?:[?#]\S*)?",
    re.IGNORECASE,
)
# Behind a number, what only says which item of it.
_ITEM_BEHIND = re.compile(r"(?<=\S)[\s,;]+punkt\s[0-9]{1,3}[a-zæøå]?\W*\Z", re.IGNORECASE)


def parse_query(typed: str, names: Names | None = None) -> Query:
    """What a person typed, whatever it is, as a query; never raises, and reads the first 300 characters.

    >>> parse_query("sag 12-32140").case_number
    '12/32140'
    >>> parse_query("skoler -veje").groups[0][1].alternatives
    (Words(words=('veje',), is_phrase=False),)
    """
    text = clean(typed)
    if holds_personal_number(text):
        return Query(hide_personal_numbers(text), has_personal_number=True)
    address = _OWN_ADDRESS.search(text)
    plain = with_plain_signs(_OWN_ADDRESS.sub(" ", text)).strip()
    bare = with_bare_numbers(plain)
    numbers = find_numbers(plain)
    sole = numbers[0] if len(numbers) == 1 and len(find_words(_ITEM_BEHIND.sub("", bare))) == 1 else None
    return replace(
        query_of(cut_into_pieces(bare), names, text=text),
        path=address["path"] if address else None,
        case_number=sole.number if sole and sole.kind == "case" else None,
        document_number=sole.number if sole and sole.kind == "document" else None,
        serial=match_serial(plain),
        date=match_date(bare),
        day_of_year=_day_of_body(plain, names or Names()),
    )


def on_day(query: Query, date: datetime.date, names: Names | None = None) -> Query:
    """The query with a `day_of_year` as if its year had been typed, too.

    >>> on_day(Query("direktionen 27/8", day_of_year=DayOfYear(8, 27)), datetime.date(2013, 8, 27)).dated.typed
    '27/8'
    """
    plain = with_plain_signs(query.text)
    found = match_day_of_year(plain)
    if found is None:
        return query
    before = found[0]
    meant = parse_query(f"{before} {date:%d-%m-%Y}", names)
    dated = DatedByMeeting(before, plain.removeprefix(before).strip(), date)
    return replace(meant, text=query.text, day_of_year=query.day_of_year, dated=dated)


def _day_of_body(plain: str, names: Names) -> DayOfYear | None:
    """The day of every year that a text names behind a body, and nothing else."""
    found = match_day_of_year(plain)
    if found is None:
        return None
    meant = names.find(normalise(found[0]).split())
    return found[1] if any(isinstance(each, OfBody) for each in meant) else None


def query_of(pieces: Sequence[PieceGroup], names: Names | None = None, *, text: str | None = None) -> Query:
    """The query that asks for the pieces; `text` is what was typed, where they are cut out of that.

    What is written for the pieces asks the same: `parse_query(write(pieces), names)` has the same groups.
    """
    groups = tuple(pieces)
    without, item = without_references(groups)
    questions = [read_question(group) for group in without]
    asked = tuple(
        question.about if question else group for question, group in zip(questions, without, strict=True)
    )
    question = questions[0] if len(questions) == 1 else None
    may_be_acronyms = not is_shouted(groups)
    terms = [
        terms_of(spelt, names or Names(), may_be_acronyms) for group in asked for spelt in spellings_of(group)
    ]
    periods = [piece.period for piece in chain.from_iterable(groups) if piece.period]
    possible_case = _possible_case_number(groups)
    if possible_case:
        words_of_case = Words((number_word("case", possible_case),))
        terms.append((Term((words_of_case,), pieces=groups[0]),))
    return Query(
        write(groups) if text is None else text,
        groups=tuple(dict.fromkeys(filter(None, terms))),
        pieces=groups,
        asked=asked,
        asks=question.asks if question else None,
        left_out=_told_once(question.asking) if question else (),
        possible_case_number=possible_case,
        item_number=item.number if item else None,
        item_letter=item.letter if item else "",
        days=reduce(Days.within, periods) if periods else None,
    )


def _told_once(asking: PieceGroup) -> tuple[str, ...]:
    return tuple(dict.fromkeys(piece.typed.rstrip(".,:;?!") for piece in asking))


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


def _possible_case_number(groups: Sequence[PieceGroup]) -> str | None:
    """What all the pieces may be, though a date or a span of years is as likely: "12/6", "2013/14"."""
    group = groups[0] if len(groups) == 1 else ()
    is_date = len(group) == 1 and group[0].date is not None
    has_number = any(match_number_word(word.text) for piece in group for word in piece.words)
    return None if is_date or has_number else match_case_number(" ".join(map(str, group)))
