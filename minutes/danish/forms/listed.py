"""The words whose forms share no stem: lines of `data/forms.txt.xz` such as "bonde bonden,bønder bønderne"."""

from __future__ import annotations

import lzma
from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from minutes.danish.compounds.lexicon import DATA
from minutes.danish.forms.stems import stem as stem_of

FORMS = DATA / "forms.txt.xz"
# Before forms whose stem is another word's: they have others, but nothing is found by them.
KEY_ONLY = "-"
_SHORTEST_GENITIVE = 5


def listed_forms(word: str) -> tuple[str, ...]:
    """Of each other stem of the word one form; nothing for a word that is not listed.

    >>> listed_forms("bonden"), listed_forms("gymnasiers")
    (('bønder',), ('gymnasium',))
    """
    listed = _listed()
    return listed.get(word) or listed.get(_without_genitive(word), ())


def is_listed(word: str) -> bool:
    """Whether a word, or what its genitive is of, is one of the listed forms."""
    return word in _listed() or _without_genitive(word) in _listed()


def _without_genitive(word: str) -> str:
    """The word without its s; of a short one that is another word: "lis" is nothing of "li"."""
    return word.removesuffix("s") if len(word) >= _SHORTEST_GENITIVE else word


@cache
def shared_stems() -> frozenset[str]:
    """The stems of words that have nothing to do with each other: of "valg" and of "valgte", which is of "vælge".

    Words that begin with the stem are akin: "godkende" and "godkendelse".
    """
    with lzma.open(FORMS, "rt", encoding="utf-8") as lines:
        return frozenset(stem for line in lines for stem in _shared_stems(line.split(",")))


def _shared_stems(groups: list[str]) -> Iterator[str]:
    lemma, *_ = groups[0].removeprefix(KEY_ONLY).split()
    for group in groups:
        if group.startswith(KEY_ONLY):
            stem = stem_of(group.removeprefix(KEY_ONLY).split()[0])
            if not lemma.startswith(stem):
                yield stem


@cache
def _listed() -> Mapping[str, tuple[str, ...]]:
    with lzma.open(FORMS, "rt", encoding="utf-8") as lines:
        return read_forms(lines)


def read_forms(lines: Iterable[str]) -> Mapping[str, tuple[str, ...]]:
    """Every form of the lines, and the others that it is found by."""
    others: dict[str, tuple[str, ...]] = {}
    for line in lines:
        groups = [
            (group.startswith(KEY_ONLY), group.removeprefix(KEY_ONLY).split()) for group in line.split(",")
        ]
        for _, forms in groups:
            found_by = tuple(
                other[0] for is_key_only, other in groups if not is_key_only and other is not forms
            )
            for form in forms:
                others[form] = others.get(form, ()) + found_by
    return others
