"""The passage of an item that best shows why it was found, and the section in which it stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from django.utils.safestring import SafeString

from .highlight import Mark, mark

# Characters: how long a passage is, and how far before its first mark it begins.
LENGTH = 240
LEAD = 60

# Where a line or a table cell ends, a wide space shows it.
_GAPS = str.maketrans("\n\t", "\u2003\u2003")


@dataclass(frozen=True, slots=True)
class Snippet:
    """A passage, and where in it the words of the query stand, under the name of its section ("Beslutning")."""

    section: str
    text: str
    marks: tuple[Mark, ...]

    @property
    def passage(self) -> SafeString:
        return mark(self.text, self.marks)


class MarkedSection(NamedTuple):
    """A section's name, how telling it is, its text, and where in it the words of the query stand."""

    name: str
    how_telling: int
    text: str
    marks: list[Mark]


class _Window(NamedTuple):
    """Where a passage begins to show wanted words, and how many: different ones, and in all."""

    first_mark: int = 0
    words: int = 0
    marks: int = 0


def best_snippet(sections: Sequence[MarkedSection]) -> Snippet | None:
    """The passage with most different words of the query, of equals in the most telling section.

    Where none is marked, it is how the most telling section begins.
    """
    windows = [(section, _best_window(section.marks)) for section in sections if section.text]
    if not windows:
        return None
    section, window = max(windows, key=lambda found: (found[1].words, found[0].how_telling, found[1].marks))
    text = section.text
    start, end = _passage(text, window.first_mark)
    before, after = "… " if start else "", " …" if end < len(text) else ""
    moved = len(before) - start
    return Snippet(
        section.name,
        before + text[start:end].translate(_GAPS) + after,
        tuple(
            Mark(place.start + moved, place.end + moved, place.key)
            for place in section.marks
            if start <= place.start and place.end <= end
        ),
    )


def _best_window(marks: list[Mark]) -> _Window:
    windows = []
    for index, first in enumerate(marks):
        within = marks[index : index + LENGTH]
        keys = [place.key for place in within if place.start - first.start <= LENGTH - LEAD]
        windows.append(_Window(first.start, len(set(keys)), len(keys)))
    return max(windows, key=lambda window: (window.words, window.marks), default=_Window())


def _passage(text: str, first_mark: int) -> tuple[int, int]:
    """From the beginning of the line or of a word before the mark, to the end of a word."""
    start = max(0, first_mark - LEAD)
    if start:
        line = text.rfind("\n", start, first_mark)
        start = (line if line >= 0 else max(text.find(" ", start, first_mark), start)) + 1
    end = start + LENGTH
    if end < len(text):
        end = max(text.rfind(" ", first_mark, end), text.rfind("\n", first_mark, end))
    return start, end if end > first_mark else start + LENGTH
