"""What a document is made of, in its order: paragraphs, lists, lines of the contents and tables, as blocks of lines."""

from __future__ import annotations

from collections.abc import Iterator

from minutes.sources.values import UnreadableSourceError

from .composing import Block, Kind, tidy
from .elements import Element, children, name
from .notes import Note, Notes
from .numbering import Numbering
from .paragraphs import PAGE_BREAK, Content, read_paragraph
from .remarks import Seen
from .styles import Styles, leads
from .tables import is_frame, rows

_PARAGRAPH, _TABLE, _ALTERNATIVES = name("w:p"), name("w:tbl"), name("mc:AlternateContent")
# What Word fills with other files when it opens the document: an altChunk, the chapters of a master document.
_OTHER_FILES = frozenset(map(name, ("w:altChunk", "w:subDoc")))
_SKIPPED = frozenset(map(name, ("w:sectPr", "w:sdtPr", "w:sdtEndPr", "w:tcPr", "w:del", "w:moveFrom")))
# What leads from a title to its page, where it is typed; one full stop is the title's own ("m.v.").
_LEADERS = "._… "
_MOST_DIGITS_OF_PAGE = 4

_NEEDS_OTHER_FILES = (
    "Word-dokumentet henter en del af sin tekst fra andre filer, når det åbnes, og den del kan ikke læses. "
    "Åbn det i Word, gem det igen som .docx, og indlæs den fil."
)


class Story:
    """Reads the blocks of a document, and keeps what was seen on the way until it is asked for (`take_seen`)."""

    def __init__(self, styles: Styles, numbering: Numbering, notes: Notes) -> None:
        self._styles, self._numbering, self._notes = styles, numbering, notes
        self._seen: list[Seen] = []
        self._tables = 0

    def take_seen(self) -> list[Seen]:
        """What was seen since the last time."""
        seen, self._seen = self._seen, []
        return seen

    def blocks(self, parent: Element, *, is_cell: bool = False) -> Iterator[Block]:
        """The blocks of a body, a cell, a text box or a note. Raises UnreadableSourceError where text is elsewhere."""
        # The text of paragraphs whose end is deleted belongs to the one below.
        carried = ""
        for element in _block_level(parent):
            if element.tag == _TABLE:
                yield from self._plain(carried)
                carried = ""
                yield from self._table(element)
                continue
            content = read_paragraph(element, self._styles, self._notes)
            self._seen += content.seen
            carried += content.text
            if not content.runs_on:
                yield from self._paragraph(element, carried, is_cell)
                carried = ""
            yield from self._below(content)
        yield from self._plain(carried)

    def _below(self, content: Content) -> Iterator[Block]:
        for box in content.boxes:
            yield from self.blocks(box)
        for note in content.notes:
            yield from self._plain(self._note_text(note))

    def _note_text(self, note: Note) -> str:
        return "" if note.element is None else f"{note.label} {self._flat(note.element)}"

    def _flat(self, parent: Element) -> str:
        """The text of a cell or a note on one line."""
        lines = (line for block in self.blocks(parent, is_cell=True) for line in block.lines)
        return " ".join(" ".join(lines).split())

    # Paragraphs

    def _plain(self, text: str) -> Iterator[Block]:
        """The parts of a text between page breaks, each in the lines that it was broken into by hand."""
        for part in text.split(PAGE_BREAK):
            lines = tuple(filter(None, map(tidy, part.split("\n"))))
            if lines:
                yield Block(Kind.PARAGRAPH, lines)

    def _paragraph(self, paragraph: Element, text: str, is_cell: bool) -> Iterator[Block]:
        # Word counts an empty paragraph of a list, too.
        marker = self._numbering.marker(paragraph)
        style = self._styles.style_of(paragraph)
        entry = self._entry(paragraph, style, f"{marker.text}{text}" if marker else text)
        if entry:
            yield Block(Kind.CONTENTS, (entry,))
        elif not text.strip():
            # In a column of a table the number alone says something.
            if marker and is_cell and not marker.is_bullet:
                yield Block(Kind.PARAGRAPH, (marker.text.strip(),))
        elif self._styles.is_heading(style):
            yield from self._plain((marker.text if marker else "") + " ".join(text.split()))
        elif marker and marker.is_list:
            yield Block(Kind.LIST, (" " * marker.level + marker.text + " ".join(text.split()),))
        else:
            yield from self._plain((marker.text if marker else "") + text.lstrip())

    def _entry(self, paragraph: Element, style: str, text: str) -> str:
        """The line of the contents that a paragraph is, or ""."""
        level = self._styles.contents_level(style)
        if "\t" not in text or not (level or leads(paragraph) or self._styles.has_leader(style)):
            return ""
        written, _, page = tidy(text.replace("\n", " ").replace(PAGE_BREAK, " ")).rpartition("\t")
        title = written.rstrip(_LEADERS)
        if not title or not page.isdecimal() or len(page) > _MOST_DIGITS_OF_PAGE:
            return ""
        stop = "." if written[len(title) :].strip() == "." else ""
        return f"{' ' * (level - 1)}{title.replace(chr(9), ' ')}{stop}.....\t{page}"

    # Tables

    def _table(self, table: Element) -> Iterator[Block]:
        found = []
        for row in rows(table):
            self._seen += [Seen.TRACKED] * (row.is_deleted or row.is_inserted) + [Seen.HIDDEN] * row.is_hidden
            if not (row.is_deleted or row.is_hidden):
                found.append(row)
        if is_frame(found):
            for cell in (cell for row in found for cell in row.cells if cell is not None):
                yield from self.blocks(cell)
            return
        self._tables += 1
        number = self._tables
        for row in found:
            cells = ["" if cell is None else self._flat(cell) for cell in row.cells]
            if any(cells):
                yield Block(Kind.ROW, ("\t".join(cells),), number)


def _block_level(parent: Element) -> Iterator[Element]:
    """Paragraphs and tables in order, also those inside content controls (Word's own contents are in one)."""
    for child in children(parent):
        if child.tag in {_PARAGRAPH, _TABLE}:
            yield child
        elif child.tag in _OTHER_FILES:
            raise UnreadableSourceError(_NEEDS_OTHER_FILES)
        elif child.tag == _ALTERNATIVES:
            yield from next(filter(None, (list(_block_level(other)) for other in children(child))), [])
        elif child.tag not in _SKIPPED:
            yield from _block_level(child)
