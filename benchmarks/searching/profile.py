"""Where the time of a request goes, the database, the template and the rest of the code; and which rows it reads."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from django.db import connection
from django.template.backends.django import Template
from django.test import Client

# One for all requests: with the first it loads the middleware.
_client = Client(SERVER_NAME="localhost")


@dataclass(slots=True)
class Spent:
    """Seconds of one request; what a template asks of the database counts as the database's.

    `rows` are those of tables that the server read for it, whether or not they were what it looked for.
    """

    whole: float = 0.0
    sql: float = 0.0
    template: float = 0.0
    queries: int = 0
    rows: int = 0

    @property
    def python(self) -> float:
        """What is left: everything but the database and the template."""
        return self.whole - self.sql - self.template


def profile(address: str) -> Spent:
    """Ask for a page in this process, without a server."""
    spent = Spent()
    rows_before = _rows_read()
    with _timed_queries(spent), _timed_templates(spent):
        start = time.perf_counter()
        _client.get(address)
        spent.whole = time.perf_counter() - start
    spent.rows = _rows_read() - rows_before
    return spent


def _rows_read() -> int:
    """The rows that were read of all tables so far, as the server counts them when a transaction is over."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_stat_force_next_flush()")
        cursor.execute(
            "SELECT sum(seq_tup_read + coalesce(idx_tup_fetch, 0))::bigint FROM pg_stat_user_tables"
        )
        return cursor.fetchone()[0]


@contextmanager
def sql_clock() -> Iterator[Callable[[], float]]:
    """A clock that goes while the database is asked, in seconds."""
    spent = Spent()
    with _timed_queries(spent):
        yield lambda: spent.sql


@contextmanager
def _timed_queries(spent: Spent) -> Iterator[None]:
    def execute(call: Callable[..., Any], *arguments: Any) -> Any:
        start = time.perf_counter()
        try:
            return call(*arguments)
        finally:
            spent.sql += time.perf_counter() - start
            spent.queries += 1

    with connection.execute_wrapper(execute):
        yield


@contextmanager
def _timed_templates(spent: Spent) -> Iterator[None]:
    render = Template.render
    is_within = False

    def timed(self: Template, *arguments: Any, **named: Any) -> Any:
        nonlocal is_within
        if is_within:  # a form's own template
            return render(self, *arguments, **named)
        is_within = True
        start, sql = time.perf_counter(), spent.sql
        try:
            return render(self, *arguments, **named)
        finally:
            spent.template += time.perf_counter() - start - (spent.sql - sql)
            is_within = False

    Template.render = timed
    try:
        yield
    finally:
        Template.render = render
