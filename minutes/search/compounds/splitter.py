"""Where a Danish compound can be taken apart, by a dictionary that knows how each word is joined to the next.

1. A word of the dictionary, or an inflection of one, is split only where both halves are words and the last one is
   not inflected: "netværk" is kept whole by a list, "skolegård" is skole and gård.
2. Any other word is a head with its linking letter, and a last part in any inflection: "effektiviserings|puljen". Of
   several such places the one whose shorter half is longest is right most often.
3. Where there is none, the rest after a head may be such a compound itself: "tilskuds|admini|strations…".
4. At last, any two long words of the dictionary do, whatever letter links them.

A head that is a compound itself is taken apart as in 1.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache
from itertools import combinations
from typing import NamedTuple

from .inflections import base_forms
from .lexicon import Lexicon, load_lexicon

# The letters of the shortest and the longest word that is looked at.
_SHORTEST, _LONGEST = 6, 60
_SHORTEST_PART = 4
_SHORTEST_FREE_HEAD = 5
_FREE_LINKS = ("", "s", "e")
_MOST_HEADS = 4


class Part(NamedTuple):
    """A part of a word, as `word[start:end]`; the letters that link two parts belong to neither."""

    start: int
    end: int


class _Joint(NamedTuple):
    """Where a word falls in two: a head of so many letters, and the last part from a place on."""

    head_end: int
    tail_start: int


@lru_cache(maxsize=100_000)
def split_compound(word: str) -> tuple[Part, ...]:
    """The parts of a word in normal form, from left to right; one part where it is no compound.

    >>> [word[start:end] for word in ["effektiviseringspuljen"] for start, end in split_compound(word)]
    ['effektivisering', 'puljen']
    """
    if not _SHORTEST <= len(word) <= _LONGEST or not word.isalpha():
        return (Part(0, len(word)),)
    return _splitter().split(word)


@lru_cache(maxsize=100_000)
def compound_parts(word: str) -> tuple[str, ...]:
    """Every run of parts of a word in normal form but the whole; none where it is no compound.

    >>> compound_parts("sygedagpengerefusion")
    ('syge', 'sygedagpenge', 'dagpenge', 'dagpengerefusion', 'refusion')
    """
    parts = split_compound(word)
    return tuple(dict.fromkeys(word[start:end] for start, end in runs(parts))) if len(parts) > 1 else ()


def runs(parts: Sequence[Part]) -> Iterator[Part]:
    """Every run of neighbouring parts but the whole word: of three parts the three, and the two pairs."""
    for first, last in combinations(range(len(parts) + 1), 2):
        if last - first < len(parts):
            yield Part(parts[first].start, parts[last - 1].end)


@cache
def _splitter() -> _Splitter:
    return _Splitter(load_lexicon())


class _Splitter:
    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon

    def split(self, word: str) -> tuple[Part, ...]:
        bases = list(base_forms(word))
        if not self.lexicon.kept_whole.isdisjoint(bases):
            return (Part(0, len(word)),)
        if not self.lexicon.words.isdisjoint(bases):
            return tuple(self._inside(word, Part(0, len(word))))
        return tuple(self._unknown(word) or [Part(0, len(word))])

    def _inside(self, word: str, part: Part) -> list[Part]:
        """The parts of a part that is a word of the dictionary, or an inflection of one."""
        written = word[part.start : part.end]
        base = next((base for base in base_forms(written) if base in self.lexicon.words), written)
        if len(base) > len(written) or not written.startswith(base[:-2]):
            return [part]
        inner = _shifted(self._parts_of_known(base), part.start)
        return [*inner[:-1], Part(inner[-1].start, part.end)]

    def _parts_of_known(self, word: str) -> list[Part]:
        """The parts of a word of the dictionary: its last one stands as in the dictionary, too."""
        joint = (
            None
            if len(word) < _SHORTEST or word in self.lexicon.kept_whole
            else self._joint(word, inflected=False)
        )
        if joint is None:
            return [Part(0, len(word))]
        head, tail = word[: joint.head_end], word[joint.tail_start :]
        return [*self._parts_of_known(head), *_shifted(self._parts_of_known(tail), joint.tail_start)]

    def _unknown(self, word: str, heads: int = 0) -> list[Part] | None:
        """The parts of a word that the dictionary lacks; None where it cannot be taken apart."""
        if len(word) < _SHORTEST or heads > _MOST_HEADS:
            return None
        if joint := self._joint(word, inflected=True):
            return self._at(word, joint)
        return self._head_and_compound(word, heads) or (None if heads else self._freely(word))

    def _at(self, word: str, joint: _Joint) -> list[Part]:
        return [
            *self._inside(word, Part(0, joint.head_end)),
            *self._inside(word, Part(joint.tail_start, len(word))),
        ]

    def _head_and_compound(self, word: str, heads: int) -> list[Part] | None:
        """A head, and a compound that the dictionary lacks; of several the one with fewest parts."""
        found: list[list[Part]] = []
        for tail_start in range(2, len(word) - _SHORTEST + 1):
            if (head_end := self._head(word[:tail_start])) and (
                rest := self._unknown(word[tail_start:], heads + 1)
            ):
                found.append([*self._inside(word, Part(0, head_end)), *_shifted(rest, tail_start)])
        return min(found, key=len, default=None)

    def _freely(self, word: str) -> list[Part] | None:
        """Two long words, joined by whatever letter."""
        ends = range(_SHORTEST_FREE_HEAD, len(word) - _SHORTEST_PART + 1)
        heads = [end for end in ends if word[:end] in self.lexicon.words and self._may_be_part(word[:end])]
        joints = (
            _Joint(head_end, head_end + len(link))
            for head_end in heads
            for link in _FREE_LINKS
            if word.startswith(link, head_end) and self._is_tail(word[head_end + len(link) :], inflected=True)
        )
        best = _most_balanced(joints, len(word))
        return self._at(word, best) if best else None

    def _joint(self, word: str, *, inflected: bool) -> _Joint | None:
        """The best place to take a word in two, if there is one."""
        joints = (
            _Joint(head_end, tail_start)
            for tail_start in range(2, len(word) - 1)
            if (head_end := self._head(word[:tail_start]))
            and self._is_tail(word[tail_start:], inflected=inflected)
        )
        return _most_balanced(joints, len(word))

    def _head(self, linked: str) -> int | None:
        """How many letters of a head with its link are the head; None where it is none."""
        length = self.lexicon.heads.get(linked)
        return length if length and self._may_be_part(linked[:length]) else None

    def _is_tail(self, written: str, *, inflected: bool) -> bool:
        """Whether this can be the last part of a compound."""
        if written in self.lexicon.particles or written in self.lexicon.no_last_parts:
            return False
        bases: Iterable[str] = base_forms(written) if inflected else (written,)
        base = max((base for base in bases if base in self.lexicon.tails), key=len, default=None)
        return base is not None and base not in self.lexicon.no_last_parts and self._may_be_part(base)

    def _may_be_part(self, word: str) -> bool:
        if word in self.lexicon.particles:
            return False
        return len(word) >= _SHORTEST_PART or word in self.lexicon.short_words


def _most_balanced(joints: Iterable[_Joint], length: int) -> _Joint | None:
    """The joint whose shorter half is longest, of equals the one with the longer head."""
    return max(
        joints,
        key=lambda joint: (min(joint.head_end, length - joint.tail_start), joint.head_end),
        default=None,
    )


def _shifted(parts: Iterable[Part], by: int) -> list[Part]:
    return [Part(start + by, end + by) for start, end in parts]
