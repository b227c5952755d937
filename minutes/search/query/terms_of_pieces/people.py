"""Words that are names where a capital stands beside them: "Hans Nielsen", "Anders And"."""

from __future__ import annotations

from collections.abc import Container, Iterator
from itertools import accumulate

from minutes.danish.compounds import is_in_dictionary
from minutes.danish.forms.own_words import find_name_words
from minutes.search.query.pieces import Piece, PieceGroup
from minutes.search.query.terms import Term, Words


def names_of_people(pieces: PieceGroup) -> dict[int, str]:
    """The words for names by the places of their pieces: of "Hans Nielsen" that for "Hans", in capitals as in texts."""
    starts = list(accumulate((len(str(piece)) + 1 for piece in pieces), initial=0))
    rows = " ".join(str(piece) if piece.is_plain else "-" * len(str(piece)) for piece in pieces)
    found = {start: word for word, start, _ in find_name_words(rows)}
    is_beside = [piece.typed[:1].isupper() for piece in pieces]
    return {
        place: found[start]
        for place, start in enumerate(starts[:-1])
        if start in found and any(is_beside[max(0, place - 1) : place] + is_beside[place + 1 : place + 2])
    }


def words_beside_people(pieces: PieceGroup, people: Container[int]) -> set[int]:
    """The places of words of the dictionary that are the other half of a name: "And" of "Anders And"."""
    return {
        place
        for place, piece in enumerate(pieces)
        if (place - 1 in people or place + 1 in people)
        and place not in people
        and _is_capitalised_word(piece)
    }


def _is_capitalised_word(piece: Piece) -> bool:
    is_word = piece.is_plain and len(piece.words) == 1 and not piece.beginning
    return is_word and piece.typed[:1].isupper() and is_in_dictionary(piece.normal_forms[0])


def names_within(piece: Piece) -> Iterator[Term]:
    """What of a phrase the index has apart from its order: stop words that are names."""
    if piece.is_phrase and not piece.is_unwanted and len(piece.words) > 1:
        for word, *_ in find_name_words(piece.typed):
            yield Term((Words((word,)),), pieces=(piece,))
