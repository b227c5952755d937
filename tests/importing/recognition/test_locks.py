"""Imports wait for each other, longer than a visitor would wait for a page."""

from threading import Event, Thread

import pytest
from django.db import OperationalError, connection, transaction

from minutes.importing.importer import ImportStatus
from minutes.importing.recognition.locks import keep_bodies, lock_bodies, lock_names
from minutes.models import Body
from tests.build.documents import minutes_text
from tests.build.imports import imported

HELD_FOR = 0.5
PATIENCE_OF_A_VISITOR = "200ms"


def limit_statements(patience: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('statement_timeout', %s, false)", [patience])


@pytest.fixture
def impatient(transactional_db):
    limit_statements(PATIENCE_OF_A_VISITOR)
    yield
    limit_statements("0")


@pytest.fixture
def held(impatient):
    """Another transaction that writes of a new body, and goes on for longer than a visitor waits."""
    holds = Event()

    def hold() -> None:
        with transaction.atomic():
            keep_bodies()
            lock_bodies()
            holds.set()
            with connection.cursor() as cursor:
                cursor.execute("SELECT pg_sleep(%s)", [HELD_FOR])
        connection.close()

    thread = Thread(target=hold)
    thread.start()
    assert holds.wait(10)
    yield
    thread.join()


def patience() -> str:
    with connection.cursor() as cursor:
        cursor.execute("SHOW statement_timeout")
        return cursor.fetchone()[0]


def test_an_import_waits_for_another_that_makes_a_body_at_the_same_time(held):
    assert imported(minutes_text()).status == ImportStatus.IMPORTED
    assert Body.objects.count() == 1


def test_who_puts_two_bodies_together_waits_until_no_import_writes_of_them(held):
    with transaction.atomic():
        lock_names()
    assert patience() == PATIENCE_OF_A_VISITOR


def test_what_is_no_import_is_given_up_as_before(impatient):
    with transaction.atomic():
        keep_bodies()
        assert patience() == "1min"
    with pytest.raises(OperationalError, match="statement timeout"), connection.cursor() as cursor:
        cursor.execute("SELECT pg_sleep(%s)", [HELD_FOR])


def test_where_nothing_is_limited_an_import_limits_nothing(db):
    with transaction.atomic():
        keep_bodies()
        assert patience() == "0"
