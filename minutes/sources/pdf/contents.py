"""The table of contents: titles, leaders and page numbers become `<title>.....<TAB><page>`."""

from __future__ import annotations

import re
import statistics
from collections.abc import Iterable, Sequence

from minutes.sources.standing_alone import stands_alone

from .lines import Line

_HEADING = re.compile(r"indhold(?:sfortegnelse)?:?|oversigt over punkter", re.IGNORECASE)
# At least this many dots lead the eye; they may stand apart, and be drawn as other signs.
_ENTRY = re.compile(
    r"(?P<title>(?:(?![._…·]\s?[._…·]\s?[._…·]\s?[._…·]).)*+)(?:[._…·]\s?){4,}+\s*(?P<page>[0-9]{1,4})"
)
# Behind a title that fills its line there is room for few dots, or none.
_SHORT_ENTRY = re.compile(r"(?P<title>.*?[^\W_].*?)(?:\s?[._…·]){0,3}+\s+(?P<page>[0-9]{1,3})")
# In em: page numbers end so near to each other.
_FLUSH = 0.5
# A title has no more lines.
_MOST_LINES = 4
_PAGE_NUMBER = re.compile(r"[0-9]{1,4}")


def is_contents_heading(text: str) -> bool:
    """Whether a line says that the contents follow."""
    return _HEADING.fullmatch(text) is not None


def has_leader(text: str) -> bool:
    """Whether a line is a title, a row of dots and a page number."""
    return _ENTRY.fullmatch(text) is not None


class Contents:
    """Reads the contents below their heading, entry by entry, while they go on.

    A title may be so long that few dots fit behind it, or none; its page number ends where those of the others do.
    """

    def __init__(self, below: Iterable[Line]) -> None:
        ends = [line.x1 for line in below if has_leader(line.text)]
        self._right = statistics.median(ends) if ends else None
        self._last_page = 0

    def entry(self, lines: Sequence[Line]) -> tuple[list[str], str] | None:
        """The lines of the title and the page of the entry that begins with the first of these lines."""
        titles: list[str] = []
        for line in lines[:_MOST_LINES]:
            if match := self._match(line):
                self._last_page = int(match["page"])
                return [*titles, match["title"].strip()], match["page"]
            if stands_alone(line.text):
                return None
            titles.append(line.text)
        return None

    def _match(self, line: Line) -> re.Match[str] | None:
        if match := _ENTRY.fullmatch(line.text):
            return match
        is_at_right = self._right is not None and abs(line.x1 - self._right) < _FLUSH * line.size
        match = _SHORT_ENTRY.fullmatch(line.text) if is_at_right else None
        return match if match and int(match["page"]) >= self._last_page else None


def contents_rows(rows: Sequence[Sequence[str]]) -> list[str] | None:
    """The lines of contents that are laid out as a table without dots; None where another table begins.

    A title of several lines has its page number at the first of them, or at the last: as the first title has it.
    """
    entries = [(" ".join(filter(None, row[:-1])), row[-1]) for row in rows]
    if not all(_PAGE_NUMBER.fullmatch(page) or not page for _, page in entries):
        return None
    joined: list[tuple[str, str]] = []
    is_at_first = bool(entries[0][1])
    for title, page in entries:
        goes_on = joined and (not page if is_at_first else not joined[-1][1])
        if goes_on:
            above, number = joined.pop()
            joined.append((f"{above} {title}", number or page))
        else:
            joined.append((title, page))
    return [contents_line(title, page) for title, page in joined]


def contents_line(title: str, page: str) -> str:
    """An entry as the text has it."""
    return f"{title.strip()}.....\t{page}"
