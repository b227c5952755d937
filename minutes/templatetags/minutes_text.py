"""The text of the minutes, section by section, put together without a template for each of its thousand parts.

Each part is mark-up of ours with a place for every text, and the texts, which `format_html` escapes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any, Protocol

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString

register = template.Library()


class Run(Protocol):
    """A stretch of text that is in italics, or not."""

    text: str
    is_emphasis: bool


class Prose(Protocol):
    """Paragraphs of running text."""

    paragraphs: Sequence[Sequence[Run]]


class Subheading(Protocol):
    """A heading inside a section."""

    text: str


class Entry(Protocol):
    """An entry of a list: its text, its number where the list is numbered, and the lists below it."""

    runs: Sequence[Run]
    number: int | None
    lists: Sequence[List]


class List(Protocol):
    """A list; `numbering` is "1", "a" or, for bullets, empty."""

    numbering: str
    entries: Sequence[Entry]


class Cell(Protocol):
    """A cell of a table; `is_figure` where its column holds figures only."""

    text: str
    is_figure: bool


class Table(Protocol):
    """A table; its caption, header and total (the row that sums it up) are empty where it has none."""

    name: str
    caption: str
    header: Sequence[Cell]
    rows: Sequence[Sequence[Cell]]
    total: Sequence[Cell]


class Block(Protocol):
    """One of `Prose`, `Subheading`, `List` and `Table`; `kind` tells which."""

    kind: str


class Section(Protocol):
    """A part of an item under a title of its own."""

    title: str
    blocks: Iterable[Block]


@register.filter
def as_sections(sections: Iterable[Section], level: str) -> SafeString:
    """Return sections, each under its title, which is a heading of that level ("1" to "5")."""
    html = _Html()
    for section in sections:
        html.add('<section class="prose">\n')
        html.add(f'<h{level} class="section__title">{{}}</h{level}>\n', section.title)
        _add_blocks(html, section.blocks, level)
        html.add("</section>\n")
    return html.escaped()


@register.filter
def as_blocks(blocks: Iterable[Block], level: str) -> SafeString:
    """Return what stands in a section; the title that it stands under is a heading of that level ("1" to "5")."""
    html = _Html()
    _add_blocks(html, blocks, level)
    return html.escaped()


class _Html:
    """Mark-up with a place, {}, for every text; and the texts, in their order."""

    def __init__(self) -> None:
        self._tags: list[str] = []
        self._texts: list[str] = []

    def add(self, tags: str, *texts: str) -> None:
        self._tags.append(tags)
        self._texts += texts

    def escaped(self) -> SafeString:
        # format_html refuses to be called without any text.
        return format_html("{}" + "".join(self._tags), "", *self._texts)


def _add_blocks(html: _Html, blocks: Iterable[Block], level: str) -> None:
    for block in blocks:
        _ADD[block.kind](html, block, level)


def _add_prose(html: _Html, prose: Prose, level: str) -> None:
    for runs in prose.paragraphs:
        html.add("<p>")
        _add_runs(html, runs)
        html.add("</p>\n")


def _add_subheading(html: _Html, heading: Subheading, level: str) -> None:
    tag = f"h{int(level) + 1}"
    html.add(f"<{tag}>{{}}</{tag}>\n", heading.text)


def _add_list(html: _Html, view: List, level: str) -> None:
    html.add(f'<ol type="{view.numbering}">' if view.numbering else "<ul>")
    for entry in view.entries:
        html.add("<li>" if entry.number is None else f'<li value="{entry.number}">')
        _add_runs(html, entry.runs)
        for below in entry.lists:
            _add_list(html, below, level)
        html.add("</li>\n")
    html.add("</ol>\n" if view.numbering else "</ul>\n")


def _add_runs(html: _Html, runs: Iterable[Run]) -> None:
    for run in runs:
        html.add("<em>{}</em>" if run.is_emphasis else "{}", run.text)


def _add_table(html: _Html, table: Table, level: str) -> None:
    """Add a table that can be scrolled by who has no mouse, and is told by its name to who does not see it."""
    html.add('<div class="table-box" tabindex="0" role="group" aria-label="{}">\n<table>\n', table.name)
    if table.caption:
        html.add("<caption>{}</caption>\n", table.caption)
    if table.header:
        html.add("<thead><tr>")
        for cell in table.header:
            _add_cell(html, cell, "col")
        html.add("</tr></thead>\n")
    html.add("<tbody>\n")
    for row in table.rows:
        _add_row(html, row, "<tr>")
    if table.total:
        _add_row(html, table.total, '<tr class="total">')
    html.add("</tbody>\n</table>\n</div>\n")


def _add_row(html: _Html, row: Sequence[Cell], tag: str) -> None:
    html.add(tag)
    for position, cell in enumerate(row):
        _add_cell(html, cell, "" if position else "row")
    html.add("</tr>\n")


def _add_cell(html: _Html, cell: Cell, names: str) -> None:
    """Add a cell that names its column ("col") or its row ("row") where it says anything, or names nothing ("")."""
    style = ' class="figure"' if cell.is_figure else ""
    if names and cell.text:
        html.add(f'<th scope="{names}"{style}>{{}}</th>', cell.text)
    else:
        html.add(f"<td{style}>{{}}</td>", cell.text)


_ADD: dict[str, Callable[[_Html, Any, str], None]] = {
    "prose": _add_prose,
    "subheading": _add_subheading,
    "list": _add_list,
    "table": _add_table,
}
