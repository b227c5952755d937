"""Puts the rows of the search's table in order of time, so that the newest of a word's items lie together."""

from __future__ import annotations

from django.db import connection, transaction

from minutes.models import SearchDocument

DATE_INDEX = "searchdocument_date_index"
# To sort with, and to build the table's indexes anew.
_MEMORY = "1GB"


def order_documents() -> None:
    """Write the table anew in order of date, all or nothing. Nobody can search meanwhile.

    Rows that come later are added at the end, where the newest belong. Source: "CLUSTER" in PostgreSQL's manual.
    """
    table = SearchDocument._meta.db_table
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET LOCAL statement_timeout = 0")
        cursor.execute(f"SET LOCAL maintenance_work_mem = '{_MEMORY}'")
        cursor.execute(f"CLUSTER {table} USING {DATE_INDEX}")
        cursor.execute(f"ANALYZE {table}")
