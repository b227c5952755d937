"""The table of contents (indholdsfortegnelse): a title, dots and a page on each line, joined to items by position."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import takewhile

from .closed_items.wording import is_divider
from .patterns import CONTENTS_HEADING, HEADER_LINE, ITEM_HEADER
from .values import ContentsEntry, Line

# Fewer dots end a sentence or stand for something left out.
_FEWEST_DOTS = 3
# The layout we know has five dots; a sixth is the full stop of a title such as "Tilskud til foreninger m.v."
_LEADER_AND_STOP = "......"
# More digits after dots or a TAB are an amount or a number of something, no page of a document.
_LONGEST_PAGE_NUMBER = 5


def has_page(text: str) -> bool:
    """Whether a line ends in a page number with dots, or a TAB, before it."""
    split = _split(text)
    return split is not None and split[1] is not None


def split_at_page(text: str) -> tuple[str, int | None] | None:
    """The title and the page of a line with dots, or a TAB, between them; no page where none is behind the dots."""
    return _split(text)


def locate_contents(lines: Sequence[Line]) -> range:
    """The places of the table of contents in a head, from its heading to the last line with dots; none without one."""
    for start, line in enumerate(lines):
        is_heading = is_contents_heading(line)
        if is_heading or (has_page(line.text) and not HEADER_LINE.fullmatch(line.text)):
            ends = [end for end in range(start, len(lines)) if _split(lines[end].text)]
            return range(start, ends[-1] + 1 if ends else len(lines))
    return range(0)


def is_contents_heading(line: Line) -> bool:
    """Whether a line is the heading of a table of contents."""
    return CONTENTS_HEADING.fullmatch(line.text) is not None


def split_at_contents(
    lines: tuple[Line, ...], places: range | None = None
) -> tuple[tuple[Line, ...], tuple[Line, ...]]:
    """The lines of a head outside the table of contents, and those of its entries, without its headings."""
    if places is None:
        places = locate_contents(lines)
    inside = lines[places.start : places.stop]
    headings = len(list(takewhile(is_contents_heading, inside)))
    return lines[: places.start] + lines[places.stop :], inside[headings:]


def parse_contents(lines: Iterable[Line]) -> tuple[ContentsEntry, ...]:
    """The entries of such lines; a title broken over several lines ends where the dots stand.

    A label of closed or open items is among them: how many items there are tells whether one is called so.
    """
    entries: list[ContentsEntry] = []
    pending: list[Line] = []
    for line in lines:
        split = _split(line.text)
        pending.append(line)
        if split:
            entries.append(_entry(pending, *split))
            pending = []
        elif len(pending) == 1 and is_divider(line.text):
            entries.append(_entry(pending, line.stripped, None))
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
    dots = leader[len(title) :]
    is_dotted = len(dots) + 2 * dots.count("…") >= _FEWEST_DOTS
    is_tabbed = page != "" and "\t" in stem[len(leader) :]
    if not (is_dotted or is_tabbed) or len(page) > _LONGEST_PAGE_NUMBER:
        return None
    if not is_dotted:
        title = leader
    elif dots == _LEADER_AND_STOP:
        title += "."
    return title.strip(), int(page) if page else None


def _entry(lines: list[Line], last_part: str, page: int | None) -> ContentsEntry:
    title = " ".join([*(line.stripped for line in lines[:-1]), last_part])
    numbered = ITEM_HEADER.fullmatch(title)
    if numbered:
        return ContentsEntry(lines[0].number, numbered["title"].strip(), page)
    return ContentsEntry(lines[0].number, title, page, is_label=is_divider(title))
