"""How well the search finds what people mean: queries of which readers have said what answers them, asked as JSON.

`MINUTES_CORPUS=… script/benchmark search-quality` imports the documents of that folder into a database of its own and
asks each query of its `gold/queries.json` and `gold/queries-2.json`; without it, only the next. In another database it
asks those of `fixtures/synonym-queries.json` about the samples, which are told and not aimed at. The shipped synonyms
are loaded into both. It prints recall@10, the mean reciprocal rank,
nDCG@10, precision@10 and the share of queries without a hit, for each category and for all, beside PostgreSQL's
`danish` full text as it is usually written, in the same run; and each query that misses something. It ends with 1
where a set is answered less well than is asked.
"""

from __future__ import annotations

import json
import os
import sys
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from math import log2
from operator import attrgetter
from pathlib import Path

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "archive_site.settings")
django.setup()

from django.conf import settings  # noqa: E402
from django.core.management import call_command  # noqa: E402
from django.db import connection  # noqa: E402
from django.test import Client  # noqa: E402
from django.urls import reverse  # noqa: E402

from minutes.importing.importer import import_minutes  # noqa: E402

DEPTH = 10
NOTHING = "none"


@dataclass(frozen=True, slots=True)
class QuerySet:
    """A file of queries, and what is asked of them together but for the categories left out; of some nothing is."""

    file: str
    recall: float = 0
    reciprocal_rank: float = 0
    only_told: frozenset[str] = frozenset()

    @property
    def is_told_alone(self) -> bool:
        return not self.recall


# What is asked: recall@10 and the mean reciprocal rank over all queries that something answers.
OF_CORPUS = (
    QuerySet("queries.json", 0.98, 0.98),
    QuerySet("queries-2.json", 0.95, 0.95, only_told=frozenset({"syn", "trap"})),
)
OF_SAMPLES = (QuerySet("synonym-queries.json"),)

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
    gain: float
    precision: float
    has_hits: bool
    missing: frozenset[Place]


def main() -> None:
    """Ask the queries about the minutes, and print how well each class of them is answered."""
    fixtures = settings.BASE_DIR / "fixtures"
    reached = []
    if folder := os.environ.get("MINUTES_CORPUS"):
        reached += ask_all(Path(folder) / "minutes", Path(folder) / "gold", OF_CORPUS)
    else:
        print("MINUTES_CORPUS names no folder of real minutes (minutes/*.txt and gold/queries*.json).")
    if all((fixtures / each.file).exists() for each in OF_SAMPLES):
        reached += ask_all(fixtures / "minutes", fixtures, OF_SAMPLES)
    if not reached:
        sys.exit("There is nothing to ask.")
    if not all(reached):
        sys.exit("That is less than is asked.")


def ask_all(minutes: Path, queries: Path, sets: Sequence[QuerySet]) -> list[bool]:
    """Import the documents of a folder, and report each set of queries about them."""
    with database_of_its_own():
        call_command("load_organisation", verbosity=0)
        call_command("load_synonyms", verbosity=0)
        for path in sorted(minutes.glob("*.txt")):
            import_minutes(path.read_bytes(), path.name, publish=True)
        with connection.cursor() as cursor:
            cursor.execute(_PLAIN_TABLE)
        return [report(each, json.loads((queries / each.file).read_text())) for each in sets]


@contextmanager
def database_of_its_own() -> Iterator[None]:
    """An empty database for as long as it is needed."""
    before = connection.settings_dict["NAME"]
    connection.creation.create_test_db(verbosity=0, autoclobber=True)
    try:
        yield
    finally:
        connection.creation.destroy_test_db(before, verbosity=0)


def report(asked: QuerySet, gold: dict) -> bool:
    """Ask every query of a set both ways, and print what came of it; return whether it is what is asked."""
    print(f"\n{asked.file}")
    places = {item["id"]: (item["date"], item["punkt"]) for item in gold["items"]}
    ours, plain = defaultdict(list), defaultdict(list)
    for query in gold["queries"]:
        grades = {places[name]: grade for name, grade in query["relevant"].items()}
        answers = [judge(search(query["query"]), grades) for search in (ask_site, ask_plain)]
        ours[query["category"]].append(answers[0])
        plain[query["category"]].append(answers[1])
        tell_misses(query, answers[0])
    columns = f"{'recall':>7}{'MRR':>7}{'nDCG':>7}{'prec.':>7}{'0 hits':>7}"
    print(f"{'':12}{'':>4}  {'the archive':^35}  {'plain danish full text':^35}")
    print(f"{'category':12}{'n':>4}  {columns}  {columns}")
    for category in ours:
        print_line(category, ours[category], plain[category])
    answerable = [category for category in ours if category != NOTHING]
    judged = [category for category in answerable if category not in asked.only_told]
    print_line("all", *(together(found, answerable) for found in (ours, plain)))
    if asked.only_told:
        print_line("asked", *(together(found, judged) for found in (ours, plain)))
    if asked.is_told_alone:
        return True
    print(f"asked: recall@10 ≥ {asked.recall}, MRR ≥ {asked.reciprocal_rank}; nothing where nothing is right")
    answers = together(ours, judged)
    return (
        mean(answers, lambda answer: answer.recall) >= asked.recall
        and mean(answers, lambda answer: answer.reciprocal_rank) >= asked.reciprocal_rank
        and not any(answer.has_hits for answer in ours[NOTHING])
    )


def together(found: Mapping[str, Sequence[Answer]], categories: Iterable[str]) -> list[Answer]:
    """The answers of some categories."""
    return [answer for category in categories for answer in found[category]]


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


def judge(found: Sequence[Place], grades: Mapping[Place, int]) -> Answer:
    """Hold the first ten hits against the items that answer the query; where nothing does, nothing is right."""
    if not grades:
        right = float(not found)
        return Answer(right, right, right, right, bool(found), frozenset())
    relevant = frozenset(grades)
    first = set(found[:DEPTH])
    rank = next((place for place, hit in enumerate(found, start=1) if hit in relevant), None)
    best = gain(sorted(grades.values(), reverse=True))
    return Answer(
        recall=len(first & relevant) / min(DEPTH, len(relevant)),
        reciprocal_rank=1 / rank if rank else 0,
        gain=gain([grades.get(hit, 0) for hit in found]) / best,
        precision=len(first & relevant) / max(1, len(first)),
        has_hits=bool(found),
        missing=relevant - first if len(relevant) <= DEPTH else frozenset(),
    )


def gain(grades: Sequence[int]) -> float:
    """The discounted cumulative gain of the first ten grades: 2^grade - 1 for each, less the further down it stands."""
    return sum((2**grade - 1) / log2(place + 1) for place, grade in enumerate(grades[:DEPTH], start=1))


def tell_misses(query: dict, answer: Answer) -> None:
    """A line for a query that was not answered in full."""
    if answer.recall < 1 or answer.reciprocal_rank < 1:
        missing = ", ".join(f"{date} punkt {number}" for date, number in sorted(answer.missing))
        print(
            f"{query['category']}: {query['query']!r}: recall {answer.recall:.2f}, "
            f"first right hit at {answer.reciprocal_rank:.2f}" + (f", missing {missing}" if missing else "")
        )


_COLUMNS: tuple[Callable[[Answer], float], ...] = (
    attrgetter("recall"),
    attrgetter("reciprocal_rank"),
    attrgetter("gain"),
    attrgetter("precision"),
    lambda answer: not answer.has_hits,
)


def print_line(name: str, *answers: Sequence[Answer]) -> None:
    """The means of both ways of searching, side by side."""
    means = "  ".join("".join(f"{mean(found, value):7.3f}" for value in _COLUMNS) for found in answers)
    print(f"{name:12}{len(answers[0]):>4}  {means}")


def mean(answers: Iterable[Answer], value: Callable[[Answer], float]) -> float:
    """The mean of a value over some answers."""
    values = [value(answer) for answer in answers]
    return sum(values) / len(values)


if __name__ == "__main__":
    main()
