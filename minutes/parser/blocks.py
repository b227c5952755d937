"""What stands below a heading, read as paragraphs, sub-headings, lists of two levels and tables."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import zip_longest
from typing import NamedTuple

from minutes.danish.dates import YEAR, is_month
from minutes.danish.figures import is_figure
from minutes.danish.markers import BULLET, MARKER, Marker, read_marker

from .lines import is_adjacent
from .values import Block, Line, ListBlock, ListItem, Paragraph, Subheading, Table

# More TABs than any table has columns are an artefact; such a line stays a paragraph.
_MOST_COLUMNS = 40
# Less than a printed line: a sub-heading leaves the rest of its own empty; a paragraph that a page cuts fills several.
_LONGEST_SUBHEADING = 60
_SHORTEST_CUT_PARAGRAPH = 60
_TOTALS = frozenset({"ialt", "i alt", "total", "sum", "samlet"})

# "- " · "1. " · "1) " · "a. " · "a) " · "o " · "· ", also doubled: "- o ", "- 1) "
_MARKER = re.compile(MARKER)
_LIST_LINE = re.compile(rf"(?P<indent>\s*+)(?P<outer>{BULLET}\s+)?(?P<marker>{MARKER})\s+(?P<text>\S.*)")
# What follows "1." in a list, but no ordinal: "1. at der gives tilskud" beside "1. budgetopfølgning".
_NEVER_COUNTED = frozenset({"at", "en", "et", "den", "det", "de"})
_CAPTION = re.compile(r"tab(?:el|le)\s+\d+\s*[:.–-].*", re.IGNORECASE)
_YEAR = re.compile(YEAR)


def parse_blocks(lines: tuple[Line, ...]) -> tuple[Block, ...]:
    """The blocks of a section's lines, in order; together they say all that the lines say."""
    blocks = list(_read_blocks(lines))
    return tuple(_with_subheadings(_join_cut_paragraphs(blocks)))


def one_paragraph_a_line(lines: tuple[Line, ...]) -> tuple[Block, ...]:
    """The blocks of a section that has one title on each line: attachments and documents."""
    return tuple(Paragraph(line.number, line.stripped) for line in lines)


def _read_blocks(lines: tuple[Line, ...]) -> Iterator[Block]:
    position = 0
    while position < len(lines):
        table_start = position + 1 if _is_caption(lines, position) else position
        table_end = _end_of_table(lines, table_start)
        if table_end > table_start:
            caption = lines[position].stripped if table_start > position else ""
            yield _table(lines[table_start:table_end], caption)
            position = table_end
            continue
        entries = list(_list_items(lines, position))
        if entries:
            yield ListBlock(entries[0].line, tuple(entries))
            position += len(entries)
            continue
        yield Paragraph(lines[position].number, lines[position].stripped)
        position += 1


# Tables


def _is_row(line: Line) -> bool:
    """A line with a TAB between cells or after one."""
    return "\t" in line.text and 1 < len(_some_cells(line)) <= _MOST_COLUMNS


def _begins_table(line: Line) -> bool:
    """A row that is not a marker, a TAB and the text of a list line; below a row that can be a row too."""
    if not _is_row(line):
        return False
    cells = _some_cells(line)
    return len(cells) > 2 or _MARKER.fullmatch(cells[0].strip()) is None


def _some_cells(line: Line) -> list[str]:
    return line.text.lstrip("\t").split("\t", _MOST_COLUMNS)


def _is_caption(lines: tuple[Line, ...], position: int) -> bool:
    return (
        position + 1 < len(lines)
        and _begins_table(lines[position + 1])
        and _CAPTION.fullmatch(lines[position].stripped) is not None
    )


def _end_of_table(lines: tuple[Line, ...], start: int) -> int:
    if not _begins_table(lines[start]):
        return start
    end = start + 1
    while end < len(lines) and _is_row(lines[end]) and is_adjacent(lines[end - 1], lines[end]):
        end += 1
    return end


def _table(lines: tuple[Line, ...], caption: str) -> Table:
    rows = [[cell.strip() for cell in line.text.split("\t")] for line in lines]
    columns = max(len(row) for row in rows)
    cells = tuple(tuple(row + [""] * (columns - len(row))) for row in rows)
    return Table(
        lines[0].number, caption, cells, _has_header(cells), cells[-1][0].lower().rstrip(":") in _TOTALS
    )


def _has_header(rows: tuple[tuple[str, ...], ...]) -> bool:
    """Whether the first row is of words and years, above figures or in a table of three columns or more."""
    first, rest = rows[0], rows[1:]
    if not rest or not all(first[1:]) or any(_is_amount(cell) for cell in first):
        return False
    return len(first) > 2 or any(_is_amount(row[-1]) for row in rest)


def _is_amount(cell: str) -> bool:
    """Whether a cell is a figure that is counted: a year can head a column."""
    return is_figure(cell) and _YEAR.fullmatch(cell) is None


# Lists


class _Entry(NamedTuple):
    """A line with a marker, as `written` and what it `counts`: `indent` in characters, `is_doubled` for "- o "."""

    line: int
    indent: int
    is_doubled: bool
    written: str
    counts: Marker
    text: str

    @property
    def kind(self) -> str:
        return self.counts.kind

    @property
    def ordinal(self) -> int:
        return self.counts.ordinal

    @property
    def looks_like_prose(self) -> bool:
        """Whether the marker can be an ordinal or an abbreviation: "2. budgetopfølgning", "f. eks.", "d. 3. maj"."""
        is_name = self.text[0].isupper() or (self.kind == "number" and not self.text[0].islower())
        return self.written.endswith(".") and not is_name and self.text.split()[0] not in _NEVER_COUNTED


def _list_items(lines: tuple[Line, ...], start: int) -> Iterator[ListItem]:
    """The list that begins at `start`: lines with markers, blank lines between allowed while the counting goes on."""
    first = _entry(lines[start])
    if first is None:
        return
    # The last ordinal of each level; 0 where none is counted yet.
    last = {1: 0, 2: 0}
    for position in range(start, len(lines)):
        entry = _entry(lines[position])
        if entry is None:
            return
        level = _level(entry, first)
        if _begins_another_list(entry, level, first, last[level]):
            return
        if entry.looks_like_prose and not _is_counted(entry, last[level], lines[position + 1 : position + 2]):
            return
        last[level] = entry.ordinal
        if level == 1:
            last[2] = 0
        yield ListItem(entry.line, entry.written, entry.text, level)


def _entry(line: Line) -> _Entry | None:
    match = _LIST_LINE.fullmatch(line.text)
    if match is None or _begins_table(line):
        return None
    written, text = match["marker"], match["text"].strip()
    counts = read_marker(written)
    if counts.kind == "number" and written.endswith(".") and is_month(text.split()[0]):
        return None
    return _Entry(line.number, len(match["indent"]), bool(match["outer"]), written, counts, text)


def _level(entry: _Entry, first: _Entry) -> int:
    is_below = entry.is_doubled or entry.kind in {"letter", "ring"}
    return 2 if entry.indent > first.indent or (is_below and entry.kind != first.kind) else 1


def _begins_another_list(entry: _Entry, level: int, first: _Entry, last: int) -> bool:
    """Whether the counting begins anew, or the markers of the outer level are of another kind."""
    counts_anew = entry.ordinal != 0 and entry.ordinal <= last
    return counts_anew or (level == 1 and entry.kind != first.kind)


def _is_counted(entry: _Entry, last: int, following: tuple[Line, ...]) -> bool:
    """Whether an entry goes on counting, or begins with the first of two."""
    if last:
        return entry.ordinal == last + 1
    second = _entry(following[0]) if following else None
    return entry.ordinal == 1 and second is not None and (second.kind, second.ordinal) == (entry.kind, 2)


# Paragraphs


def _join_cut_paragraphs(blocks: list[Block]) -> list[Block]:
    """A page break can cut a paragraph in two: no full stop before it, a small letter after it."""
    joined: list[Block] = []
    was_cut = False
    for block in blocks:
        previous = joined[-1] if joined and not was_cut else None
        whole = _joined(previous, block)
        if whole:
            joined[-1] = whole
        else:
            joined.append(block)
        was_cut = whole is not None
    return joined


def _joined(first: Block | None, second: Block) -> Paragraph | None:
    """The paragraph that two blocks are halves of, or None."""
    if not isinstance(first, Paragraph) or not isinstance(second, Paragraph):
        return None
    ends_open = first.text[-1].isalnum() or first.text[-1] == ","
    if len(first.text) < _SHORTEST_CUT_PARAGRAPH or not ends_open or not second.text[0].islower():
        return None
    return replace(first, text=f"{first.text} {second.text}")


def _with_subheadings(blocks: list[Block]) -> Iterator[Block]:
    for block, following in zip_longest(blocks, blocks[1:]):
        text = _subheading_text(block, following)
        yield Subheading(block.line, text) if text else block


def _subheading_text(block: Block, following: Block | None) -> str:
    """The text of a block that is surely a sub-heading, else "": short, without final punctuation, with text below."""
    if isinstance(block, ListBlock) and len(block.items) == 1 and block.items[0].marker[0].isdigit():
        text = f"{block.items[0].marker} {block.items[0].text}"
    elif isinstance(block, Paragraph):
        text = block.text
    else:
        return ""
    is_short = len(text) <= _LONGEST_SUBHEADING and text[-1] not in ".,:;?!" and not text[0].islower()
    return text if is_short and _is_running_text(following) else ""


def _is_running_text(block: Block | None) -> bool:
    return (
        isinstance(block, Paragraph)
        and len(block.text) > _LONGEST_SUBHEADING
        and (block.text[-1] in ".:!?" or len(block.text) > 2 * _LONGEST_SUBHEADING)
    )
