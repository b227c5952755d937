"""Compiles data/lexicon.txt.gz from the Danish dictionary of hunspell: `script/lexicon`. Same input, same bytes.

Of the dictionary (Stavekontrolden) three things are kept: its words, whether one may stand last in a compound, and how
it is linked to what follows. The flags are explained in the dictionary's own da_DK.aff: 32 and 33 mark what may begin
or stand within a compound, 39 a word that may end one.
"""

from __future__ import annotations

import gzip
import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from minutes.search.letters import fold

from .lexicon import LEXICON

DICTIONARY = Path("/usr/share/hunspell")
_MAY_BEGIN_OR_CONTINUE = {"32", "33"}
_MAY_BEGIN = "32"
_MAY_END = "39"
_WORD = re.compile(r"[a-zæøåéäöüè]+")


class _Link(NamedTuple):
    """How a word is linked: without `strip`, with `letters`, if its end fits `condition`."""

    strip: str
    letters: str
    condition: re.Pattern[str]


def build_lexicon(affixes: str, dictionary: str) -> bytes:
    """The data file for the texts of a hunspell dictionary: a line for each word ("w", or "t" if it may stand last)
    and each head ("h arbejd+s"), compressed.
    """
    links = _read_links(affixes.splitlines())
    words: dict[str, str] = {}
    heads: dict[str, str] = {}
    for word, flags in _read_words(dictionary.splitlines()[1:]):
        if word.endswith("-"):
            if _MAY_BEGIN in flags:
                _add_head(heads, *_head_of_fragment(word.removesuffix("-")))
            continue
        if words.get(word) != "t":
            words[word] = "t" if _MAY_END in flags else "w"
        for base, link in _linked(word, flags, links):
            _add_head(heads, base, link)
    lines = [f"{kind} {word}\n" for word, kind in sorted(words.items())]
    lines += [f"h {heads[linked]}+{linked[len(heads[linked]) :]}\n" for linked in sorted(heads)]
    return gzip.compress("".join(lines).encode(), mtime=0)


def _read_links(lines: Iterable[str]) -> dict[str, list[_Link]]:
    """The links by the flag of the words that have them."""
    links = defaultdict(list)
    for line in lines:
        match line.split():
            case ["SFX", flag, strip, added, condition, *_] if "/" in added:
                letters, _, flags = added.partition("/")
                if _MAY_BEGIN_OR_CONTINUE & set(flags.split(",")) and letters != "-":
                    links[flag].append(
                        _Link(strip.strip("0"), letters.strip("0"), re.compile(f"{condition}$"))
                    )
    return links


def _read_words(lines: Iterable[str]) -> Iterator[tuple[str, set[str]]]:
    """The plain lower-case words, in normal form, with their flags; fragments end with a hyphen."""
    for line in lines:
        written, _, flags = line.partition("\t")[0].partition(" ")[0].partition("/")
        if _WORD.fullmatch(written.removesuffix("-")):
            yield fold(written), set(flags.split(","))


def _linked(word: str, flags: set[str], links: dict[str, list[_Link]]) -> Iterator[tuple[str, str]]:
    for flag in flags & links.keys():
        for link in links[flag]:
            if word.endswith(link.strip) and link.condition.search(word):
                yield word.removesuffix(link.strip) if link.strip else word, link.letters


def _head_of_fragment(fragment: str) -> tuple[str, str]:
    """A fragment like "arbejds-": an s at its end is most often the link."""
    if fragment.endswith("s") and len(fragment) > 4:
        return fragment[:-1], "s"
    return fragment, ""


def _add_head(heads: dict[str, str], base: str, link: str) -> None:
    """Of two ways to read a head with its link, the one with the longer word."""
    known = heads.get(base + link)
    if known is None or len(base) > len(known):
        heads[base + link] = base


def main() -> None:
    """Write the data file from the dictionary that is installed."""
    affixes, dictionary = (DICTIONARY / f"da_DK.{ending}" for ending in ("aff", "dic"))
    if not dictionary.is_file():
        sys.exit(f"{dictionary} is missing. It comes with Debian's package hunspell-da.")
    LEXICON.write_bytes(build_lexicon(affixes.read_text("utf-8-sig"), dictionary.read_text("utf-8-sig")))
    print(f"{LEXICON}: {LEXICON.stat().st_size} bytes")


if __name__ == "__main__":
    main()
