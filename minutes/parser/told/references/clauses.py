"""A sentence with all that dates in it can belong to, and what stands around a date."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice

from minutes.danish.grammar.verb_forms import infinitive_of_participle, infinitive_of_past
from minutes.danish.times import StatedTime, TimeKind

from .owners import Owner

WORD = r"[\w'’/-]++"
WORDS = re.compile(WORD)
# What ends a clause; not the full stop of "d. 3. maj".
BREAK = re.compile(r"(?<!\bd)\.|[,;:()–!?]")
# Further from its date a body has done something else.
FURTHEST = 140
_MOST_WORDS_BEFORE_PARTICIPLE = 5
_NO_DEEDS = frozenset({"være", "have", "blive", "komme", "få", "ville", "skulle", "kunne"})


@dataclass(frozen=True, slots=True)
class Bound:
    """A date and what it belongs to, `text[start:end]` together."""

    owner: Owner
    time: StatedTime
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Clauses:
    """A sentence in small letters, and its owners in order with the places where they begin and end."""

    small: str
    owners: Sequence[Owner]
    starts: Sequence[int]
    ends: Sequence[int]

    @classmethod
    def of(cls, small: str, owners: Sequence[Owner]) -> Clauses:
        return cls(small, owners, [owner.start for owner in owners], [owner.end for owner in owners])

    def around(self, time: StatedTime) -> Owner | None:
        """The owner that shares a place with a date: "mødet" of "på mødet i maj"."""
        place = bisect_left(self.ends, time.start + 1)
        owner = self.owners[place] if place < len(self.owners) else None
        return owner if owner and owner.start < time.end else None

    def before(self, time: StatedTime, free_from: int) -> Owner | None:
        """The last owner before a date, where it stands behind `free_from` and not too far away."""
        place = bisect_right(self.ends, time.start)
        return self.near(self.owners[place - 1], time, free_from) if place else None

    def body_before(self, place: int) -> Owner | None:
        """The last body before a place, with no more than a case between: "udvalget behandlede sagen den …"."""
        last = bisect_right(self.ends, place)
        for owner in reversed(self.owners[max(0, last - 2) : last]):
            if owner.body or owner.noun != "item":
                return owner if not owner.noun and not owner.is_genitive else None
        return None

    def body_behind(self, time: StatedTime) -> Owner | None:
        """The first owner behind a date, where it is a body alone."""
        place = bisect_left(self.starts, time.end)
        owner = self.owners[place] if place < len(self.owners) else None
        if owner is None or owner.noun or owner.is_genitive or owner.start - time.end > FURTHEST:
            return None
        return owner

    def neighbours(self, owner: Owner) -> Sequence[Owner]:
        """The owner with the one before it and the one behind it."""
        place = bisect_left(self.starts, owner.start)
        return self.owners[max(0, place - 1) : place + 2]

    @staticmethod
    def near(owner: Owner, time: StatedTime, free_from: int) -> Owner | None:
        """The owner, where it stands behind `free_from` and not too far before a date."""
        return owner if owner.end > free_from and time.start - owner.end <= FURTHEST else None

    def words_before(self, place: int, count: int) -> list[str]:
        """The last words before a place."""
        return WORDS.findall(self.small[max(0, place - FURTHEST) : place])[-count:]

    def end_of_participle(self, place: int) -> int:
        """Where the participle ends that follows soon behind this place; the place itself where none does."""
        following = BREAK.split(self.small[place : place + FURTHEST])[0]
        for word in islice(WORDS.finditer(following), _MOST_WORDS_BEFORE_PARTICIPLE):
            if infinitive_of_participle(word[0]):
                return place + word.end()
        return place


def is_day(time: StatedTime) -> bool:
    """Whether a time is a day, or some days."""
    return time.exact_to is TimeKind.DAY and time.kind in (TimeKind.DAY, TimeKind.SPAN)


def is_coarse(time: StatedTime) -> bool:
    """Whether a time is no more exact than a year or a part of one."""
    return time.exact_to is TimeKind.YEAR


def is_past_deed(word: str) -> bool:
    """Whether a word is the past of a verb of doing."""
    verb = infinitive_of_past(word)
    return verb is not None and verb not in _NO_DEEDS


def is_deed(word: str) -> bool:
    """Whether a word says of something that it was done."""
    return is_past_deed(word) or infinitive_of_participle(word) is not None
