"""Tables that a file draws with blanks become rows with TABs, where the columns can be told."""

from __future__ import annotations

import functools
import operator
import re
from collections.abc import Mapping, Sequence
from itertools import pairwise

from minutes.sources.joining import Spelling, join_lines

from .printed_lines import PrintedLine

# Wider than paper.
_WIDEST = 400
_MOST_COLUMNS = 20
_SIGN = re.compile(r"[^ ]")
_CAPTION = re.compile(r"tab(?:el|le)\b", re.IGNORECASE)


def rows_of(lines: Sequence[str], spelling: Spelling) -> list[str] | None:
    r"""The rows of a table that lines draw; None where its columns cannot be told.

    >>> rows_of(["Center   Beløb", "HRC        100", "ØDC         50"], Spelling.of([]))
    ['Center\tBeløb', 'HRC\t100', 'ØDC\t50']
    """
    starts = _column_starts(lines)
    if not 1 < len(starts) <= _MOST_COLUMNS:
        return None
    rows: list[list[list[str]]] = []
    for line in lines:
        cells = [line[start:end].strip() for start, end in pairwise([*starts, _WIDEST])]
        if rows and _goes_on(cells):
            for parts, cell in zip(rows[-1], cells, strict=True):
                parts += filter(None, [cell])
        else:
            rows.append([[cell] if cell else [] for cell in cells])
    return ["\t".join(_cell(parts, spelling) for parts in row) for row in rows]


def _cell(parts: list[str], spelling: Spelling) -> str:
    return join_lines((" ".join(part.split()) for part in parts), spelling).text


def _goes_on(cells: Sequence[str]) -> bool:
    """Whether a line goes on with the cells above: nothing new begins in the first column, and not all have text."""
    return not all(cells) and (not cells[0] or cells[0][0].islower())


def _column_starts(lines: Sequence[str]) -> list[int]:
    """Where columns begin: behind each strip that all lines leave free, and that parts the text of two at least."""
    drawn = [_drawn_places(line) for line in lines]
    anywhere = functools.reduce(operator.or_, drawn)
    starts = [0]
    for strip in re.finditer(
        " {2,}", "".join(" #"[anywhere >> place & 1] for place in range(anywhere.bit_length()))
    ):
        left = (1 << strip.start()) - 1
        if sum(bool(line & left and line >> strip.end()) for line in drawn) > 1:
            starts.append(strip.end())
        if len(starts) > _MOST_COLUMNS:
            break
    return starts


def _drawn_places(line: str) -> int:
    """The places of a line that hold a sign, as the bits of a number, the first place the lowest."""
    return int(_SIGN.sub("1", line[:_WIDEST]).replace(" ", "0")[::-1] or "0", 2)


def find_tables(lines: Sequence[PrintedLine | None]) -> Mapping[int, int]:
    """Where tables that blanks draw begin, and where each ends."""
    tables: dict[int, int] = {}
    place = end_of_last = 0
    while place < len(lines):
        end = _end_of_table(lines, place)
        if end > place:
            start = place - 1 if place > end_of_last and _is_first_cell(lines, place) else place
            tables[start] = end_of_last = end
        place = max(end, place + 1)
    return tables


def _end_of_table(lines: Sequence[PrintedLine | None], start: int) -> int:
    """The end of the table that begins with a line, or its start: two rows are the fewest."""
    end, rows = start, 0
    second_column = 0
    for place in range(start, len(lines)):
        line = lines[place]
        if line is None or line.is_alone or line.has_leader or line.is_tabbed:
            break
        if line.has_columns:
            rows += 1
            second_column = line.second_cell
            end = place + 1
        elif not rows or not (line.end < second_column or line.indent >= second_column):
            break
        elif line.begins_small or line.indent >= second_column:
            end = place + 1
    return end if rows > 1 else start


def _is_first_cell(lines: Sequence[PrintedLine | None], place: int) -> bool:
    """Whether the line above a table is a row with its first cell alone: below an empty line, and as narrow."""
    row, above = lines[place], lines[place - 1] if place else None
    if row is None or above is None or (place > 1 and lines[place - 2] is not None):
        return False
    is_text = above.is_alone or above.has_leader or above.is_tabbed or not above.is_open
    return (
        not is_text
        and not above.marker
        and above.end < row.second_cell
        and _CAPTION.match(above.text) is None
    )
