"""Why a hit was found, where that is not plain to see: a word in another form, or as a part of a longer one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from .highlight import Mark

# A reason names at most this many words of a hit: they fit a line, and the rest are like them.
_MOST_WORDS = 4
# At most this many letters of a word are shown on each side of what was found in it: real compounds are shorter, and a
# text without blanks must not be shown in full.
_MOST_BESIDE = 60


@dataclass(frozen=True, slots=True)
class Reason:
    """A word of the query, and the words of the item that it was found in, as they are written there.

    `in_forms` are inflections and other spellings of it, `in_compounds` longer words that it is a part of.
    """

    wanted: str
    in_forms: tuple[str, ...]
    in_compounds: tuple[str, ...]


def find_reasons(marked: Iterable[tuple[str, Iterable[Mark]]], written: Mapping[str, str]) -> list[Reason]:
    """The reasons of a hit by its texts and their marks; `written` has for the key of each mark how it was typed.

    A word that stands in the hit only as it was typed needs no reason.
    """
    forms: dict[str, dict[str, None]] = {}
    compounds: dict[str, dict[str, None]] = {}
    for text, marks in marked:
        for mark in marks:
            typed = written[mark.key]
            whole = _word_around(text, mark)
            if len(whole) > mark.end - mark.start:
                compounds.setdefault(typed, {})[whole] = None
            elif whole != typed.lower():
                forms.setdefault(typed, {})[whole] = None
    return [
        Reason(
            typed, tuple(forms.get(typed, ()))[:_MOST_WORDS], tuple(compounds.get(typed, ()))[:_MOST_WORDS]
        )
        for typed in dict.fromkeys([*forms, *compounds])
    ]


def _word_around(text: str, mark: Mark) -> str:
    """The word that the mark stands in, in lower case."""
    start, end = mark.start, mark.end
    first, last = max(0, start - _MOST_BESIDE), min(len(text), end + _MOST_BESIDE)
    while start > first and text[start - 1].isalnum():
        start -= 1
    while end < last and text[end].isalnum():
        end += 1
    return text[start:end].lower()
