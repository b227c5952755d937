"""Words and lines out of characters: what stands on one baseline, and where a gap or a blank parts two words."""

from __future__ import annotations

import re
import statistics
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple

from .bullets import BULLET, NO_MARKER, Marker, is_counted, match_marker
from .characters import Glyph

# In em, the size of the type: how far a character may be off the baseline of its line;
_OFF_BASELINE = 0.35
# how far a note's number is raised or an index sunk, at most, and how much smaller its type is;
_RAISED, _SMALLER = 0.65, 0.85
# the narrowest blank that is a gap and no character, and that in a line in which others are characters: there, places
# where a word may be divided can be stretched;
_NARROWEST_BLANK, _NARROWEST_BESIDE_WRITTEN = 0.15, 0.2
# what is left behind a list's marker that hardly fits before its text;
_BEHIND_MARKER = 0.06
# how far a space that is written reaches into the characters beside it where lines are pressed together;
_PRESSED = 0.3
# how near a character is printed once more, to look bold.
_PRINTED_TWICE = 0.12
# Of fewer gaps, the usual one may be a blank, and says nothing of how letters are spaced.
_TELLING_GAPS = 6
# A jump in the order of drawing: cells of a row may be drawn apart even where they stand close together.
_LONGEST_STEP = 12


class Place(NamedTuple):
    """Where a line runs: on which page, from 0, and in which of its columns; column 0 is as wide as the page."""

    page: int
    column: int = 0


class Word(NamedTuple):
    """A word from x0 to x1. `first_piece` is its width up to the first place where a line may break in it."""

    text: str
    x0: float
    x1: float
    first_piece: float
    is_drawn_apart: bool = False
    """Whether the file draws it much before or after the word to its left, as it does cells."""


@dataclass(frozen=True, slots=True, eq=False)
class Line:
    """Words on one baseline, from left to right; `fonts` are those of its letters and figures."""

    words: tuple[Word, ...]
    y: float
    size: float
    place: Place
    fonts: frozenset[bytes] = frozenset()
    text: str = field(init=False)
    marker: Marker = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "text", " ".join(word.text for word in self.words))
        object.__setattr__(self, "marker", self._match_marker())

    def _match_marker(self) -> Marker:
        if len(self.words) < 2:
            return NO_MARKER
        first, second = self.words[:2]
        return match_marker(first.text, second.text, (second.x0 - first.x1) / self.size)

    @property
    def x0(self) -> float:
        return self.words[0].x0

    @property
    def x1(self) -> float:
        return max(word.x1 for word in self.words)

    @property
    def body_x0(self) -> float:
        """Where the text begins: behind the marker, if there is one."""
        return self.words[1].x0 if self.marker else self.x0

    @property
    def page(self) -> int:
        return self.place.page

    @property
    def is_bulleted(self) -> bool:
        return self.marker == BULLET


def lines_of(glyphs: Iterable[Glyph], place: Place) -> list[Line]:
    """The lines that characters make, from the top of the page down."""
    groups: list[list[Glyph]] = []
    for glyph in sorted(glyphs, key=lambda glyph: glyph.y):
        if groups and glyph.y - groups[-1][0].y < _OFF_BASELINE * max(glyph.size, groups[-1][0].size):
            groups[-1].append(glyph)
        else:
            groups.append([glyph])
    inked = [group for group in groups if any(not glyph.text.isspace() for glyph in group)]
    return [_line(group, place) for group in _with_raised_characters(inked)]


def _with_raised_characters(groups: list[list[Glyph]]) -> list[list[Glyph]]:
    """Small characters that stand a little above or below a line beside its words belong to it: m², note 1."""
    joined: list[list[Glyph]] = []
    for group in groups:
        above = joined[-1] if joined else []
        if above and _is_raised(group, above):
            above.extend(group)
        elif above and _is_raised(above, group):
            joined[-1] = [*above, *group]
        else:
            joined.append(list(group))
    return joined


def _is_raised(small: list[Glyph], line: list[Glyph]) -> bool:
    size = statistics.median(glyph.size for glyph in line)
    if abs(small[0].y - line[0].y) > _RAISED * size or any(g.size > _SMALLER * size for g in small):
        return False
    # Beside a word, not below it: each has a neighbour that ends where it begins.
    left = min(glyph.x0 for glyph in small if not glyph.text.isspace())
    return any(abs(glyph.x1 - left) < _PRESSED * size for glyph in line if not glyph.text.isspace())


def _line(glyphs: list[Glyph], place: Place) -> Line:
    inked = [glyph for glyph in glyphs if not glyph.text.isspace()]
    size = statistics.median(glyph.size for glyph in inked)
    return Line(
        words=tuple(words_of(glyphs, size)),
        y=statistics.median(glyph.y for glyph in inked),
        size=size,
        place=place,
        fonts=frozenset(glyph.font for glyph in inked if glyph.text.isalnum()),
    )


def words_of(glyphs: Iterable[Glyph], size: float) -> Iterator[Word]:
    """The words of a line: a blank or a gap parts them."""
    ordered = sorted(glyphs, key=lambda glyph: (glyph.x0, glyph.order))
    narrowest = _narrowest_blank(ordered, size)
    word: list[Glyph] = []
    is_first, has_blank, is_apart = True, False, False
    for glyph in ordered:
        if glyph.text.isspace():
            has_blank = True
        elif word and _is_printed_twice(word[-1], glyph, size):
            continue
        else:
            gap = glyph.x0 - word[-1].x1 if word else 0.0
            jumps = bool(word) and gap > -_PRINTED_TWICE * size and _jumps(word[-1], glyph)
            is_behind_marker = is_first and gap > _BEHIND_MARKER * size and _is_marker(word)
            if word and (
                (has_blank and gap > -_PRESSED * size) or gap > narrowest or jumps or is_behind_marker
            ):
                yield _word(word, is_apart)
                word, is_apart, is_first = [], jumps, False
            word.append(glyph)
            has_blank = False
    if word:
        yield _word(word, is_apart)


def _narrowest_blank(ordered: list[Glyph], size: float) -> float:
    """The narrowest gap that parts words where no blank is written, beyond what letters that are spaced stand apart."""
    gaps = [following.x0 - glyph.x1 for glyph, following in pairwise(ordered)]
    letter_spacing = max(0.0, statistics.median(gaps)) if len(gaps) >= _TELLING_GAPS else 0.0
    writes_blanks = any(glyph.text.isspace() for glyph in ordered[1:-1])
    return letter_spacing + size * (_NARROWEST_BESIDE_WRITTEN if writes_blanks else _NARROWEST_BLANK)


def _is_marker(word: list[Glyph]) -> bool:
    """Whether what a line begins with is a number or letter of a list, with little room before its text."""
    return is_counted("".join(glyph.text for glyph in word))


def _is_printed_twice(glyph: Glyph, again: Glyph, size: float) -> bool:
    is_near = abs(again.x0 - glyph.x0) < _PRINTED_TWICE * size
    return again.text == glyph.text and is_near and abs(again.order - glyph.order) > 1


def _jumps(glyph: Glyph, following: Glyph) -> bool:
    """Whether the file draws one much before or after the other; a drawn bullet has no place in its order."""
    is_ordered = glyph.order >= 0 and following.order >= 0
    return is_ordered and not -1 <= following.order - glyph.order < _LONGEST_STEP


def _word(glyphs: list[Glyph], is_drawn_apart: bool) -> Word:
    text = "".join(glyph.text for glyph in glyphs)
    x0, x1 = glyphs[0].x0, max(glyph.x1 for glyph in glyphs)
    return Word(text, x0, x1, _first_piece(glyphs, text, x1) - x0, is_drawn_apart)


def _first_piece(glyphs: list[Glyph], text: str, x1: float) -> float:
    """Where a line may break in a word: behind a hyphen between letters, as in "Høje-Taastrup"."""
    hyphen = re.match(r"[^\W\d_]+-", text)
    if hyphen and len(text) == len(glyphs):
        return glyphs[hyphen.end() - 1].x1
    return x1
