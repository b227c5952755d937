"""Locks in the database that keep two imports from writing the same thing; they end with the transaction.

Bodies are always locked before a day, so that no two transactions wait for each other.
"""

from __future__ import annotations

import datetime

from django.db import connection

_BODIES = 1


def lock_bodies() -> None:
    """Wait until no other transaction is making a body."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_BODIES])


def lock_day(body_id: int, date: datetime.date) -> None:
    """Wait until no other transaction is writing meetings of the body on that day."""
    with connection.cursor() as cursor:
        # The two-number form has a key space of its own, of four bytes each.
        cursor.execute("SELECT pg_advisory_xact_lock(%s, %s)", [body_id % 2**31, date.toordinal()])
