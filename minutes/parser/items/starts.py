"""Where the items of a document begin: at the lines "Punkt n: …", but not at those that stand in a decision.

A header has a witness: the case number below it, or its title in the table of contents. One without must have the
next number, which no other has, be the last such line before a header with a witness, and fill a gap or stand above
a section.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from minutes.danish.numbers import match_case_number
from minutes.parser.contents import has_page
from minutes.parser.headings import match_heading
from minutes.parser.patterns import ITEM_HEADER
from minutes.parser.values import ContentsEntry, Line


@dataclass(frozen=True, slots=True)
class _ItemHeader:
    """A line that can begin an item; `stretch` counts the headers with a witness up to it."""

    position: int
    number: int
    is_witnessed: bool
    stretch: int


def match_item_header(line: Line) -> re.Match[str] | None:
    """The `number` and `title` of a line that has the form of an item's header, or None.

    A line of the table of contents has that form too, but a page number at its end.
    """
    match = ITEM_HEADER.fullmatch(line.text)
    return None if match is None or has_page(line.text) else match


def find_item_starts(lines: tuple[Line, ...], contents: tuple[ContentsEntry, ...]) -> list[int]:
    """The positions of the lines that begin an item, the first that can among them."""
    headers = list(_headers(lines, {entry.title for entry in contents}))
    plausible = set(_plausible_headers(headers, lines, len(contents)))
    begun: list[_ItemHeader] = []
    for header in headers:
        is_next = bool(begun) and header.number == begun[-1].number + 1
        if not begun or header.is_witnessed or (is_next and header in plausible):
            begun.append(header)
    return [header.position for header in begun]


def _headers(lines: tuple[Line, ...], titles: set[str]) -> Iterator[_ItemHeader]:
    stretch = 0
    for position, line in enumerate(lines):
        match = match_item_header(line)
        if match is None:
            continue
        below = lines[position + 1].text if position + 1 < len(lines) else ""
        is_witnessed = match_case_number(below) is not None or match["title"].strip() in titles
        stretch += is_witnessed
        yield _ItemHeader(position, int(match["number"]), is_witnessed, stretch)


def _plausible_headers(
    headers: list[_ItemHeader], lines: tuple[Line, ...], contents_length: int
) -> Iterator[_ItemHeader]:
    """The headers that need no witness where the item before them has the number before theirs."""
    taken = {header.number for header in headers if header.is_witnessed}
    # No item has a higher number than this; where none is known, each could have a line of its own.
    highest = max(contents_length, *taken) if taken else len(lines)
    last = {(header.stretch, header.number): header for header in headers}
    for header in headers:
        is_last = last[header.stretch, header.number] is header
        fits = header.number <= highest or _stands_above_section(lines, header.position)
        if header.number not in taken and is_last and fits:
            yield header


def _stands_above_section(lines: tuple[Line, ...], position: int) -> bool:
    """Whether a section's heading, the next item or the end follows."""
    if position + 1 == len(lines):
        return True
    following = lines[position + 1]
    return match_heading(following.text) is not None or match_item_header(following) is not None
