"""How fast the search and the busiest pages answer, as whole HTTP requests and against other ways to search.

`ARCHIVE_VAR=… script/benchmark search --items N` asks the real server some 400 queries of 20 classes one after the
other, warm, on a database that `script/benchmark fill --items N` filled; then the archive's search and each peer the
same questions about the same texts, in this process; and then the pages of meetings, cases and centres. The peers'
indexes are kept in ARCHIVE_VAR. --profile tells instead where the time of a request goes.
"""

from __future__ import annotations

import argparse
import os
import time
from collections import defaultdict
from collections.abc import Callable, Iterable
from contextlib import suppress
from functools import partial
from statistics import mean

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "archive_site.settings")
django.setup()

from django.conf import settings  # noqa: E402
from django.contrib.auth.models import AnonymousUser  # noqa: E402
from django.core.management import call_command  # noqa: E402

from benchmarks.fill import number_of_items  # noqa: E402
from benchmarks.peers.peer import PAGE, Answer, Order, Peer, Question, build, generate_ahead  # noqa: E402
from benchmarks.peers.plain import PlainPostgres  # noqa: E402
from benchmarks.peers.sqlite import Fts5  # noqa: E402
from benchmarks.peers.tantivy import Tantivy  # noqa: E402
from benchmarks.searching.clocks import clocked, yardstick  # noqa: E402
from benchmarks.searching.figures import print_ratios, print_times  # noqa: E402
from benchmarks.searching.frequencies import Frequencies  # noqa: E402
from benchmarks.searching.pages import page_addresses, suggestion_addresses  # noqa: E402
from benchmarks.searching.profile import profile, sql_clock  # noqa: E402
from benchmarks.searching.queries import OF_EACH, SearchQuery, Values, draw_queries  # noqa: E402
from benchmarks.searching.server import running_server  # noqa: E402
from benchmarks.synthetic.ground import NotSyntheticError, check_database  # noqa: E402
from benchmarks.synthetic.meetings import BLOCK, FIRST_YEAR, YEARS, Archive  # noqa: E402
from minutes.models import AgendaItem, Body, Centre  # noqa: E402
from minutes.search.matching.facets import OUTCOME_WORDS  # noqa: E402
from minutes.search.matching.filters import Filters, Sort  # noqa: E402
from minutes.search.matching.search import Search  # noqa: E402
from minutes.search.query.query import parse_query  # noqa: E402

_SORTS = {Order.BEST: Sort.RELEVANCE, Order.NEWEST: Sort.NEWEST}
Times = dict[str, list[float]]


def main() -> None:
    """Ask everything of the archive that is filled, and print how long each kind of answer takes."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--items", type=number_of_items, required=True)
    parser.add_argument("--of-each", type=int, default=OF_EACH, help="queries of each class")
    parser.add_argument("--profile", action="store_true", help="tell where the time of a request goes")
    parser.add_argument("--no-peers", action="store_true", help="leave the other ways to search out")
    arguments = parser.parse_args()
    refuse_other_databases(arguments.items)

    archive = Archive()
    queries = draw(archive, arguments.of_each)
    print(f"{arguments.items} items, {len(queries)} queries")
    call_command("collectstatic", interactive=False, verbosity=0)
    if arguments.profile:
        print_profile(queries)
        return
    with running_server() as visitor:
        by_kind = {query.kind: [] for query in queries}
        for query in queries:
            by_kind[query.kind].append(query.address)
        print_times("search, whole requests", *measured(by_kind, visitor.seconds))
        print_times("other pages, whole requests", *measured(page_addresses(), visitor.seconds))
        print_times("suggestions, whole requests", *measured(suggestion_addresses(), visitor.seconds))
    if not arguments.no_peers:
        compare(queries, archive, arguments.items)


def refuse_other_databases(items: int) -> None:
    """End the program where the database does not hold the synthetic archive of this size."""
    try:
        check_database()
    except NotSyntheticError as error:
        raise SystemExit(f"script/benchmark search: {error}") from None
    if (there := AgendaItem.objects.count()) != items:
        raise SystemExit(
            f"script/benchmark search: {there} items are there; script/benchmark fill --items {items} adds the others."
        )


def draw(archive: Archive, of_each: int) -> list[SearchQuery]:
    """The queries, from the first block of the archive."""
    items = [item for meeting in archive.block(0) for item in meeting.items]
    values = Values(
        bodies=list(Body.objects.order_by("pk").values_list("slug", flat=True)),
        centres=list(Centre.objects.order_by("pk").values_list("slug", flat=True)),
        outcomes=list(OUTCOME_WORDS.values()),
        years=[str(year) for year in range(FIRST_YEAR, FIRST_YEAR + YEARS)],
    )
    frequencies = Frequencies([item.text for item in items if not item.is_closed])
    return draw_queries(frequencies, items, values, of_each)


def measured(by_kind: dict[str, list[str]], seconds: Callable[[str], float]) -> tuple[Times, list[float]]:
    """The times of all addresses, each asked once before it counts, and the machine's pace before each.

    What is read from the disk for the first time may take longer than a visitor is kept waiting (503): only where it
    does so again is that said.
    """
    for addresses in by_kind.values():
        for address in addresses:
            with suppress(AssertionError):
                seconds(address)
    times: Times = {kind: [] for kind in by_kind}
    paces = []
    for kind, addresses in by_kind.items():
        for address in addresses:
            paces.append(yardstick())
            times[kind].append(seconds(address))
    return times, paces


def compare(queries: Iterable[SearchQuery], archive: Archive, items: int) -> None:
    """Ask the archive's search and every peer the same questions, in both orders."""
    folder = settings.VAR / "peers"
    peers: list[Peer] = [Fts5(folder), Tantivy(folder), PlainPostgres()]
    build(peers, items // BLOCK, partial(generate_ahead, archive))
    for order in Order:
        own, own_sql = defaultdict(list), defaultdict(list)
        others: dict[str, Times] = {peer.name: defaultdict(list) for peer in peers}
        with sql_clock() as sql:
            for kind, question in ((query.kind, query.question) for query in queries if query.question):
                whole, in_database = clocked(partial(archive_search, question, order), time.perf_counter, sql)
                own[kind].append(whole)
                own_sql[kind].append(in_database)
                for peer in peers:
                    others[peer.name][kind] += clocked(
                        partial(peer.search, question, order), time.perf_counter
                    )
        print_ratios(f"first {PAGE} and count, {order.value}", own, others)
        print_ratios(f"the archive's SQL of that, {order.value}", own_sql, others)


def archive_search(question: Question, order: Order) -> Answer:
    """What the archive's own search answers: the first page, and the count as far as it counts."""
    search = Search(parse_query(question.typed), AnonymousUser(), Filters())
    matches = search.ordered(_SORTS[order])[:PAGE]
    return Answer([match.item_id for match in matches], search.total.items)


def print_profile(queries: Iterable[SearchQuery]) -> None:
    """Mean milliseconds of a request by class: in all, in the database, in templates, and in the rest; what it reads.

    Of the rows of tables that are read there stand the mean and the most.
    """
    by_kind: dict[str, list[SearchQuery]] = {}
    for query in queries:
        by_kind.setdefault(query.kind, []).append(query)
    titles = ("whole", "SQL", "template", "rest", "queries", "rows", "most")
    print(f"\n{'mean of a request in this process':<34}" + "".join(f"{title:>9}" for title in titles))
    for kind, of_kind in by_kind.items():
        for query in of_kind:
            profile(query.address)
        spent = [profile(query.address) for query in of_kind]
        columns = ("whole", "sql", "template", "python")
        shown = "".join(f"{mean(getattr(one, column) for one in spent) * 1000:>9.1f}" for column in columns)
        rows = [one.rows for one in spent]
        print(f"{kind:<34}{shown}{mean(one.queries for one in spent):>9.1f}{mean(rows):>9.0f}{max(rows):>9}")


if __name__ == "__main__":
    main()
