"""Where the lines of a file were broken: the margin that they end at in the middle of sentences."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import islice, pairwise

from .printed_lines import BEFORE_WORDS, PrintedLine

# Fewer lines that end in a sentence are an editor's way of writing.
_FEWEST_CUTS = 3
# Of the long lines of a wrapped file every second goes on with a small letter, of another one in a hundred.
_SHARE_OF_CUTS = 0.2
_SHORTEST_CUT = 30
# As long as this, measured by the margin, is a line that may be full.
_LONG = 0.7
# So much of the lines may be longer than the margin: a table's rows, an address.
_LONGER, _SHARE_LONGER = 1.25, 0.1
# A text editor breaks at a column; type has wide letters and narrow ones, so that lines of one width vary by a sixth.
_VARIES = 0.84
_SHARE_EXACT = 0.97


@dataclass(frozen=True, slots=True)
class Margin:
    """The column that lines are broken at; of printed type the longest line, which others fall short of."""

    column: int
    is_exact: bool

    def is_full(self, line: PrintedLine, following: PrintedLine) -> bool:
        """Whether the next line's first word had no room at the end of this one."""
        with_word = line.end + 1 + len(following.first_word)
        return with_word > (self.column if self.is_exact else _VARIES * self.column)


def may_be_broken(lines: Iterable[str]) -> bool:
    """A quick look at lines as they are written: where this is False, `find_margin` finds none."""
    cuts = (
        following
        for line, following in pairwise(lines)
        if len(line) >= _SHORTEST_CUT and following.lstrip(BEFORE_WORDS)[:1].islower()
    )
    return len(list(islice(cuts, _FEWEST_CUTS))) == _FEWEST_CUTS


def find_margin(lines: Sequence[PrintedLine | None], widths: Iterable[int]) -> Margin | None:
    """The margin of a file whose lines were broken, None of one whose lines are paragraphs.

    `lines` are its lines, None for the empty and the very long; `widths` how long all of them are.
    """
    cuts = [
        (line, following)
        for line, following in pairwise(lines)
        if line and following and _is_cut(line, following)
    ]
    if len(cuts) < _FEWEST_CUTS:
        return None
    ends = sorted(line.end for line, _ in cuts)
    # One line in twenty may be an odd one.
    column = ends[-1 - len(ends) // 20]
    long = [line for line in lines if line and _LONG * column <= line.end and not line.has_columns]
    longer = sum(
        width > _LONGER * column
        for line, width in zip(lines, widths, strict=True)
        if line is None or not line.has_columns
    )
    if len(cuts) < _SHARE_OF_CUTS * len(long) or longer > _SHARE_LONGER * (len(long) + longer):
        return None
    return _exact(cuts, ends[-1]) or Margin(column, is_exact=False)


def _exact(cuts: Sequence[tuple[PrintedLine, PrintedLine]], column: int) -> Margin | None:
    exact = Margin(column, is_exact=True)
    full = sum(exact.is_full(line, following) for line, following in cuts)
    return exact if full >= _SHARE_EXACT * len(cuts) else None


def _is_cut(line: PrintedLine, following: PrintedLine) -> bool:
    """Whether a sentence goes on over the end of a line."""
    return (
        len(line.text) >= _SHORTEST_CUT
        and line.is_open
        and following.begins_small
        and not (line.has_columns or following.has_columns or following.marker or line.has_leader)
    )
