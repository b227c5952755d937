"""Figures by year as the columns of a small chart."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from minutes.pages.years import with_gaps

# In the chart's own units, which are pixels where the page is wide enough for them: ten years or more fill the width,
# and the columns of fewer are no broader than theirs, as one year alone would be a block of colour.
_HEIGHT = 96
_WIDEST_STEP = 64
_WIDTH = 640


@dataclass(frozen=True, slots=True)
class Column:
    """A year's column in the chart's own units, from the top left corner; `middle` is where its labels stand."""

    year: int
    count: int
    x: float
    y: float
    width: float
    height: float

    @property
    def middle(self) -> float:
        return round(self.x + self.width / 2, 1)


@dataclass(frozen=True, slots=True)
class YearChart:
    """Columns for the years from the first to the last, gaps of a few years included."""

    columns: tuple[Column, ...]
    width: float
    height: int = _HEIGHT


def year_chart(counts: Mapping[int, int]) -> YearChart | None:
    """Return the chart of how many there were in each year, or None where there is nothing to draw."""
    if not counts:
        return None
    years = with_gaps(counts)
    step = min(_WIDEST_STEP, _WIDTH / len(years))
    unit = _HEIGHT / max(counts.values())
    columns = []
    for position, year in enumerate(years):
        height = round(counts.get(year, 0) * unit, 1)
        left, width = round((position + 0.15) * step, 1), round(step * 0.7, 1)
        columns.append(Column(year, counts.get(year, 0), left, round(_HEIGHT - height, 1), width, height))
    return YearChart(tuple(columns), round(step * len(years), 1))
