"""Imports by several processes at once, and imports that are killed: the rows are never half, and never twice."""

import os
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from itertools import count
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection
from psycopg.conninfo import make_conninfo
from pytest_django import DjangoDbBlocker

from minutes.importing.importer import import_minutes
from minutes.models import AgendaItem, Body, Case, Meeting, SearchDocument, Section, SourceDocument
from tests.build.documents import item_text, many_items, minutes_text
from tests.build.import_when_told import Importer, Loaded

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(scope="module")
def loaded(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Loaded]:
    """One process with the program loaded, of which all importers are children."""
    with django_db_blocker.unblock():
        connection.ensure_connection()
        info = connection.connection.info
    # The tests' own database, also where the server is the embedded one.
    address = make_conninfo(
        host=info.host, port=info.port, user=info.user, password=info.password, dbname=info.dbname
    )
    environment = {
        **os.environ,
        "DATABASE_URL": address,
        "DJANGO_SETTINGS_MODULE": "archive_site.settings",
        # As on the site, where a page gives up what a visitor would not wait for.
        "ARCHIVE_STATEMENT_TIMEOUT_MS": "3000",
    }
    with closing(Loaded(environment, settings.BASE_DIR)) as process:
        yield process


@pytest.fixture
def start(loaded: Loaded, tmp_path: Path) -> Iterator[Callable[..., Importer]]:
    """A function that starts a process which will import a text, and returns when it is ready.

    With "publish" the process will publish all meetings instead.
    """
    numbers = count(1)
    with ExitStack() as importers:

        def start(text: str, *what: str) -> Importer:
            path = tmp_path / f"referat-{next(numbers)}.txt"
            path.write_text(text, encoding="utf-8")
            return importers.enter_context(closing(loaded.start(path, *what)))

        yield start


def outcomes(importers: list[Importer]) -> Counter[str]:
    for importer in importers:
        importer.go()
    return Counter(importer.outcome() for importer in importers)


def test_eight_processes_that_import_the_same_file_leave_one_meeting(start):
    importers = [start(many_items(range(1, 6))) for _ in range(8)]
    assert outcomes(importers) == {"imported": 1, "already_there": 7}
    assert (Body.objects.count(), Meeting.objects.count(), SourceDocument.objects.count()) == (1, 1, 1)
    assert (AgendaItem.objects.count(), Case.objects.count(), SearchDocument.objects.count()) == (5, 5, 5)


def test_versions_of_one_meeting_that_come_at_once_queue_up(start):
    texts = [minutes_text(item_text(1, f"Titel {number}", "13/101")) for number in range(4)]
    assert outcomes([start(text) for text in texts]) == {"imported": 1, "new_version": 3}
    assert list(SourceDocument.objects.order_by("version").values_list("version", "status")) == [
        (1, "earlier"),
        (2, "earlier"),
        (3, "earlier"),
        (4, "in_force"),
    ]
    current = bytes(SourceDocument.objects.in_force().get().content).decode()
    assert AgendaItem.objects.get().title in current


def test_meetings_of_new_bodies_and_the_same_new_cases_do_not_wait_in_a_ring(start):
    numbers = range(1, 40)
    texts = [
        minutes_text(*(item_text(n, "Emne", f"13/{n + 100}") for n in order), body=body)
        for body in ("Byrådet", "BYRÅDET", "Ældrerådet")
        for order in (numbers, reversed(numbers))
    ]
    assert outcomes([start(text) for text in texts]) == {"imported": 2, "new_version": 4}
    assert Body.objects.count() == 2
    assert Case.objects.count() == len(numbers)


def test_versions_of_a_published_meeting_that_come_at_once_leave_one_that_waits(start):
    texts = [minutes_text(item_text(1, f"Titel {number}", "13/101")) for number in range(5)]
    import_minutes(texts[0].encode(), "referat.txt", publish=True)
    assert outcomes([start(text) for text in texts[1:]]) == {"waiting": 4}
    statuses = list(SourceDocument.objects.order_by("version").values_list("version", "status"))
    assert statuses == [(1, "in_force"), (2, "discarded"), (3, "discarded"), (4, "discarded"), (5, "waiting")]
    assert AgendaItem.objects.get().title == "Titel 0"


def test_what_is_published_while_others_upload_is_the_whole_of_one_version(start):
    texts = [minutes_text(item_text(1, f"Titel {number}", "13/101")) for number in range(5)]
    import_minutes(texts[0].encode(), "referat.txt", publish=True)
    importers = [start(text) for text in texts[1:]] + [start("", "publish") for _ in range(3)]
    assert outcomes(importers) == {"waiting": 4, "published": 3}
    statuses = Counter(SourceDocument.objects.values_list("status", flat=True))
    assert (sum(statuses.values()), statuses["in_force"], statuses["waiting"] <= 1) == (5, 1, True)
    in_force = bytes(SourceDocument.objects.in_force().get().content).decode()
    assert AgendaItem.objects.get().title in in_force
    assert SearchDocument.objects.get().is_public


def test_other_meetings_of_one_time_that_come_at_once_get_addresses_of_their_own(start):
    import_minutes(minutes_text(item_text(1, "Havnen")).encode(), "referat.txt")
    texts = [
        minutes_text(item_text(1, title)).replace("27-08-2013", "27-08-2013 (ekstraordinært)", 1)
        for title in ("Broen", "Vejen", "Torvet")
    ]
    assert outcomes([start(text) for text in texts]) == {"imported": 3}
    assert sorted(Meeting.objects.values_list("ordinal", "slug")) == [
        (1, "2013-08-27"),
        (2, "2013-08-27-1000"),
        (3, "2013-08-27-1000-2"),
        (4, "2013-08-27-1000-3"),
    ]


# Killed


def kill_after(importer: Importer, seconds: float) -> None:
    """Kill an import, and wait until the server has ended what it was doing for it, be it a commit."""
    importer.go()
    time.sleep(seconds)
    importer.kill()
    for _ in range(100):
        if not others_are_connected():
            return
        time.sleep(0.05)
    raise AssertionError("the server still works for a process that is gone")


def others_are_connected() -> bool:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"
        )
        return cursor.fetchone()[0] > 0


@pytest.fixture
def seconds_of_an_import(start) -> float:
    importer = start(many_items(range(1, 60)))
    started = time.perf_counter()
    assert outcomes([importer]) == {"imported": 1}
    seconds = time.perf_counter() - started
    Meeting.objects.all().delete()
    return seconds


def test_a_killed_import_leaves_nothing_or_all_and_the_next_one_completes(start, seconds_of_an_import):
    text = many_items(range(1, 60))
    for part in (0.1, 0.3, 0.5, 0.7, 0.9):
        kill_after(start(text), part * seconds_of_an_import)
        assert (Meeting.objects.count(), AgendaItem.objects.count(), SourceDocument.objects.count()) in (
            (0, 0, 0),
            (1, 59, 1),
        )
        import_minutes(text.encode(), "referat.txt")
        assert (AgendaItem.objects.count(), SearchDocument.objects.count()) == (59, 59)
        Meeting.objects.all().delete()


def test_a_killed_import_of_new_text_leaves_the_old_or_the_new(start, seconds_of_an_import):
    import_minutes(many_items(range(1, 21)).encode(), "referat.txt")
    old = (1, 20, Section.objects.count())
    for part in (0.2, 0.5, 0.8):
        kill_after(start(many_items(range(1, 60))), part * seconds_of_an_import)
        found = (SourceDocument.objects.count(), AgendaItem.objects.count(), Section.objects.count())
        if found != old:
            assert found == (2, 59, 59 * old[2] // 20)
            break
