"""How well the search finds what people mean: the queries of the gold file, asked through the site as JSON.

`MINUTES_CORPUS=… script/benchmark search-quality` imports the documents of that folder into a database of its own and
asks each query of `gold/queries.json`, for which two readers have said which items answer it. It prints recall@10, the
mean reciprocal rank, precision@10 and the share of queries without a hit, for each category and for all, beside
PostgreSQL's `danish` full text as it is usually written, in the same run; and each query that misses something.
"""

from __future__ import annotations

import json
import os
import sys
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "archive_site.settings")
django.setup()

from django.core.management import call_command  # noqa: E402
from django.db import connection  # noqa: E402
from django.test import Client  # noqa: E402
from django.urls import reverse  # noqa: E402

from minutes.importing.importer import import_minutes  # noqa: E402

# What is asked (recall@10 and the mean reciprocal rank over all queries that something answers).
RECALL, RECIPROCAL_RANK = 0.97, 0.98
DEPTH = 10
NOTHING = "none"

# As full text search is usually written.
_PLAIN_TABLE = """
    CREATE TEMP TABLE plain AS
    SELECT item.id, meeting.date, item.number,
           to_tsvector('danish', concat_ws(' ', item.title, item.toc_title, archive_case.number,
               (SELECT string_agg(text, ' ') FROM minutes_section WHERE item_id = item.id),
               (SELECT string_agg(title, ' ') FROM minutes_attachment WHERE item_id = item.id),
               (SELECT string_agg(number, ' ') FROM minutes_documentreference WHERE item_id = item.id))) AS vector
    FROM minutes_agendaitem AS item
    JOIN minutes_meeting AS meeting ON meeting.id = meeting_id
    LEFT JOIN minutes_case AS archive_case ON archive_case.id = case_id
    WHERE NOT is_closed
"""
_PLAIN_SEARCH = """
    SELECT date::text, number FROM plain, websearch_to_tsquery('danish', %s) AS query
    WHERE vector @@ query ORDER BY ts_rank(vector, query) DESC, date DESC, id LIMIT 10
"""

# An item as the gold file and the search both know it: the date of its meeting, and its number there.
Place = tuple[str, int]


@dataclass(frozen=True, slots=True)
class Answer:
    """How well one query was answered, by the items that people say it should find."""

    recall: float
    reciprocal_rank: float
    precision: float
    has_hits: bool
    missing: frozenset[Place]


def main() -> None:
    """Ask the queries of the real minutes, and print how well each class of them is answered."""
    folder = os.environ.get("MINUTES_CORPUS")
    if not folder:
        sys.exit(
            "MINUTES_CORPUS must name the folder of the real minutes (minutes/*.txt and gold/queries.json)."
        )
    gold = json.loads((Path(folder) / "gold" / "queries.json").read_text())
    before = connection.settings_dict["NAME"]
    connection.creation.create_test_db(verbosity=0, autoclobber=True)
    try:
        call_command("load_organisation", verbosity=0)
        for path in sorted((Path(folder) / "minutes").glob("*.txt")):
            import_minutes(path.read_bytes(), path.name, publish=True)
        report(gold)
    finally:
        connection.creation.destroy_test_db(before, verbosity=0)


def report(gold: dict) -> None:
    """Ask every query both ways, and print what came of it."""
    places = {item["id"]: (item["date"], item["punkt"]) for item in gold["items"]}
    with connection.cursor() as cursor:
        cursor.execute(_PLAIN_TABLE)
    ours, plain = defaultdict(list), defaultdict(list)
    for query in gold["queries"]:
        relevant = {places[name] for name in query["relevant"]}
        answers = [judge(search(query["query"]), relevant) for search in (ask_site, ask_plain)]
        ours[query["category"]].append(answers[0])
        plain[query["category"]].append(answers[1])
        tell_misses(query, answers[0])
    print(f"{'':12}{'':>4}  {'the archive':^31}  {'plain danish full text':^31}")
    columns = f"{'recall':>7}{'MRR':>8}{'prec.':>8}{'0 hits':>8}"
    print(f"{'category':12}{'n':>4}  {columns}  {columns}")
    for category in ours:
        print_line(category, ours[category], plain[category])
    answerable = [category for category in ours if category != NOTHING]
    print_line("all", *([answer for name in answerable for answer in found[name]] for found in (ours, plain)))
    print(
        f"asked: recall@10 ≥ {RECALL}, MRR ≥ {RECIPROCAL_RANK} over all; nothing found where nothing is right"
    )
    answers = [answer for name in answerable for answer in ours[name]]
    if (
        mean(answers, lambda answer: answer.recall) < RECALL
        or mean(answers, lambda answer: answer.reciprocal_rank) < RECIPROCAL_RANK
        or any(answer.has_hits for answer in ours[NOTHING])
    ):
        sys.exit("That is less than is asked.")


def ask_site(query: str) -> list[Place]:
    """The first hits of the search page as JSON."""
    response = Client(SERVER_NAME="localhost").get(
        reverse("search"), {"q": query, "format": "json", "antal": DEPTH}
    )
    return [(hit["date"], hit["number"]) for hit in response.json()["results"]]


def ask_plain(query: str) -> list[Place]:
    """The first hits of plain full text search."""
    with connection.cursor() as cursor:
        cursor.execute(_PLAIN_SEARCH, [query])
        return cursor.fetchall()


def judge(found: Sequence[Place], relevant: set[Place]) -> Answer:
    """Hold the first ten hits against the items that answer the query; where nothing does, nothing is right."""
    if not relevant:
        right = float(not found)
        return Answer(right, right, right, bool(found), frozenset())
    first = set(found[:DEPTH])
    rank = next((place for place, hit in enumerate(found, start=1) if hit in relevant), None)
    return Answer(
        recall=len(first & relevant) / min(DEPTH, len(relevant)),
        reciprocal_rank=1 / rank if rank else 0,
        precision=len(first & relevant) / max(1, len(first)),
        has_hits=bool(found),
        missing=frozenset(relevant - first) if len(relevant) <= DEPTH else frozenset(),
    )


def tell_misses(query: dict, answer: Answer) -> None:
    """A line for a query that was not answered in full."""
    if answer.recall < 1 or answer.reciprocal_rank < 1:
        missing = ", ".join(f"{date} punkt {number}" for date, number in sorted(answer.missing))
        print(
            f"{query['category']}: {query['query']!r}: recall {answer.recall:.2f}, "
            f"first right hit at {answer.reciprocal_rank:.2f}" + (f", missing {missing}" if missing else "")
        )


def print_line(name: str, *answers: Sequence[Answer]) -> None:
    """The means of both ways of searching, side by side."""
    means = "  ".join(
        f"{mean(found, lambda answer: answer.recall):7.3f}{mean(found, lambda answer: answer.reciprocal_rank):8.3f}"
        f"{mean(found, lambda answer: answer.precision):8.3f}{mean(found, lambda answer: not answer.has_hits):8.3f}"
        for found in answers
    )
    print(f"{name:12}{len(answers[0]):>4}  {means}")


def mean(answers: Iterable[Answer], value: Callable[[Answer], float]) -> float:
    """The mean of a value over some answers."""
    values = [value(answer) for answer in answers]
    return sum(values) / len(values)


if __name__ == "__main__":
    main()
