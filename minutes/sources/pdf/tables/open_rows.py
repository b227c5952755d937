"""The rows of a table without rules: which of its lines go on with the row above."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise

from minutes.sources.pdf.layout import Layout
from minutes.sources.pdf.lines import Line, Word

from .gaps import step_between
from .table import Table, text_of

# Lines that stand somewhat further apart than those within a row begin a new one.
_MORE_THAN_PITCH = 1.12


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
        self.cells = [by_column(line, columns) for line in lines]
        self.reach = [
            max((cells[column][-1].x1 for cells in self.cells if column in cells), default=0.0)
            for column in range(len(columns))
        ]
        usual = layout.pitch(lines[0].size)
        self.steps = [step_between(line, following) for line, following in pairwise(lines)]
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


def by_column(line: Line, columns: Sequence[float]) -> dict[int, list[Word]]:
    """The words of a line by the columns that they stand in."""
    found: dict[int, list[Word]] = defaultdict(list)
    for word in line.words:
        column = max((index for index, x in enumerate(columns) if x <= word.x0 + 1), default=0)
        found[column].append(word)
    return found
