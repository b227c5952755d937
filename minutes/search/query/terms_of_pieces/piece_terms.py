"""A piece -> its term: the word in all forms and spellings, an acronym, a date, or a sum."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import chain

from minutes.danish.amounts import amount_word, is_read_as, match_typed_figure
from minutes.danish.forms.own_words import (
    find_name_words,
    is_abbreviation_alone,
    is_name_alone,
    name_spellings,
    own_form_word,
)
from minutes.danish.inflections import other_forms
from minutes.search.query.pieces import Piece
from minutes.search.query.properties import InMonth, InYear, OnDay, Property
from minutes.search.query.terms import Alternative, Beginning, Term, Words
from minutes.search.query.typed.dates import TypedDate, match_year

# "BO" is no home, but "SKOLE" may be a school; "it" is as good as "IT".
_LONGEST_SMALL_WORD = 3


def term_of(piece: Piece, *, may_be_acronyms: bool = False) -> Term:
    """What a piece asks for by itself; in capitals an acronym, and not the small word that it spells ("bo")."""
    worded = _worded(piece)
    if piece.beginning:
        return replace(worded, alternatives=(*worded.alternatives, Beginning(piece.beginning)))
    if acronym := piece.acronym if may_be_acronyms else None:
        word = piece.normal_forms[0]
        may_be_word = len(word) > _LONGEST_SMALL_WORD or is_abbreviation_alone(word)
        lesser = worded.alternatives if may_be_word else ()
        return Term((Words((acronym,)),), piece.is_unwanted, (piece,), lesser)
    is_stem_meant = piece.is_unwanted and not is_name_alone(piece.normal_forms[0])
    return worded if is_stem_meant else _in_own_form(worded, piece)


def _in_own_form(term: Term, piece: Piece) -> Term:
    """The term with the word's own form first, where its stem is another word's, too."""
    # Two words that may be one are no name.
    name = None if " " in piece.typed else next((word for word, *_ in find_name_words(piece.typed)), None)
    own = name or own_form_word(piece.normal_forms[0])
    if len(piece.words) > 1 or own is None:
        return term
    stem, *others = term.alternatives
    lesser = () if is_name_alone(piece.normal_forms[0]) else (stem,)
    return replace(term, alternatives=(Words((own,)), *others), lesser=(*lesser, *term.lesser))


def _worded(piece: Piece) -> Term:
    written = piece.normal_forms
    alternatives: list[Alternative] = [_written(words, piece) for words in (written, piece.joined)]
    if piece.date:
        alternatives += _dated(piece.date)
    elif not piece.is_phrase and not piece.amount:
        *before, last = written
        alternatives += (_written((*before, form), piece) for form in other_forms(last))
        if not before and (year := match_year(last)):
            alternatives.append(InYear(year))
    amount, spelt = _sum_of(piece), None
    if amount and not piece.is_unwanted and len(written) > 1 and is_read_as(_number_of(piece), amount):
        # The index has each of these sums whole: "300.000" is no end of 4.300.000.
        spelt, alternatives = _written(written, piece), [Words((amount_word(amount),))]
    others = chain(_other_spellings_of_sum(piece), spellings_of_name(piece))
    lesser = tuple(other for other in others if other not in alternatives)
    return Term(tuple(dict.fromkeys(alternatives)), piece.is_unwanted, (piece,), lesser, spelt)


def _number_of(piece: Piece) -> str:
    """A sum as it was typed, without what only says that it is not exact."""
    return piece.typed[piece.words[0].start :]


def _sum_of(piece: Piece) -> int | None:
    if piece.is_phrase or piece.date:
        return piece.amount
    return piece.amount or match_typed_figure(piece.typed)


def _other_spellings_of_sum(piece: Piece) -> Iterator[Alternative]:
    """However else a sum is written: "1,5 mio. kr." is 1500000, and 1.500.000."""
    if amount := _sum_of(piece):
        yield Words((amount_word(amount),))
        yield Words((str(amount),))


def _written(words: tuple[str, ...], piece: Piece) -> Words:
    # The parts of a date or an amount mean something only side by side; what is unwanted is no word by itself.
    is_whole = piece.is_phrase or piece.date or piece.amount
    side_by_side = is_whole or piece.is_unwanted or all(map(str.isdigit, words))
    return Words(words, is_phrase=len(words) > 1 and bool(side_by_side))


def _dated(typed: TypedDate) -> Iterator[Alternative]:
    yield from (Words(words, is_phrase=True) for words in typed.written_forms())
    yield _property_of(typed)


def _property_of(typed: TypedDate) -> Property:
    return OnDay(typed.date) if typed.date else InMonth(typed.year, typed.month)


def spellings_of_name(piece: Piece) -> tuple[Words, ...]:
    """However else a name may be written: "Müller", "Mueller"."""
    if not piece.is_plain or len(piece.words) != 1:
        return ()
    return tuple(Words((spelling,)) for spelling in name_spellings(piece.normal_forms[0]))
