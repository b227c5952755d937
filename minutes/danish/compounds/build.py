"""Makes the lexicon of compounds out of the Danish dictionary of hunspell; `script/lexicon` runs it.

The dictionary's two files are described in hunspell(5): words with numbers for what may be added to them, and a table
of what each number adds. Words get the normal form of `minutes.danish.words`, so that the lexicon has them as search
has: "taarn" and "tårn" are one word, and so are "centret" and "center".
"""

from __future__ import annotations

import lzma
import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from minutes.danish.words import normalise

from .lexicon import (
    ADJECTIVE,
    COMMON,
    KINDS,
    LEXICON,
    LINK_ADDS,
    LINK_REMOVES,
    MAY_STAND_LAST,
    NEUTER,
    NO_KIND,
    VERB,
)

DICTIONARY = Path("/usr/share/hunspell/da_DK")
# Numbers of the dictionary: what may stand first, in the middle and last in a compound.
_STANDS_FIRST = {"32", "33"}
_STANDS_LAST = "39"
# The headings of the table of endings begin so ("#Substantiv, konsonantfordobling, fælleskøn, -er i flertal").
_KINDS_OF_HEADINGS = (
    (re.compile(r"#Verbum"), VERB),
    (re.compile(r"#Adjektiv"), ADJECTIVE),
    (re.compile(r"#Substantiv, kun flertal"), COMMON + NEUTER),
    (re.compile(r"#Substantiv.* fælleskøn"), COMMON),
    (re.compile(r"#Substantiv.* intetkøn"), NEUTER),
)
_WORD = re.compile(r"[^\W\d_]+")


class Link(NamedTuple):
    """How a word is changed where it stands first: `removed` is taken off its end, `added` put there."""

    removed: str
    added: str
    condition: re.Pattern[str]


@dataclass
class Affixes:
    """What the numbers of the dictionary mean, as far as compounds go."""

    links: dict[str, list[Link]] = field(default_factory=lambda: defaultdict(list))
    kinds: dict[str, str] = field(default_factory=dict)


@dataclass
class Entry:
    """A word of the lexicon, gathered from all lines of the dictionary that have it."""

    is_word: bool = False
    is_last: bool = False
    kinds: set[str] = field(default_factory=set)
    first_forms: set[str] = field(default_factory=set)


def main(dictionary: str = str(DICTIONARY), lexicon: str = str(LEXICON)) -> None:
    """Compile `dictionary`.aff and `dictionary`.dic into the file `lexicon`."""
    affixes = read_affixes(Path(f"{dictionary}.aff").read_text(encoding="utf-8-sig").splitlines())
    entries = read_words(Path(f"{dictionary}.dic").read_text(encoding="utf-8-sig").splitlines(), affixes)
    text = "".join(f"{line}\n" for line in lexicon_lines(entries))
    Path(lexicon).write_bytes(lzma.compress(text.encode(), preset=9))


def read_affixes(lines: Iterable[str]) -> Affixes:
    """The table of endings: lines such as `SFX 29 0 s/32,35,36 .`, under a heading that tells what they are for."""
    affixes = Affixes()
    heading = ""
    for line in lines:
        match line.split():
            case [word, *_] if word.startswith("#"):
                heading = line
            case ["SFX", number, _, _]:
                if kinds := [kinds for pattern, kinds in _KINDS_OF_HEADINGS if pattern.match(heading)]:
                    affixes.kinds[number] = kinds[0]
            case ["SFX", number, removed, ending, condition, *_]:
                added, _, further = ending.partition("/")
                if _STANDS_FIRST & set(further.split(",")) and added != "-":
                    affixes.links[number].append(link_of(removed, added, condition))
    return affixes


def link_of(removed: str, added: str, condition: str) -> Link:
    """A link as the table writes it, where 0 stands for nothing."""
    return Link(removed.replace("0", ""), added.replace("0", ""), re.compile(f"{condition}$"))


def read_words(lines: Iterable[str], affixes: Affixes) -> dict[str, Entry]:
    """The words of the dictionary in normal form: lines such as `arbejde/10,4,11,39,56 ph:arbjde`."""
    entries: dict[str, Entry] = defaultdict(Entry)
    beginnings: list[str] = []
    for spelling, numbers in _spellings(lines):
        word = normalise(spelling.removesuffix("-"))
        if not _WORD.fullmatch(word):
            continue
        if not spelling.endswith("-"):
            add_word(entries[word], word, numbers, affixes)
        elif _STANDS_FIRST & numbers:
            beginnings.append(word)
    known = {form for entry in entries.values() for form in entry.first_forms}
    for beginning in beginnings:
        if beginning in entries or beginning not in known:
            add_beginning(entries, beginning)
    return entries


def _spellings(lines: Iterable[str]) -> Iterator[tuple[str, set[str]]]:
    """Each word in small letters, and its numbers; a line with a further word is an expression, and left out."""
    for line in lines:
        written, *notes = line.split() or [""]
        spelling, _, numbers = written.partition("/")
        if spelling.islower() and all(":" in note for note in notes):
            yield spelling, set(numbers.split(","))


def add_word(entry: Entry, word: str, numbers: set[str], affixes: Affixes) -> None:
    """Add to the entry of a word what one line of the dictionary says of it."""
    entry.is_word = True
    entry.is_last |= _STANDS_LAST in numbers
    entry.kinds.update(*(affixes.kinds.get(number, "") for number in numbers))
    for number in numbers:
        for removed, added, condition in affixes.links.get(number, ()):
            if word.endswith(removed) and condition.search(word):
                entry.first_forms.add(word.removesuffix(removed) + added)


def add_beginning(entries: dict[str, Entry], beginning: str) -> None:
    """Add what stands in compounds only: to the word it is ("fælles-", "livs-"), or else as it is ("børne-")."""
    owners = [word for word in (beginning, beginning.removesuffix("s")) if word in entries]
    entries[owners[0] if owners else beginning].first_forms.add(beginning)


def lexicon_lines(entries: dict[str, Entry]) -> Iterator[str]:
    """The lines of the lexicon. Where two words link alike, the line of the longer one comes last and so counts."""
    words: dict[str, list[str]] = defaultdict(list)
    firsts: dict[str, list[str]] = defaultdict(list)
    for word, entry in sorted(entries.items()):
        if entry.is_word:
            kinds = "".join(kind for kind in KINDS if kind in entry.kinds) or NO_KIND
            words[MAY_STAND_LAST * entry.is_last + kinds].append(word)
        for form in sorted(entry.first_forms):
            firsts[link_mark(word, form)].append(word)
    links = sorted(firsts, key=lambda mark: (-len(mark.partition(LINK_ADDS)[2]), mark))
    yield from (" ".join([mark, *words[mark]]) for mark in sorted(words))
    yield from (" ".join([mark, *firsts[mark]]) for mark in links)


def link_mark(word: str, form: str) -> str:
    """How a word changes to the form in which it stands first: "-e+s" from "arbejde" to "arbejds", "+" if not."""
    own = next((at for at, letter in enumerate(form) if word[at : at + 1] != letter), len(form))
    removes = LINK_REMOVES + word[own:] if word[own:] else ""
    return removes + LINK_ADDS + form[own:]


if __name__ == "__main__":
    main(*sys.argv[1:])
