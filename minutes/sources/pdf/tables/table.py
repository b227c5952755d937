"""A table as it stands on a page: rows of cells, each some lines; and what makes two of them one over a page break."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from minutes.sources.pdf.lines import Line

# In points: edges of columns that are this near are the same.
_SAME_EDGE = 4

Row = Sequence[Sequence[Line | str]]


@dataclass(frozen=True, slots=True, eq=False)
class Table:
    """Rows from a page on, each with a cell for every column; `columns` are the columns' left edges."""

    page: int
    y: float
    rows: Sequence[Row]
    columns: Sequence[float]
    last_page: int

    @property
    def text(self) -> str:
        return " ".join(text_of(part) for row in self.rows for cell in row for part in cell)

    def goes_on_in(self, following: Table) -> bool:
        """Whether a table on the next page has the same columns."""
        return (
            self.last_page + 1 == following.page
            and len(self.columns) == len(following.columns)
            and all(abs(a - b) < _SAME_EDGE for a, b in zip(self.columns, following.columns, strict=True))
        )


def text_of(part: Line | str) -> str:
    """The text of a line, or of a part of one."""
    return part if isinstance(part, str) else part.text


Rows = list[list[str]]


def join_rows(above: Rows, rows: Rows) -> Rows:
    """The rows of a table and of the one that it goes on with on the next page.

    There the header may be repeated, and the last row may be cut in two: its rest begins in lower case in every cell.
    """
    if rows and above and rows[0] == above[0]:
        rows = rows[1:]
    if rows and above and all(cell[:1].islower() or not cell for cell in rows[0]):
        cut = [f"{cell} {rest}".strip() for cell, rest in zip(above[-1], rows[0], strict=True)]
        return [*above[:-1], cut, *rows[1:]]
    return [*above, *rows]
