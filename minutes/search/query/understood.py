"""What of a typed text was taken for more than words, so that people see it and can take it back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from minutes.models import Outcome

from .days import Days
from .pieces import Piece, piece_of, write
from .properties import WithOutcome
from .query import DatedByMeeting, Query
from .terms import Term
from .typed.periods import FIRST_DAY, LAST_DAY


class Understood(NamedTuple):
    """A part of what was typed: its `kind` and what it was taken for, and the text that asks for its words instead."""

    kind: str
    meaning: str
    as_words: str

    @property
    def label(self) -> str:
        return f"{self.kind}: {self.meaning}"


class _Part(NamedTuple):
    kind: str
    meaning: str
    pieces: tuple[Piece, ...]


def find_understood(query: Query) -> list[Understood]:
    """The periods, outcomes and the day without its year that were read in a query, in order."""
    if query.dated:
        meaning = f"{query.dated.typed} (seneste møde {query.dated.date:%d-%m-%Y})"
        return [Understood("Dag", meaning, _day_as_words(query.dated))]
    return [Understood(part.kind, part.meaning, _quoted(query, [part.pieces])) for part in _find_parts(query)]


def as_words(query: Query) -> str:
    """The text that asks for the words of all that was understood instead of what they mean."""
    if query.dated:
        return _day_as_words(query.dated)
    return _quoted(query, [part.pieces for part in _find_parts(query)])


def _day_as_words(dated: DatedByMeeting) -> str:
    return f'{dated.before} "{dated.typed}"'


def without_understood(query: Query) -> str:
    """What was asked for beside periods and outcomes; empty where that is nothing, or nothing else was asked for."""
    understood = {id(piece) for part in _find_parts(query) for piece in part.pieces}
    left = [tuple(piece for piece in group if id(piece) not in understood) for group in query.asked]
    wanted = [group for group in left if not all(piece.is_condition for piece in group)]
    return write(wanted) if understood else ""


def _find_parts(query: Query) -> list[_Part]:
    terms = {id(piece): term for group in query.groups for term in group for piece in term.pieces}
    found: list[_Part] = []
    for group in query.pieces:
        position = 0
        while position < len(group):
            piece = group[position]
            term = terms.get(id(piece))
            length = len(term.pieces) if term else 1
            if piece.period:
                meaning = f"{piece.typed} ({_written(piece.period)})"
                found.append(_Part("Periode", meaning, (piece,)))
            elif term and (outcomes := _outcomes(term)):
                found.append(_Part("Udfald", " eller ".join(outcomes), term.pieces))
            position += length
    return found


def _outcomes(term: Term) -> list[str]:
    """The outcomes that a term asks for first."""
    return [
        Outcome(meaning.outcome).label for meaning in term.alternatives if isinstance(meaning, WithOutcome)
    ]


def _quoted(query: Query, parts: Sequence[tuple[Piece, ...]]) -> str:
    """What would be typed to ask for the words of each part side by side, and for all else as it is."""
    phrases = {
        id(pieces[0]): replace(piece_of(" ".join(piece.typed for piece in pieces)), is_phrase=True)
        for pieces in parts
    }
    replaced = {id(piece) for pieces in parts for piece in pieces}
    return write(
        tuple(
            phrases.get(id(piece), piece)
            for piece in group
            if id(piece) in phrases or id(piece) not in replaced
        )
        for group in query.pieces
    )


def _written(days: Days) -> str:
    """Both ends as people write days, but for one that has no bounds: "01-03-2014 –"."""
    first = "" if days.first == FIRST_DAY else f"{days.first:%d-%m-%Y} "
    last = "" if days.last == LAST_DAY else f" {days.last:%d-%m-%Y}"
    return f"{first}–{last}"
