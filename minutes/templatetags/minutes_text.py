"""The parts of a text that a page has thousands of, put together without a template for each.

Each part is made of mark-up of ours with a place for every text, and the texts, which `format_html` escapes.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Protocol

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString

register = template.Library()


class Run(Protocol):
    """A stretch of text that is in italics, or not."""

    text: str
    is_emphasis: bool


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


@register.filter
def as_paragraphs(paragraphs: Sequence[Sequence[Run]]) -> SafeString:
    """Return running text with its italics, a paragraph for each of its parts."""
    tags = "\n".join(f"<p>{''.join(map(_tags_of_run, runs))}</p>" for runs in paragraphs)
    return _escaped(tags, [run.text for runs in paragraphs for run in runs])


@register.filter
def as_list(view: List) -> SafeString:
    """Return a list with all the lists below its entries."""
    return _escaped(_tags_of_list(view), list(_texts_of_list(view)))


@register.filter
def as_rows(rows: Sequence[Sequence[Cell]]) -> SafeString:
    """Return the rows of a table; the first cell of each names it where it says anything."""
    tags = "\n".join(f"<tr>{_tags_of_cells(row)}</tr>" for row in rows)
    return _escaped(tags, [cell.text for row in rows for cell in row])


@register.filter
def as_total(row: Sequence[Cell]) -> SafeString:
    """Return the row that sums up a table."""
    return _escaped(f'<tr class="total">{_tags_of_cells(row)}</tr>', [cell.text for cell in row])


def _escaped(tags: str, texts: Sequence[str]) -> SafeString:
    # format_html refuses to be called without any text.
    return format_html("{}" + tags, "", *texts)


def _tags_of_run(run: Run) -> str:
    return "<em>{}</em>" if run.is_emphasis else "{}"


def _tags_of_list(view: List) -> str:
    entries = "\n".join(map(_tags_of_entry, view.entries))
    return f'<ol type="{view.numbering}">{entries}</ol>' if view.numbering else f"<ul>{entries}</ul>"


def _tags_of_entry(entry: Entry) -> str:
    number = "" if entry.number is None else f' value="{entry.number}"'
    inside = [*map(_tags_of_run, entry.runs), *map(_tags_of_list, entry.lists)]
    return f"<li{number}>{''.join(inside)}</li>"


def _texts_of_list(view: List) -> Iterator[str]:
    for entry in view.entries:
        yield from (run.text for run in entry.runs)
        for below in entry.lists:
            yield from _texts_of_list(below)


def _tags_of_cells(row: Sequence[Cell]) -> str:
    cells = ['<td class="figure">{}</td>' if cell.is_figure else "<td>{}</td>" for cell in row]
    if row and row[0].text:
        cells[0] = '<th scope="row">{}</th>'
    return "".join(cells)
