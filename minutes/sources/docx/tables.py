"""A table as rows of cells: merged cells keep the columns that they cover, empty from the second on."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from .elements import Element, attribute, children, name, number, path_of, value

# Word's own bound; a span of a million columns is an attack.
_MOST_COLUMNS = 63
_ROW, _CELL = name("w:tr"), name("w:tc")
_WRAPPERS = frozenset(map(name, ("w:sdt", "w:sdtContent", "w:customXml", "w:ins", "w:moveTo")))


class Row(NamedTuple):
    """The cells of a row, None for a column that a merged cell covers, and what became of the row."""

    cells: list[Element | None]
    is_deleted: bool
    is_inserted: bool
    is_hidden: bool


def rows(table: Element) -> Iterator[Row]:
    """The rows of a table in order, each with all columns that its grid says it has."""
    for row in _find(table, _ROW):
        properties = row.find(name("w:trPr"))
        said = set() if properties is None else {child.tag for child in children(properties)}
        yield Row(_cells(row), name("w:del") in said, name("w:ins") in said, name("w:hidden") in said)


def is_frame(found: list[Row]) -> bool:
    """Whether a table is but a frame around text: no row has a second column."""
    return all(len(row.cells) <= 1 for row in found)


def _cells(row: Element) -> list[Element | None]:
    cells: list[Element | None] = [None] * _columns(value(row, "w:trPr/w:gridBefore"), 0)
    for cell in _find(row, _CELL):
        is_covered = any(_goes_on(cell, merge) for merge in ("w:vMerge", "w:hMerge"))
        cells.append(None if is_covered else cell)
        cells += [None] * (_columns(value(cell, "w:tcPr/w:gridSpan"), 1) - 1)
    cells += [None] * _columns(value(row, "w:trPr/w:gridAfter"), 0)
    return cells[:_MOST_COLUMNS] if not any(cell is not None for cell in cells[_MOST_COLUMNS:]) else cells


def _columns(written: str, default: int) -> int:
    return min(number(written, default), _MOST_COLUMNS)


def _goes_on(cell: Element, merge: str) -> bool:
    """Whether a cell is the rest of the one above or before it."""
    merged = cell.find(path_of(f"w:tcPr/{merge}"))
    return merged is not None and attribute(merged, "w:val") != "restart"


def _find(parent: Element, tag: str) -> Iterator[Element]:
    """The rows or cells in a table or row, also those in content controls; not those of tables inside."""
    for child in children(parent):
        if child.tag == tag:
            yield child
        elif child.tag in _WRAPPERS:
            yield from _find(child, tag)
