"""Blocks become the lines of the text: lists and rows close together, a blank line around all else."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto
from itertools import groupby, pairwise

_TABS = re.compile(r"\s*\t\s*")
_BLANKS = re.compile(r"\s+")
# What a TAB after it belongs to: a marker ("1.", "a)", "§ 4.") or a label ("Mødested:") is no cell of its own.
_MARKER_OR_LABEL = re.compile(r"\A(?:[-–•·o]|(?:§ ?)?[(]?[\w.]{1,6}[.)]|[^\t]{1,40}:)\t")


class Kind(Enum):
    """What a block is: only paragraphs have blank lines between each other."""

    PARAGRAPH = auto()
    LIST = auto()
    CONTENTS = auto()
    ROW = auto()


@dataclass(frozen=True, slots=True)
class Block:
    """The lines of a paragraph (several where it is broken by hand), of a list's item, or the row of a table.

    `table` is the number of the row's table: two that follow each other stay two.
    """

    kind: Kind
    lines: tuple[str, ...]
    table: int = 0


def tidy(line: str) -> str:
    """A line with single blanks and TABs, and none of either at its ends."""
    if "\t" not in line:
        return _BLANKS.sub(" ", line).strip()
    line = _TABS.sub("\t", _BLANKS.sub(_blank_or_tab, line)).strip()
    return _MARKER_OR_LABEL.sub(lambda match: f"{match[0][:-1]} ", line)


def _blank_or_tab(match: re.Match[str]) -> str:
    return "\t" if "\t" in match[0] else " "


def with_typed_tables(blocks: Iterable[Block]) -> list[Block]:
    """Paragraphs that TABs divide alike, one below the other, are rows; in a paragraph alone a TAB is a blank."""
    found: list[Block] = []
    for tabs, alike in groupby(blocks, _typed_tabs):
        run = list(alike)
        if not tabs:
            found += run
        elif sum(len(block.lines) for block in run) > 1:
            found += [replace(block, kind=Kind.ROW) for block in run]
        else:
            found += [replace(block, lines=(run[0].lines[0].replace("\t", " "),)) for block in run]
    return found


def _typed_tabs(block: Block) -> int:
    """How many TABs each line of a paragraph has, where all have as many; lines that differ keep theirs as they are."""
    if block.kind is not Kind.PARAGRAPH:
        return 0
    tabs = {line.count("\t") for line in block.lines}
    return tabs.pop() if len(tabs) == 1 else 0


def place(blocks: Sequence[Block]) -> tuple[str, list[int]]:
    """The text of the blocks, and the number of the line that each begins on."""
    lines: list[str] = []
    begins: list[int] = []
    for before, block in pairwise([None, *blocks]):
        if before is not None and block is not None and not _is_close(before, block):
            lines.append("")
        if block is not None:
            begins.append(len(lines) + 1)
            lines += block.lines
    return "".join(f"{line}\n" for line in lines), begins


def _is_close(before: Block, block: Block) -> bool:
    return before.kind is block.kind is not Kind.PARAGRAPH and before.table == block.table
