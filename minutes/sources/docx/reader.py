"""A Word document is read: its parts, its blocks, then the lines and what there is to say of them."""

from __future__ import annotations

from minutes.sources.values import ReadText, UnreadableSourceError

from .composing import Block, place, with_typed_tables
from .elements import Element
from .notes import Notes
from .numbering import Numbering
from .package import Package, Part
from .remarks import Seen, notices
from .story import Story
from .styles import Styles

_TOO_DEEP = (
    "Word-dokumentet har tabeller eller felter inde i hinanden i flere lag, end der kan læses. Kopiér teksten til et "
    "nyt dokument, gem det som .docx, og indlæs den fil."
)
_EMPTY = "Word-dokumentet er tomt: der er ingen tekst i det. Find det rigtige dokument, og indlæs det."
_ONLY_PICTURES = (
    "Word-dokumentet har billeder, men ingen tekst; måske er det skannede sider. Find referatet som tekst, Word eller "
    "PDF, hvor teksten kan markeres, og indlæs den fil."
)


def read_docx(content: bytes) -> ReadText:
    """Return the text of a Word document (.docx, .docm, .dotx): a paragraph a line, rows with TABs between their cells.

    Raises UnreadableSourceError, with what to do, for what is no Word document, is damaged, protected or has no text.
    """
    try:
        return _read(Package(content))
    except RecursionError as error:
        raise UnreadableSourceError(_TOO_DEEP) from error


def _read(package: Package) -> ReadText:
    main = package.main()
    styles = Styles(_root(package, main, "styles"))
    numbering = Numbering(_root(package, main, "numbering"), styles)
    notes = Notes(_root(package, main, "footnotes"), _root(package, main, "endnotes"))
    story = Story(styles, numbering, notes)
    blocks: list[Block] = []
    seen: list[tuple[int, Seen]] = []
    for block in story.blocks(main.root):
        seen += [(len(blocks), kind) for kind in story.take_seen()]
        blocks.append(block)
    seen += [(len(blocks) - 1, kind) for kind in story.take_seen()]
    if not blocks:
        is_pictures = any(kind is Seen.PICTURE for _, kind in seen)
        raise UnreadableSourceError(_ONLY_PICTURES if is_pictures else _EMPTY)
    text, begins = place(with_typed_tables(blocks))
    told = notices([(begins[at], kind) for at, kind in seen], _furniture(package, main, styles))
    return ReadText(text, notices=told)


def _root(package: Package, main: Part, kind: str) -> Element | None:
    part = next(package.related(main.name, kind), None)
    return part.root if part else None


def _furniture(package: Package, main: Part, styles: Styles) -> list[str]:
    """The texts of heads and feet, each once: they stand on every page, and in the text on none."""
    found: dict[str, None] = {}
    for kind in ("header", "footer"):
        for part in package.related(main.name, kind):
            story = Story(styles, Numbering(None, styles), Notes(None, None))
            lines = (line for block in story.blocks(part.root) for line in block.lines)
            found |= dict.fromkeys(filter(None, [" ".join(" ".join(lines).split())]))
    return list(found)
