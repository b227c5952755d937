"""A PDF's pages become one text: paragraphs, entries of lists, lines of the contents and rows of tables, a line each.

1. Characters and rules are taken from each page (characters).
2. Ruled tables are taken out, words and lines are made of the rest (ruled_tables, columns, lines).
3. Heads and feet are taken off (heads_and_feet).
4. What the document shows as a whole is learnt (layout, joining).
5. Lines become tables without rules, contents and paragraphs (open_tables, contents, paragraphs: blocks).
6. Blocks become numbered lines.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from minutes.sources.joining import Spelling
from minutes.sources.values import Notice, ReadText

from .blocks import Block, BlockKind, read_blocks
from .bullets import drawn_bullets
from .characters import Page, read_pages
from .columns import ReadingOrder
from .ending import refuse_cut
from .heads_and_feet import PageElements, without_heads_and_feet
from .layout import Layout
from .legibility import refuse_illegible
from .lines import Line
from .tables import ruled_tables

# Rows of these lead the eye in the contents; they are no words.
_LEADERS = "._…·"
_LIGATURES = re.compile("[\ufb00-\ufb06]")
# Control characters, which end lines for some readers, soft hyphens, and what has no width.
_INVISIBLE = re.compile("[\x00-\x08\x0a-\x1f\x7f-\x9f\xad\u200b\u2028\u2029\ufeff\ufffe]")
_LONGEST_EXAMPLE = 60


def read_pdf(content: bytes) -> ReadText:
    """The text of a PDF: a paragraph, an entry of a list or a row of a table is one line, with TABs between its cells.

    Raises UnreadableSourceError where there is no text in it, or none that can be read.
    """
    refuse_cut(content)
    characters = 0
    apart: list[str] = []
    pages = []
    order = ReadingOrder()
    for page in read_pages(content):
        characters += sum(not glyph.text.isspace() and glyph.text not in _LEADERS for glyph in page.glyphs)
        apart += page.apart.split()
        pages.append(_elements(page, order))
    kept, removed = without_heads_and_feet(pages)
    elements = [element for page in kept for element in page]
    lines = [element for element in elements if isinstance(element, Line)]
    spelling = Spelling.of([element.text for element in elements])
    blocks, hyphens = read_blocks(elements, Layout(lines), spelling)
    text, page_starts = _numbered(blocks, len(pages))
    refuse_illegible(text, characters, len(pages))
    return ReadText(text, page_starts, tuple(_notices(removed, hyphens, apart)))


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
        lines.append(as_line(block.text))
    starts += [max(1, len(lines))] * (pages - len(starts))
    return "\n".join(lines) + "\n", (1, *starts[1:])


def as_line(text: str) -> str:
    """A block's text without what no reader sees, and with ligatures as the letters that they are."""
    text = _LIGATURES.sub(lambda letters: unicodedata.normalize("NFKC", letters[0]), text)
    return unicodedata.normalize("NFC", _INVISIBLE.sub("", text))


def _notices(removed: list[str], hyphens: int, apart: list[str]) -> Iterator[Notice]:
    if removed:
        yield Notice(
            1,
            "furniture_removed",
            f"{_count(len(removed), 'linje', 'linjer')} i sidehoveder og sidefødder er udeladt, "
            f"som »{_shortened(removed[-1])}«. De står stadig i filen.",
        )
    if hyphens:
        yield Notice(
            1,
            "hyphens_removed",
            f"{_count(hyphens, 'bindestreg', 'bindestreger')} ved linjeskift er udeladt, hvor ordet var delt.",
        )
    if apart:
        yield Notice(
            1,
            "text_apart",
            f"{_count(len(apart), 'ord', 'ord')} står på tværs eller uden for siden og er udeladt, "
            f"som »{_shortened(' '.join(apart))}«. De står stadig i filen.",
            is_warning=True,
        )


def _count(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"


def _shortened(text: str) -> str:
    return text if len(text) <= _LONGEST_EXAMPLE else f"{text[:_LONGEST_EXAMPLE]} …"
