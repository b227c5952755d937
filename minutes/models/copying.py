"""New rows by COPY: the fastest way into PostgreSQL for rows that nothing is asked back of."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from operator import attrgetter

from django.db import connection, models

# The fields whose values the database does not take as they are.
_PREPARED = (models.JSONField, models.FileField)


def copy_rows(rows: Sequence[models.Model]) -> None:
    """Insert new rows of one model as they are; keys that they lack are the database's, and are not given back.

    Raises django.db.DatabaseError where the database refuses a row; then none is there.
    """
    if not rows:
        return
    model = type(rows[0])
    fields = _fields(model, has_keys=rows[0].pk is not None)
    columns = ", ".join(f'"{field.column}"' for field in fields)
    values_of = attrgetter(*(field.attname for field in fields))
    prepared = [(place, field) for place, field in enumerate(fields) if isinstance(field, _PREPARED)]
    with (
        connection.cursor() as cursor,
        connection.wrap_database_errors,
        cursor.copy(f'COPY "{model._meta.db_table}" ({columns}) FROM STDIN') as copying,
    ):
        for row in rows:
            values = list(values_of(row))
            for place, field in prepared:
                values[place] = field.get_db_prep_save(values[place], connection)
            copying.write_row(values)


def reserve_keys(rows: Sequence[models.Model]) -> None:
    """Give new rows of one model the primary keys that the database would have given them."""
    if not rows:
        return
    meta = type(rows[0])._meta
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT nextval(pg_get_serial_sequence(%s, %s)) FROM generate_series(1, %s)",
            [meta.db_table, meta.pk.column, len(rows)],
        )
        for row, (key,) in zip(rows, cursor.fetchall(), strict=True):
            row.pk = key


@cache
def _fields(model: type[models.Model], *, has_keys: bool) -> list[models.Field]:
    return [
        field
        for field in model._meta.concrete_fields
        if not field.generated and (has_keys or not field.primary_key)
    ]
