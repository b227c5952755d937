"""Tables with rules: the drawn lines make a grid, and what stands between them are the cells."""

from __future__ import annotations

import statistics
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from minutes.sources.pdf.characters import Box, Glyph
from minutes.sources.pdf.lines import Line, Place, lines_of

from .table import Table

# In points: shorter is a dot or a tick; ends of rules that meet are as near as this.
_SHORTEST_RULE, _MEETS = 8, 3
# In points: the squares in which rules are compared; no paper is longer than so many of them.
_SQUARE, _MOST_SQUARES = 40, 100
# What has more cells on a page is squared paper, or a drawing.
_MOST_CELLS = 3000
# How far the middle of a character stands above its baseline, in em.
_MIDDLE = 0.3
# Letters of one word stand closer than this, in em.
_LETTERS_APART = 0.12


class Rule(NamedTuple):
    """A straight line, from left to right or from the top down."""

    x0: float
    y0: float
    x1: float
    y1: float

    @property
    def is_upright(self) -> bool:
        return self.x0 == self.x1


@dataclass(frozen=True, slots=True)
class Grid:
    """Rules that touch, and where the edges of their columns and rows are."""

    lefts: list[float]
    tops: list[float]
    rules: list[Rule]

    def drawn_lefts(self, top: float, bottom: float) -> list[float]:
        """The edges that are drawn in a row: a cell may be as wide as several columns."""
        middle = (top + bottom) / 2
        upright = [rule.x0 for rule in self.rules if rule.is_upright and rule.y0 < middle < rule.y1]
        return [left for left in self.lefts if any(abs(x - left) <= _MEETS + 1 for x in upright)]


class _Glyphs:
    """The characters of a page by their heights, without those that a table has taken."""

    def __init__(self, glyphs: Iterable[Glyph]) -> None:
        self._glyphs = sorted(glyphs, key=_middle)
        self._middles = [_middle(glyph) for glyph in self._glyphs]
        self.taken: set[Glyph] = set()

    def between(self, top: float, bottom: float) -> list[Glyph]:
        first, last = bisect_right(self._middles, top), bisect_left(self._middles, bottom)
        return [glyph for glyph in self._glyphs[first:last] if glyph not in self.taken]


def ruled_tables(glyphs: list[Glyph], frames: Iterable[Box], page: int) -> tuple[list[Table], list[Glyph]]:
    """The tables of a page, and the characters outside them."""
    tables = []
    by_height = _Glyphs(glyphs)
    for grid in grids(rules_of(frames)):
        if _cuts_words(grid, by_height):
            continue  # lines under text, or to lead the eye
        rows, inside = _rows(grid, by_height, page)
        if sum(any(cells) for cells in zip(*rows, strict=True)) > 1:
            tables.append(Table(page, grid.tops[0], rows, grid.lefts[:-1], page))
            by_height.taken.update(inside)
    return tables, [glyph for glyph in glyphs if glyph not in by_height.taken]


def rules_of(frames: Iterable[Box]) -> Iterator[Rule]:
    """The lines that drawings are made of: a frame has four."""
    for x0, y0, x1, y1 in frames:
        width, height = x1 - x0, y1 - y0
        if width > _SHORTEST_RULE and height > _SHORTEST_RULE:
            yield from (
                Rule(x0, y0, x1, y0),
                Rule(x0, y1, x1, y1),
                Rule(x0, y0, x0, y1),
                Rule(x1, y0, x1, y1),
            )
        elif max(width, height) > _SHORTEST_RULE and min(width, height) < _MEETS:
            yield Rule(x0, y0, x1, y0) if width > height else Rule(x0, y0, x0, y1)


def grids(rules: Iterable[Rule]) -> Iterator[Grid]:
    """Groups of rules that touch and make at least two columns, but for those that no page has room for."""
    for group in _touching(list(dict.fromkeys(rules))):
        lefts = _edges(rule.x0 for rule in group if rule.is_upright)
        tops = _edges(rule.y0 for rule in group if not rule.is_upright)
        if len(lefts) > 2 and len(tops) > 1 and len(lefts) * len(tops) < _MOST_CELLS:
            yield Grid(lefts, tops, group)


def _touching(rules: Sequence[Rule]) -> Iterator[list[Rule]]:
    """Groups of rules of which each touches another one. Only rules in one square of the page are compared."""
    squares: dict[tuple[int, int], list[Rule]] = defaultdict(list)
    for rule in rules:
        for square in _squares(rule):
            squares[square].append(rule)
    left = set(rules)
    for rule in rules:
        if rule not in left:
            continue
        left.remove(rule)
        group = [rule]
        for each in group:  # the group grows while it is gone through
            near = {other for square in _squares(each) for other in squares[square] if other in left}
            touching = [other for other in near if _touch(each, other)]
            group += touching
            left.difference_update(touching)
        yield group


def _squares(rule: Rule) -> Iterator[tuple[int, int]]:
    columns = range(int((rule.x0 - _MEETS) // _SQUARE), int((rule.x1 + _MEETS) // _SQUARE) + 1)
    rows = range(int((rule.y0 - _MEETS) // _SQUARE), int((rule.y1 + _MEETS) // _SQUARE) + 1)
    return ((column, row) for column in columns[:_MOST_SQUARES] for row in rows[:_MOST_SQUARES])


def _touch(rule: Rule, other: Rule) -> bool:
    is_beside = other.x0 < rule.x1 + _MEETS and rule.x0 < other.x1 + _MEETS
    return is_beside and other.y0 < rule.y1 + _MEETS and rule.y0 < other.y1 + _MEETS


def _edges(values: Iterable[float]) -> list[float]:
    """One value for each group of near ones."""
    groups: list[list[float]] = []
    for value in sorted(set(values)):
        if groups and value - groups[-1][-1] <= _MEETS:
            groups[-1].append(value)
        else:
            groups.append([value])
    return [statistics.mean(group) for group in groups]


def _rows(grid: Grid, glyphs: _Glyphs, page: int) -> tuple[list[list[list[Line]]], set[Glyph]]:
    """The cells of each row that has any text, each the lines in it, and the characters that they are made of."""
    rows: list[list[list[Line]]] = []
    taken: set[Glyph] = set()
    for top, bottom in pairwise(grid.tops):
        band = glyphs.between(top, bottom)
        cells: list[list[Line]] = [[] for _ in grid.lefts[:-1]]
        drawn = grid.drawn_lefts(top, bottom)
        for left, right in pairwise(drawn):
            inside = [glyph for glyph in band if left < (glyph.x0 + glyph.x1) / 2 < right]
            cells[grid.lefts.index(left)] = lines_of(inside, Place(page))
            taken.update(inside)
        if any(cells):
            rows.append(cells)
    return rows, taken


def _middle(glyph: Glyph) -> float:
    return glyph.y - _MIDDLE * glyph.size


def _cuts_words(grid: Grid, glyphs: _Glyphs) -> bool:
    """Whether an upright rule of a row runs through a word."""
    for top, bottom in pairwise(grid.tops):
        band = glyphs.between(top, bottom)
        if any(_cuts_word(band, x) for x in grid.drawn_lefts(top, bottom)):
            return True
    return False


def _cuts_word(band: list[Glyph], x: float) -> bool:
    near = [glyph for glyph in band if abs(glyph.x0 - x) < 2 * glyph.size and not glyph.text.isspace()]
    following = {glyph.order: glyph for glyph in near}
    return any(
        glyph.x0 + glyph.x1 < 2 * x < after.x0 + after.x1
        and after.x0 - glyph.x1 < _LETTERS_APART * glyph.size
        and abs(glyph.y - after.y) < 1
        for glyph in near
        if (after := following.get(glyph.order + 1))
    )
