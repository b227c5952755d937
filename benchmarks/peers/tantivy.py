"""Tantivy: an index library in Rust, with its own Danish stemmer; ranked by BM25."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import tantivy

from benchmarks.peers.peer import PAGE, Answer, Order, PeerItem, Question

_THREADS = 2
_HEAP_BYTES = 256 * 1024 * 1024


class Tantivy:
    name = "Tantivy"

    def __init__(self, folder: Path) -> None:
        folder = folder / "tantivy"
        folder.mkdir(parents=True, exist_ok=True)
        schema = (
            tantivy.SchemaBuilder()
            .add_integer_field("id", stored=True, indexed=True, fast=True)
            .add_integer_field("date", fast=True)
            .add_text_field("text", tokenizer_name="danish")
            .build()
        )
        self._index = tantivy.Index(schema, path=str(folder))
        analyser = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.simple())
        stemmer = tantivy.Filter.stemmer("danish")
        self._index.register_tokenizer(
            "danish", analyser.filter(tantivy.Filter.lowercase()).filter(stemmer).build()
        )

    def last_id(self) -> int:
        searcher = self._index.searcher()
        last = searcher.search(tantivy.Query.all_query(), 1, order_by_field="id").hits
        return searcher.doc(last[0][1])["id"][0] if last else 0

    def add(self, items: Iterable[PeerItem]) -> None:
        writer = self._index.writer(heap_size=_HEAP_BYTES, num_threads=_THREADS)
        for item in items:
            columns = {"id": item.id, "date": item.date.toordinal(), "text": item.text}
            writer.add_document(tantivy.Document(**columns))
        writer.commit()
        writer.wait_merging_threads()
        self._index.reload()

    def finish(self) -> None:
        """Nothing: its pieces merge by themselves."""

    def search(self, question: Question, order: Order) -> Answer:
        searcher = self._index.searcher()
        query = self._index.parse_query(_query(question), ["text"])
        by = {"order_by_field": "date"} if order == Order.NEWEST else {}
        found = searcher.search(query, PAGE, count=True, **by)
        return Answer([searcher.doc(address)["id"][0] for _, address in found.hits], found.count)


def _query(question: Question) -> str:
    if question.is_phrase:
        wanted = f'+"{" ".join(question.words)}"'
    elif question.is_any:
        wanted = f"+({' OR '.join(question.words)})"
    else:
        wanted = " ".join(f"+{word}" for word in question.words)
    return f"{wanted} -{question.without}" if question.without else wanted
