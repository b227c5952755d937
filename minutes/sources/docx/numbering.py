"""The markers of lists and headings that Word counts and draws itself: "1.", "b)", "2.3", "Punkt 4:", bullets."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from .elements import Element, attribute, is_on, name, number, path_of, value
from .numerals import numeral
from .styles import Styles

_LEVELS = 9
_PLACE = re.compile("%([1-9])")
# The sign that every bullet becomes, whatever the font that it is drawn with.
_BULLET = "-"


@dataclass(frozen=True, slots=True)
class Marker:
    """What Word draws before a paragraph, a blank included, and the level in its list, counted from 0.

    A bullet or a bare number is a list's; one with words ("Punkt 1:") is a part of the text.
    """

    text: str
    level: int
    is_bullet: bool
    is_list: bool


@dataclass(frozen=True, slots=True)
class _Level:
    """One level of a list, as it is defined: `restarts_after` is a level from 1, 0 for never, None for any above."""

    number_format: str
    text: str
    start: int
    restarts_after: int | None
    is_legal: bool
    separator: str


@dataclass(frozen=True, slots=True)
class _List:
    """A list that paragraphs name: lists of one `abstract` count on from each other but for levels that `restart`."""

    abstract: str
    levels: dict[int, _Level]
    restarts: frozenset[int]
    styles: dict[str, int]


class Numbering:
    """The lists of a document, and how far each is counted: a paragraph's marker is asked for once, in their order."""

    def __init__(self, root: Element | None, styles: Styles) -> None:
        self._styles = styles
        self._lists = {} if root is None else dict(_lists(root, styles))
        self._counts: dict[str, list[int | None]] = {}
        self._begun: set[str] = set()

    def marker(self, paragraph: Element) -> Marker | None:
        """The marker of the next paragraph, or None."""
        key, level = self._place(paragraph)
        numbered = self._lists.get(key)
        if numbered is None or level not in numbered.levels:
            return None
        self._count(key, numbered, level)
        drawn = self._drawn(numbered, level)
        if not drawn:
            return None
        known = numbered.levels[level]
        is_bullet = known.number_format == "bullet"
        is_list = is_bullet or not re.search(r"[^\W\d_]", _PLACE.sub("", known.text))
        depth = max(level, self._styles.list_level(self._styles.style_of(paragraph)))
        return Marker(drawn, depth, is_bullet, is_list)

    def _place(self, paragraph: Element) -> tuple[str, int]:
        """The list that a paragraph belongs to, and its level there: as it says itself, then as its style does."""
        own = paragraph.find(path_of("w:pPr/w:numPr"))
        by_style = self._styles.numbering(self._styles.style_of(paragraph))
        key, written = value(own, "w:numId"), value(own, "w:ilvl")
        if not key and by_style:
            style, said = by_style
            key = value(said, "w:numId")
            linked = self._lists[key].styles.get(style) if key in self._lists else None
            written = written or (value(said, "w:ilvl") if linked is None else str(linked))
        return key, number(written, 0)

    def _count(self, key: str, numbered: _List, level: int) -> None:
        counts = self._counts.setdefault(numbered.abstract, [None] * _LEVELS)
        if key not in self._begun:
            self._begun.add(key)
            for restarted in numbered.restarts:
                counts[restarted] = None
        before = counts[level]
        counts[level] = numbered.levels[level].start if before is None else before + 1
        for deeper in range(level + 1, _LEVELS):
            known = numbered.levels.get(deeper)
            after = known.restarts_after if known else None
            if after is None or level < after:
                counts[deeper] = None

    def _drawn(self, numbered: _List, level: int) -> str:
        known = numbered.levels[level]
        if known.number_format == "bullet":
            return f"{_BULLET} " if known.text.strip(" ") else ""
        counts = self._counts[numbered.abstract]

        def shown(place: re.Match[str]) -> str:
            at = int(place[1]) - 1
            other = numbered.levels.get(at)
            if other is None or other.number_format == "none":
                return ""
            count = counts[at]
            number_format = "decimal" if known.is_legal else other.number_format
            return numeral(other.start if count is None else count, number_format)

        text = " ".join(_PLACE.sub(shown, known.text).split())
        return text and text + known.separator


def _lists(root: Element, styles: Styles) -> Iterator[tuple[str, _List]]:
    abstracts = {attribute(found, "w:abstractNumId"): found for found in root.iterfind(name("w:abstractNum"))}
    by_key = {attribute(found, "w:numId"): found for found in root.iterfind(name("w:num"))}
    for key, num in by_key.items():
        abstract = value(num, "w:abstractNumId")
        definition = abstracts.get(abstract)
        # A list can be defined by a style, which names the list that the levels stand in.
        if definition is not None and (link := value(definition, "w:numStyleLink")):
            linked = styles.numbering(link)
            abstract = value(by_key.get(value(linked[1], "w:numId")), "w:abstractNumId") if linked else ""
            definition = abstracts.get(abstract)
        if definition is not None:
            yield key, _list(abstract, definition, num)


def _list(abstract: str, definition: Element, num: Element) -> _List:
    found = {_index(level): level for level in definition.iterfind(name("w:lvl"))}
    starts: dict[int, int] = {}
    for override in num.iterfind(name("w:lvlOverride")):
        level = override.find(name("w:lvl"))
        if level is not None:
            found[_index(override)] = level
        if start := value(override, "w:startOverride"):
            starts[_index(override)] = number(start, 1)
    levels = {at: _level(level) for at, level in found.items() if 0 <= at < _LEVELS}
    levels |= {at: replace(levels[at], start=start) for at, start in starts.items() if at in levels}
    linked = {value(level, "w:pStyle"): at for at, level in found.items() if value(level, "w:pStyle")}
    return _List(abstract, levels, frozenset(starts.keys() & levels.keys()), linked)


def _index(level: Element) -> int:
    return number(attribute(level, "w:ilvl"), -1)


def _level(level: Element) -> _Level:
    restart = value(level, "w:lvlRestart")
    # Formats of one's own stand in two forms, one for programs that know them.
    number_format = value(level, "w:numFmt") or value(level, "mc:AlternateContent/mc:Fallback/w:numFmt")
    return _Level(
        number_format or "decimal",
        value(level, "w:lvlText"),
        number(value(level, "w:start"), 1),
        number(restart, 0) if restart else None,
        bool(is_on(level, "w:isLgl")),
        "" if value(level, "w:suff") == "nothing" else " ",
    )
