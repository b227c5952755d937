"""Tables without rules: a run of lines that all leave the same strips of the page free."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from minutes.sources.pdf.layout import Layout, are_alike, have_same_size
from minutes.sources.pdf.lines import Line

from .gaps import MORE_THAN_BLANK, SAME_EDGE, begins_with, gaps_within, may_be_row, step_between
from .growing import GrowingTable, columns_between
from .open_rows import by_column
from .table import Table

# Rows stand equally far apart where their steps differ by this share at most.
_SAME_STEP = 0.08
# What is looked through at each line is bounded; the rest of a longer table is one that begins there.
_MOST_LINES = 100


@dataclass(frozen=True, slots=True)
class OpenTable:
    """A run of lines that is a table: the place behind its last line, and the left edges of its columns."""

    end: int
    columns: list[float]


def find_open_table(elements: Sequence[Line | Table], start: int, layout: Layout) -> OpenTable | None:
    """The table without rules that begins with a line, or None."""
    first = elements[start]
    if not isinstance(first, Line) or not may_be_row(first, layout):
        return None
    if any(gap.is_wide for gap in gaps_within(first, layout)):
        return _grow(elements, start, layout)
    return _below_first_row(elements, start, layout)


def _grow(elements: Sequence[Line | Table], start: int, layout: Layout) -> OpenTable | None:
    """The longest table that begins with a line that has a wide gap."""
    lines: list[Line] = []
    for element in elements[start : start + _MOST_LINES]:
        if not isinstance(element, Line):
            break
        lines.append(element)
    count, strips = GrowingTable(lines, layout).run()
    columns = columns_between(strips, lines[:count], layout)
    rows_of_several = sum(len(by_column(line, columns)) > 1 for line in lines[:count])
    return OpenTable(start + count, columns) if len(columns) > 1 and rows_of_several > 1 else None


def _below_first_row(elements: Sequence[Line | Table], start: int, layout: Layout) -> OpenTable | None:
    """A table whose first row has one cell, or cells that nearly touch: it stands in the columns of the others."""
    first = elements[start]
    second = elements[start + 1] if start + 1 < len(elements) else None
    if not isinstance(first, Line) or not isinstance(second, Line) or not may_be_row(second, layout):
        return None
    if (
        not begins_with(first, second)
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


def _is_in_step(elements: Sequence[Line | Table]) -> bool:
    """Whether the first of lines stands as far above the second as any of the others above the next."""
    lines = [line for line in elements if isinstance(line, Line)]
    first, *steps = [step_between(line, following) for line, following in pairwise(lines)]
    return lines[0].place == lines[1].place and any(abs(step - first) < _SAME_STEP * step for step in steps)


def _fills_columns(line: Line, columns: Sequence[float], layout: Layout) -> bool:
    """Whether a line has a cell in every column, with more than a blank before each."""
    gaps = [gap for gap in gaps_within(line, layout) if gap.width > MORE_THAN_BLANK * layout.blank(line.size)]
    near = SAME_EDGE * line.size
    return len(gaps) >= len(columns) - 1 and all(
        any(gap.left < x and abs(gap.right - x) < near for gap in gaps) for x in columns[1:]
    )
