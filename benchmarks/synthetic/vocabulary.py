"""The nouns of the synthetic archive, a third of a million, and how often each is used (Zipf and Mandelbrot's law)."""

from __future__ import annotations

import math
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, chain

from . import words

# The frequency of rank r is 1 / (r + SHIFT) ** EXPONENT; see Mandelbrot, "An informational theory of the statistical
# structure of language" (1953).
EXPONENT = 1.07
SHIFT = 14
LONG_COMPOUNDS = 120_000
# How far a word's rank strays from the order simple, compound, long compound: as a factor, e to the power of this.
_DISORDER = 0.8


@dataclass(frozen=True, slots=True)
class WeightedWords:
    """Words by falling frequency, and the sums of the frequencies up to each: what `random.choices` takes."""

    words: tuple[str, ...]
    sums: tuple[float, ...]

    def draw(self, random_: random.Random, number: int) -> list[str]:
        """`number` words, each by its frequency."""
        return random_.choices(self.words, cum_weights=self.sums, k=number)

    def pool(self, random_: random.Random, size: int) -> list[str]:
        """About `size` words, each as often as its frequency asks, of the rarest only some: quick to choose from."""
        step = self.sums[-1] / size
        at = random_.random() * step
        pool = []
        for word, end in zip(self.words, self.sums, strict=True):
            while at < end:
                pool.append(word)
                at += step
        return pool


def zipf(ranked: Sequence[str], shift: float = SHIFT, exponent: float = EXPONENT) -> WeightedWords:
    """Words in the order of their ranks, with the frequencies of the law."""
    frequencies = (1 / (rank + shift) ** exponent for rank in range(1, len(ranked) + 1))
    return WeightedWords(tuple(ranked), tuple(accumulate(frequencies)))


def make_vocabulary(seed: int) -> WeightedWords:
    """All nouns: simple ones mostly before compounds of two, and these before compounds of three."""
    random_ = random.Random(f"vocabulary {seed}")
    simple = list(dict.fromkeys(chain.from_iterable(_simple_nouns(random_))))
    compounds = [beginning + form for beginning in words.BEGINNINGS for form in simple]
    random_.shuffle(compounds)
    ordered = dict.fromkeys(chain(simple, compounds, _long_compounds(random_, simple)))
    return zipf(_slightly_disordered(random_, list(ordered)))


def _simple_nouns(random_: random.Random) -> Iterator[list[str]]:
    """The base forms of all endings first, then their second forms, and so on."""
    nouns = [forms_of(entry) for entry in random_.sample(words.ENDINGS, k=len(words.ENDINGS))]
    for place in range(max(map(len, nouns))):
        yield [forms[place] for forms in nouns if place < len(forms)]


def forms_of(entry: str) -> list[str]:
    """The inflected forms of an entry of the word list.

    >>> forms_of("plan:en:er"), forms_of("regel:en=regler")
    (['plan', 'planen', 'planer'], ['regel', 'regelen', 'regler'])
    """
    regular, *written_out = entry.split("=")
    base, *endings = regular.split(":")
    return list(dict.fromkeys([base, *(base + ending for ending in endings), *written_out]))


def _long_compounds(random_: random.Random, simple: list[str]) -> Iterator[str]:
    firsts = random_.choices(words.BEGINNINGS, k=LONG_COMPOUNDS)
    seconds = random_.choices(words.BEGINNINGS, k=LONG_COMPOUNDS)
    lasts = random_.choices(simple, k=LONG_COMPOUNDS)
    return (a + b + c for a, b, c in zip(firsts, seconds, lasts, strict=True) if a != b)


def _slightly_disordered(random_: random.Random, ranked: list[str]) -> list[str]:
    keys = {word: math.log(rank) + random_.gauss(0, _DISORDER) for rank, word in enumerate(ranked, start=1)}
    return sorted(ranked, key=keys.__getitem__)
