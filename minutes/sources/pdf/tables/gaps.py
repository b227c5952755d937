"""The free stretches between the words of a line, and what tells whether a line may be a row of a table."""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from minutes.sources.pdf.contents import has_leader
from minutes.sources.pdf.layout import Layout
from minutes.sources.pdf.lines import Line
from minutes.sources.standing_alone import stands_alone

# In em: edges of columns that are this near are the same.
SAME_EDGE = 0.25
# A gap between columns is so much wider than a blank between words at least.
MORE_THAN_BLANK = 1.5
# In em: the step over a page break counts as that of lines.
_STEP_OVER_PAGE = 1.3
# Of a justified line with few words all gaps are wide, and about equally; in em.
_STRETCHED_GAPS, _STRETCHED, _WIDEST_STRETCHED = 3, 0.5, 3
# Further than any paper reaches, in points.
FAR = 1e9


class Gap(NamedTuple):
    """A free stretch between two words: wide, or between words that the file draws apart."""

    left: float
    right: float
    is_wide: bool
    is_drawn_apart: bool = False

    @property
    def width(self) -> float:
        return self.right - self.left


Strip = tuple[float, float]


# A line is asked about once for each line above it that may begin a table.
@lru_cache(maxsize=2000)
def gaps_within(line: Line, layout: Layout) -> tuple[Gap, ...]:
    """The gaps between the words of a line, but for that behind its marker."""
    words = line.words[1:] if line.marker else line.words
    widest_blank = layout.column_gap(line.size)
    return tuple(
        Gap(
            left.x1, right.x0, right.is_drawn_apart or right.x0 - left.x1 > widest_blank, right.is_drawn_apart
        )
        for left, right in pairwise(words)
    )


def may_be_row(line: Line, layout: Layout) -> bool:
    """Whether a line is none that is known to be something else."""
    return not has_leader(line.text) and not stands_alone(line.text) and not _is_stretched(line, layout)


def _is_stretched(line: Line, layout: Layout) -> bool:
    """Whether a line is a justified one with few words, whose blanks are all wide."""
    widths = [gap.width for gap in gaps_within(line, layout) if gap.is_wide]
    return (
        len(widths) > _STRETCHED_GAPS
        and min(widths) > _STRETCHED * max(widths)
        and max(widths) < _WIDEST_STRETCHED * line.size
        and line.x1 > layout.right(line) - line.size
    )


def step_between(line: Line, following: Line) -> float:
    """How far below a line the next one stands."""
    return following.y - line.y if line.place == following.place else _STEP_OVER_PAGE * line.size


def begins_with(line: Line, other: Line) -> bool:
    """Whether two lines begin at one edge."""
    return abs(line.x0 - other.x0) < SAME_EDGE * line.size
