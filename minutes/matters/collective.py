"""A collective case: a number under which the standing items of meetings and unrelated ones are filed (docs/adr)."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import dataclass, field
from itertools import combinations

# Words of fewer letters name no matter: titles that share no other have nothing to do with each other.
_SHORT = 4


@dataclass(slots=True)
class TitleUse:
    """How a title is used under a case number: with the time of its meeting or not, and in which meetings."""

    is_dated: bool = False
    meetings: set[Hashable] = field(default_factory=set)


def is_collective(titles: Mapping[str, TitleUse]) -> bool:
    """Return whether a case number, of which these are the titles by their keys, carries unrelated items.

    It does where two titles have no word in common, and one has the time of its meeting, and the other has, too, or
    stands on the same agenda; or both return. More items never make a collective case a true one again.
    """
    return any(
        _stand_together(titles[one], titles[other]) and not _share_a_word(one, other)
        for one, other in combinations(titles, 2)
    )


def _stand_together(one: TitleUse, other: TitleUse) -> bool:
    if one.is_dated and other.is_dated:
        return True
    if one.is_dated or other.is_dated:
        return bool(one.meetings & other.meetings)
    return len(one.meetings) > 1 and len(other.meetings) > 1


def _share_a_word(one: str, other: str) -> bool:
    these, those = ({word for word in key.split() if len(word) >= _SHORT} for key in (one, other))
    return bool(these & those)
