"""Tables of a page: with rules, from the grid that the rules make; without, from the strips that lines leave free."""

from .open_rows import table_of
from .open_tables import OpenTable, find_open_table
from .ruled_tables import ruled_tables
from .table import Rows, Table, join_rows, text_of

__all__ = [
    "OpenTable",
    "Rows",
    "Table",
    "find_open_table",
    "join_rows",
    "ruled_tables",
    "table_of",
    "text_of",
]
