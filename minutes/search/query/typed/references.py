"""A meeting or an item as references name it: what of it says where something stands, and not what to search for."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import NamedTuple

from minutes.search.query.pieces import Piece, PieceGroup

_ITEM_LABEL = re.compile(r"(?P<number>[0-9]{1,3})(?P<letter>[a-zæøå]?)")
# Words that add nothing to a meeting's day or month, in normal form.
_ABOUT_MEETINGS = frozenset(
    {"møde", "mødet", "møder", "møderne", "referat", "referatet", "referater", "dagsorden"}
)


class TypedItem(NamedTuple):
    """An item by its number and the letter behind it: "punkt 3", "punkt 1a"."""

    number: int
    letter: str


def without_references(groups: tuple[PieceGroup, ...]) -> tuple[tuple[PieceGroup, ...], TypedItem | None]:
    """The pieces that say what to search for, and the item that the others name, if they do.

    "Høje-Taastrup Kommune, Direktionen 6. maj 2014, punkt 1, sag 14/2291" is asked for as "Direktionen 6. maj 2014
    14/2291", and names item 1: no text of the item names the municipality, or has "punkt 1".
    """
    asked = tuple(map(_without_meeting_words, groups))
    if len(asked) == 1 and (place := _place_of_item_number(asked[0])) is not None:
        (group,) = asked
        begin = _end_of_municipality(group[:place])
        return ((*group[begin:place], *group[place + 2 :]),), _match_item(group[place + 1])
    return asked, None


def _without_meeting_words(group: PieceGroup) -> PieceGroup:
    """Where a day or a month is asked for, without "referat af mødet": no item says that of itself."""
    if not any(piece.date for piece in group):
        return group
    return tuple(
        piece for piece in group if not (piece.is_plain and _ABOUT_MEETINGS.issuperset(piece.normal_forms))
    )


def _place_of_item_number(group: PieceGroup) -> int | None:
    """Where "punkt 3" begins in a group with a day or a case number; None where nothing is a number of an item."""
    if not any((piece.date and piece.date.day) or piece.is_case_number for piece in group):
        return None
    for place, (word, number) in enumerate(pairwise(group)):
        is_wanted = not (word.is_unwanted or number.is_unwanted)
        if is_wanted and word.normal_forms == ("punkt",) and _match_item(number):
            return place
    return None


def _match_item(piece: Piece) -> TypedItem | None:
    label = _ITEM_LABEL.fullmatch(" ".join(piece.normal_forms))
    return TypedItem(int(label["number"]), label["letter"]) if label else None


def _end_of_municipality(group: PieceGroup) -> int:
    """Behind the last "Kommune,": how a reference begins; 0 where there is none."""
    ends = [place for place, piece in enumerate(group, start=1) if piece.typed.lower() == "kommune,"]
    return max(ends, default=0)
