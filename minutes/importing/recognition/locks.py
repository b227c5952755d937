"""Locks in the database that keep two imports from writing the same thing; they end with the transaction.

Always names first, then bodies, then a day, then its meetings by their keys, then what stands below them: so no two
transactions wait for each other in a ring.
"""

from __future__ import annotations

import datetime

from django.db import connection
from django.db.backends.utils import CursorWrapper

# The locks of a single number; those of a day have two, and a key space of their own.
_BODIES = 1
_NAMES = 2

# A page gives up a statement that a visitor would not wait for. Who brings a document waits for the one before it.
_PATIENCE = "60s"


def keep_bodies() -> None:
    """Wait until no other transaction makes two bodies one, and let none until this one ends."""
    with connection.cursor() as cursor:
        _be_patient(cursor)
        cursor.execute("SELECT pg_advisory_xact_lock_shared(%s)", [_NAMES])


def lock_names() -> None:
    """Wait until no other transaction has found a body that it is about to write of."""
    with connection.cursor() as cursor:
        _be_patient(cursor)
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_NAMES])


def lock_bodies() -> None:
    """Wait until no other transaction is making a body."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_BODIES])


def lock_day(body_id: int, date: datetime.date) -> None:
    """Wait until no other transaction is writing meetings of the body on that day."""
    with connection.cursor() as cursor:
        # Each of the two numbers has four bytes. Two bodies of one remainder wait for each other for nothing, no more.
        cursor.execute("SELECT pg_advisory_xact_lock(%s, %s)", [body_id % 2**31, date.toordinal()])


def _be_patient(cursor: CursorWrapper) -> None:
    """Let each statement of a transaction that writes minutes take its time, where their time is limited at all."""
    limited = "current_setting('statement_timeout') <> '0'"
    cursor.execute(f"SELECT set_config('statement_timeout', %s, true) WHERE {limited}", [_PATIENCE])
