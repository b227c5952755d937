"""The sums of money that an item speaks of, in its text and in its tables."""

from __future__ import annotations

import re
from collections.abc import Iterator

from minutes.danish.amounts import find_amounts, match_figure, unit_of_column
from minutes.danish.amounts.figures_of_tables import (
    is_of_counts,
    is_of_money,
    is_row_of_counts,
    is_unit,
    unit_in_sentence,
)
from minutes.parser.values import Line, Paragraph, ParsedItem, ParsedSection, SectionKind, Subheading, Table

from .values import ParsedAmount

_CAPTION = re.compile(r"tab(?:el|le)\b", re.IGNORECASE)
# Titles of papers and names of people say no sums.
_SAY_NONE = frozenset({SectionKind.ATTACHMENTS, SectionKind.DOCUMENTS, SectionKind.ATTENDANCE})


def find_item_amounts(item: ParsedItem) -> tuple[ParsedAmount, ...]:
    """The sums of money in the sections of an item, in the order of the document; of a span both its ends.

    A cell of a table is one where it says its unit, or where its column is headed in kroner.
    """
    if item.is_closed:
        return ()
    return tuple(
        amount
        for section in item.sections
        if section.kind not in _SAY_NONE
        for amount in _in_section(section)
    )


def _in_section(section: ParsedSection) -> Iterator[ParsedAmount]:
    headings = {table.line for table in section.tables if _is_headed(table)}
    found = [
        ParsedAmount(
            line.number, amount.start, amount.words, section.kind, amount.value, amount.is_approximate
        )
        for line in section.lines
        for amount in find_amounts(line.text)
        if line.number not in headings or not is_unit(amount.words)
    ]
    found += _in_tables(section)
    yield from sorted(found, key=lambda amount: (amount.line, amount.column))


def _in_tables(section: ParsedSection) -> Iterator[ParsedAmount]:
    """The sums in cells that are no more than a figure."""
    lines = {line.number: line for line in section.lines}
    above = ""
    for block in section.blocks:
        if isinstance(block, Table):
            for offset, column, value in _figures(block, above):
                line = lines[block.line + offset]
                start, text = _cell(line, column)
                yield ParsedAmount(line.number, start, text, section.kind, value)
        above = block.text if isinstance(block, Paragraph | Subheading) else ""


def _figures(table: Table, above: str) -> Iterator[tuple[int, int, int]]:
    """Row, column and sum of the cells of a table that are in kroner."""
    units = _units(table, table.caption or above)
    for offset, row in enumerate(table.rows):
        if offset < _is_headed(table) or is_row_of_counts(row[0]):
            continue
        for column, cell in enumerate(row):
            if column in units and (value := match_figure(cell, units[column])) is not None:
                yield offset, column, value


def _units(table: Table, above: str) -> dict[int, int | None]:
    """The columns in kroner, each with how many one in it is, or None where that is not said.

    The unit can stand in the heading of the column, in the table's corner, or above it.
    """
    is_headed = _is_headed(table)
    headings = table.rows[0] if is_headed else ("",) * len(table.rows[0])
    common = unit_of_column(headings[0]) or unit_in_sentence(above)
    is_money = common is not None or (_announces(above) and is_of_money(above)) or is_of_money(headings[0])
    return {
        column: unit_of_column(heading) or common
        for column, heading in enumerate(headings)
        if (column or not is_headed) and not is_of_counts(heading) and (is_money or is_of_money(heading))
    }


def _is_headed(table: Table) -> bool:
    """Whether the first row is a heading; it is one, too, with "1.000 kr." in it above figures without a unit."""
    if table.has_header:
        return True
    has_unit = any(is_unit(cell) for cell in table.rows[0])
    return has_unit and not any("kr" in cell.lower() for row in table.rows[1:] for cell in row)


def _announces(text: str) -> bool:
    """Whether the line above a table says what stands in it: its caption, or "Overslag på udgifterne:"."""
    return text.strip().endswith(":") or _CAPTION.match(text.strip()) is not None


def _cell(line: Line, column: int) -> tuple[int, str]:
    """Where a cell begins in its line, and its text."""
    cells = line.text.split("\t")
    before = sum(len(cell) + 1 for cell in cells[:column])
    return before + len(cells[column]) - len(cells[column].lstrip()), cells[column].strip()
