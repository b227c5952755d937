"""Splits Danish compounds where their parts meet. Words come in the normal form of `minutes.danish.words`.

1. Whole is a word that is too short or too long, or has other characters than letters.
2. A word of the dictionary, or a form of one, is split as people have said; or else into two words of the dictionary:
   the first in a form in which it links, the last of the same kind as the whole; or else with any linking letter.
3. Any other word is split into a first part, in a form in which it links, and a last part, in any form.
4. Otherwise into a first part and a word that is split by 3 or 4.
5. Otherwise into two long words, though the dictionary does not know that the first links like that.

Of several ways, the best is the one whose shorter part is longest. Parts that are compounds are split further by 2.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, lru_cache, partial

from .endings import dictionary_form
from .lexicon import ADJECTIVE, COMMON, NEUTER, SHORTEST_PART, VERB, Lexicon, Part, load_lexicon

# Shorter words have no room for two parts; nobody writes longer ones, of which the ways to split multiply.
SHORTEST_COMPOUND = 5
LONGEST_COMPOUND = 60
# In an unknown word, parts of which the dictionary does not tell how they link must be long enough to be no chance.
SHORTEST_LOOSE_FIRST = 5
SHORTEST_LOOSE_LAST = 4
LINKING_LETTERS = ("", "s", "e")


# The words of queries, and of the texts in which they are marked: a page of hits has some thousand.
@lru_cache(maxsize=10_000)
def split_compound(word: str) -> tuple[Part, ...]:
    """The parts of a word in the order in which they stand; one that is the whole word, where it is no compound.

    >>> split_compound("effektiviseringspuljen")
    (Part(start=0, end=15), Part(start=16, end=22))
    """
    return _splitter().split(word)


def runs_of_parts(word: str) -> tuple[Part, ...]:
    """Every run of neighbouring parts of a compound but the whole, in the order in which they begin.

    A word that is no compound has none.

    >>> runs_of_parts("sygedagpenge")
    (Part(start=0, end=4), Part(start=4, end=12))
    """
    parts = split_compound(word)
    if len(parts) == 1:  # most words: they are asked about by the thousand where texts are marked
        return ()
    runs = (Part(first.start, last.end) for at, first in enumerate(parts) for last in parts[at:])
    return tuple(run for run in runs if run != Part(0, len(word)))


# Filling the index asks for every word of every text: this many are most of those of a large archive.
@lru_cache(maxsize=100_000)
def compound_parts(word: str) -> tuple[str, ...]:
    """What a compound is put together of: each of its parts, and each run of parts but the whole, sorted.

    >>> compound_parts("sygedagpengerefusion")
    ('dagpenge', 'dagpengerefusion', 'refusion', 'syge', 'sygedagpenge')
    """
    return tuple(sorted({word[run.start : run.end] for run in runs_of_parts(word)}))


def is_in_dictionary(word: str) -> bool:
    """Whether a word is one of the dictionary, or a form of one."""
    return dictionary_word(word) is not None


def is_noun(word: str) -> bool:
    """Whether a word is a noun of the dictionary, or a form of one, and no adjective.

    >>> is_noun("skolen"), is_noun("endelig")
    (True, False)
    """
    found = dictionary_word(word)
    kinds = load_lexicon().kinds[found] if found else ""
    return ADJECTIVE not in kinds and (COMMON in kinds or NEUTER in kinds)


def dictionary_word(word: str) -> str | None:
    """The word of the dictionary of which a word may be a form, itself if it is one; None for any other."""
    return dictionary_form(word, load_lexicon().kinds)


def dictionary_verb(word: str) -> str | None:
    """The verb of the dictionary of which a word is a form; None where it is none."""
    kinds = load_lexicon().kinds
    verb = dictionary_form(word, kinds)
    return verb if verb and VERB in kinds[verb] else None


@cache
def _splitter() -> Splitter:
    return Splitter(load_lexicon())


@dataclass(frozen=True)
class Splitter:
    """Splits compounds by a lexicon. The numbers in the comments are those of the steps that the module tells."""

    lexicon: Lexicon

    def split(self, word: str) -> tuple[Part, ...]:
        """The parts of a word, in the order in which they stand."""
        whole = Part(0, len(word))
        # 1.
        if not SHORTEST_COMPOUND <= len(word) <= LONGEST_COMPOUND or not word.isalpha():
            return (whole,)
        # 2.
        if known := self._split_form(word):
            return known
        # 3. and 4., or else 5.
        found = self._find_chain(word, 0, {}) or self._find_loose_pair(word) or (whole,)
        return tuple(smaller for part in found for smaller in self._split_further(word, part))

    def _split_further(self, word: str, part: Part) -> tuple[Part, ...]:
        smaller = self._split_form(word[part.start : part.end])
        return tuple(Part(part.start + start, part.start + end) for start, end in smaller) or (part,)

    def _split_form(self, text: str) -> tuple[Part, ...]:
        """The parts of a text that is a form of a word of the dictionary; its ending stays at the last of them."""
        kinds = self.lexicon.kinds
        # Many words lose an e where they link: "papirarbejd(s)+gang".
        form = dictionary_form(text, kinds) or (f"{text}e" if f"{text}e" in kinds else None)
        if not form:
            return ()
        *firsts, last = self._split_known(form)
        return (*firsts, Part(last.start, len(text)))

    def _split_known(self, word: str) -> tuple[Part, ...]:
        """The parts of a word that stands in the dictionary."""
        if word in self.lexicon.divided:
            return self.lexicon.divided[word]
        is_last_part = partial(self._is_same_kind, word)
        pair = _best_pair(word, self._find_firsts(word), is_last_part)
        pair = pair or _best_pair(word, self._find_loose_firsts(word), is_last_part)
        if not pair:
            return (Part(0, len(word)),)
        first, last = pair
        return (*self._split_further(word, first), *self._split_further(word, last))

    def _is_same_kind(self, word: str, last: str) -> bool:
        """Whether `last` can be the last part of `word`, both as the dictionary lists them: it gives it its kind."""
        kinds, kinds_of_last = self.lexicon.kinds[word], self.lexicon.last_parts.get(last)
        if kinds_of_last is None or last in self.lexicon.no_last_parts:
            return False
        if not kinds:
            return not kinds_of_last or len(last) >= SHORTEST_PART
        return not set(kinds).isdisjoint(kinds_of_last)

    def _is_last_part(self, text: str) -> bool:
        """Whether a text is a form of a word that can be the last part of a compound."""
        form = dictionary_form(text, self.lexicon.last_parts)
        return form is not None and self.lexicon.no_last_parts.isdisjoint((text, form))

    def _find_firsts(self, text: str) -> list[tuple[int, int]]:
        """Where the word's own letters and its linking letters end, for every first part with which a text begins."""
        firsts = self.lexicon.first_parts
        return [(own, end) for end in range(2, len(text) - 1) if (own := firsts.get(text[:end]))]

    def _find_chain(self, word: str, start: int, known: dict[int, tuple[Part, ...]]) -> tuple[Part, ...]:
        """The fewest parts of a word from `start` on; none where there is no way. `known` has what was found before."""
        if start in known:
            return known[start]
        text = word[start:]
        chains: list[tuple[Part, ...]] = []
        firsts = self._find_firsts(text)
        if pair := _best_pair(text, firsts, self._is_last_part):
            chains.append(tuple(Part(start + part.start, start + part.end) for part in pair))
        else:
            for own, end in firsts:
                if rest := self._find_chain(word, start + end, known):
                    chains.append((Part(start, start + own), *rest))
        known[start] = min(chains, key=len, default=())
        return known[start]

    def _find_loose_pair(self, word: str) -> tuple[Part, ...]:
        """The best way to see an unknown word as two long words of the dictionary, whatever links them."""
        firsts = [
            (own, end)
            for own, end in self._find_loose_firsts(word)
            if own >= SHORTEST_LOOSE_FIRST and len(word) - end >= SHORTEST_LOOSE_LAST
        ]
        return _best_pair(word, firsts, self._is_last_part) or ()

    def _find_loose_firsts(self, word: str) -> list[tuple[int, int]]:
        """Like `_find_firsts`, for words of which the dictionary does not say that they link with these letters."""
        return [
            (own, own + len(link))
            for own in range(2, len(word) - 1)
            if word[:own] in self.lexicon.last_parts
            for link in LINKING_LETTERS
            if word.startswith(link, own)
        ]


def _best_pair(
    text: str, firsts: list[tuple[int, int]], is_last_part: Callable[[str], bool]
) -> tuple[Part, Part] | None:
    """The best way to see a text as one of the first parts with which it begins and a last part."""
    pairs = [(Part(0, own), Part(end, len(text))) for own, end in firsts if is_last_part(text[end:])]
    return max(pairs, key=_balance, default=None)


def _balance(pair: tuple[Part, Part]) -> tuple[int, int]:
    first, last = (part.end - part.start for part in pair)
    return min(first, last), first
