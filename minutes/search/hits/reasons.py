"""Why a hit was found, where that is not plain to see: in another form, in a longer word, or under another one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from .highlight import Mark
from .spelt_otherwise import begins_as_asked, other_spelling
from .wanted_words import WantedWords

# A reason names at most this many words of a hit: they fit a line, and the rest are like them.
_MOST_WORDS = 4
# At most this many letters of a word are shown on each side of what was found in it: real compounds are shorter, and a
# text without blanks must not be shown in full.
_MOST_BESIDE = 60


@dataclass(frozen=True, slots=True)
class Reason:
    """A word of the query, and the words of the item that it was found in, as they are written there.

    `in_forms` are inflections and other spellings of it, `in_compounds` longer words that it is a part of. Where the
    item has it in no form, `synonyms` are the words under which it was found instead, as the archivist writes them. Of
    what was typed for what an item is, `is_so` says that it is that.
    """

    wanted: str
    in_forms: tuple[str, ...]
    in_compounds: tuple[str, ...]
    synonyms: tuple[str, ...] = ()
    is_so: str = ""


def find_reasons(marked: Iterable[tuple[str, Iterable[Mark]]], wanted: WantedWords) -> list[Reason]:
    """The reasons of a hit by its texts and their marks.

    A word that stands in the hit only as it was typed, but for signs that say nothing, needs no reason.
    """
    forms: dict[str, dict[str, None]] = {}
    compounds: dict[str, dict[str, None]] = {}
    synonyms: dict[str, dict[str, None]] = {}
    found: set[str] = set()
    for text, marks in marked:
        for mark in marks:
            typed = wanted.written[mark.key]
            if synonym := wanted.synonyms.get(mark.key):
                synonyms.setdefault(typed, {})[synonym] = None
                continue
            found.add(typed)
            whole = _word_around(text, mark)
            if begins_as_asked(whole, typed):
                continue
            if len(whole) > mark.end - mark.start:
                compounds.setdefault(typed, {})[whole] = None
            elif said := other_spelling(text, mark, typed):
                forms.setdefault(typed, {})[said] = None
    # Where the words themselves are there, they are what it was found by.
    missing = {typed: under for typed, under in synonyms.items() if not found.issuperset(typed.split())}
    return [
        Reason(typed, _first(forms, typed), _first(compounds, typed), _first(missing, typed))
        for typed in dict.fromkeys([*forms, *compounds, *missing])
    ]


def _first(words: Mapping[str, Iterable[str]], typed: str) -> tuple[str, ...]:
    return tuple(words.get(typed, ()))[:_MOST_WORDS]


def _word_around(text: str, mark: Mark) -> str:
    """The word that the mark stands in, in lower case."""
    start, end = mark.start, mark.end
    first, last = max(0, start - _MOST_BESIDE), min(len(text), end + _MOST_BESIDE)
    while start > first and text[start - 1].isalnum():
        start -= 1
    while end < last and text[end].isalnum():
        end += 1
    return text[start:end].lower()
