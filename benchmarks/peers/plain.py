"""PostgreSQL's full text as it is usually written: one tsvector, one GIN index, every match ranked and counted."""

from __future__ import annotations

from collections.abc import Iterable

from django.db import connection, transaction

from benchmarks.peers.peer import PAGE, Answer, Order, PeerItem, Question

_TABLE = """
CREATE TABLE IF NOT EXISTS item_plain (id integer PRIMARY KEY, date date NOT NULL, text tsvector NOT NULL)
"""
_INDEXES = (
    "CREATE INDEX IF NOT EXISTS item_plain_text ON item_plain USING gin (text)",
    "CREATE INDEX IF NOT EXISTS item_plain_date ON item_plain (date)",
)
_FOUND = "FROM item_plain, websearch_to_tsquery('danish', %s) query WHERE text @@ query"
_ORDERED = {
    Order.BEST: f"SELECT id {_FOUND} ORDER BY ts_rank(text, query) DESC LIMIT %s",
    Order.NEWEST: f"SELECT id {_FOUND} ORDER BY date DESC LIMIT %s",
}
_COUNT = f"SELECT count(*) {_FOUND}"


class PlainPostgres:
    """A table of its own in the archive's database."""

    name = "plain PostgreSQL"

    def __init__(self) -> None:
        with connection.cursor() as cursor:
            cursor.execute(_TABLE)

    def last_id(self) -> int:
        with connection.cursor() as cursor:
            cursor.execute("SELECT coalesce(max(id), 0) FROM item_plain")
            return cursor.fetchone()[0]

    def add(self, items: Iterable[PeerItem]) -> None:
        rows = [(item.id, item.date, item.text) for item in items]
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("CREATE TEMPORARY TABLE added (id integer, date date, text text)")
            with cursor.copy("COPY added FROM STDIN") as copying:
                for row in rows:
                    copying.write_row(row)
            cursor.execute("INSERT INTO item_plain SELECT id, date, to_tsvector('danish', text) FROM added")
            cursor.execute("DROP TABLE added")

    def finish(self) -> None:
        """Index what was taken in, at once: quicker than with each item."""
        with connection.cursor() as cursor:
            for statement in _INDEXES:
                cursor.execute(statement)
            if not connection.in_atomic_block:
                cursor.execute("VACUUM ANALYZE item_plain")

    def search(self, question: Question, order: Order) -> Answer:
        with connection.cursor() as cursor:
            cursor.execute(_ORDERED[order], (question.typed, PAGE))
            ids = [row[0] for row in cursor.fetchall()]
            cursor.execute(_COUNT, (question.typed,))
            return Answer(ids, cursor.fetchone()[0])
