"""What stands below a heading, read as paragraphs, sub-headings, lists of two levels and tables."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import zip_longest

from .dates import is_month
from .lines import is_adjacent
from .values import Block, Line, ListBlock, ListItem, Paragraph, Subheading, Table

# More TABs than any table has columns are an artefact; such a line stays a paragraph.
_MOST_COLUMNS = 40
_LONGEST_SUBHEADING = 60
_SHORTEST_CUT_PARAGRAPH = 60
_TOTALS = frozenset({"ialt", "i alt", "total", "sum", "samlet"})

# "- " · "1. " · "1) " · "a. " · "a) " · "o " · "· ", also doubled: "- o ", "- 1) "
_ANY_MARKER = r"[-–•·]|o|\d{1,2}[.)]|[a-zæøå][.)]"
_MARKER = re.compile(_ANY_MARKER)
_LIST_LINE = re.compile(rf"(?P<indent>\s*)(?P<outer>[-–•·]\s+)?(?P<marker>{_ANY_MARKER})\s+(?P<text>\S.*)")
_CAPTION = re.compile(r"tab(?:el|le)\s+\d+\s*[:.].*", re.IGNORECASE)
_DIGIT = re.compile(r"\d")


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
    """A line with a TAB between cells or after one; not a marker, a TAB and the text of a list line."""
    cells = line.text.lstrip("\t").split("\t", _MOST_COLUMNS)
    if len(cells) == 2 and _MARKER.fullmatch(cells[0].strip()):
        return False
    return 1 < len(cells) <= _MOST_COLUMNS


def _is_caption(lines: tuple[Line, ...], position: int) -> bool:
    return (
        position + 1 < len(lines)
        and _CAPTION.fullmatch(lines[position].stripped) is not None
        and _is_row(lines[position + 1])
    )


def _end_of_table(lines: tuple[Line, ...], start: int) -> int:
    end = start
    while (
        end < len(lines) and _is_row(lines[end]) and (end == start or is_adjacent(lines[end - 1], lines[end]))
    ):
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
    """A first row of words only, above figures or in a table of three columns or more."""
    first, rest = rows[0], rows[1:]
    if not rest or not all(first) or any(_DIGIT.search(cell) for cell in first):
        return False
    return len(first) > 2 or any(_DIGIT.search(row[-1]) for row in rest)


# Lists


def _list_items(lines: tuple[Line, ...], start: int) -> Iterator[ListItem]:
    """The list that begins at `start`: lines with markers, blank lines between allowed while the numbering goes on."""
    first: ListItem | None = None
    last_numbers: dict[int, int] = {}
    for position in range(start, len(lines)):
        entry = None if _is_row(lines[position]) else _list_item(lines[position], first)
        if entry is None:
            return
        number = _number(entry.marker)
        if number is not None and position > start and number <= last_numbers.get(entry.level, 0):
            return
        if first and _kind(entry.marker) != _kind(first.marker) and entry.level == 1:
            return
        if number is not None:
            last_numbers[entry.level] = number
        if entry.level == 1:
            last_numbers.pop(2, None)
        first = first or entry
        yield entry


def _list_item(line: Line, first: ListItem | None) -> ListItem | None:
    match = _LIST_LINE.fullmatch(line.text)
    if match is None or _is_prose(match):
        return None
    marker, level = match["marker"], 1
    if first:
        deeper = bool(match["indent"]) or _kind(marker) in {"letter", "ring"} or bool(match["outer"])
        level = 2 if deeper and _kind(marker) != _kind(first.marker) else 1
        level = 2 if match["indent"] and _kind(marker) == _kind(first.marker) == "dash" else level
    return ListItem(line.number, marker, match["text"].strip(), level)


def _is_prose(match: re.Match[str]) -> bool:
    """Whether digits and a full stop are a date or an ordinal: "3. september", "2. budgetopfølgning"."""
    if not match["marker"].endswith(".") or not match["marker"][0].isdigit():
        return False
    word = match["text"].split()[0]
    return is_month(word) or (word[0].islower() and word not in {"at", "en", "et", "den", "det", "de"})


def _kind(marker: str) -> str:
    if marker[0].isdigit():
        return "number"
    if marker == "o":
        return "ring"
    return "letter" if marker[0].isalpha() else "dash"


def _number(marker: str) -> int | None:
    return int(marker[:-1]) if marker[0].isdigit() else None


# Paragraphs


def _join_cut_paragraphs(blocks: list[Block]) -> list[Block]:
    """A page break can cut a paragraph in two: no full stop before it, a small letter after it."""
    joined: list[Block] = []
    was_cut = False
    for block in blocks:
        previous = joined[-1] if joined and not was_cut else None
        was_cut = (
            isinstance(block, Paragraph)
            and isinstance(previous, Paragraph)
            and _is_cut(previous.text, block.text)
        )
        if was_cut:
            joined[-1] = replace(previous, text=f"{previous.text} {block.text}")
        else:
            joined.append(block)
    return joined


def _is_cut(first: str, second: str) -> bool:
    return (
        len(first) >= _SHORTEST_CUT_PARAGRAPH
        and (first[-1].isalnum() or first[-1] == ",")
        and second[0].islower()
    )


def _with_subheadings(blocks: list[Block]) -> Iterator[Block]:
    for block, following in zip_longest(blocks, blocks[1:]):
        text = _subheading_text(block, following)
        yield Subheading(block.line, text) if text else block


def _subheading_text(block: Block, following: Block | None) -> str:
    """The text of a block that is surely a sub-heading, else "": short, without final punctuation, with text below."""
    if isinstance(block, ListBlock) and len(block.items) == 1 and _number(block.items[0].marker) is not None:
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
