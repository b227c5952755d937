"""The table of contents and the items of a document, each of which is needed to tell the other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from minutes.parser.contents import locate_contents, parse_contents, split_at_contents
from minutes.parser.numbered_contents import (
    are_numbered,
    locate_numbered_contents,
    parse_numbered_contents,
    with_bare_pages,
)
from minutes.parser.values import ContentsEntry, Line

from .headers import ItemHeader, find_headers
from .starts import ItemStart, can_be_first, find_item_starts
from .titles import comparable, possible_titles

# More items are not looked through for the titles that a table of contents has.
_MOST_TITLES = 2_000


@dataclass(frozen=True, slots=True)
class Agenda:
    """The entries of the contents, and where the items begin.

    `above` are the lines between the document's title and the first item, without the contents; `headers` all lines
    below the contents that can be the header of an item.
    """

    contents: tuple[ContentsEntry, ...]
    above: tuple[Line, ...]
    starts: Sequence[ItemStart]
    passed_over: Sequence[ItemHeader]
    headers: Sequence[ItemHeader]


def find_agenda(lines: tuple[Line, ...], first: int) -> Agenda:
    """The contents and the items in the lines of a document from the position `first` on; there may be no items."""
    headers = list(find_headers(lines, first))
    places = locate_numbered_contents(lines, headers) or _locate_in_head(lines, first, headers)
    headers = [header for header in headers if header.position >= places.stop]
    _, entry_lines = split_at_contents(lines, places)
    contents = _parse(entry_lines, lines, headers)
    entries = [entry for entry in contents if not entry.is_label]
    found = find_item_starts(lines, headers, {comparable(entry.title) for entry in entries}, len(entries))
    end = found.begun[0].position if found.begun else len(lines)
    above = lines[first : places.start] + lines[max(first, places.stop) : end]
    return Agenda(contents, above, found.begun, found.passed_over, headers)


def _locate_in_head(lines: tuple[Line, ...], first: int, headers: Sequence[ItemHeader]) -> range:
    """The places of a table of contents above the first item, as far as that is known without it."""
    begins = (header.position for header in headers if can_be_first(lines, header))
    places = locate_contents(lines[first : next(begins, len(lines))])
    return range(places.start + first, places.stop + first)


def _parse(
    entry_lines: Sequence[Line], lines: Sequence[Line], headers: Sequence[ItemHeader]
) -> tuple[ContentsEntry, ...]:
    entries = parse_contents(entry_lines)
    if not entries or (entries[0].page is not None and not are_numbered(entry_lines)):
        return entries
    titles = {title for header in headers[:_MOST_TITLES] for title in possible_titles(lines, header)}
    numbered = parse_numbered_contents(entry_lines, titles) if are_numbered(entry_lines) else None
    return numbered or with_bare_pages(entries, titles)


def similar_line(lines: Sequence[Line], first: int) -> Line | None:
    """The first line that looks like the header of an item where none is one, to be shown to whoever wonders why."""
    found = (lines[header.position] for header in find_headers(lines, first) if header.looks_like_title)
    return next(found, None)
