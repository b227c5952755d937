"""Tables with rules: the drawn lines make a grid, and what stands between them are the cells."""

from __future__ import annotations

import statistics
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from minutes.sources.pdf.characters import Box, Glyph
from minutes.sources.pdf.lines import Line, Place, lines_of

from .table import Table

# In points: shorter is a dot or a tick; ends of rules that meet are as near as this.
_SHORTEST_RULE, _MEETS = 8, 3
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


def ruled_tables(glyphs: list[Glyph], frames: Iterable[Box], page: int) -> tuple[list[Table], list[Glyph]]:
    """The tables of a page, and the characters outside them."""
    tables = []
    for grid in grids(rules_of(frames)):
        if _cuts_words(grid, glyphs):
            continue  # lines under text, or to lead the eye
        rows, taken = _rows(grid, glyphs, page)
        if sum(any(cells) for cells in zip(*rows, strict=True)) > 1:
            tables.append(Table(page, grid.tops[0], rows, grid.lefts[:-1], page))
            glyphs = [glyph for glyph in glyphs if glyph not in taken]
    return tables, glyphs


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
    """Groups of rules that touch and make at least two columns."""
    left = set(rules)
    while left:
        group = [left.pop()]
        for rule in group:  # the group grows while it is gone through
            touching = {other for other in left if _touch(rule, other)}
            group += touching
            left -= touching
        lefts = _edges(rule.x0 for rule in group if rule.is_upright)
        tops = _edges(rule.y0 for rule in group if not rule.is_upright)
        if len(lefts) > 2 and len(tops) > 1:
            yield Grid(lefts, tops, group)


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


def _rows(grid: Grid, glyphs: list[Glyph], page: int) -> tuple[list[list[list[Line]]], set[Glyph]]:
    """The cells of each row that has any text, each the lines in it, and the characters that they are made of."""
    rows: list[list[list[Line]]] = []
    taken: set[Glyph] = set()
    for top, bottom in pairwise(grid.tops):
        band = [glyph for glyph in glyphs if top < _middle(glyph) < bottom]
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


def _cuts_words(grid: Grid, glyphs: list[Glyph]) -> bool:
    """Whether an upright rule of a row runs through a word."""
    return any(
        _cuts_word(glyphs, x, top, bottom)
        for top, bottom in pairwise(grid.tops)
        for x in grid.drawn_lefts(top, bottom)
    )


def _cuts_word(glyphs: list[Glyph], x: float, top: float, bottom: float) -> bool:
    near = [
        glyph
        for glyph in glyphs
        if abs(glyph.x0 - x) < 2 * glyph.size and top < _middle(glyph) < bottom and not glyph.text.isspace()
    ]
    following = {glyph.order: glyph for glyph in near}
    return any(
        glyph.x0 + glyph.x1 < 2 * x < after.x0 + after.x1
        and after.x0 - glyph.x1 < _LETTERS_APART * glyph.size
        and abs(glyph.y - after.y) < 1
        for glyph in near
        if (after := following.get(glyph.order + 1))
    )
