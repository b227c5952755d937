"""Fills the database of the settings with the synthetic archive, for the benchmarks of the search and the pages.

`ARCHIVE_VAR=… script/benchmark fill --items N` writes N items, a multiple of 10,000; what is there already is left
alone, so that an interrupted run goes on where it stopped, and a larger N adds to a smaller. The database must hold
nothing else: ARCHIVE_VAR names a folder of its own for it.
"""

from __future__ import annotations

import argparse
import os
import time

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "archive_site.settings")
django.setup()

from django.core.management import call_command  # noqa: E402

from benchmarks.synthetic.fill import fill  # noqa: E402
from benchmarks.synthetic.ground import NotSyntheticError  # noqa: E402
from benchmarks.synthetic.meetings import BLOCK, MOST_BLOCKS  # noqa: E402


def main() -> None:
    """Fill, and print a line a block."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--items", type=number_of_items, required=True)
    parser.add_argument("--processes", type=int, default=2)
    arguments = parser.parse_args()

    call_command("migrate", interactive=False, verbosity=0)
    start = time.perf_counter()
    done = 0

    def tell(block: int) -> None:
        nonlocal done
        done += 1
        taken = time.perf_counter() - start
        print(
            f"block {block}: {done * BLOCK} items in {taken:.0f} s, {done * BLOCK / taken:.0f} items/s",
            flush=True,
        )

    try:
        blocks = fill(arguments.items, arguments.processes, told=tell)
    except NotSyntheticError as error:
        raise SystemExit(f"script/benchmark fill: {error}") from None
    print(
        f"{arguments.items} items are there, {blocks * BLOCK} of them new: {time.perf_counter() - start:.0f} s in all"
    )


def number_of_items(text: str) -> int:
    """A number of items as an argument: whole blocks, and at most a million."""
    number = int(text)
    if number % BLOCK or not BLOCK <= number <= BLOCK * MOST_BLOCKS:
        raise argparse.ArgumentTypeError(f"{number} is no multiple of {BLOCK} up to {BLOCK * MOST_BLOCKS}")
    return number


if __name__ == "__main__":
    main()
