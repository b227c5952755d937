"""What following matters costs: an import into archives of two sizes, and the busiest pages beside a meeting's.

`script/benchmark matters SMALL LARGE` takes the data folders (as ARCHIVE_VAR) of two archives that `script/benchmark
fill` filled, say with 10,000 and with 100,000 items. Into each by turns it imports the same new minutes, which stay in
neither, and prints the medians and their ratio; then it asks the server of the larger one for pages by turns, and
prints the ratio of each p95 to that of the page of a meeting. It ends with 1 where an aim is missed or a page is not
there.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from statistics import median

from benchmarks.following.archives import OpenArchive
from benchmarks.following.new_minutes import new_minutes
from benchmarks.searching.figures import percentile

# At most so much longer than in the smaller archive, and than the page of a meeting.
IMPORT_AIM, PAGE_AIM = 1.2, 1.5


def main() -> None:
    """Measure what was asked for, and print it."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("small", type=Path)
    parser.add_argument("large", type=Path)
    parser.add_argument("--documents", type=int, default=30)
    parser.add_argument("--rounds", type=int, default=5, help="imports of each document into each archive")
    parser.add_argument("--pages", type=int, default=40, help="requests of each kind of page")
    parser.add_argument("--only", choices=("imports", "pages"))
    arguments = parser.parse_args()
    if "DATABASE_URL" in os.environ:
        raise SystemExit("script/benchmark matters: DATABASE_URL names one database, and two are needed.")
    is_reached = True
    with OpenArchive(arguments.small) as small, OpenArchive(arguments.large) as large:
        for archive in (small, large):
            print(f"{archive.folder}: {archive.ask('prepare')} items")
        if arguments.only != "pages":
            documents = new_minutes(arguments.documents)
            is_reached &= print_imports(*times_by_turns(small, large, documents, arguments.rounds))
        if arguments.only != "imports":
            is_reached &= print_pages(*large.ask("seconds_of_pages", arguments.pages))
    sys.exit(not is_reached)


def times_by_turns(
    small: OpenArchive, large: OpenArchive, documents: Sequence[bytes], rounds: int
) -> tuple[list[list[float]], list[list[float]]]:
    """The seconds of each document's imports into both archives, after a round that does not count."""
    times: dict[OpenArchive, list[list[float]]] = {small: [], large: []}
    for number in range(rounds + 1):
        # Who comes first changes, for the machine may change its pace.
        for archive in (small, large) if number % 2 else (large, small):
            taken = archive.ask("seconds_of_imports", documents)
            archive.ask("clean_up")
            if number:
                times[archive].append(taken)
    return by_document(times[small]), by_document(times[large])


def by_document(rounds: Sequence[Sequence[float]]) -> list[list[float]]:
    """The times of rounds as those of documents."""
    return [list(times) for times in zip(*rounds, strict=True)]


def print_imports(small: Sequence[Sequence[float]], large: Sequence[Sequence[float]]) -> bool:
    """Print the median of a document's import into each archive, and their ratio; return whether that is the aim."""
    pairs = [(median(one), median(other)) for one, other in zip(small, large, strict=True)]
    ratios = [other / one for one, other in pairs]
    in_small, in_large = (median(times) for times in zip(*pairs, strict=True))
    ratio = in_large / in_small
    print(f"\n{'import of a document, ms':<34}{'smaller':>9}{'larger':>9}{'ratio':>8}")
    print(f"{f'median of {len(pairs)}':<34}{in_small * 1000:>9.1f}{in_large * 1000:>9.1f}{ratio:>8.2f}")
    of_each = "".join(f"{percentile(ratios, part):>9.2f}" for part in (0.5, 0.95, 1))
    print(f"{'the ratio of each, p50, p95, max':<34}{of_each}")
    print(f"aim: a ratio of at most {IMPORT_AIM}")
    return ratio <= IMPORT_AIM


def print_pages(times: Mapping[str, Sequence[float]], wrong: Mapping[str, str]) -> bool:
    """Print a line for each kind of page, that of meetings first; return whether all are there and reach the aim."""
    of_meeting = percentile(next(iter(times.values())), 0.95)
    is_reached = not wrong
    print(f"\n{'page, whole requests by turns, ms':<34}{'n':>5}{'p50':>9}{'p95':>9}{'to meeting':>12}")
    for kind, taken in times.items():
        p50, p95 = percentile(taken, 0.5), percentile(taken, 0.95)
        is_reached &= p95 <= PAGE_AIM * of_meeting
        print(f"{kind:<34}{len(taken):>5}{p50 * 1000:>9.1f}{p95 * 1000:>9.1f}{p95 / of_meeting:>12.2f}")
    for kind, answer in wrong.items():
        print(f"{kind:<34}  NO PAGE: {answer}")
    print(f"aim: a p95 of at most {PAGE_AIM} times that of a meeting's page")
    return is_reached


if __name__ == "__main__":
    main()
