"""Tables without rules: a run of lines that all leave the same strips of the page free."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from minutes.sources.pdf.contents import has_leader
from minutes.sources.pdf.layout import Layout, are_alike, have_same_size
from minutes.sources.pdf.lines import Line, Word
from minutes.sources.standing_alone import stands_alone

from .table import Table, text_of

# All in em. The strip that all lines of a table leave free between two columns;
_GUTTER = 0.3
# edges of columns that are this near are the same.
_SAME_EDGE = 0.25
# A gap between columns is so much wider than a blank between words at least.
_MORE_THAN_BLANK = 1.5
# Rows stand no further apart than this, or than somewhat more than the rows above;
_FURTHEST_ROWS, _FURTHEST_AFTER, _MORE_THAN_ROWS = 2.4, 1.9, 1.35
# the step over a page break counts as that of lines.
_STEP_OVER_PAGE = 1.3
# Lines that stand somewhat further apart than those within a row begin a new one.
_MORE_THAN_PITCH = 1.12
# Rows stand equally far apart where their steps differ by this share at most.
_SAME_STEP = 0.08
# Of a justified line with few words all gaps are wide, and about equally.
_STRETCHED_GAPS, _STRETCHED, _WIDEST_STRETCHED = 3, 0.5, 3
# No table of minutes is longer: what is looked through at each line is bounded.
_MOST_LINES = 400
_FAR = 1e9


class Gap(NamedTuple):
    """A free stretch between two words: wide, or between words that the file draws apart."""

    left: float
    right: float
    is_wide: bool
    is_drawn_apart: bool = False

    @property
    def width(self) -> float:
        return self.right - self.left


Strip = tuple[float, float]


@dataclass(frozen=True, slots=True)
class OpenTable:
    """A run of lines that is a table: the place behind its last line, and the left edges of its columns."""

    end: int
    columns: list[float]


def gaps_within(line: Line, layout: Layout) -> list[Gap]:
    """The gaps between the words of a line, but for that behind its marker."""
    words = line.words[1:] if line.marker else line.words
    return [
        Gap(
            left.x1,
            right.x0,
            right.is_drawn_apart or right.x0 - left.x1 > layout.column_gap(line.size),
            right.is_drawn_apart,
        )
        for left, right in pairwise(words)
    ]


def find_open_table(elements: Sequence[Line | Table], start: int, layout: Layout) -> OpenTable | None:
    """The table without rules that begins with a line, or None."""
    first = elements[start]
    if not isinstance(first, Line) or not _may_be_row(first, layout):
        return None
    if any(gap.is_wide for gap in gaps_within(first, layout)):
        return _grow(elements, start, layout)
    return _below_first_row(elements, start, layout)


def _may_be_row(line: Line, layout: Layout) -> bool:
    return not has_leader(line.text) and not stands_alone(line.text) and not _is_stretched(line, layout)


def _is_stretched(line: Line, layout: Layout) -> bool:
    """Whether a line is a justified one with few words, whose blanks are all wide."""
    widths = [gap.width for gap in gaps_within(line, layout) if gap.is_wide]
    return (
        len(widths) > _STRETCHED_GAPS
        and min(widths) > _STRETCHED * max(widths)
        and max(widths) < _WIDEST_STRETCHED * line.size
        and line.x1 > layout.right(line) - line.size
    )


def _below_first_row(elements: Sequence[Line | Table], start: int, layout: Layout) -> OpenTable | None:
    """A table whose first row has one cell, or cells that nearly touch: it stands in the columns of the others."""
    first = elements[start]
    second = elements[start + 1] if start + 1 < len(elements) else None
    if not isinstance(first, Line) or not isinstance(second, Line) or not _may_be_row(second, layout):
        return None
    if (
        not _begins_with(first, second)
        or not have_same_size(first, second)
        or not any(gap.is_wide for gap in gaps_within(second, layout))
    ):
        return None
    table = _grow(elements, start + 1, layout)
    if table is None:
        return None
    if _fills_columns(first, table.columns, layout):
        return table
    is_single_cell = first.x1 < table.columns[1] and are_alike(first, second)
    return (
        table
        if is_single_cell and (layout.is_inset(first) or _is_in_step(elements[start : table.end]))
        else None
    )


def _begins_with(line: Line, other: Line) -> bool:
    return abs(line.x0 - other.x0) < _SAME_EDGE * line.size


def _is_in_step(elements: Sequence[Line | Table]) -> bool:
    """Whether the first of lines stands as far above the second as any of the others above the next."""
    lines = [line for line in elements if isinstance(line, Line)]
    first, *steps = [_step(line, following) for line, following in pairwise(lines)]
    return lines[0].place == lines[1].place and any(abs(step - first) < _SAME_STEP * step for step in steps)


def _fills_columns(line: Line, columns: Sequence[float], layout: Layout) -> bool:
    """Whether a line has a cell in every column, with more than a blank before each."""
    gaps = [
        gap for gap in gaps_within(line, layout) if gap.width > _MORE_THAN_BLANK * layout.blank(line.size)
    ]
    near = _SAME_EDGE * line.size
    return len(gaps) >= len(columns) - 1 and all(
        any(gap.left < x and abs(gap.right - x) < near for gap in gaps) for x in columns[1:]
    )


def _step(line: Line, following: Line) -> float:
    """How far below a line the next one stands."""
    return following.y - line.y if line.place == following.place else _STEP_OVER_PAGE * line.size


def _grow(elements: Sequence[Line | Table], start: int, layout: Layout) -> OpenTable | None:
    """The longest table that begins with a line that has a wide gap."""
    lines: list[Line] = []
    for element in elements[start : start + _MOST_LINES]:
        if not isinstance(element, Line):
            break
        lines.append(element)
    count, strips = _Growing(lines, layout).run()
    columns = _columns_between(strips, lines[:count], layout)
    rows_of_several = sum(len(_by_column(line, columns)) > 1 for line in lines[:count])
    return OpenTable(start + count, columns) if len(columns) > 1 and rows_of_several > 1 else None


class _Growing:
    """A table that grows line by line, as long as a strip stays free."""

    def __init__(self, lines: list[Line], layout: Layout) -> None:
        self.lines = lines
        self.layout = layout
        first = lines[0]
        self.strips: list[Strip] = [(gap.left, gap.right) for gap in gaps_within(first, self.layout)]
        if len(lines) > 1 and lines[1].x0 < first.x0 - layout.column_gap(first.size):
            # A header whose first cell is empty.
            self.strips.insert(0, (-_FAR, first.x0))
        # Where cells begin and end, as far as the lines taken show.
        self.starts = {right for _, right in self.strips}
        self.ends = {first.x1}
        self.furthest = _FURTHEST_ROWS * first.size

    def run(self) -> tuple[int, list[Strip]]:
        """How many lines the table has, and the strips that they leave free."""
        kept = 1, self.strips
        for count, (above, line) in enumerate(pairwise(self.lines), start=2):
            if not self._may_follow(above, line):
                break
            strips = self._left_free(line)
            if not any(left > -_FAR for left, _ in strips):
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
            and _may_be_row(line, self.layout)
            and _step(above, line) <= self.furthest
        )

    def _left_free(self, line: Line) -> list[Strip]:
        """What a line leaves of the strips, by its wide gaps, and by narrow ones at the edges of cells."""
        em = line.size
        outside = [Gap(-_FAR, line.x0, True), Gap(line.x1, _FAR, True)]
        wide = [gap for gap in gaps_within(line, self.layout) if gap.is_wide]
        left = []
        for a, b in self.strips:
            for gap in wide + self._narrow_at_edges(line) + outside:
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
        return [gap for gap in at_edges if gap.width > _MORE_THAN_BLANK * blank]

    def _is_at_edge(self, gap: Gap, line: Line) -> bool:
        near, last = _SAME_EDGE * line.size, line.words[-1]
        if any(abs(gap.right - x) < near for x in self.starts):
            return True
        is_last_figure = gap.right == last.x0 and last.text[0].isdigit()
        return is_last_figure and any(abs(line.x1 - x) < near for x in self.ends)

    def _take(self, above: Line, line: Line, strips: list[Strip], count: int) -> None:
        step = _MORE_THAN_ROWS * _step(above, line)
        # The space below the header says little of that between the rows.
        self.furthest = max(step, self.furthest if count < 4 else 0, _FURTHEST_AFTER * line.size)
        self.strips = strips
        self.starts |= {gap.right for gap in gaps_within(line, self.layout) if gap.is_wide}
        self.ends.add(line.x1)

    def _has_cells(self, line: Line) -> bool:
        gaps = gaps_within(line, self.layout)
        return any(min(gap.right, b) >= max(gap.left, a) for a, b in self.strips for gap in gaps)

    def _is_single_cell(self, line: Line) -> bool:
        """Whether a line stands where the cells of the first column do, and the text of the page does not."""
        return _begins_with(line, self.lines[0]) and self.layout.is_inset(line)

    def _ends_cell(self, above: Line, line: Line) -> bool:
        return self.layout.is_near(above, line) and line.text[0].islower()


def _columns_between(strips: list[Strip], lines: list[Line], layout: Layout) -> list[float]:
    """The left edges of columns: text right of a strip begins or ends at one place, and some lines have a wide gap."""
    em = lines[0].size
    columns = [min(line.x0 for line in lines)]
    strips = [strip for strip in strips if strip[0] > -_FAR]
    for (left, right), limit in zip(strips, [*(left for left, _ in strips[1:]), _FAR], strict=True):
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
    most = max(
        (sum(abs(x - edge) < _SAME_EDGE * em for x in side) for side in sides for edge in side), default=0
    )
    return most >= max(2, 0.6 * len(cells))


def _by_column(line: Line, columns: Sequence[float]) -> dict[int, list[Word]]:
    """The words of a line by the columns that they stand in."""
    found: dict[int, list[Word]] = defaultdict(list)
    for word in line.words:
        column = max((index for index, x in enumerate(columns) if x <= word.x0 + 1), default=0)
        found[column].append(word)
    return found


def table_of(lines: Sequence[Line], columns: list[float], layout: Layout) -> Table:
    """The table that a run of lines is, with its rows told apart."""
    return Table(lines[0].page, lines[0].y, _rows(lines, columns, layout), columns, lines[-1].page)


def _rows(lines: Sequence[Line], columns: list[float], layout: Layout) -> list[list[list[str]]]:
    """Rows by the space between them; where all lines stand equally far apart, by cells that had no room left."""
    reader = _RowReader(lines, columns, layout)
    rows: list[list[list[str]]] = []
    for index, line in enumerate(lines):
        cells = [
            [" ".join(word.text for word in reader.cells[index].get(column, []))]
            for column in range(len(columns))
        ]
        has_turned = index > 0 and lines[index - 1].place != line.place
        if has_turned and _texts(rows[0]) == _texts(cells):
            continue  # the header once more
        if index and reader.goes_on(index):
            for cell, part in zip(rows[-1], cells, strict=True):
                cell += part
        else:
            rows.append(cells)
    return rows


def _texts(row: list[list[str]]) -> list[str]:
    return [" ".join(filter(None, map(text_of, cell))) for cell in row]


class _RowReader:
    """Tells whether a line of a table goes on with the row above it."""

    def __init__(self, lines: Sequence[Line], columns: list[float], layout: Layout) -> None:
        self.lines = lines
        self.columns = columns
        self.cells = [_by_column(line, columns) for line in lines]
        self.reach = [
            max((cells[column][-1].x1 for cells in self.cells if column in cells), default=0.0)
            for column in range(len(columns))
        ]
        usual = layout.pitch(lines[0].size)
        self.steps = [_step(line, following) for line, following in pairwise(lines)]
        tight = min((step for step in self.steps if step < 1.1 * usual), default=0.0)
        self.pitch = tight or usual
        # Whether rows are told by the space between them.
        self.has_space_between = bool(tight) and any(
            step > _MORE_THAN_PITCH * tight
            for (line, following), step in zip(pairwise(lines), self.steps, strict=True)
            if line.place == following.place
        )

    def goes_on(self, index: int) -> bool:
        """Whether the line at an index, 1 or more, belongs to the row of the line above."""
        has_turned = self.lines[index - 1].place != self.lines[index].place
        is_near = self.steps[index - 1] < _MORE_THAN_PITCH * self.pitch
        if not has_turned and not is_near:
            return False
        if self.has_space_between and not has_turned:
            return True
        return self._is_wrapped(index)

    def _is_wrapped(self, index: int) -> bool:
        """Whether each of a line's cells goes on with one that had no room for its first word."""
        above, cells, em = self.cells[index - 1], self.cells[index], self.lines[index].size
        if len(cells) == len(self.columns):
            return False
        for column, words in cells.items():
            first = words[0]
            if (
                column not in above
                or above[column][-1].x1 + 0.3 * em + first.first_piece <= self.reach[column]
            ):
                return False
            if first.text[0].isdigit() or (column == 0 and first.text[0].isupper()):
                return False
        return True
