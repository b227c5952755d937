"""The lines of paragraphs and tables made one, and all else left as it stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from minutes.sources.joining import Spelling, join_lines

from .columns import find_tables, rows_of
from .contents import find_contents, rewrite_contents
from .margin import Margin
from .printed_lines import PrintedLine


@dataclass(slots=True)
class Mended:
    """Lines put right, and what was done to them."""

    lines: list[str] = field(default_factory=list)
    removed: list[str] = field(default_factory=list)
    hyphens: int = 0
    joined: int = 0


def mend_lines(
    written: Sequence[str],
    lines: Sequence[PrintedLine | None],
    furniture: set[int],
    margin: Margin | None,
) -> Mended:
    """Take out the furniture of a file, and make paragraphs, rows and lines of the contents of the rest."""
    return _Mending(written, lines, furniture, margin).run()


class _Mending:
    """Goes through the lines of a text once."""

    def __init__(
        self,
        written: Sequence[str],
        lines: Sequence[PrintedLine | None],
        furniture: set[int],
        margin: Margin | None,
    ) -> None:
        self._written, self._lines, self._furniture, self._margin = written, lines, furniture, margin
        self._spelling = Spelling.of([line.strip() for line in written if line.strip()])
        self._contents = find_contents(lines)
        self._entries = rewrite_contents(lines, self._contents)
        self._tables = find_tables(lines)
        # The margin that a reader sees: entries are set in from there.
        self._left = min((line.indent for line in lines if line), default=0)
        self._mended = Mended()
        self._paragraph: list[PrintedLine] = []
        # Since the paragraph's last line.
        self._blanks = 0
        self._is_new_page = False
        self._is_in_attachments = False

    def run(self) -> Mended:
        place = 0
        while place < len(self._written):
            if place in self._tables:
                self._end()
                end = self._tables[place]
                rows = rows_of(self._written[place:end], self._spelling)
                self._mended.lines += rows or self._written[place:end]
                place = end
            else:
                self._take(place)
                place += 1
        self._end()
        return self._mended

    def _take(self, place: int) -> None:
        line, written = self._lines[place], self._written[place]
        if place in self._furniture:
            self._mended.removed.append(" ".join(written.split()))
            self._is_new_page = True
        elif place in self._entries:
            self._end()
            self._mended.lines += filter(None, [self._entries[place]])
        elif line is None and written.strip():
            self._end()
            self._mended.lines.append(written)
        elif line is None:
            self._blanks += 1
        elif not self._is_stray_bullet(line):
            self._take_text(line, place)

    def _take_text(self, line: PrintedLine, place: int) -> None:
        if self._paragraph and self._goes_on(line, place):
            self._blanks, self._is_new_page = 0, False
            self._mended.joined += 1
        else:
            # A page ended within a table: rows are as many cells wide above as below.
            is_row = line.is_tabbed and self._is_new_page and self._cells_above() == line.text.count("\t")
            self._end(is_cut=is_row)
        self._paragraph.append(line)
        if line.is_alone:
            self._is_in_attachments = line.text.rstrip(":").casefold() == "bilag"

    def _is_stray_bullet(self, line: PrintedLine) -> bool:
        """Whether a line is a bullet alone: programs that read by columns give all bullets first, then all texts."""
        return line.is_bullet and not line.marked_text

    def _goes_on(self, following: PrintedLine, place: int) -> bool:
        """Whether a line belongs to the paragraph."""
        line = self._paragraph[-1]
        if not self._blanks and not self._is_new_page and line.is_completed_by(following):
            return True
        if following.is_alone or following.has_leader or following.has_columns or line.has_columns:
            return False
        if line.has_leader or (line.is_alone and not line.is_item) or self._begins_entry(following):
            return False
        if self._blanks or self._is_new_page:
            return self._goes_on_over_page(line, following)
        if line.text.endswith(":") or self._margin is None:
            return False
        if line.is_item and self._is_above_case_number(place):
            return True
        # Titles of attachments and of items stand one below the other, and begin with capitals.
        is_in_titles = self._is_in_attachments or place in self._contents
        is_next_title = is_in_titles and not following.begins_small
        is_full = (line.ends_in_word and following.begins_small) or self._margin.is_full(line, following)
        return is_full and not is_next_title

    def _goes_on_over_page(self, line: PrintedLine, following: PrintedLine) -> bool:
        return self._is_new_page and line.is_open and following.begins_small and not line.is_item

    def _is_above_case_number(self, place: int) -> bool:
        """Whether a line ends an item's title, which can be set in larger type than the text."""
        below = self._lines[place + 1] if place + 1 < len(self._lines) else None
        return below is not None and below.is_case_number

    def _begins_entry(self, following: PrintedLine) -> bool:
        """Whether a marker begins an entry of a list, and is no dash within a sentence."""
        if not following.marker:
            return False
        is_dash = following.marker in "-–" and following.marked_text[:1].islower()
        return not (is_dash and self._paragraph[-1].is_open and not self._paragraph[0].marker)

    def _cells_above(self) -> int:
        return self._paragraph[-1].text.count("\t") if self._paragraph else 0

    def _end(self, *, is_cut: bool = False) -> None:
        """Put down what was read, and the blank lines below it: one where a page ended, none where a table was cut."""
        if self._paragraph:
            first = self._paragraph[0]
            joined = join_lines([line.text for line in self._paragraph], self._spelling)
            self._mended.hyphens += joined.hyphens
            # How far an entry is set in says its level; of other lines it says nothing.
            indent = max(0, first.indent - self._left) if first.marker else 0
            self._mended.lines.append(" " * indent + joined.text)
            self._paragraph = []
        if self._is_new_page:
            self._blanks = 1 if self._mended.lines and not is_cut else 0
        self._mended.lines += [""] * self._blanks
        self._blanks, self._is_new_page = 0, False
