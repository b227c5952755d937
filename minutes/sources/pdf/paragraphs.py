"""Paragraphs and entries of lists out of lines: whether a line goes on with the one above it."""

from __future__ import annotations

from collections.abc import Sequence

from minutes.sources.joining import Spelling
from minutes.sources.standing_alone import stands_alone

from .contents import has_leader
from .layout import Layout, are_alike, is_in_word
from .lines import Line

# All in em. Lines that begin this near to each other are flush;
_FLUSH = 0.35
# how far the first line of a paragraph may be indented;
_DEEPEST_INDENT = 4
# how far a justified line may end from the margin;
_SHORT_OF_MARGIN = 0.2
# how much the sizes of lines of a paragraph may differ.
_SIZES = 0.05
# What may close behind the mark that ends a sentence, the marks, and those behind which a new entry of a list begins.
_CLOSING, _ENDS_OF_SENTENCES, _ENDS_OF_ENTRIES = '"”»)', ".?!", ".:;,?!"
_DASHES = "-–"


class Wrapping:
    """Tells whether lines go on with paragraphs, by what the document shows as a whole."""

    def __init__(self, layout: Layout, spelling: Spelling) -> None:
        self._layout = layout
        self._spelling = spelling

    def goes_on(self, paragraph: Sequence[Line], following: Line) -> bool:
        """Whether a line belongs to the paragraph whose lines stand above it."""
        line = paragraph[-1]
        if (
            stands_alone(following.text)
            or has_leader(following.text)
            or not are_alike(line, following, _SIZES)
        ):
            return False
        return (
            self._is_close(line, following)
            and self._had_no_room(paragraph, following)
            and not self._begins_entry(paragraph, following)
            and self._is_flush(paragraph, following)
        )

    def _is_close(self, line: Line, following: Line) -> bool:
        """Whether it is the next line; over a page break, or into the next column, by what is written."""
        if line.place == following.place:
            return self._layout.is_near(line, following)
        return not self._ends_paragraph(line, following)

    def _ends_paragraph(self, line: Line, following: Line) -> bool:
        text = line.text.rstrip(_CLOSING)
        if text.endswith(":"):
            return True
        if self._layout.is_justified:
            return abs(line.x1 - self._layout.right(line)) > _SHORT_OF_MARGIN * line.size
        return text.endswith(tuple(_ENDS_OF_SENTENCES)) and not following.text[0].islower()

    def _had_no_room(self, paragraph: Sequence[Line], following: Line) -> bool:
        line = paragraph[-1]
        if self._layout.is_full(line, following):
            return True
        # Cut short by hand, or by a word that the printer would not divide.
        is_cut = (self._spelling.divides_words and is_in_word(line)) or (
            len(paragraph) > 1 and line.text[-1].isalnum()
        )
        return is_cut and following.text[0].islower() and line.place == following.place

    def _begins_entry(self, paragraph: Sequence[Line], following: Line) -> bool:
        """Whether a marker begins an entry of a list, and is no dash or number within a sentence."""
        if not following.marker:
            return False
        first, line = paragraph[0], paragraph[-1]
        ends = line.text[-1] in _ENDS_OF_ENTRIES
        if following.is_bulleted:
            return bool(first.marker) or ends or following.words[0].text not in _DASHES
        if first.marker and not self._is_below_text(first, following):
            return True
        return ends and not following.words[1].text[0].islower()

    def _is_below_text(self, entry: Line, following: Line) -> bool:
        """Whether a line stands below the text of an entry, and not below its marker."""
        return abs(following.x0 - entry.body_x0) < _FLUSH * entry.size < entry.body_x0 - entry.x0

    def _is_flush(self, paragraph: Sequence[Line], following: Line) -> bool:
        """Whether the line begins where the paragraph's second line would."""
        first, line = paragraph[0], paragraph[-1]
        if line.place.column != following.place.column:
            return True
        if self._layout.are_centred(line, following):
            return True
        near = _FLUSH * line.size
        if len(paragraph) > 1:
            return abs(following.x0 - line.x0) < near
        if first.marker and not following.text[0].islower() and not self._layout.goes_on_below_marker(first):
            return abs(following.x0 - first.body_x0) < near
        is_indented = 0 < first.x0 - following.x0 < _DEEPEST_INDENT * line.size
        if is_indented and not first.is_bulleted:
            return True
        lefts = {first.x0, first.body_x0}
        return not self._layout.begins_indented(first) and any(abs(following.x0 - x) < near for x in lefts)
