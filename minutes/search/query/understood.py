"""What of a typed text was taken for more than words, so that people see it and can take it back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from minutes.models import Outcome

from .days import Days
from .pieces import Piece, piece_of, write
from .properties import WithOutcome
from .query import Query
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


def find_understood(query: Query) -> list[Understood]:
    """The periods and outcomes that were read in a query, in order."""
    terms = {id(piece): term for group in query.groups for term in group for piece in term.pieces}
    found: list[Understood] = []
    for group in query.pieces:
        position = 0
        while position < len(group):
            piece = group[position]
            term = terms.get(id(piece))
            length = len(term.pieces) if term else 1
            if piece.period:
                found.append(
                    Understood(
                        "Periode", f"{piece.typed} ({_written(piece.period)})", _quoted(query, (piece,))
                    )
                )
            elif term and (outcomes := _outcomes(term)):
                found.append(Understood("Udfald", " eller ".join(outcomes), _quoted(query, term.pieces)))
            position += length
    return found


def _outcomes(term: Term) -> list[str]:
    """The outcomes that a term asks for first."""
    return [
        Outcome(meaning.outcome).label for meaning in term.alternatives if isinstance(meaning, WithOutcome)
    ]


def _quoted(query: Query, pieces: tuple[Piece, ...]) -> str:
    """What would be typed to ask for the words of some pieces side by side, and for all else as it is."""
    phrase = replace(piece_of(" ".join(piece.typed for piece in pieces)), is_phrase=True)
    return write(tuple(_with_phrase(group, pieces, phrase)) for group in query.pieces)


def _with_phrase(group: tuple[Piece, ...], pieces: tuple[Piece, ...], phrase: Piece) -> Iterator[Piece]:
    replaced = {id(piece) for piece in pieces}
    for piece in group:
        if piece is pieces[0]:
            yield phrase
        elif id(piece) not in replaced:
            yield piece


def _written(days: Days) -> str:
    """Both ends as people write days, but for one that has no bounds: "01-03-2014 –"."""
    first = "" if days.first == FIRST_DAY else f"{days.first:%d-%m-%Y} "
    last = "" if days.last == LAST_DAY else f" {days.last:%d-%m-%Y}"
    return f"{first}–{last}"
