"""Footnotes and endnotes: what each says, and the label that its reference and its text share."""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

from .elements import Element, attribute, name
from .numerals import numeral

# Word counts footnotes in figures and endnotes in Roman numerals where nobody asks for anything else.
_FORMATS = {"footnote": "decimal", "endnote": "lowerRoman"}


class Note(NamedTuple):
    """A note that the text refers to: the label in square brackets, "" where somebody typed one, and its element."""

    label: str
    element: Element | None


class Notes:
    """The notes of a document, counted in the order in which the text refers to them."""

    def __init__(self, footnotes: Element | None, endnotes: Element | None) -> None:
        self._notes = {
            kind: {}
            if root is None
            else {attribute(note, "w:id"): note for note in root.iterfind(name(f"w:{kind}"))}
            for kind, root in (("footnote", footnotes), ("endnote", endnotes))
        }
        self._counts: Counter[str] = Counter()

    def note(self, kind: str, reference: Element) -> Note:
        """The note ("footnote", "endnote") that a reference names; None for its element where there is none.

        A note is printed once, so that the second who asks for it gets none: notes can refer to themselves.
        """
        element = self._notes[kind].pop(attribute(reference, "w:id"), None)
        if attribute(reference, "w:customMarkFollows") in {"1", "true", "on"}:
            return Note("", element)
        self._counts[kind] += 1
        return Note(f"[{numeral(self._counts[kind], _FORMATS[kind])}]", element)
