"""The text of the minutes, block by block, put together without a template for each of its thousand parts.

Each part is mark-up of ours with a place for every text, and the texts, which `format_html` escapes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from operator import attrgetter
from typing import NamedTuple

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from minutes.danish.emphasis import find_runs
from minutes.danish.figures import is_figure
from minutes.danish.markers import read_marker
from minutes.parser.values import Block, ListBlock, ListItem, Paragraph, Subheading, Table

from .passages_of_pages import Passage, writer_of

register = template.Library()

# HTML counts with the letters a to z alone.
_MOST_LETTERS = 26

_NO_FIGURE = frozenset({"", "-", "–", "—"})


@register.filter
def as_sections(passages: Iterable[Passage], level: str) -> SafeString:
    """Return passages, each under its title, which is a heading of that level ("1" to "5")."""
    return format_html_join("", "{}", ((_section(passage, level),) for passage in passages))


@register.filter
def as_blocks(passage: Passage, level: str) -> SafeString:
    """Return the blocks of a passage; the title that it stands under is a heading of that level ("1" to "5")."""
    html = _Html(passage)
    _add_blocks(html, passage.blocks, level)
    return html.escaped()


def _section(passage: Passage, level: str) -> SafeString:
    html = _Html(passage)
    html.add('<section class="prose">\n')
    html.add_unmarked(f'<h{level} class="section__title">{{}}</h{level}>\n', passage.title)
    _add_blocks(html, passage.blocks, level)
    html.add("</section>\n")
    return html.escaped()


class _Html:
    """Mark-up with a place, {}, for every text; and the texts, in their order."""

    def __init__(self, passage: Passage) -> None:
        self._tags: list[str] = []
        self._texts: list[str] = []
        self._written = writer_of(passage)

    def add(self, tags: str, *texts: str) -> None:
        """Add texts that stand in `texts_of` the passage, in that order."""
        self._tags.append(tags)
        self._texts += map(self._written, texts)

    def add_unmarked(self, tags: str, text: str) -> None:
        self._tags.append(tags)
        self._texts.append(text)

    def escaped(self) -> SafeString:
        # format_html refuses to be called without any text.
        return format_html("{}" + "".join(self._tags), "", *self._texts)


def _add_blocks(html: _Html, blocks: Iterable[Block], level: str) -> None:
    for block in blocks:
        match block:
            case Paragraph():
                html.add("<p>")
                _add_runs(html, block.text)
                html.add("</p>\n")
            case Subheading():
                tag = f"h{int(level) + 1}"
                html.add(f"<{tag}>{{}}</{tag}>\n", block.text)
            case ListBlock():
                _add_lists(html, block.items)
            case Table():
                _add_table(html, block)


def _add_runs(html: _Html, text: str) -> None:
    for run in find_runs(text):
        html.add("<em>{}</em>" if run.is_emphasis else "{}", run.text)


# Lists


class _Entry(NamedTuple):
    """An entry with what stands `below` it: `numbering` is "1" for numbers, "a" for letters, "" for bullets."""

    numbering: str
    number: int | None
    text: str
    below: Sequence[ListItem]


def _add_lists(html: _Html, items: Sequence[ListItem]) -> None:
    """Add a list for each run of markers of one sort."""
    for numbering, entries in groupby(_entries(items), key=attrgetter("numbering")):
        html.add(f'<ol type="{numbering}">' if numbering else "<ul>")
        for entry in entries:
            html.add("<li>" if entry.number is None else f'<li value="{entry.number}">')
            _add_runs(html, entry.text)
            _add_lists(html, entry.below)
            html.add("</li>\n")
        html.add("</ol>\n" if numbering else "</ul>\n")


def _entries(items: Sequence[ListItem]) -> Iterator[_Entry]:
    """Two levels: what is deeper than the first entry stands below the entry before it."""
    position = 0
    while position < len(items):
        end = position + 1
        while end < len(items) and items[end].level > items[0].level:
            end += 1
        numbering, number = _numbering(items[position].marker)
        yield _Entry(numbering, number, items[position].text, items[position + 1 : end])
        position = end


def _numbering(marker: str) -> tuple[str, int | None]:
    """The sort of numbering and the number: "3." gives ("1", 3), "b)" gives ("a", 2), "-" gives ("", None)."""
    kind, ordinal = read_marker(marker)
    if kind == "number":
        return "1", ordinal
    if kind == "letter" and ordinal <= _MOST_LETTERS:
        return "a", ordinal
    return "", None


# Tables


def _add_table(html: _Html, table: Table) -> None:
    """Add a table that can be scrolled by who has no mouse, and that has a name for who does not see it."""
    name = table.caption or "Tabel"
    html.add_unmarked('<div class="table-box" tabindex="0" role="group" aria-label="{}">\n<table>\n', name)
    if table.caption:
        html.add("<caption>{}</caption>\n", table.caption)
    rows = table.rows[1:] if table.has_header else table.rows
    figures = _columns_of_figures(rows)
    if table.has_header:
        html.add("<thead><tr>")
        for position, cell in enumerate(table.rows[0]):
            _add_cell(html, cell, "col", is_figure=position in figures)
        html.add("</tr></thead>\n")
    html.add("<tbody>\n")
    last = len(rows) - 1
    for place, row in enumerate(rows):
        _add_row(html, row, figures, '<tr class="total">' if table.has_total and place == last else "<tr>")
    html.add("</tbody>\n</table>\n</div>\n")


def _add_row(html: _Html, row: Sequence[str], figures: frozenset[int], tag: str) -> None:
    html.add(tag)
    for position, cell in enumerate(row):
        _add_cell(html, cell, "" if position else "row", is_figure=position in figures)
    html.add("</tr>\n")


def _add_cell(html: _Html, text: str, names: str, *, is_figure: bool) -> None:
    """Add a cell that names its column ("col") or its row ("row") where it says anything, or names nothing ("")."""
    style = ' class="figure"' if is_figure else ""
    if names and text:
        html.add(f'<th scope="{names}"{style}>{{}}</th>', text)
    else:
        html.add(f"<td{style}>{{}}</td>", text)


def _columns_of_figures(rows: Sequence[Sequence[str]]) -> frozenset[int]:
    """The columns that hold figures only; the first names the rows, even where these are years."""
    columns = enumerate(zip(*rows, strict=True))
    return frozenset(position for position, column in columns if position > 0 and _is_figures(column))


def _is_figures(column: Iterable[str]) -> bool:
    texts = [text.strip() for text in column if text.strip() not in _NO_FIGURE]
    return bool(texts) and all(map(is_figure, texts))
