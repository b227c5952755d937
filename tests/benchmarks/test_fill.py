"""Filling a database with the synthetic archive: real rows that search and the pages show, resumable, and no others."""

from __future__ import annotations

import datetime

import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse

from benchmarks.synthetic import fill as filling
from benchmarks.synthetic.fill import fill, write_block
from benchmarks.synthetic.ground import NotSyntheticError
from benchmarks.synthetic.meetings import BODIES, CENTRES, COLLECTIVE_CASE
from minutes.models import (
    AgendaItem,
    Body,
    Case,
    Centre,
    DocumentReference,
    Meeting,
    SearchDocument,
    Section,
)
from minutes.search.index.writing import find_outdated_meetings
from tests.build.rows import add_meeting, add_source

pytestmark = pytest.mark.django_db

SIZE = 60


@pytest.fixture(autouse=True)
def _new_database(db):
    """The keys begin at 1, as in a database that has been made for it: below those of the blocks."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT setval(pg_get_serial_sequence('minutes_case', 'id'), 1, false)")


@pytest.fixture
def filled():
    fill(SIZE, processes=1, size=SIZE)


def get(address: str) -> str:
    response = Client().get(address)
    assert response.status_code == 200
    return response.content.decode()


def dates_as_they_lie() -> list[datetime.date]:
    with filling.connection.cursor() as cursor:
        cursor.execute("SELECT date FROM minutes_searchdocument ORDER BY ctid")
        return [date for (date,) in cursor.fetchall()]


@pytest.mark.usefixtures("filled")
def test_the_rows_are_those_of_a_municipality():
    assert (Body.objects.count(), Centre.objects.count()) == (BODIES, CENTRES)
    assert AgendaItem.objects.count() == SIZE
    assert Meeting.objects.published_only().count() == Meeting.objects.count() > 3
    assert Case.objects.filter(number=COLLECTIVE_CASE).exists()
    assert DocumentReference.objects.exists()


@pytest.mark.usefixtures("filled")
def test_every_open_item_is_in_the_index_as_indexing_itself_would_write_it():
    assert SearchDocument.objects.count() == AgendaItem.objects.indexable().count()
    assert not find_outdated_meetings().exists()


@pytest.mark.usefixtures("filled")
def test_the_texts_in_the_tables_are_those_that_the_peers_are_given():
    synthetic = [item for meeting in filling._archive().block(0, SIZE) for item in meeting.items]
    item = next(item for item in synthetic if not item.is_closed)
    sections = Section.objects.filter(item=item.id, is_empty=False)

    assert AgendaItem.objects.get(pk=item.id).title == item.title
    assert all(line in item.text for section in sections for line in section.text.split("\n"))


@pytest.mark.usefixtures("filled")
def test_the_pages_show_them():
    item = AgendaItem.objects.indexable().filter(item_centres__isnull=False).select_related("case").first()
    word = max(item.title.split(), key=len)

    assert item.title in get(item.meeting.get_absolute_url())
    assert item.title in get(item.case.get_absolute_url())
    assert item.title in get(item.get_absolute_url())
    assert item.title in get(item.item_centres.first().centre.get_absolute_url())
    assert item.get_absolute_url() in get(reverse("search") + f"?q={word}&antal=50")


@pytest.mark.usefixtures("filled")
def test_filling_again_writes_nothing_and_filling_further_only_what_is_missing():
    told: list[int] = []

    assert fill(SIZE, processes=1, size=SIZE, told=told.append) == 0
    assert fill(2 * SIZE, processes=1, size=SIZE, told=told.append) == 1
    assert told == [1]
    assert AgendaItem.objects.count() == 2 * SIZE


def test_of_a_block_that_fails_nothing_is_left(monkeypatch):
    def fail(*_portions):
        raise RuntimeError("the server is gone")

    monkeypatch.setattr(filling, "index_new", fail)
    with pytest.raises(RuntimeError):
        write_block(0, SIZE)

    assert not AgendaItem.objects.exists()


@pytest.mark.usefixtures("filled")
def test_the_index_lies_in_order_of_time():
    fill(2 * SIZE, processes=1, size=SIZE)
    dates = dates_as_they_lie()
    assert dates == sorted(dates, reverse=True)
    assert len(set(dates)) > 3


def test_a_run_that_was_stopped_at_its_last_steps_is_brought_to_its_end(monkeypatch):
    def stop():
        raise KeyboardInterrupt

    with monkeypatch.context() as patched, pytest.raises(KeyboardInterrupt):
        patched.setattr(filling, "order_documents", stop)
        fill(20 * 4, processes=1, size=20)
    assert not filling._has_word_indexes()
    assert dates_as_they_lie() != sorted(dates_as_they_lie(), reverse=True)

    assert fill(20 * 4, processes=1, size=20) == 0
    assert filling._has_word_indexes()
    assert dates_as_they_lie() == sorted(dates_as_they_lie(), reverse=True)


@pytest.mark.usefixtures("filled")
def test_rows_made_afterwards_have_keys_of_their_own():
    assert add_meeting("2030-01-01").pk > Meeting.objects.order_by("pk").first().pk


def test_the_word_indexes_are_dropped_for_many_blocks_and_come_back():
    fill(4 * 5, processes=1, size=5)

    with filling.connection.cursor() as cursor:
        constraints = filling.connection.introspection.get_constraints(cursor, SearchDocument._meta.db_table)
    assert {index.name for index in SearchDocument._meta.indexes} <= constraints.keys()


@pytest.mark.parametrize("kind", ["imported", "made by hand"])
def test_a_database_with_other_minutes_is_refused(kind):
    meeting = add_meeting()
    if kind == "imported":
        add_source(meeting, "Referat")

    with pytest.raises(NotSyntheticError, match="ARCHIVE_VAR"):
        fill(SIZE, processes=1, size=SIZE)
    assert not AgendaItem.objects.exists()
