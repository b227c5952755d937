"""Pages in two columns: the left one is read before the right one."""

from __future__ import annotations

from .characters import Glyph
from .lines import Line, Place, lines_of


def lines_in_columns(glyphs: list[Glyph], page: int) -> list[Line]:
    """The lines of a page in the order in which they are read."""
    return lines_of(glyphs, Place(page))
