"""A section's blocks as a page shows them: values of four kinds, each of which tells its own."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from operator import itemgetter
from typing import Any, ClassVar

from minutes.danish.emphasis import Run, find_runs
from minutes.danish.figures import is_figure

_NO_FIGURE = frozenset({"", "-", "–", "—"})


# What a text becomes where it is shown: the same letters, some of them marked.
Change = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class ProseView:
    """Paragraphs of running text."""

    kind: ClassVar[str] = "prose"
    paragraphs: tuple[tuple[Run, ...], ...]

    def with_texts(self, change: Change) -> ProseView:
        """The same with each text changed, in the order in which they stand; so of every view."""
        return replace(self, paragraphs=tuple(_changed(runs, change) for runs in self.paragraphs))


@dataclass(frozen=True, slots=True)
class SubheadingView:
    """A heading inside a section."""

    kind: ClassVar[str] = "subheading"
    text: str

    def with_texts(self, change: Change) -> SubheadingView:
        return replace(self, text=change(self.text))


@dataclass(frozen=True, slots=True)
class EntryView:
    """One entry of a list, with its number where the list is numbered, and the lists below it."""

    runs: tuple[Run, ...]
    number: int | None
    lists: tuple[ListView, ...]

    def with_texts(self, change: Change) -> EntryView:
        runs = _changed(self.runs, change)
        return replace(self, runs=runs, lists=tuple(below.with_texts(change) for below in self.lists))


@dataclass(frozen=True, slots=True)
class ListView:
    """A list whose markers are of one sort: "1" for numbers, "a" for letters, "" for bullets."""

    kind: ClassVar[str] = "list"
    numbering: str
    entries: tuple[EntryView, ...]

    def with_texts(self, change: Change) -> ListView:
        return replace(self, entries=tuple(entry.with_texts(change) for entry in self.entries))


@dataclass(frozen=True, slots=True)
class CellView:
    """A cell of a table; `is_figure` where its column holds figures only."""

    text: str
    is_figure: bool

    def with_texts(self, change: Change) -> CellView:
        return replace(self, text=change(self.text))


@dataclass(frozen=True, slots=True)
class TableView:
    """A table with its caption ("" where it has none); `total` is the last row where that sums up the others.

    `name` is the caption as it is told to who does not see the table, and never holds mark-up.
    """

    kind: ClassVar[str] = "table"
    name: str
    caption: str
    header: tuple[CellView, ...]
    rows: tuple[tuple[CellView, ...], ...]
    total: tuple[CellView, ...]

    def with_texts(self, change: Change) -> TableView:
        def of_cells(cells: tuple[CellView, ...]) -> tuple[CellView, ...]:
            return tuple(cell.with_texts(change) for cell in cells)

        return replace(
            self,
            caption=change(self.caption),
            header=of_cells(self.header),
            rows=tuple(map(of_cells, self.rows)),
            total=of_cells(self.total),
        )


BlockView = ProseView | SubheadingView | ListView | TableView


def read_blocks(blocks: Sequence[dict[str, Any]]) -> tuple[BlockView, ...]:
    """Return what stands in `Section.blocks` in the form that the pages show."""
    views: list[BlockView] = []
    for kind, alike in groupby(blocks, key=itemgetter("type")):
        match kind:
            case "paragraph":
                views.append(ProseView(tuple(find_runs(block["text"]) for block in alike)))
            case "subheading":
                views += [SubheadingView(block["text"]) for block in alike]
            case "list":
                views += [view for block in alike for view in _lists(block["items"])]
            case "table":
                views += map(_table, alike)
    return tuple(views)


def paragraphs(text: str) -> tuple[BlockView, ...]:
    """Return a text of which nothing more is known, a paragraph a line."""
    lines = tuple(find_runs(line) for line in text.splitlines() if line.strip())
    return (ProseView(lines),) if lines else ()


def _changed(runs: Sequence[Run], change: Change) -> tuple[Run, ...]:
    return tuple(run._replace(text=change(run.text)) for run in runs)


def _lists(items: Sequence[dict[str, Any]]) -> tuple[ListView, ...]:
    """Lists of two levels: what is deeper than the first entry stands below the entry before it."""
    outer = items[0]["level"] if items else 1
    lists: list[tuple[str, list[EntryView]]] = []
    position = 0
    while position < len(items):
        end = position + 1
        while end < len(items) and items[end]["level"] > outer:
            end += 1
        numbering, number = _read_marker(items[position]["marker"])
        if not lists or lists[-1][0] != numbering:
            lists.append((numbering, []))
        runs = find_runs(items[position]["text"])
        lists[-1][1].append(EntryView(runs, number, _lists(items[position + 1 : end])))
        position = end
    return tuple(ListView(numbering, tuple(entries)) for numbering, entries in lists)


def _read_marker(marker: str) -> tuple[str, int | None]:
    """The sort of numbering and the number: "3." gives ("1", 3), "b)" gives ("a", 2), "-" gives ("", None)."""
    sign = marker.rstrip(".)")
    if sign.isdecimal():
        return "1", int(sign)
    if sign != marker and len(sign) == 1 and "a" <= sign.lower() <= "z":
        return "a", ord(sign.lower()) - ord("a") + 1
    return "", None


def _table(block: dict[str, Any]) -> TableView:
    rows = block["rows"]
    start = 1 if block["has_header"] else 0
    end = len(rows) - 1 if block["has_total"] else len(rows)
    figures = [
        index > 0 and _is_figures(column) for index, column in enumerate(zip(*rows[start:], strict=True))
    ]
    cells = [tuple(CellView(text, figure) for text, figure in zip(row, figures, strict=True)) for row in rows]
    return TableView(
        name=block["caption"] or "Tabel",
        caption=block["caption"],
        header=cells[0] if start else (),
        rows=tuple(cells[start:end]),
        total=cells[-1] if end < len(rows) else (),
    )


def _is_figures(column: Sequence[str]) -> bool:
    texts = [text.strip() for text in column if text.strip() not in _NO_FIGURE]
    return bool(texts) and all(is_figure(text) for text in texts)
