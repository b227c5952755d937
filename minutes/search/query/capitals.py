"""Capitals throughout: whether somebody shouts, or means acronyms."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from minutes.danish.compounds import is_in_dictionary

from .pieces import Piece, PieceGroup, piece_of

# Letters: no acronym has more, and of words in capitals so long ones are just that.
_LONGEST_ACRONYM = 5
_SHORTEST_SHOUTED = 4


def in_small_letters(piece: Piece) -> Piece:
    """The piece as who shouts means it."""
    words = piece_of(piece.typed.lower())
    return replace(piece, typed=words.typed, words=words.words, joined=words.joined)


def is_shouted(groups: Iterable[PieceGroup]) -> bool:
    """Whether all is in capitals and can be no row of acronyms: "BUDGET 2014", "SKOLE OG VEJ"; not "SU", "MED HRC"."""
    typed = [piece.typed for group in groups for piece in group if any(map(str.isalpha, piece.typed))]
    words = [word.text for group in groups for piece in group for word in piece.words]
    are_words = [word for word in words if len(word) >= _SHORTEST_SHOUTED and is_in_dictionary(word)]
    return (
        all(map(str.isupper, typed))
        and bool(are_words)
        and (len(typed) > 1 or len(are_words[0]) > _LONGEST_ACRONYM)
    )
