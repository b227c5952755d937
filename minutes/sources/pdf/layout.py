"""What a document shows as a whole: its margins, the space between its lines, where first lines are indented."""

from __future__ import annotations

import re
import statistics
from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import pairwise

from .lines import Line

# In em unless said otherwise. Lines whose type differs by less are alike: rounding in the file.
_SAME_SIZE = 0.03
# The right margin is where the longest line ends that another comes so near to.
_SAME_MARGIN = 3
# A line of fewer characters tells nothing of the margin: it may be a cell's.
_TELLING = 40
# The left margin is where so many lines begin of those that begin where most do.
_FEW_LINES = 0.1
# From baseline to baseline, lines of one paragraph stand so far apart; if nothing is to be learnt, a little over the
# size of the type.
_TIGHTEST, _WIDEST, _USUAL_PITCH = 0.9, 2.2, 1.2
# Somewhat more than the space between lines is that between paragraphs.
_MORE_THAN_PITCH = 1.18
# How wide a blank is where nothing is to be learnt; wider gaps are no blanks. How far words reach beyond the margin.
_USUAL_BLANK, _WIDEST_BLANK, _BEYOND_MARGIN = 0.28, 1, 0.1
_INDENT = 0.3
# In points: cells have some room on their left.
_LEAST_INSET = 1
# The middles of centred lines differ by no more.
_OFF_CENTRE = 0.5
# The blanks of so many words at the end of a line are enough to tell by.
_TELLING_WORDS = 12
# Gaps between columns: wider than stretched blanks, or, where none is stretched, so many times as wide as blanks.
_COLUMN_GAP, _NARROWEST_COLUMN_GAP, _MORE_THAN_BLANKS = 1.1, 0.6, 1.8
# Of full lines, so many end at the margin where text is justified.
_JUSTIFIED = 0.8
_AT_MARGIN = 0.15


def are_alike(line: Line, other: Line, tolerance: float = _SAME_SIZE) -> bool:
    """Whether two lines may be of one paragraph, by their type."""
    return have_same_size(line, other, tolerance) and (
        not line.fonts or not other.fonts or not line.fonts.isdisjoint(other.fonts)
    )


def have_same_size(line: Line, other: Line, tolerance: float = _SAME_SIZE) -> bool:
    """Whether the types of two lines are equally large."""
    return abs(line.size - other.size) < tolerance * line.size + 0.1


class Layout:
    """What is learnt from all lines of a document, without its heads and feet."""

    def __init__(self, lines: Sequence[Line]) -> None:
        pairs = [(line, following) for line, following in pairwise(lines) if line.place == following.place]
        self._rights = _right_margins(lines, pairs)
        self._lefts = _left_margins(lines)
        self._blank = _usual_blank(lines)
        same = [pair for pair in pairs if have_same_size(*pair)]
        self._pitch = self._learn_pitch(same)
        paragraphs = [pair for pair in same if self.is_near(*pair) and self.is_full(*pair)]
        self.is_justified = self._learn_justified(paragraphs)
        self.indents = _first_lines(paragraphs)
        self._below_markers = _below_markers(paragraphs)

    def _learn_pitch(self, pairs: list[tuple[Line, Line]]) -> float:
        ratios = [
            round((following.y - line.y) / line.size, 2)
            for line, following in pairs
            if self.is_full(line, following) and not following.marker
        ]
        within = [ratio for ratio in ratios if _TIGHTEST < ratio < _WIDEST]
        return statistics.mode(within) if within else _USUAL_PITCH

    def _learn_justified(self, paragraphs: list[tuple[Line, Line]]) -> bool:
        at_margin = [abs(line.x1 - self.right(line)) < _AT_MARGIN * line.size for line, _ in paragraphs]
        return sum(at_margin) > _JUSTIFIED * len(at_margin)

    def is_inset(self, line: Line) -> bool:
        """Whether a line begins a little right of the left margin, as what stands in cells does."""
        return _LEAST_INSET < line.x0 - self._lefts[line.place.column] < line.size

    def right(self, line: Line) -> float:
        """Where the lines of its column end."""
        return self._rights[line.place.column]

    def pitch(self, size: float) -> float:
        """How far the lines of a paragraph stand apart, from baseline to baseline, by the size of their type."""
        return self._pitch * size

    def blank(self, size: float) -> float:
        """How wide the blank between two words usually is."""
        return self._blank * size

    def column_gap(self, size: float) -> float:
        """How wide a gap is that may part two columns: in lines that are not stretched, somewhat wider than blanks."""
        if self.is_justified:
            return _COLUMN_GAP * size
        return max(_NARROWEST_COLUMN_GAP, min(_COLUMN_GAP, _MORE_THAN_BLANKS * self._blank)) * size

    def is_near(self, line: Line, following: Line) -> bool:
        """Whether no more space is between two lines than a paragraph's lines have."""
        return line.place == following.place and 0 < following.y - line.y < _MORE_THAN_PITCH * self.pitch(
            line.size
        )

    def is_full(self, line: Line, following: Line) -> bool:
        """Whether the next line's first word, or piece of it, had no room at the end of this one."""
        # Of a centred line, the room on its left counts too.
        begin = self._lefts[line.place.column] if self.are_centred(line, following) else line.x0
        needed = begin + (line.x1 - line.x0) + self.blank(line.size) + following.words[0].first_piece
        return needed > self.right(line) - _BEYOND_MARGIN * line.size

    def are_centred(self, line: Line, following: Line) -> bool:
        """Whether two lines have one middle, but begin at two places, the second inside the margin."""
        is_inside = following.x0 > self._lefts[following.place.column] + following.size
        is_inside &= abs(line.x0 - following.x0) > _INDENT * line.size
        offset = (line.x0 + line.x1) / 2 - (following.x0 + following.x1) / 2
        return is_inside and abs(offset) < _OFF_CENTRE * line.size

    def goes_on_below_marker(self, entry: Line) -> bool:
        """Whether entries of lists with a marker like this one's go on below it, and not below their text."""
        return entry.is_bulleted in self._below_markers

    def begins_indented(self, line: Line) -> bool:
        """Whether first lines of paragraphs, and no others, begin where this one does."""
        return round(line.x0) in self.indents


def _right_margins(lines: Sequence[Line], pairs: list[tuple[Line, Line]]) -> dict[int, float]:
    """The right margin of each column: where the longest of its wrapped lines end."""
    wrapped: dict[int, list[Line]] = defaultdict(list)
    widest: dict[int, float] = {}
    for line in lines:
        column = line.place.column
        widest[column] = max(line.x1, widest.get(column, line.x1))
    for line, following in pairs:
        if _may_be_wrapped(line, following):
            wrapped[line.place.column].append(line)
    return {
        column: _margin(wrapped[column]) if wrapped[column] else limit for column, limit in widest.items()
    }


def _left_margins(lines: Sequence[Line]) -> dict[int, float]:
    """The left margin of each column: the leftmost place where lines begin, but for a few that stick out."""
    starts: dict[int, Counter[int]] = defaultdict(Counter)
    for line in lines:
        starts[line.place.column][round(line.x0)] += 1
    return {
        column: float(min(x for x, count in counts.items() if count >= _FEW_LINES * max(counts.values())))
        for column, counts in starts.items()
    }


def _usual_blank(lines: Sequence[Line]) -> float:
    """The blank between words in em."""
    gaps = [
        (right.x0 - left.x1) / line.size
        for line in lines
        for left, right in pairwise(line.words[-_TELLING_WORDS:])
    ]
    blanks = [gap for gap in gaps if 0 < gap < _WIDEST_BLANK]
    return statistics.median(blanks) if blanks else _USUAL_BLANK


def _below_markers(paragraphs: list[tuple[Line, Line]]) -> set[bool]:
    """Which entries of lists go on below their markers rather than below their text: by whether these are bullets."""
    counts: Counter[bool] = Counter()
    for line, following in paragraphs:
        if line.marker and not following.marker and following.text[0].islower():
            counts[line.is_bulleted] += abs(following.x0 - line.x0) < _INDENT * line.size
            counts[line.is_bulleted] -= abs(following.x0 - line.body_x0) < _INDENT * line.size
    return {is_bulleted for is_bulleted, count in counts.items() if count > 0}


def _may_be_wrapped(line: Line, following: Line) -> bool:
    is_close = 0 < following.y - line.y < 2 * line.size
    is_telling = len(line.text) > _TELLING or line.place.column > 0
    return is_close and is_telling and are_alike(line, following) and following.text[0].islower()


def _margin(lines: list[Line]) -> float:
    """Where the longest of wrapped lines ends; one that another does not come near sticks out of the page."""
    ends = sorted((line.x1 for line in lines), reverse=True)
    near = _SAME_MARGIN * statistics.median(line.size for line in lines)
    return next((end for end, second in pairwise(ends) if end - second < near), ends[0])


def _first_lines(paragraphs: list[tuple[Line, Line]]) -> set[int]:
    """Where lines begin that are indented: after a full line there, the next one mostly begins further left."""
    moves: Counter[int] = Counter()
    for line, following in paragraphs:
        if line.marker or following.marker:
            continue
        if following.x0 < line.x0 - _INDENT * line.size:
            moves[round(line.x0)] += 1
        elif abs(following.x0 - line.x0) < _INDENT * line.size:
            moves[round(line.x0)] -= 1
    return {x for x, count in moves.items() if count > 0}


def is_in_word(line: Line) -> bool:
    """Whether a line ends in a hyphen within a word."""
    return re.search(r"\w-$", line.text) is not None
