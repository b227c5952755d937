"""How a printer sets minutes: two as offices and browsers do, and three that are unlike these and one another."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from .parts import first_items


@dataclass(frozen=True, slots=True)
class Style:
    """The choices of a printer. Sizes are in points."""

    program: str
    """Which program prints: "office" or "browser"."""
    font: str
    size: float
    heading_size: float
    heads: tuple[str, ...] = ()
    """Lines of the running head, in which {title} is the document's title, {page} and {pages} are numbers."""
    feet: tuple[str, ...] = ()
    margin: float = 57
    is_centred: bool = False
    is_bold: bool = True
    is_justified: bool = False
    divides_words: bool = False
    first_line_indent: float = 0
    space_below: float = 8
    line_height: float = 1.2
    letter_spacing: float = 0
    bullet: str = "•"
    has_rules: bool = True
    has_leaders: bool = True
    begins_pages_with_items: bool = False
    columns: int = 1
    cut: Callable[[str], str] = str


STYLES = {
    "office": Style(
        "office",
        "Liberation Sans",
        10.5,
        13,
        heads=("Nørrevang Kommune",),
        feet=("Side {page} af {pages}",),
    ),
    "browser": Style(
        "browser",
        "DejaVu Serif",
        11,
        15,
        heads=("{title}",),
        feet=("{page}/{pages}",),
        begins_pages_with_items=True,
    ),
    # Small type, no space between paragraphs with first-line indents, tables without lines, a two-line running head.
    "book": Style(
        "office",
        "Liberation Serif",
        8,
        8,
        heads=("NØRREVANG KOMMUNE", "{title} – side {page}"),
        margin=90,
        is_centred=True,
        is_justified=True,
        divides_words=True,
        first_line_indent=11,
        space_below=0,
        line_height=1.1,
        bullet="–",
        has_rules=False,
    ),
    # Wide type, centred heads, bullets as dashes, an item a page in a document of four pages, the title as head.
    "leaflet": Style(
        "browser",
        "DejaVu Sans",
        12,
        17,
        heads=("{title}",),
        feet=("Nørrevang Kommune · Direktionssekretariatet", "{page}"),
        margin=50,
        is_centred=True,
        space_below=10,
        line_height=1.5,
        letter_spacing=0.6,
        bullet="-",
        has_rules=False,
        has_leaders=False,
        begins_pages_with_items=True,
        cut=lambda text: first_items(text, 3),
    ),
    # One page alone, headings in the size and weight of the text, tables without lines.
    "sheet": Style(
        "office",
        "DejaVu Sans Condensed",
        7.5,
        7.5,
        feet=("Nørrevang Kommune   Side {page} af {pages}",),
        margin=40,
        is_bold=False,
        space_below=4,
        bullet="▪",
        has_rules=False,
        cut=lambda text: first_items(text, 2),
    ),
    # Two columns, justified, with words divided at line ends.
    "columns": Style(
        "browser",
        "Liberation Serif",
        9.5,
        11,
        heads=("Nørrevang Kommune",),
        feet=("Side {page} af {pages}",),
        is_justified=True,
        divides_words=True,
        space_below=5,
        columns=2,
    ),
}

# What is printed by each, and committed under fixtures/printed/.
PRINTED_SAMPLES = {
    "office": "2013-01-22-direktionen",
    "browser": "2014-03-18-byraadet",
    "book": "2013-06-11-direktionen",
    "leaflet": "2013-10-08-byraadet",
    "sheet": "2013-03-19-byraadet",
    "columns": "2013-03-11-oekonomiudvalget",
}
