"""How far a table without rules reaches, and where its columns begin: by the strips that its lines leave free."""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterable
from itertools import pairwise

from minutes.sources.pdf.layout import Layout, have_same_size
from minutes.sources.pdf.lines import Line, Word

from .gaps import (
    FAR,
    MORE_THAN_BLANK,
    SAME_EDGE,
    Gap,
    Strip,
    begins_with,
    gaps_within,
    may_be_row,
    step_between,
)

# In em: the strip that all lines of a table leave free between two columns.
_GUTTER = 0.3
# In points: places that differ by less are one.
_SAME_PLACE = 0.1
# In em: rows stand no further apart than this, or than somewhat more than the rows above.
_FURTHEST_ROWS, _FURTHEST_AFTER, _MORE_THAN_ROWS = 2.4, 1.9, 1.35


class _Places:
    """Places on a line, in their order."""

    def __init__(self, places: Iterable[float]) -> None:
        self._places = sorted(places)

    def add(self, place: float) -> None:
        if not self.has(place, _SAME_PLACE):
            insort(self._places, place)

    def has(self, place: float, near: float) -> bool:
        """Whether one of them is nearer than `near`."""
        first = bisect_right(self._places, place - near)
        return first < len(self._places) and self._places[first] < place + near


class GrowingTable:
    """A table that grows line by line, as long as a strip stays free."""

    def __init__(self, lines: list[Line], layout: Layout) -> None:
        self.lines = lines
        self.layout = layout
        first = lines[0]
        self.strips: list[Strip] = [(gap.left, gap.right) for gap in gaps_within(first, self.layout)]
        if len(lines) > 1 and lines[1].x0 < first.x0 - layout.column_gap(first.size):
            # A header whose first cell is empty.
            self.strips.insert(0, (-FAR, first.x0))
        # Where cells begin and end, as far as the lines taken show.
        self.starts = _Places(right for _, right in self.strips)
        self.ends = _Places([first.x1])
        self.furthest = _FURTHEST_ROWS * first.size

    def run(self) -> tuple[int, list[Strip]]:
        """How many lines the table has, and the strips that they leave free."""
        kept = 1, self.strips
        for count, (above, line) in enumerate(pairwise(self.lines), start=2):
            if not self._may_follow(above, line):
                break
            strips = self._left_free(line)
            if not any(left > -FAR for left, _ in strips):
                break
            self._take(above, line, strips, count)
            # A line in one column only is taken when a row follows, or as the end of a cell.
            is_last = kept[0] == count - 1 and (self._ends_cell(above, line) or self._is_single_cell(line))
            if is_last or self._has_cells(line):
                kept = count, strips
        return kept

    def _may_follow(self, above: Line, line: Line) -> bool:
        return (
            have_same_size(self.lines[0], line, 0.1)
            and may_be_row(line, self.layout)
            and step_between(above, line) <= self.furthest
        )

    def _left_free(self, line: Line) -> list[Strip]:
        """What a line leaves of the strips, by its wide gaps, and by narrow ones at the edges of cells."""
        em = line.size
        outside = [Gap(-FAR, line.x0, True), Gap(line.x1, FAR, True)]
        wide = [gap for gap in gaps_within(line, self.layout) if gap.is_wide]
        free = wide + self._narrow_at_edges(line) + outside
        left = []
        for a, b in self.strips:
            for gap in free:
                strip = max(a, gap.left), min(b, gap.right)
                width = strip[1] - strip[0]
                if width > _GUTTER * em or (gap.is_drawn_apart and width > -0.1 * em) or strip == (a, b):
                    left.append(strip)
        return left

    def _narrow_at_edges(self, line: Line) -> list[Gap]:
        """Narrow gaps before text that begins where cells do, or a figure that ends where cells do.

        They are wider than the line's blanks, or are all that it has: in prose, some word always begins below a cell.
        """
        narrow = [gap for gap in gaps_within(line, self.layout) if not gap.is_wide]
        at_edges = [gap for gap in narrow if self._is_at_edge(gap, line)]
        blank = self.layout.blank(line.size)
        if len(at_edges) < len(narrow):
            blank = max(blank, min(gap.width for gap in narrow))
        return [gap for gap in at_edges if gap.width > MORE_THAN_BLANK * blank]

    def _is_at_edge(self, gap: Gap, line: Line) -> bool:
        near, last = SAME_EDGE * line.size, line.words[-1]
        is_last_figure = gap.right == last.x0 and last.text[0].isdigit()
        return self.starts.has(gap.right, near) or (is_last_figure and self.ends.has(line.x1, near))

    def _take(self, above: Line, line: Line, strips: list[Strip], count: int) -> None:
        furthest = _MORE_THAN_ROWS * step_between(above, line)
        # The space below the header says little of that between the rows.
        self.furthest = max(furthest, self.furthest if count < 4 else 0, _FURTHEST_AFTER * line.size)
        self.strips = strips
        for gap in gaps_within(line, self.layout):
            if gap.is_wide:
                self.starts.add(gap.right)
        self.ends.add(line.x1)

    def _has_cells(self, line: Line) -> bool:
        gaps = gaps_within(line, self.layout)
        return any(min(gap.right, b) >= max(gap.left, a) for a, b in self.strips for gap in gaps)

    def _is_single_cell(self, line: Line) -> bool:
        """Whether a line stands where the cells of the first column do, and the text of the page does not."""
        return begins_with(line, self.lines[0]) and self.layout.is_inset(line)

    def _ends_cell(self, above: Line, line: Line) -> bool:
        return self.layout.is_near(above, line) and line.text[0].islower()


def columns_between(strips: list[Strip], lines: list[Line], layout: Layout) -> list[float]:
    """The left edges of columns: text right of a strip begins or ends at one place, and some lines have a wide gap."""
    em = lines[0].size
    columns = [min(line.x0 for line in lines)]
    strips = [strip for strip in strips if strip[0] > -FAR]
    for (left, right), limit in zip(strips, [*(left for left, _ in strips[1:]), FAR], strict=True):
        cells = [[word for word in line.words if right - 1 <= word.x0 < limit + 1] for line in lines]
        middle = (left + right) / 2
        wide = sum(
            gap.is_wide
            for line in lines
            for gap in gaps_within(line, layout)
            if gap.left <= middle <= gap.right
        )
        if _are_aligned([cell for cell in cells if cell], em) and wide > 1:
            columns.append(right)
    return columns


def _are_aligned(cells: list[list[Word]], em: float) -> bool:
    """Whether most cells begin, or end, at one place."""
    sides = [cell[0].x0 for cell in cells], [cell[-1].x1 for cell in cells]
    enough = max(2, 0.6 * len(cells))
    return any(_most_at_one_place(sorted(side), SAME_EDGE * em) >= enough for side in sides)


def _most_at_one_place(places: list[float], near: float) -> int:
    """How many of the sorted places are nearer than `near` to one of them."""
    return max((bisect_left(places, x + near) - bisect_right(places, x - near) for x in places), default=0)
