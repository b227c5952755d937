"""The words and lists that compounds are taken apart by, read from data/ when the first word is split."""

from __future__ import annotations

import gzip
from dataclasses import dataclass
from pathlib import Path

DATA = Path(__file__).parent / "data"
LEXICON = DATA / "lexicon.txt.gz"


@dataclass(frozen=True, slots=True)
class Lexicon:
    """What is known of words, in normal form.

    `words` are all of the dictionary, `tails` those that may stand last in a compound. `heads` are words with the
    letter that links them to the next ("arbejds"), and how many of their letters are the word itself. The four lists
    are kept by hand; each file says what stands in it.
    """

    words: frozenset[str]
    tails: frozenset[str]
    heads: dict[str, int]
    particles: frozenset[str]
    short_words: frozenset[str]
    no_last_parts: frozenset[str]
    kept_whole: frozenset[str]


def load_lexicon() -> Lexicon:
    """Read all data files; takes some tenths of a second."""
    words, tails, heads = set(), set(), {}
    with gzip.open(LEXICON, "rt", encoding="utf-8") as lines:
        for line in lines:
            kind, word = line[0], line[2:-1]
            if kind == "h":
                base, _, link = word.partition("+")
                heads[base + link] = len(base)
                continue
            words.add(word)
            if kind == "t":
                tails.add(word)
    lists = (_read_list(name) for name in ("particles", "short_words", "no_last_parts", "kept_whole"))
    return Lexicon(frozenset(words), frozenset(tails), heads, *lists)


def _read_list(name: str) -> frozenset[str]:
    """The words of a list kept by hand: any number on a line, after # a comment."""
    lines = (DATA / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(word for line in lines for word in line.partition("#")[0].split())
