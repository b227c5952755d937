"""What is measured in the archive of the settings, which holds synthetic minutes alone, before and after."""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence

from django.core.management import call_command
from django.db import connection, transaction

from benchmarks.following.addresses import addresses_of_matters
from benchmarks.searching.server import Visitor, running_server
from benchmarks.synthetic.ground import check_database
from minutes.importing.importer import import_minutes
from minutes.importing.results import ImportStatus
from minutes.models import AgendaItem


def prepare() -> int:
    """Let the archive be as the program wants it; return how many items it holds. Raises NotSyntheticError."""
    call_command("migrate", interactive=False, verbosity=0)
    check_database()
    return AgendaItem.objects.count()


def seconds_of_imports(documents: Sequence[bytes]) -> list[float]:
    """How long the import of each document takes, published, into the archive as it is: nothing of it stays.

    What a transaction puts off until its end is done within that time, but for the writing to the disk.
    """
    return [_seconds_of_import(document) for document in documents]


def _seconds_of_import(document: bytes) -> float:
    with transaction.atomic():
        start = time.perf_counter()
        result = import_minutes(document, "benchmark.txt", publish=True)
        connection.check_constraints()
        taken = time.perf_counter() - start
        if result.status is not ImportStatus.IMPORTED:
            raise AssertionError(f"A new document was taken in as {result.status}.")
        transaction.set_rollback(True)
    return taken


def clean_up() -> None:
    """Take what was rolled back out of the tables, so that one round does not cost the next."""
    with connection.cursor() as cursor:
        cursor.execute("VACUUM")


def seconds_of_pages(rounds: int) -> tuple[dict[str, list[float]], dict[str, str]]:
    """How long the pages take as whole requests, one of each kind by turns; and what there is instead of a page.

    Each is asked once before it counts. The first kind is that of meetings, unless there is something wrong with it.
    """
    call_command("collectstatic", interactive=False, verbosity=0)
    addresses = addresses_of_matters(rounds)
    with running_server() as visitor:
        wrong = find_wrong_answers(visitor, addresses)
        pages = {kind: asked for kind, asked in addresses.items() if kind not in wrong}
        return ask_by_turns(visitor, pages, rounds), wrong


def find_wrong_answers(visitor: Visitor, pages: Mapping[str, Sequence[str]]) -> dict[str, str]:
    """What the kinds of pages answer of which an address gives none (as 404), however often it is asked."""
    found = {}
    for kind, addresses in pages.items():
        for address in addresses:
            # What is read from the disk for the first time may take longer than a visitor is kept waiting (503).
            if _error(visitor, address) and (error := _error(visitor, address)):
                found[kind] = error
    return found


def _error(visitor: Visitor, address: str) -> str:
    try:
        visitor.seconds(address)
    except AssertionError as error:
        return str(error)
    return ""


def ask_by_turns(visitor: Visitor, pages: Mapping[str, Sequence[str]], rounds: int) -> dict[str, list[float]]:
    """The seconds of `rounds` requests of each kind."""
    times: dict[str, list[float]] = {kind: [] for kind in pages}
    for place in range(rounds):
        for kind, addresses in pages.items():
            times[kind].append(visitor.seconds(addresses[place % len(addresses)]))
    return times
