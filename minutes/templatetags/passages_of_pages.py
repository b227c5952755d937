"""The passages of a page: blocks of the minutes, the words that are marked in them, and those that lead on."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain, count, pairwise
from typing import NamedTuple

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from minutes.danish.emphasis import find_runs
from minutes.parser.values import Block, ListBlock, Paragraph, Subheading, Table
from minutes.search.hits.highlight import Mark

# On a page with more, the first ones show enough, and marks are what takes longest to write.
MOST_MARKED = 1000


class Link(NamedTuple):
    """A place in a text (`text[start:end]`) that leads to an address; `title` says where to, "maybe" if not surely."""

    start: int
    end: int
    address: str
    title: str
    is_sure: bool = True


@dataclass(frozen=True, slots=True)
class Marks:
    """The places to be marked, by the text that they are in, and how many of the page's stand `before` a passage."""

    places: Mapping[str, Sequence[Mark]]
    before: int


@dataclass(frozen=True, slots=True)
class Passage:
    """Blocks that stand together, the title that they stand under, what is marked in them, and what leads on.

    Words lead on where they stand, and not wherever else a text says the same: `links` has those of a text, in order
    and beside each other, by its place in `texts_of` the blocks.
    """

    blocks: Sequence[Block]
    title: str = ""
    marks: Marks | None = None
    links: Mapping[int, Sequence[Link]] = field(default_factory=dict)


def texts_of(blocks: Iterable[Block]) -> Iterator[str]:
    """Return all texts of blocks as a page shows them, each a run of one style, in the order of the page."""
    for stated in stated_texts(blocks):
        yield from stated.runs


class Stated(NamedTuple):
    """A text of a block: its line in the document, the first column at which it can begin there, and its runs.

    `text` is as written; its runs are as shown, without the asterisks of italics.
    """

    line: int
    earliest: int
    text: str
    runs: tuple[str, ...]


def stated_texts(blocks: Iterable[Block]) -> Iterator[Stated]:
    """Return the texts of blocks in the order of the page; line 0 where it is not known."""
    for block in blocks:
        match block:
            case Paragraph():
                yield _with_runs(block.line, 0, block.text)
            case Subheading():
                yield Stated(block.line, 0, block.text, (block.text,))
            case ListBlock():
                for entry in block.items:
                    yield _with_runs(entry.line, len(entry.marker) + 1, entry.text)
            case Table():
                yield from _of_table(block)


def _with_runs(line: int, earliest: int, text: str) -> Stated:
    return Stated(line, earliest, text, tuple(run.text for run in find_runs(text)))


def _of_table(table: Table) -> Iterator[Stated]:
    """The caption, then the cells row by row; a TAB stands between two."""
    if table.caption:
        yield Stated(0, 0, table.caption, (table.caption,))
    for line, row in enumerate(table.rows, start=table.line):
        earliest = 0
        for cell in row:
            yield Stated(line, earliest, cell, (cell,))
            earliest += len(cell) + 1


def writer_of(passage: Passage) -> Callable[[str], str]:
    """Return what makes HTML of the texts of a passage, asked for one after the other in their order.

    The marks of a page are #forekomst-1 and so on. A text with neither marks nor links stays as it is.
    """
    marks, places = passage.marks, count()
    numbers = count(marks.before + 1) if marks else count()

    def write(text: str) -> str:
        links = passage.links.get(next(places), ())
        marked = marks.places[text] if marks else ()
        return _woven(text, marked, links, numbers) if marked or links else text

    return write


def _woven(text: str, marks: Sequence[Mark], links: Sequence[Link], numbers: Iterator[int]) -> SafeString:
    """The text with its links, and in and between them its marks; one that reaches over an end is in two parts."""
    ends = sorted({0, len(text), *chain.from_iterable((link.start, link.end) for link in links)})
    link_at = {link.start: link for link in links}
    pieces = []
    for start, end in pairwise(ends):
        piece = format_html_join("", "{}", ((part,) for part in _marked(text, start, end, marks, numbers)))
        pieces.append(_linked(link_at[start], piece) if start in link_at else piece)
    return format_html_join("", "{}", ((piece,) for piece in pieces))


def _linked(link: Link, words: SafeString) -> SafeString:
    if link.is_sure:
        return format_html('<a href="{}" title="{}">{}</a>', link.address, link.title, words)
    return format_html('<a class="maybe" href="{}" title="{}">{}</a>', link.address, link.title, words)


def _marked(text: str, start: int, end: int, marks: Sequence[Mark], numbers: Iterator[int]) -> Iterator[str]:
    """The pieces of text[start:end] with its marks; of one that began before it there is no number again."""
    position = start
    for place in marks:
        if place.end <= start or place.start >= end:
            continue
        first, last = max(place.start, start), min(place.end, end)
        yield text[position:first]
        word = text[first:last]
        if first > place.start:
            yield format_html("<mark>{}</mark>", word)
        else:
            number = next(numbers)
            yield (
                format_html('<mark id="forekomst-{}">{}</mark>', number, word)
                if number <= MOST_MARKED
                else word
            )
        position = last
    yield text[position:end]
