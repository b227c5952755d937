"""A PDF's pages become one text: paragraphs, entries of lists, lines of the contents and rows of tables, a line each.

1. Characters and rules are taken from each page (characters).
2. Ruled tables are taken out, words and lines are made of the rest, in the order in which they are read (tables, lines,
   columns).
3. Heads and feet are taken off (heads_and_feet).
4. What the document shows as a whole is learnt (layout, joining).
5. Lines become tables without rules, contents and paragraphs (blocks).
6. Blocks become numbered lines.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field

from minutes.sources.joining import Spelling
from minutes.sources.values import ReadText

from .blocks import Block, BlockKind, read_blocks
from .bullets import drawn_bullets
from .characters import Page, read_pages
from .columns import ReadingOrder
from .ending import refuse_cut
from .heads_and_feet import PageElements, without_heads_and_feet
from .layout import Layout
from .legibility import count_characters, is_scanned, refuse_illegible, refuse_scanned
from .lines import Line
from .notices import notices_of
from .tables import ruled_tables

_LIGATURES = re.compile("[\ufb00-\ufb06]")
# Control characters, which end lines for some readers, soft hyphens, and what has no width.
_INVISIBLE = re.compile("[\x00-\x08\x0a-\x1f\x7f-\x9f\xad\u200b\u2028\u2029\ufeff\ufffe]")


def read_pdf(content: bytes) -> ReadText:
    """The text of a PDF: a paragraph, an entry of a list or a row of a table is one line, with TABs between its cells.

    Raises UnreadableSourceError where there is no text in it, or none that can be read.
    """
    refuse_cut(content)
    pages = _read_elements(content)
    refuse_scanned(pages.scanned, len(pages.elements))
    kept, removed = without_heads_and_feet(pages.elements)
    elements = [element for page in kept for element in page]
    layout = Layout([element for element in elements if isinstance(element, Line)])
    spelling = Spelling.of([element.text for element in elements])
    blocks, hyphens = read_blocks(elements, layout, spelling)
    text, page_starts = _numbered(blocks, len(kept))
    refuse_illegible(text, pages.characters)
    return ReadText(text, page_starts, notices_of(removed, hyphens, pages.apart, pages.scanned, page_starts))


@dataclass(slots=True)
class _Pages:
    """What stands on each page, and what is counted on all: characters, words that stand apart, scanned pages."""

    elements: list[PageElements] = field(default_factory=list)
    characters: int = 0
    apart: list[str] = field(default_factory=list)
    scanned: list[int] = field(default_factory=list)


def _read_elements(content: bytes) -> _Pages:
    pages = _Pages()
    order = ReadingOrder()
    for page in read_pages(content):
        characters = count_characters(glyph.text for glyph in page.glyphs)
        pages.elements.append(_elements(page, order))
        pages.characters += characters
        pages.apart += page.apart.split()
        if is_scanned(characters, page.has_picture):
            pages.scanned.append(page.number)
    return pages


def _elements(page: Page, order: ReadingOrder) -> PageElements:
    """The tables with rules and the lines of a page, as they are read."""
    glyphs = [*page.glyphs, *drawn_bullets(page.shapes, page.glyphs)]
    tables, rest = ruled_tables(glyphs, page.frames, page.number)
    return PageElements(order.read(rest, tables, page.number), page.paper)


def _numbered(blocks: list[Block], pages: int) -> tuple[str, tuple[int, ...]]:
    """The text, with a blank line between blocks but for rows and entries, and the lines that its pages begin with."""
    lines: list[str] = []
    starts: list[int] = []
    for block, above in zip(blocks, [None, *blocks], strict=False):
        if above and (block.kind != above.kind or block.kind is BlockKind.PARAGRAPH):
            lines.append("")
        # Where no line begins on a page, it begins with the next line that does.
        starts += [len(lines) + 1] * (block.page + 1 - len(starts))
        lines.append(_visible(block.text))
    starts += [max(1, len(lines))] * (pages - len(starts))
    return "\n".join(lines) + "\n", (1, *starts[1:])


def _visible(text: str) -> str:
    """A text without what no reader sees, and with ligatures as the letters that they are."""
    text = _LIGATURES.sub(lambda letters: unicodedata.normalize("NFKC", letters[0]), text)
    return unicodedata.normalize("NFC", _INVISIBLE.sub("", text))
