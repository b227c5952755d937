"""SQLite FTS5: words as they are written, without accents folded or stems; ranked by BM25."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from pathlib import Path
from weakref import finalize

from benchmarks.peers.peer import PAGE, Answer, Order, PeerItem, Question

_TABLES = """
CREATE VIRTUAL TABLE IF NOT EXISTS word USING fts5(text, content='', tokenize='unicode61 remove_diacritics 0');
CREATE TABLE IF NOT EXISTS item (id INTEGER PRIMARY KEY, date TEXT NOT NULL);
"""
_ORDERED = {
    Order.BEST: "SELECT rowid FROM word WHERE word MATCH ? ORDER BY rank LIMIT ?",
    Order.NEWEST: "SELECT id FROM word JOIN item ON id = word.rowid WHERE word MATCH ? ORDER BY date DESC LIMIT ?",
}


class Fts5:
    """An index in one file of a folder."""

    name = "SQLite FTS5"

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._connection = sqlite3.connect(folder / "fts5.sqlite")
        self._connection.executescript(_TABLES)
        finalize(self, self._connection.close)

    def last_id(self) -> int:
        return self._connection.execute("SELECT coalesce(max(id), 0) FROM item").fetchone()[0]

    def add(self, items: Iterable[PeerItem]) -> None:
        with self._connection:
            for item in items:
                self._connection.execute("INSERT INTO word (rowid, text) VALUES (?, ?)", (item.id, item.text))
                self._connection.execute("INSERT INTO item VALUES (?, ?)", (item.id, item.date.isoformat()))

    def finish(self) -> None:
        """Merge the pieces that the index grew in."""
        with self._connection:
            self._connection.execute("INSERT INTO word (word) VALUES ('optimize')")

    def search(self, question: Question, order: Order) -> Answer:
        match = _match(question)
        rows = self._connection.execute(_ORDERED[order], (match, PAGE))
        ids = [row[0] for row in rows]
        (count,) = self._connection.execute(
            "SELECT count(*) FROM word WHERE word MATCH ?", (match,)
        ).fetchone()
        return Answer(ids, count)


def _match(question: Question) -> str:
    words = [f'"{word}"' for word in question.words]
    if question.is_phrase:
        words = [f'"{" ".join(question.words)}"']
    wanted = (" OR " if question.is_any else " AND ").join(words)
    return f'({wanted}) NOT "{question.without}"' if question.without else wanted
