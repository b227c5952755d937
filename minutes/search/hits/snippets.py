"""The passage of an item that best shows why it was found, and the section in which it stands."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from django.utils.safestring import SafeString

from minutes.danish.markers import COUNTED_NOUN, NUMBER

from .highlight import Mark, mark

# Characters: how long a passage is, and how far before its first mark it begins.
LENGTH = 240
LEAD = 60

# Where a line or a table cell ends a point shows it, in place of a list's mark, too; blanks are one.
_BULLET = r"(?:[-–•*·▪◦]|\uf0b7|o(?=\s))\s+"
# In any other letter a word is short: "j. nr."
_LETTER = r"(?:[a-zæøå]\)|[a-h]\.)"
# 2. at planen godkendes · b) Planen; but not "1. maj", "2. fase", "3. 4"
_COUNTED_NOUN = (
    rf"(?:{COUNTED_NOUN}|(?:fase|etape|del|sal|led|gang|plads|rate|runde|uge|klasse|udgave|punkt)[a-zæøå]*\b)"
)
_COUNTED = rf"(?:{NUMBER}|{_LETTER})\s+(?!{_COUNTED_NOUN})(?=[^\W\d_])"
_BEFORE_CLAUSE = rf"(?:{NUMBER}|{_LETTER})\s+(?=at\s)"
_GAPS = {
    counts: re.compile(rf"(?:^|\s*[\n\t]\s*|(?<=\n))(?:{_BULLET}|{counted})|\s*[\n\t]\s*|[^\S\n\t]{{2,}}")
    for counts, counted in ((True, _BEFORE_CLAUSE), (False, _COUNTED))
}
_PARTED = " · "


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
    """A section's name, how telling it is, its text, and where in it the words of the query stand.

    `counts`: the numbers of its list say which points are meant, as where these are decided on.
    """

    name: str
    how_telling: int
    text: str
    marks: list[Mark]
    counts: bool = False


class _Window(NamedTuple):
    """Where a passage begins to show wanted words: how many different ones, how near to each other, and how many."""

    first_mark: int = 0
    words: int = 0
    nearness: int = 0
    marks: int = 0


def best_snippet(sections: Sequence[MarkedSection]) -> Snippet | None:
    """The passage with most different words of the query, of equals in the most telling section, nearest to each other.

    Where none is marked, it is how the most telling section begins.
    """
    windows = [(section, _best_window(section.marks)) for section in sections if section.text]
    if not windows:
        return None
    section, window = max(
        windows, key=lambda found: (found[1].words, found[0].how_telling, found[1].nearness, found[1].marks)
    )
    return snippet_at(section, window.first_mark)


def snippet_at(section: MarkedSection, place: int) -> Snippet:
    """The passage of a section that shows what stands at a place."""
    text = section.text
    start, end = _passage(text, place)
    within = [mark for mark in section.marks if start <= mark.start and mark.end <= end]
    passage, marks = _tidied(
        text, start, start + len(text[start:end].rstrip()), within, _GAPS[section.counts]
    )
    before, after = "… " if start else "", " …" if end < len(text) else ""
    moved = [Mark(mark.start + len(before), mark.end + len(before), mark.key) for mark in marks]
    return Snippet(section.name, before + passage + after, tuple(moved))


def _tidied(
    text: str, start: int, end: int, marks: Sequence[Mark], gaps: re.Pattern[str]
) -> tuple[str, list[Mark]]:
    """The passage `text[start:end]` on one line, and where its marks stand then."""
    pieces: list[str] = []
    ends: list[tuple[int, int]] = [(start, 0)]
    position, length = start, 0
    # What stands before the passage tells whether it begins a line.
    for gap in gaps.finditer(text, start, end):
        between = "" if gap.start() == start else _PARTED if "\n" in gap[0] or "\t" in gap[0] else " "
        pieces += [text[position : gap.start()], between]
        length += gap.start() - position + len(between)
        position = gap.end()
        ends.append((position, length))
    pieces.append(text[position:end])

    def moved(place: int) -> int:
        """Where a place of the text stands; within a gap, behind it."""
        old, new = ends[bisect_right(ends, (place, len(text) * 3)) - 1]
        return new + place - old

    return "".join(pieces), [Mark(moved(mark.start), moved(mark.end), mark.key) for mark in marks]


def _best_window(marks: list[Mark]) -> _Window:
    return max((_window(marks, index) for index in range(len(marks))), key=_quality, default=_Window())


def _quality(window: _Window) -> tuple[int, int, int]:
    return window.words, window.nearness, window.marks


def _window(marks: list[Mark], index: int) -> _Window:
    """What a passage shows that begins with a mark: how far the last of its different words is from the first."""
    first = marks[index]
    seen: dict[str, int] = {}
    number = 0
    for place in marks[index : index + LENGTH]:
        if place.start - first.start > LENGTH - LEAD:
            break
        number += 1
        seen.setdefault(place.key, place.start - first.start)
    return _Window(first.start, len(seen), -max(seen.values()), number)


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
