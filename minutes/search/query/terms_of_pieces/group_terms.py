"""Pieces -> terms: the alternatives of which an item must have one, by what words, names, dates and outcomes mean."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain, islice, pairwise, product

from minutes.danish.grammar.stemmed_text import words_of
from minutes.danish.words import Word
from minutes.search.query.names import Names
from minutes.search.query.pieces import Piece, PieceGroup
from minutes.search.query.properties import WithOutcome
from minutes.search.query.synonyms import MOST_TERMS
from minutes.search.query.terms import Alternative, Group, Term, Words
from minutes.search.query.typed.outcomes import DENYING

from .committees import initials_of
from .people import names_of_people, names_within, words_beside_people
from .piece_terms import spellings_of_name, term_of

# In more words than these nobody has cut one in two by mistake.
_MOST_JOINED = 6
# Ways to write a phrase that has synonyms, in other forms of its words: most have one.
_MOST_WAYS = 16


def spellings_of(group: PieceGroup) -> Iterator[PieceGroup]:
    """The group as typed, and with each two neighbours in one word: "konsulent netværk" is konsulentnetværk, too."""
    yield group
    if len(group) > _MOST_JOINED:
        return
    people = names_of_people(group)
    for index, (first, second) in enumerate(pairwise(group)):
        if index in people or index + 1 in people:
            continue
        if first.may_be_cut_in_two and second.may_be_cut_in_two:
            yield (*group[:index], _joined(first, second), *group[index + 2 :])


def _joined(first: Piece, second: Piece) -> Piece:
    typed = f"{first.typed} {second.typed}"
    word = first.normal_forms[0] + second.normal_forms[0]
    return Piece(typed, (Word(word, 0, len(typed)),), (word,))


def terms_of(pieces: PieceGroup, names: Names, may_be_acronyms: bool = False) -> Group:
    """The terms of a group, in order; where the words of several pieces are a name or a synonym, they are one term.

    A name goes before a synonym that begins where it does, however long that is.
    """
    terms: list[Term] = []
    people = names_of_people(pieces)
    beside_people = words_beside_people(pieces, people)
    position = 0
    while position < len(pieces):
        if pieces[position].period:
            position += 1
            continue
        length, meanings = _name_at(pieces, position, names)
        if not meanings:
            length, _ = names.synonyms.longest_at(pieces, position)
        some = pieces[position : position + length]
        if meanings:
            terms.append(_named(some, meanings))
        elif position in people:
            name = Words((people[position],))
            terms.append(Term((name,), pieces=some, lesser=spellings_of_name(some[0])))
        elif position in beside_people:
            terms.append(replace(term_of(some[0]), lesser=(), is_name=True))
        else:
            terms.append(_with_initials(_together(some, may_be_acronyms), some))
            terms += names_within(pieces[position])
        position += length
    return tuple(_with_synonyms(terms, names))


def _with_initials(term: Term, pieces: PieceGroup) -> Term:
    initials = initials_of(pieces[0]) if len(pieces) == 1 else None
    return replace(term, lesser=(*term.lesser, initials)) if initials else term


def _with_synonyms(terms: Sequence[Term], names: Names) -> Iterator[Term]:
    """The terms, with synonyms those that have some, but of many the first alone.

    A synonym that is a unit's name means the unit, too, as it would have been meant if it had been typed.
    """
    left = MOST_TERMS
    for term in terms:
        others = names.synonyms.find(term.pieces) if left else ()
        if not others:
            yield term
            continue
        left -= 1
        meant = chain.from_iterable(
            names.find(words_of(other.synonym), in_capitals=other.synonym.isupper()) for other in others
        )
        units = [unit for unit in meant if not isinstance(unit, Words)]
        lesser = [each for each in dict.fromkeys([*others, *units]) if each not in term.alternatives]
        yield replace(term, lesser=(*term.lesser, *lesser))


def _name_at(pieces: PieceGroup, start: int, names: Names) -> tuple[int, tuple[Alternative, ...]]:
    """How many pieces the longest name has that begins here, and what it means; 1 and nothing where there is none."""
    words: tuple[str, ...] = ()
    found: tuple[int, tuple[Alternative, ...]] = (1, ())
    for length, piece in enumerate(pieces[start : start + names.longest], start=1):
        if not piece.is_plain:
            break
        words += piece.normal_forms
        if meanings := names.find(words, in_capitals=piece.is_in_capitals):
            found = (length, meanings)
    return found


def _named(pieces: PieceGroup, meanings: tuple[Alternative, ...]) -> Term:
    """What was written, or what is meant by it; of an outcome that first, and what only says so behind."""
    if all(isinstance(meaning, WithOutcome) for meaning in meanings):
        return Term(meanings, pieces=pieces, lesser=_saying(pieces))
    return Term(tuple(dict.fromkeys([*_words_of(pieces), *meanings])), pieces=pieces)


def _saying(pieces: PieceGroup) -> tuple[Alternative, ...]:
    """What words say of an outcome; without its "ikke", of which search knows nothing, it would be the opposite."""
    if len(pieces) == 1:
        said = term_of(pieces[0])
        return (*said.alternatives, *said.lesser)
    return () if pieces[0].normal_forms[0] in DENYING else tuple(_words_of(pieces))


def _words_of(pieces: PieceGroup) -> list[Alternative]:
    written: list[Alternative] = [Words(tuple(chain.from_iterable(piece.normal_forms for piece in pieces)))]
    return [*written, Words(pieces[0].joined)] if len(pieces) == 1 else written


def _together(pieces: PieceGroup, may_be_acronyms: bool) -> Term:
    """What is written in pieces that are one term: an item must have something of each."""
    terms = [term_of(piece, may_be_acronyms=may_be_acronyms) for piece in pieces]
    if len(terms) == 1:
        return terms[0]
    worded = ([each for each in term.alternatives if isinstance(each, Words)] for term in terms)
    ways = islice(product(*worded), _MOST_WAYS)
    return Term(
        tuple(Words(tuple(chain.from_iterable(one.words for one in way))) for way in ways), pieces=pieces
    )
