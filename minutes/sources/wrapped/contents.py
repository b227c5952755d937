"""The contents of a printed file, whose leaders were lost: titles and pages become lines of the contents again."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise

from .printed_lines import PrintedLine

_HEADING = re.compile(
    r"indhold(?:sfortegnelse)?\s*:?|oversigt over punkter|punkter til dagsorden", re.IGNORECASE
)
_MOST_LINES = 300
_WITH_PAGE = re.compile(r"(?P<title>.*\S)\s+(?P<page>[0-9]{1,3})")
_PAGE = re.compile(r"[0-9]{1,3}")
_FEWEST = 2
_MOST_LINES_OF_TITLE = 3


def find_contents(lines: Sequence[PrintedLine | None]) -> range:
    """The places from the heading of the contents to the first item or case number."""
    heading = next((at for at, line in enumerate(lines) if line and _HEADING.fullmatch(line.text)), None)
    if heading is None:
        return range(0)
    places = range(heading + 1, min(len(lines), heading + _MOST_LINES))
    # A section's heading may be a title as well: "Økonomi".
    ends = (at for at in places if (line := lines[at]) and (line.is_item or line.is_case_number))
    return range(heading + 1, next(ends, places.stop))


def rewrite_contents(lines: Sequence[PrintedLine | None], contents: range) -> Mapping[int, str]:
    """What each place of the contents becomes: a line `<title>.....<TAB><page>`, or "" where its text went to another.

    Nothing where the contents have leaders, or none can be told.
    """
    found = {at: line for at in contents if (line := lines[at])}
    if any(line.has_leader or line.has_columns for line in found.values()):
        return {}
    texts = [line.text for line in found.values()]
    entries = _pages_below_titles(texts) or _page_behind_title(texts)
    if not entries:
        return {}
    return {at: entries[number] if number < len(entries) else "" for number, at in enumerate(found)}


def _page_behind_title(texts: Sequence[str]) -> list[str]:
    """Each title, of one line or several, with its page at the end."""
    entries, pages, title = [], [0], []
    for text in texts:
        title.append(text)
        if found := _WITH_PAGE.fullmatch(" ".join(title)):
            entries.append(_entry(found["title"], found["page"]))
            pages.append(int(found["page"]))
            title = []
        elif len(title) == _MOST_LINES_OF_TITLE:
            return []
    return entries if not title and _are_pages(pages) else []


def _pages_below_titles(texts: Sequence[str]) -> list[str]:
    """All titles, a line each, and then as many pages."""
    half = len(texts) // 2
    titles, pages = texts[:half], texts[half:]
    if len(texts) % 2 or not all(map(_PAGE.fullmatch, pages)) or any(map(_PAGE.fullmatch, titles)):
        return []
    return [*map(_entry, titles, pages)] if _are_pages([0, *map(int, pages)]) else []


def _are_pages(pages: Sequence[int]) -> bool:
    return len(pages) > _FEWEST and all(page <= following for page, following in pairwise(pages))


def _entry(title: str, page: str) -> str:
    return f"{title}.....\t{page}"
