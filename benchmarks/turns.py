"""What a change costs: this program and another checkout of it, asked for the same pages by turns.

`ARCHIVE_VAR=… script/benchmark turns CHECKOUT FOLDER --items N` starts the server of this checkout on the data of
ARCHIVE_VAR, and that of the other one, with an environment of its own (script/setup), on those of FOLDER: the same
synthetic archive, each as its program writes it. It asks both for every address, one right after the other in changing
order, and prints p50 and p95 of both by class and their ratios, this one to the other. What only one of them answers is
told, and not counted.
"""

from __future__ import annotations

import argparse
import os
import subprocess
from collections.abc import Mapping, Sequence
from itertools import chain
from pathlib import Path

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "archive_site.settings")
django.setup()

from benchmarks.fill import number_of_items  # noqa: E402
from benchmarks.search import draw, refuse_other_databases  # noqa: E402
from benchmarks.searching.figures import percentile  # noqa: E402
from benchmarks.searching.pages import page_addresses, suggestion_addresses  # noqa: E402
from benchmarks.searching.queries import OF_EACH  # noqa: E402
from benchmarks.searching.server import Visitor, running_server  # noqa: E402
from benchmarks.synthetic.meetings import Archive  # noqa: E402

# The seconds of an address with this program and with the other one, round by round.
Pairs = list[tuple[float, float]]


def main() -> None:
    """Ask both, and print a table of searches, one of other pages and one of suggestions."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("checkout", type=Path)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--items", type=number_of_items, required=True)
    parser.add_argument("--of-each", type=int, default=OF_EACH, help="addresses of each class")
    parser.add_argument("--rounds", type=int, default=3)
    arguments = parser.parse_args()
    refuse_other_databases(arguments.items)
    searches: dict[str, list[str]] = {}
    for query in draw(Archive(), arguments.of_each):
        searches.setdefault(query.kind, []).append(query.address)
    tables = {
        "search": searches,
        "other pages": page_addresses(arguments.of_each),
        "suggestions": suggestion_addresses(arguments.of_each),
    }
    checkout = arguments.checkout.resolve()
    for program, folder in ((checkout, arguments.folder.resolve()), (Path.cwd(), None)):
        collect_static_files(program, folder)
    with running_server() as this, running_server(checkout, arguments.folder.resolve()) as other:
        for title, by_kind in tables.items():
            print_ratios_by_turns(title, *ask_by_turns(this, other, by_kind, arguments.rounds))


def collect_static_files(checkout: Path, folder: Path | None) -> None:
    """Put the files that pages name where the server of a checkout finds them."""
    command = [str(checkout / ".venv/bin/python"), "manage.py", "collectstatic", "--noinput", "--verbosity=0"]
    environment = {**os.environ, "ARCHIVE_VAR": str(folder)} if folder else None
    subprocess.run(command, cwd=checkout, env=environment, check=True)


def ask_by_turns(
    this: Visitor, other: Visitor, by_kind: Mapping[str, Sequence[str]], rounds: int
) -> tuple[dict[str, Pairs], dict[str, int]]:
    """The times of all addresses, each asked once before it counts; and of how many only one had a page, by kind."""
    kinds: dict[str, Pairs] = {kind: [] for kind in by_kind}
    left_out: dict[str, int] = {}
    for kind, addresses in by_kind.items():
        both = [address for address in addresses if all(_has_page(one, address) for one in (this, other))]
        if len(both) < len(addresses):
            left_out[kind] = len(addresses) - len(both)
        for number in range(rounds):
            for place, address in enumerate(both):
                if (number + place) % 2:
                    mine = this.seconds(address)
                    kinds[kind].append((mine, other.seconds(address)))
                else:
                    theirs = other.seconds(address)
                    kinds[kind].append((this.seconds(address), theirs))
    return kinds, left_out


def _has_page(visitor: Visitor, address: str) -> bool:
    """Whether an address is answered, at the second time at least: the first may have to wait for the disk."""
    for _ in range(2):
        try:
            visitor.seconds(address)
        except AssertionError:
            continue
        return True
    return False


def print_ratios_by_turns(title: str, kinds: Mapping[str, Pairs], left_out: Mapping[str, int]) -> None:
    """A line for each kind, and one for all: p50 and p95 of this program and of the other in ms, and their ratios."""
    print(
        f"\n{title:<34}{'n':>6}{'this':>9}{'p95':>9}{'other':>9}{'p95':>9}{'p50 ratio':>11}{'p95 ratio':>11}"
    )
    for kind, pairs in [*kinds.items(), ("all", [*chain.from_iterable(kinds.values())])]:
        if pairs:
            mine, theirs = zip(*pairs, strict=True)
            figures = [percentile(times, part) for times in (mine, theirs) for part in (0.5, 0.95)]
            shown = "".join(f"{figure * 1000:>9.1f}" for figure in figures)
            ratios = f"{figures[0] / figures[2]:>11.2f}{figures[1] / figures[3]:>11.2f}"
            print(f"{kind:<34}{len(pairs):>6}{shown}{ratios}")
    for kind, number in left_out.items():
        print(f"{kind}: {number} addresses have no page with one of the two")


if __name__ == "__main__":
    main()
