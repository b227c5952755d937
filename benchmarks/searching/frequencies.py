"""How many items have each word, counted in the first block of the synthetic archive: a sample of all blocks."""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Collection, Sequence
from itertools import pairwise

from minutes.search.matching.lexemes import find_lexemes

_WORD = re.compile(r"[a-zæøå]{4,}")


class Frequencies:
    """Words by the part of the items that have them; stop words, which no search asks for, are left out."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._texts = texts
        counts = Counter(word for text in texts for word in set(_WORD.findall(text.lower())))
        common = [word for word, count in counts.items() if count > len(texts) / 20]
        stop_words = {word for word, lexemes in find_lexemes(common).items() if not lexemes}
        self._shares = {word: count / len(texts) for word, count in counts.items() if word not in stop_words}

    def between(self, least: float, most: float) -> list[str]:
        """The words that this part of the items have, in alphabetical order."""
        return sorted(word for word, share in self._shares.items() if least <= share < most)

    def share(self, word: str) -> float:
        """The part of the items that have a word as it is written."""
        return self._shares.get(word, 0.0)

    def phrases(self, random_: random.Random, words: Collection[str], number: int) -> list[tuple[str, str]]:
        """Pairs of such words that stand side by side in some text."""
        wanted = set(words)
        found: dict[tuple[str, str], None] = {}
        for text in random_.sample(self._texts, k=len(self._texts)):
            tokens = re.findall(r"\w+|[^\w\s]", text.lower())
            pairs = [pair for pair in pairwise(tokens) if wanted.issuperset(pair)]
            found.update(dict.fromkeys(pairs[:1]))
            if len(found) >= number:
                break
        return list(found)[:number]
