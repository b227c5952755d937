"""Text in two columns: a strip of the page that is free from top to bottom, with lines of prose on both sides of it.

A table of two columns looks alike; but most lines of prose begin in the middle of a sentence, with a small letter, and
the blocks of two columns begin at different heights, as the cells of a row do not.
"""

from __future__ import annotations

import statistics
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple

from .characters import Glyph
from .lines import Line, Place, Word, lines_of
from .tables import Table

Element = Line | Table

# All in em: the narrowest strip between two columns, and how far the edges of a column's lines differ.
_NARROWEST_STRIP, _SAME_EDGE = 0.9, 0.3
# Lines that stand further apart, in the size of their type, are not in the columns: a head or a foot.
_FURTHEST_LINES = 3
# So many lines are in each column at least, and so many blocks that are set apart from one another.
_FEWEST_LINES, _FEWEST_BLOCKS = 7, 3
# So much of a column's width is a long line; so many are most and some; so many of prose begin with a small letter.
_LONG, _MOST, _SOME, _SHARE_OF_SMALL = 0.7, 0.6, 0.15, 0.5
_MORE_THAN_PITCH = 1.2
# The right column begins on this part of the width of the text.
_LEFTMOST, _RIGHTMOST = 0.35, 0.65


class _Piece(NamedTuple):
    """A stretch of a line without a wide gap."""

    text: str
    x0: float
    x1: float
    y: float
    size: float


class Zone(NamedTuple):
    """The part of a page that is in two columns: from its top to its bottom, with the right one from `right_x0` on."""

    top: float
    bottom: float
    right_x0: float

    def holds(self, y: float) -> bool:
        return self.top <= y <= self.bottom


class ReadingOrder:
    """Puts what stands on the pages of a document in the order in which it is read, page by page."""

    def __init__(self) -> None:
        self._pages = 0
        self._starts: Counter[int] = Counter()

    def read(self, glyphs: list[Glyph], tables: Iterable[Table], page: int) -> list[Element]:
        """The lines and tables of the next page: of two columns, the left one comes first."""
        lines = lines_of(glyphs, Place(page))
        zone = find_zone(lines) or self._zone_as_before(lines)
        self._pages += 1
        if zone is None:
            return sorted([*lines, *tables], key=lambda element: element.y)
        self._starts[round(zone.right_x0)] += 1
        zone = _with_tables(zone, tables, lines)
        columns = [
            line
            for column in (1, 2)
            for line in lines_of(_glyphs_of(glyphs, zone, column), Place(page, column))
        ]
        outside = [line for line in lines if not zone.holds(line.y)]
        return sorted([*outside, *columns, *tables], key=lambda element: _order(element, zone))

    def _zone_as_before(self, lines: list[Line]) -> Zone | None:
        """The columns of a page with few lines, in a document most pages of which are in such columns."""
        start, count = self._starts.most_common(1)[0] if self._starts else (0, 0)
        if not lines or not count or 2 * count < self._pages:
            return None
        pieces = _pieces(lines)
        return next((zone for run in _runs(pieces, start) if (zone := _zone_at(run, start))), None)


def _with_tables(zone: Zone, tables: Iterable[Table], lines: list[Line]) -> Zone:
    """The zone with the tables that a column begins or ends with: no line stands between them and it."""
    for table in tables:
        top, bottom = min(zone.top, table.y), max(zone.bottom, table.y)
        if not any(top <= line.y <= bottom and not zone.holds(line.y) for line in lines):
            zone = zone._replace(top=top, bottom=bottom)
    return zone


def _glyphs_of(glyphs: list[Glyph], zone: Zone, column: int) -> list[Glyph]:
    return [glyph for glyph in glyphs if zone.holds(glyph.y) and (glyph.x1 > zone.right_x0) == (column == 2)]


def _order(element: Element, zone: Zone) -> tuple[float, int, float]:
    if not zone.holds(element.y):
        return element.y, 0, 0
    if isinstance(element, Line):
        return zone.top, element.place.column, element.y
    return zone.top, 2 if element.columns[0] >= zone.right_x0 else 1, element.y


def find_zone(lines: list[Line]) -> Zone | None:
    """Where a page is in two columns, if it is."""
    pieces = _pieces(lines)
    if len(pieces) < 2 * _FEWEST_LINES:
        return None
    left, right = min(piece.x0 for piece in pieces), max(piece.x1 for piece in pieces)
    starts = Counter(
        round(piece.x0) for piece in pieces if _LEFTMOST < (piece.x0 - left) / (right - left) < _RIGHTMOST
    )
    if not starts or starts.most_common(1)[0][1] < _FEWEST_LINES:
        return None
    start = min(piece.x0 for piece in pieces if round(piece.x0) == starts.most_common(1)[0][0])
    return next((zone for run in _runs(pieces, start) if (zone := _zone(run, start))), None)


def _pieces(lines: list[Line]) -> list[_Piece]:
    strip = _NARROWEST_STRIP * statistics.median(line.size for line in lines) if lines else 0.0
    return [_piece(words, line) for line in lines for words in _words_between(line, strip)]


def _words_between(line: Line, strip: float) -> Iterator[list[Word]]:
    """The words of a line, in groups that gaps as wide as a strip part."""
    words: list[Word] = [line.words[0]]
    for word, following in pairwise(line.words):
        if following.x0 - word.x1 > strip:
            yield words
            words = []
        words.append(following)
    yield words


def _piece(words: list[Word], line: Line) -> _Piece:
    return _Piece(" ".join(word.text for word in words), words[0].x0, words[-1].x1, line.y, line.size)


def _runs(pieces: list[_Piece], start: float) -> Iterator[list[_Piece]]:
    """Runs of pieces, from the top down, of which none reaches over the left edge of the right column."""
    near = _SAME_EDGE * statistics.median(piece.size for piece in pieces)
    run: list[_Piece] = []
    for piece in sorted(pieces, key=lambda piece: piece.y):
        is_over = piece.x0 < start - near < piece.x1
        is_far = bool(run) and piece.y - run[-1].y > _FURTHEST_LINES * piece.size
        if is_over or is_far:
            yield run
            run = []
        if not is_over:
            run.append(piece)
    yield run


def _zone(run: list[_Piece], start: float) -> Zone | None:
    left, right = _sides(run, start)
    if min(len(left), len(right)) < _FEWEST_LINES or not (_are_prose(left, right) or _are_apart(left, right)):
        return None
    return _zone_at(run, start)


def _zone_at(run: list[_Piece], start: float) -> Zone | None:
    """The zone that a run of pieces is with the right column at `start`, where some stand on both sides of it."""
    if min(map(len, _sides(run, start))) < _FEWEST_BLOCKS:
        return None
    size = statistics.median(piece.size for piece in run)
    return Zone(run[0].y - size / 2, run[-1].y + size / 2, start - _SAME_EDGE * size)


def _sides(run: list[_Piece], start: float) -> tuple[list[_Piece], list[_Piece]]:
    left = [piece for piece in run if piece.x0 < start - _SAME_EDGE * piece.size]
    return left, [piece for piece in run if piece.x0 >= start - _SAME_EDGE * piece.size]


def _are_prose(left: list[_Piece], right: list[_Piece]) -> bool:
    """Whether most lines of both columns are long, and begin in the middle of a sentence."""
    return all(
        _share_of_long(pieces) >= _MOST
        and sum(piece.text[0].islower() for piece in pieces) >= _SHARE_OF_SMALL * len(pieces)
        for pieces in (left, right)
    )


def _share_of_long(pieces: list[_Piece]) -> float:
    width = max(piece.x1 for piece in pieces) - min(piece.x0 for piece in pieces)
    return sum(piece.x1 - piece.x0 > _LONG * width for piece in pieces) / len(pieces)


def _are_apart(left: list[_Piece], right: list[_Piece]) -> bool:
    """Whether the columns have some long lines, and blocks that begin at other heights than those of the other."""
    starts, others = _starts_of_blocks(left), _starts_of_blocks(right)
    if min(len(starts), len(others)) < _FEWEST_BLOCKS or min(map(_share_of_long, (left, right))) < _SOME:
        return False
    together = sum(any(abs(y - other) < 1 for other in others) for y in starts)
    return together <= len(starts) / 2


def _starts_of_blocks(pieces: list[_Piece]) -> list[float]:
    """The heights of lines that stand further below the line above than lines of a paragraph do."""
    steps = [
        (following.y - piece.y, following.y) for piece, following in pairwise(pieces) if following.y > piece.y
    ]
    pitch = statistics.median_low(step for step, _ in steps)
    return [y for step, y in steps if step > _MORE_THAN_PITCH * pitch]
