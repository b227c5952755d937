"""A table of contents whose entries are numbered as the items are, or have pages without dots: "4. Budget 2013 12".

Its lines look like the headers of items. What tells the two apart is that the numbers begin again below it.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence

from minutes.danish.numbers import match_case_number

from .closed_items.wording import is_divider
from .contents import is_contents_heading, split_at_page
from .headings import match_heading
from .items.headers import ItemHeader, match_numbered_line
from .items.titles import Witness, comparable, settle_title
from .values import ContentsEntry, Line

# The heading of a table of contents stands on the first pages, below the longest list of members.
_LONGEST_HEAD = 300
# A title is broken over no more lines.
_MOST_LINES_OF_ENTRY = 4
# A page without dots before it: "Budget 2013 12"
_PAGE_AT_END = re.compile(r"\s(?P<page>[0-9]{1,3})\Z")


def locate_numbered_contents(lines: Sequence[Line], headers: Sequence[ItemHeader]) -> range | None:
    """The places of such a table with its headings, or None; `headers` are all lines that can be headers of items."""
    if not headers or headers[0].is_plain:
        return None
    headings = [place for place, line in enumerate(lines[:_LONGEST_HEAD]) if is_contents_heading(line)]
    above = headings[-1] if headings else -1
    of_form = [header for header in headers if header.position > above and header.looks_like_title]
    if not of_form or of_form[0].is_plain:
        return None
    first = of_form[0]
    again = _begins_again([header for header in of_form if header.word == first.word])
    if again is None or not _are_entries(lines[first.position : again.position]):
        return None
    is_witnessed = bool(headings) and settle_title(lines, again, ()).witness is not Witness.NONE
    if not (is_witnessed or _agree(first.title, again.title)):
        return None
    return range(headings[0] if headings else first.position, again.position)


def _begins_again(headers: Sequence[ItemHeader]) -> ItemHeader | None:
    """The first header with the number of the first one, below those that count on from it."""
    first, *others = headers
    return next((header for header in others if header.label == first.label), None)


def _are_entries(lines: Iterable[Line]) -> bool:
    """Whether nothing stands among the lines that only items have."""
    return not any(match_case_number(line.text) or match_heading(line.text) for line in lines)


def _agree(entry: str, title: str) -> bool:
    """Whether an entry can be that of a title; each may go on in the line below."""
    written, wanted = comparable(entry), comparable(title)
    without_page = _PAGE_AT_END.sub("", written)
    return wanted != "" and (written.startswith(wanted) or wanted.startswith(without_page))


def are_numbered(lines: Sequence[Line]) -> bool:
    """Whether the first entry has a number before its title."""
    return len(lines) > 0 and _header(lines[0]) is not None


def parse_numbered_contents(
    lines: Sequence[Line], titles_below: Collection[str]
) -> tuple[ContentsEntry, ...] | None:
    """The entries of such a table, or None where they are not numbered; a title goes on to the next number.

    `titles_below`, each by `comparable`, tell whether figures at the end of an entry are its page or part of its title.
    """
    groups = list(_groups(lines))
    if not groups:
        return None
    if not _are_entries_of(groups):
        return None
    written = [_written(group) for group in groups]
    has_pages = _have_pages([title for title, page in written if page is None], titles_below)
    return tuple(
        _entry(group[0], title, page, titles_below, has_pages=has_pages)
        for group, (title, page) in zip(groups, written, strict=True)
    )


def _are_entries_of(groups: Sequence[Sequence[Line]]) -> bool:
    """Whether each entry has one page at most, and lines as a title has: else the first number is part of a title."""
    return all(
        len(group) <= _MOST_LINES_OF_ENTRY
        and sum(split_at_page(line.text) is not None for line in group) <= 1
        for group in groups
    )


def with_bare_pages(
    entries: Sequence[ContentsEntry], titles_below: Collection[str]
) -> tuple[ContentsEntry, ...]:
    """Entries without numbers and dots, each with the page at its end where the rest is the title of an item."""
    return tuple(
        entry
        if entry.page is not None or entry.is_label
        else _entry(Line(entry.line, entry.title), entry.title, None, titles_below, has_pages=False)
        for entry in entries
    )


def _groups(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """The lines of each entry; nothing where the first has no number. A label of closed items is an entry alone."""
    group: list[Line] = []
    last: ItemHeader | None = None
    for line in lines:
        header = _header(line)
        begins = header is not None and (last is None or header.follows(last))
        if begins or is_divider(line.text):
            if group:
                yield group
            group = [line]
            last = header if begins else last
        elif last is None:
            return
        else:
            group.append(line)
    if group and last:
        yield group


def _header(line: Line) -> ItemHeader | None:
    split = split_at_page(line.text)
    header = match_numbered_line(Line(line.number, split[0]) if split else line)
    return header if header and not header.is_plain and header.looks_like_title else None


def _written(group: Sequence[Line]) -> tuple[str, int | None]:
    """The title of an entry without its number, and the page that dots lead to."""
    header = _header(group[0])
    first = header.title if header else group[0].stripped
    *between, last = [first, *(line.stripped for line in group[1:])]
    split = split_at_page(last)
    title, page = split if split else (last, None)
    if page is None and (dotted := split_at_page(group[0].text)):
        page = dotted[1]
    return " ".join([*between, title]).strip(), page


def _have_pages(titles: Sequence[str], titles_below: Collection[str]) -> bool:
    """Whether the figures at the end of most titles are pages: these never fall, and the titles below lack them."""
    if any(comparable(title) in titles_below for title in titles if _PAGE_AT_END.search(title)):
        return False
    pages = [int(match["page"]) for title in titles if (match := _PAGE_AT_END.search(title))]
    return 2 * len(pages) > len(titles) and pages == sorted(pages)


def _entry(
    line: Line, title: str, page: int | None, titles_below: Collection[str], *, has_pages: bool
) -> ContentsEntry:
    if is_divider(line.text):
        return ContentsEntry(line.number, line.stripped, None, is_label=True)
    figures = _PAGE_AT_END.search(title) if page is None else None
    if figures and comparable(title) not in titles_below:
        stem = title[: figures.start()].rstrip()
        if has_pages or comparable(stem) in titles_below:
            return ContentsEntry(line.number, stem, int(figures["page"]))
    return ContentsEntry(line.number, title, page)
