"""What a line of a list begins with: bullets of any shape, drawn ones too, numbers and letters."""

from __future__ import annotations

import re
import statistics
import unicodedata
from collections.abc import Iterator

from minutes.danish.dates import MONTHS
from minutes.danish.markers import RING

from .characters import Box, Glyph

Marker = str
"""A list's marker and the blank behind it: "- " for any bullet, "2. ", "a) "; of a line that has none, it is empty."""

NO_MARKER, BULLET = "", "- "

_COUNTED = re.compile(r"(?:\d{1,2}|[a-zæøå])[.)]")
_BULLETS = frozenset("•·‣∙*")
# Symbols, dashes, and what a symbol font has at places of its own that Unicode gives no meaning.
_CATEGORIES_OF_BULLETS = frozenset(("So", "Sm", "Pd", "Co", "Cc", "Cn"))
# The ring of word processors, "o", stands further from its text than a word would, in em.
_GAP_BEHIND_RING = 0.6
# A drawn bullet is a dot in em; more than two on one height are a row of dots, or a chart.
_SMALLEST_DOT, _LARGEST_DOT, _MOST_DOTS = 0.12, 0.7, 2
# How far a dot stands above the baseline.
_DOT_ABOVE_BASELINE = 0.2


def match_marker(first: str, second: str, gap: float) -> Marker:
    """The marker that a line is begun with by its first word, with a gap in em between it and the second."""
    if is_bullet(first) or (first == RING and gap > _GAP_BEHIND_RING):
        return BULLET
    # "3. september" opens no list.
    return f"{first} " if is_counted(first) and not _is_month(second) else NO_MARKER


def is_bullet(text: str) -> bool:
    """Whether a word is a sign that nothing but a list begins with."""
    return len(text) == 1 and (text in _BULLETS or unicodedata.category(text) in _CATEGORIES_OF_BULLETS)


def is_counted(text: str) -> bool:
    """Whether a word is a number or a letter that entries of lists are counted with: "2.", "a)"."""
    return _COUNTED.fullmatch(text) is not None


def _is_month(word: str) -> bool:
    return word.casefold().startswith(_SHORT_MONTHS)


_SHORT_MONTHS = tuple(sorted({names[0][:3] for names in MONTHS}))


def drawn_bullets(shapes: list[Box], glyphs: list[Glyph]) -> Iterator[Glyph]:
    """Small round or square drawings that stand alone at their height: bullets that are no characters."""
    if not glyphs:
        return
    em = statistics.median(glyph.size for glyph in glyphs)
    dots = [
        shape
        for shape in shapes
        if all(_SMALLEST_DOT < side / em < _LARGEST_DOT for side in (shape.width, shape.height))
    ]
    for dot in dots:
        if sum(abs(dot.y0 - other.y0) < em / 2 for other in dots) <= _MOST_DOTS:
            yield Glyph("•", dot.x0, dot.x1, dot.y1 + _DOT_ABOVE_BASELINE * em, em, b"", -1)
