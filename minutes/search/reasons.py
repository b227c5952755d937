"""Why a hit was found, where that is not plain to see: a word in another form, or as a part of a longer one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from .highlight import Mark

# The words of a hit that a reason names; the rest are like them.
_MOST_WORDS = 4
_LETTERS_BEFORE = re.compile(r"[^\W_]*\Z")
_LETTERS_AFTER = re.compile(r"[^\W_]*")


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
    before = _LETTERS_BEFORE.search(text, max(0, mark.start - 60), mark.start)
    after = _LETTERS_AFTER.match(text, mark.end)
    return (before[0] + text[mark.start : mark.end] + after[0]).lower()
