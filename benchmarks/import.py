"""How fast documents become rows: items a second in one process, the search index included.

`script/benchmark import [--copies N]` imports the sample minutes N times, each copy in other years, into a database of
its own, and tells where the time goes. The peer of the same run is the plain way: the same rows, each saved by itself,
without parsing and without a search index.
"""

from __future__ import annotations

import argparse
import os
import re
import time
from collections.abc import Callable
from pathlib import Path

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "archive_site.settings")
django.setup()

from django.core.management import call_command  # noqa: E402
from django.db import connection, models, transaction  # noqa: E402

from minutes.importing.importer import import_minutes  # noqa: E402
from minutes.importing.organisation import centre_names  # noqa: E402
from minutes.models import AgendaItem, Meeting, SearchDocument  # noqa: E402
from minutes.models.parts import PARTS  # noqa: E402
from minutes.parser import parse_minutes  # noqa: E402
from minutes.sources.text import numbered_text  # noqa: E402

SAMPLES = Path(__file__).resolve().parent.parent / "fixtures" / "minutes"
ITEMS_A_SECOND = 150
# The samples span less than this, so copies that lie so far apart never meet.
YEARS_BETWEEN_COPIES = 5
_YEAR = re.compile(r"(?<=[-. ])20\d\d(?!\d)")


def main() -> None:
    """Import the samples as often as was asked for, and print how many items a second each step takes."""
    arguments = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    arguments.add_argument("--copies", type=int, default=6, choices=range(1, 9), metavar="1-8")
    copies = arguments.parse_args().copies
    documents = [
        moved(path.read_text(), copy) for copy in range(copies) for path in sorted(SAMPLES.glob("*.txt"))
    ]

    before = connection.settings_dict["NAME"]
    connection.creation.create_test_db(verbosity=0, autoclobber=True)
    try:
        call_command("load_organisation", verbosity=0)
        report(documents)
    finally:
        connection.creation.destroy_test_db(before, verbosity=0)


def moved(text: str, copy: int) -> bytes:
    """The same minutes, some years earlier for each copy: other meetings to the archive."""
    return _YEAR.sub(lambda year: str(int(year[0]) - copy * YEARS_BETWEEN_COPIES), text).encode()


def report(documents: list[bytes]) -> None:
    """Time each step over all documents, and print seconds, items a second and the ratio to the peer."""
    names = centre_names()
    parsing = seconds(lambda: [parse_minutes(numbered_text(document), names) for document in documents])
    importing = seconds(
        lambda: [import_minutes(document, "benchmark.txt", publish=True) for document in documents]
    )
    items = AgendaItem.objects.count()
    again = seconds(
        lambda: [import_minutes(document, "benchmark.txt", publish=True) for document in documents]
    )
    peer = seconds(save_each_row)

    print(
        f"{Meeting.objects.count()} meetings, {items} items, {SearchDocument.objects.count()} of them in the index"
    )
    print(f"{'step':<44}{'seconds':>9}{'items/s':>9}{'to peer':>9}")
    for step, taken in (
        ("parsing alone", parsing),
        (f"import with index (asked: {ITEMS_A_SECOND} items/s)", importing),
        ("the same again, nothing to do", again),
        ("peer: the same rows saved one by one", peer),
    ):
        print(f"{step:<44}{taken:>9.2f}{items / taken:>9.0f}{taken / peer:>9.2f}")


def save_each_row() -> None:
    """Insert a copy of every row by a statement of its own, a transaction for each meeting; nothing is kept."""
    for meeting in Meeting.objects.all():
        with transaction.atomic():
            for item in meeting.items.all():
                rows = [row for part in PARTS for row in part.model._default_manager.filter(item_id=item.pk)]
                item.pk, item.position, item.slug = None, item.position + 1000, f"{item.slug}-peer"
                item.save(force_insert=True)
                for row in rows:
                    save_copy(row, item)
            transaction.set_rollback(True)


def save_copy(row: models.Model, item: AgendaItem) -> None:
    """Insert a copy of a row under another item."""
    row.pk, row.item = None, item
    row.save(force_insert=True)


def seconds(step: Callable[[], object]) -> float:
    """How many seconds pass while a step is taken."""
    start = time.perf_counter()
    step()
    return time.perf_counter() - start


if __name__ == "__main__":
    main()
