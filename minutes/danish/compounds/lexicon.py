"""The words that compounds are made of, as the files of danish/data tell them.

`data/lexicon.txt.xz` has a line for all words of the same kinds, which it begins with: "-c afdeling aften …". A hyphen
before the kinds says that the words may stand last. After these lines there is one for all words that link in the same
way: "+s afdeling …" for those that take an s where they stand first, "-e+s arbejde …" for those that lose an e besides.
Words of such a line alone stand first only ("forældre"). The other files are reviewed by people who read Danish: one
word a line, a line that begins with # says what they are.
"""

from __future__ import annotations

import lzma
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import NamedTuple

DATA = Path(__file__).parents[1] / "data"
LEXICON = DATA / "lexicon.txt.xz"
# Nouns of either gender, verbs and adjectives, in the order in which the kinds of a word are written.
COMMON, NEUTER, VERB, ADJECTIVE = KINDS = "cnva"
NO_KIND = "."
MAY_STAND_LAST = "-"
LINK_REMOVES, LINK_ADDS = "-", "+"
# Shorter words begin or end others by chance more often than not; those that are meant stand in data/short_words.txt.
SHORTEST_PART = 4


class Part(NamedTuple):
    """A part of a compound, `word[start:end]`. Letters that only link it to the next one belong to no part."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Lexicon:
    """What is known of words in lower case."""

    kinds: dict[str, str]
    """The kinds of each word; none for a word that does not inflect."""
    last_parts: dict[str, str]
    """The words that may stand last in a compound, and their kinds, before `no_last_parts` is looked at."""
    first_parts: dict[str, int]
    """The forms that may stand first, linking letters included, and how many letters of them are the word's own."""
    no_last_parts: frozenset[str]
    """Words, or forms of words, with which no compound ends."""
    divided: dict[str, tuple[Part, ...]]
    """Words of which people have said how they are split, or that they are whole."""


@cache
def load_lexicon() -> Lexicon:
    """The lexicon of the data files, read at the first call."""
    with lzma.open(LEXICON, "rt", encoding="utf-8") as lines:
        return make_lexicon(
            lines,
            short_words=frozenset(reviewed("short_words")),
            particles=frozenset(reviewed("particles")),
            no_last_parts=frozenset(reviewed("no_last_parts")),
            divided=dict(map(read_division, [*reviewed("kept_whole"), *reviewed("divided")])),
        )


def reviewed(name: str) -> Iterator[str]:
    """The lines of a reviewed list that are no remarks, as they stand in its file."""
    for line in (DATA / f"{name}.txt").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line


def read_division(line: str) -> tuple[str, tuple[Part, ...]]:
    """A word and its parts, which are written with + between them and linking letters in brackets.

    >>> read_division("værktøj(s)+kasse")
    ('værktøjskasse', (Part(start=0, end=7), Part(start=8, end=13)))
    """
    word = ""
    parts: list[Part] = []
    for written in line.split("+"):
        own, _, link = written.rstrip(")").partition("(")
        parts.append(Part(len(word), len(word) + len(own)))
        word += own + link
    return word, tuple(parts)


def make_lexicon(
    lines: Iterator[str],
    *,
    short_words: frozenset[str] = frozenset(),
    particles: frozenset[str] = frozenset(),
    no_last_parts: frozenset[str] = frozenset(),
    divided: dict[str, tuple[Part, ...]] | None = None,
) -> Lexicon:
    """A lexicon of the lines of a lexicon file, less what the reviewed lists say is no part of a compound."""
    kinds: dict[str, str] = {}
    last_parts: dict[str, str] = {}
    first_parts: dict[str, int] = {}
    for line in lines:
        mark, *words = line.split()
        long_enough = (word for word in words if len(word) >= SHORTEST_PART or word in short_words)
        parts = [word for word in long_enough if word not in particles]
        if LINK_ADDS in mark:
            first_parts |= _first_forms(mark, parts)
            continue
        kinds_of_line = mark.strip(MAY_STAND_LAST + NO_KIND)
        kinds |= dict.fromkeys(words, kinds_of_line)
        if mark[0] == MAY_STAND_LAST:
            last_parts |= dict.fromkeys(parts, kinds_of_line)
    for word in divided or ():
        kinds.setdefault(word, COMMON + NEUTER)
    return Lexicon(kinds, last_parts, first_parts, no_last_parts | particles, divided or {})


def _first_forms(mark: str, words: Iterable[str]) -> dict[str, int]:
    """How words that link alike ("-e+s") stand first, and how many letters of that are their own."""
    removed, _, added = mark.removeprefix(LINK_REMOVES).partition(LINK_ADDS)
    own = ((word, len(word) - len(removed)) for word in words)
    return {word[:length] + added: length for word, length in own}
