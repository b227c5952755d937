"""The table of contents (indholdsfortegnelse): a title, dots and a page on each line, joined to items by position."""

from __future__ import annotations

from collections.abc import Iterable

from .patterns import ITEM_HEADER
from .values import ContentsEntry, Line

_FEWEST_DOTS = 3
_LONGEST_PAGE_NUMBER = 5


def has_leader(text: str) -> bool:
    """Whether a line ends in the dots that lead to a page number, with or without the number."""
    return _split(text) is not None


def parse_contents(lines: Iterable[Line]) -> tuple[ContentsEntry, ...]:
    """The entries of the lines below the heading; a title broken over several lines ends where the dots stand."""
    entries: list[ContentsEntry] = []
    pending: list[Line] = []
    for line in lines:
        pending.append(line)
        split = _split(line.text)
        if split:
            entries.append(_entry(pending, *split))
            pending = []
    entries += [_entry([line], line.stripped, None) for line in pending]
    return tuple(entries)


def _split(text: str) -> tuple[str, int | None] | None:
    """Title and page of a line with dots, found from its end so that a line of dots costs no more than its length."""
    bare = text.rstrip()
    stem = bare.rstrip("0123456789")
    page = bare[len(stem) :]
    leader = stem.rstrip()
    title = leader.rstrip(".…")
    dots = len(leader) - len(title) + 2 * leader[len(title) :].count("…")
    if dots < _FEWEST_DOTS or len(page) > _LONGEST_PAGE_NUMBER:
        return None
    return title.strip(), int(page) if page else None


def _entry(lines: list[Line], last_part: str, page: int | None) -> ContentsEntry:
    title = " ".join([*(line.stripped for line in lines[:-1]), last_part])
    numbered = ITEM_HEADER.fullmatch(title)
    return ContentsEntry(lines[0].number, numbered["title"].strip() if numbered else title, page)
