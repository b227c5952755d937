"""The initials of a committee, by which it is called among colleagues: "Hovedudvalget" is HU, "Økonomiudvalget" ØU."""

from __future__ import annotations

import re

from minutes.danish.compounds import split_compound
from minutes.danish.forms.own_words import acronym_word
from minutes.danish.words import normalise
from minutes.search.query.pieces import Piece
from minutes.search.query.terms import Words

_COMMITTEE = re.compile(r"[^\W\d_]{3,}udvalg(?:ets?|s)?")


def initials_of(piece: Piece) -> Words | None:
    """What asks for the initials of the committee that a plain piece is; None where it is none.

    >>> from minutes.search.query.pieces import piece_of
    >>> initials_of(piece_of("Arbejdsmarkedsudvalget")).synonym
    'AMU'
    """
    if not piece.is_plain or len(piece.words) != 1 or not _COMMITTEE.fullmatch(piece.normal_forms[0]):
        return None
    word = piece.normal_forms[0]
    parts = split_compound(word)
    if len(parts) < 2:
        return None
    initials = "".join(word[part.start] for part in parts).upper()
    return Words((acronym_word(initials) or normalise(initials),), synonym=initials)
