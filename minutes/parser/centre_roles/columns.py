"""The columns of a table that name a centre, and those that say who is responsible."""

from __future__ import annotations

from collections.abc import Iterator

from minutes.parser.values import Table

RESPONSIBLE_COLUMNS = frozenset(
    {
        "ansvarlig",
        "ansvarlige",
        "ansvar",
        "ansvarligt center",
        "ansvarlig center",
        "ansvarlig enhed",
        "ansvarlig/tovholder",
        "tovholder/ansvarlig",
        "tovholder",
        "tovholdere",
    }
)
CENTRE_COLUMNS = RESPONSIBLE_COLUMNS | {"center", "centre"}


def cells_below(table: Table, headings: frozenset[str]) -> Iterator[tuple[int, str]]:
    """Row offset and text of the cells in the columns with one of these headings, the heading left out."""
    for column, heading in enumerate(table.rows[0]):
        if heading.lower().rstrip(":") in headings:
            yield from ((offset, row[column]) for offset, row in enumerate(table.rows[1:], start=1))
