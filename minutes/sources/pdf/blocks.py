"""Lines become blocks, in their order: paragraphs, entries of lists, lines of the contents and rows of tables."""

from __future__ import annotations

import enum
from collections.abc import Sequence
from dataclasses import dataclass

from minutes.sources.joining import Joined, Spelling, join_lines

from .bullets import BULLET
from .contents import Contents, contents_line, contents_rows, is_contents_heading
from .layout import Layout
from .lines import Line
from .paragraphs import Wrapping
from .tables import OpenTable, Rows, Table, find_open_table, join_rows, table_of, text_of

# In em: bullets that stand further in than this are of the next level.
_LEVEL = 0.8
# Lines; no page has more.
_PAGE = 100


class BlockKind(enum.Enum):
    """What a line of the text is; a blank line parts it from one of another kind."""

    PARAGRAPH = "paragraph"
    ENTRY = "entry"
    CONTENTS = "contents"
    ROW = "row"


@dataclass(frozen=True, slots=True)
class Block:
    """A line of the text, and the page that it begins on, from 0."""

    kind: BlockKind
    text: str
    page: int


def read_blocks(
    elements: Sequence[Line | Table], layout: Layout, spelling: Spelling
) -> tuple[list[Block], int]:
    """The blocks of a document, and how many hyphens at line ends were taken out."""
    reader = _BlockReader(elements, layout, spelling)
    reader.run()
    return reader.blocks, reader.hyphens


class _BlockReader:
    """Goes through the lines and ruled tables of a document once."""

    def __init__(self, elements: Sequence[Line | Table], layout: Layout, spelling: Spelling) -> None:
        self.elements = elements
        self.layout = layout
        self.spelling = spelling
        self.wrapping = Wrapping(layout, spelling)
        self.blocks: list[Block] = []
        self.hyphens = 0
        # While these are read.
        self.contents: Contents | None = None
        # Where the bullets of the levels above begin.
        self.levels: list[float] = []
        # The table that the last blocks are, and its rows.
        self.table: Table | None = None
        self.rows: Rows = []
        # The table that begins with an element, by its place, as far as it was looked for.
        self.open_tables: dict[int, OpenTable | None] = {}

    def run(self) -> None:
        at = 0
        while at < len(self.elements):
            element = self.elements[at]
            if isinstance(element, Table):
                self._take_table(element)
                at += 1
            elif found := self._open_table(at):
                lines = [line for line in self.elements[at : found.end] if isinstance(line, Line)]
                self._take_table(table_of(lines, found.columns, self.layout))
                at = found.end
            else:
                self.table = None
                at += self._take_text(element, at)

    def _open_table(self, at: int) -> OpenTable | None:
        if at not in self.open_tables:
            self.open_tables[at] = find_open_table(self.elements, at, self.layout)
        return self.open_tables[at]

    def _take_table(self, table: Table) -> None:
        rows = [[self._join([text_of(part) for part in cell]) for cell in row] for row in table.rows]
        if self.contents and (entries := contents_rows(rows)):
            self.blocks += [Block(BlockKind.CONTENTS, entry, table.page) for entry in entries]
            return
        goes_on = self.table is not None and self.table.goes_on_in(table)
        above = self.rows if goes_on else []
        joined = join_rows(above, rows)
        # The last row above may be the one that was joined: its block is made anew.
        kept = max(0, len(above) - 1)
        pages = [block.page for block in self.blocks[len(self.blocks) - len(above) + kept :]] if above else []
        if above:
            del self.blocks[len(self.blocks) - len(above) + kept :]
        for row, page in zip(joined[kept:], [*pages, *[table.page] * len(joined)], strict=False):
            self.blocks.append(Block(BlockKind.ROW, "\t".join(row), page))
        self.table, self.rows = table, joined

    def _take_text(self, line: Line, at: int) -> int:
        """Take the paragraph, entry or line of the contents that begins with a line; gives how many lines it has."""
        if self.contents and (entry := self.contents.entry(self._lines_from(at))):
            titles, page = entry
            self.blocks.append(Block(BlockKind.CONTENTS, contents_line(self._join(titles), page), line.page))
            return len(titles)
        paragraph = self._paragraph(line, at)
        text = self._join([each.text for each in paragraph])
        if line.marker:
            self.blocks.append(Block(BlockKind.ENTRY, self._entry(line, text), line.page))
        else:
            self.levels = []
            self.blocks.append(Block(BlockKind.PARAGRAPH, text, line.page))
        is_below_contents = len(self.blocks) > 1 and self.blocks[-2].kind is BlockKind.CONTENTS
        if is_contents_heading(text):
            self.contents = Contents(self._lines_from(at + 1))
        elif not is_below_contents:
            self.contents = None
        return len(paragraph)

    def _lines_from(self, at: int) -> list[Line]:
        """The lines that stand below each other from this one on, not more than a page has."""
        lines: list[Line] = []
        for element in self.elements[at : at + _PAGE]:
            if not isinstance(element, Line):
                break
            lines.append(element)
        return lines

    def _paragraph(self, line: Line, at: int) -> list[Line]:
        paragraph = [line]
        for place in range(at + 1, len(self.elements)):
            following = self.elements[place]
            if not isinstance(following, Line) or not self.wrapping.goes_on(paragraph, following):
                break
            if self._open_table(place):
                break
            paragraph.append(following)
        return paragraph

    def _entry(self, line: Line, text: str) -> str:
        """An entry with "- " for any bullet, and a blank before it for each level above its own."""
        if not line.is_bulleted:
            return text
        while self.levels and line.x0 < self.levels[-1] - _LEVEL * line.size:
            self.levels.pop()
        if not self.levels or line.x0 > self.levels[-1] + _LEVEL * line.size:
            self.levels.append(line.x0)
        return " " * (len(self.levels) - 1) + BULLET + text.split(" ", 1)[1]

    def _join(self, parts: list[str]) -> str:
        joined: Joined = join_lines(parts, self.spelling)
        self.hyphens += joined.hyphens
        return joined.text
