"""Deeds of several people at one moment, each on a connection of its own."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import TypeVar

from django.db import connection, transaction

Answer = TypeVar("Answer")


def at_once(deeds: Sequence[Callable[[], Answer]]) -> list[Answer]:
    """What each comes to, all of them begun at the same moment."""
    together = Barrier(len(deeds))

    def one(deed: Callable[[], Answer]) -> Answer:
        connection.ensure_connection()
        together.wait(30)
        return _on_own_connection(deed)

    with ThreadPoolExecutor(len(deeds)) as people:
        return list(people.map(one, deeds))


def behind(first: Callable[[], object], second: Callable[[], Answer]) -> Answer:
    """What the second comes to: it begins when the first is done, which is committed once the second waits for that."""
    with ThreadPoolExecutor(1) as person:
        with transaction.atomic():
            first()
            answer = person.submit(_on_own_connection, second)
            _wait_until_somebody_waits()
        return answer.result(30)


def _on_own_connection(deed: Callable[[], Answer]) -> Answer:
    try:
        return deed()
    finally:
        connection.close()


def _wait_until_somebody_waits() -> None:
    with connection.cursor() as cursor:
        for _ in range(400):
            cursor.execute("SELECT EXISTS (SELECT FROM pg_locks WHERE NOT granted)")
            if cursor.fetchone()[0]:
                return
            time.sleep(0.02)
    raise AssertionError("nobody waits for what is not committed yet")
