"""What the styles of a document say of paragraphs and runs: a style says it itself, or one that it is based on."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from .elements import Element, attribute, is_on, name, number, path_of, value

# The names of Word's own styles are English in every document, whatever language the program speaks.
_CONTENTS = re.compile(r"(?:toc|contents) (?P<level>[1-9])", re.IGNORECASE)
_HEADING = re.compile(r"heading [1-9]|title|subtitle", re.IGNORECASE)
_LIST = re.compile(r"list(?: bullet| number| continue)? (?P<level>[2-9])", re.IGNORECASE)
# Outline level 9 is that of plain text.
_BODY_TEXT = 9
# Word itself bases styles on each other in ten steps at most.
_LONGEST_CHAIN = 20


class Styles:
    """The styles of a document by their ids; what no style says is "", None or False."""

    def __init__(self, root: Element | None) -> None:
        styles = () if root is None else root.iter(name("w:style"))
        self._styles = {attribute(style, "w:styleId"): style for style in styles}
        self._default = next(
            (
                key
                for key, style in self._styles.items()
                if attribute(style, "w:type") == "paragraph"
                and attribute(style, "w:default") in {"1", "true"}
            ),
            "",
        )
        # Asked for every paragraph; a document has some dozen styles.
        self.numbering = cache(self._numbering)
        self.contents_level = cache(self._contents_level)
        self.list_level = cache(self._list_level)
        self.is_heading = cache(self._is_heading)
        self.hides = cache(self._hides)
        self.has_leader = cache(self._has_leader)

    def style_of(self, paragraph: Element) -> str:
        """The id of a paragraph's style: the document's default where it names none."""
        return value(paragraph, "w:pPr/w:pStyle") or self._default

    def _numbering(self, style: str) -> tuple[str, Element] | None:
        """The list that a style belongs to: the id of the style that says so, and what it says (w:numPr)."""
        for key, element in self._chain(style):
            found = element.find(path_of("w:pPr/w:numPr"))
            if found is not None:
                return key, found
        return None

    def _contents_level(self, style: str) -> int:
        """The level of a line of the contents, 1 or more; 0 for other styles."""
        return self._level(style, _CONTENTS)

    def _list_level(self, style: str) -> int:
        """The level that the name of a list's style says ("List Bullet 2" is 1), counted from 0."""
        return max(self._level(style, _LIST) - 1, 0)

    def _level(self, style: str, pattern: re.Pattern[str]) -> int:
        for _, element in self._chain(style):
            if match := pattern.fullmatch(value(element, "w:name")):
                return int(match["level"])
        return 0

    def _is_heading(self, style: str) -> bool:
        for _, element in self._chain(style):
            if _HEADING.fullmatch(value(element, "w:name")):
                return True
            if outline := value(element, "w:pPr/w:outlineLvl"):
                return number(outline, _BODY_TEXT) < _BODY_TEXT
        return False

    def _hides(self, style: str) -> bool:
        """Whether text of this style is hidden."""
        said = (is_on(element, "w:rPr/w:vanish") for _, element in self._chain(style))
        return next((switch for switch in said if switch is not None), False)

    def _has_leader(self, style: str) -> bool:
        """Whether dots or a line lead to a tab stop of this style."""
        return any(leads(element) for _, element in self._chain(style))

    def _chain(self, style: str) -> Iterator[tuple[str, Element]]:
        for _ in range(_LONGEST_CHAIN):
            if style not in self._styles:
                return
            yield style, self._styles[style]
            style = value(self._styles[style], "w:basedOn")


def leads(element: Element) -> bool:
    """Whether a paragraph or a style has a tab stop that dots or a line lead to."""
    stops = element.iterfind(path_of("w:pPr/w:tabs/w:tab"))
    return any(attribute(stop, "w:leader") not in {"", "none"} for stop in stops)
