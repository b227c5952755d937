"""Filling a database with the synthetic archive: real rows that search and the pages show, resumable, and no others."""

from __future__ import annotations

import datetime

import pytest
from django.test import Client
from django.urls import reverse

from benchmarks.synthetic import fill as filling
from benchmarks.synthetic.documents import minutes_of
from benchmarks.synthetic.fill import fill, write_block
from benchmarks.synthetic.ground import NotSyntheticError
from benchmarks.synthetic.matters.standing import FOLLOW_UP_LIST
from benchmarks.synthetic.meetings import COLLECTIVE_CASE
from benchmarks.synthetic.municipality import BODIES, CENTRES
from minutes.importing.importer import import_minutes
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
from minutes.models.parts import FOLLOW_UPS, PARTS, TOLD, Part
from minutes.search.index.writing import find_outdated_meetings
from tests.build.rows import add_meeting, add_source

pytestmark = pytest.mark.django_db

SIZE = 60


@pytest.fixture
def filled():
    fill(SIZE, processes=1, size=SIZE)


def rows_of(part: Part, meeting: Meeting) -> list[str]:
    """The rows of a part of a meeting's items, in order and without what is a key, or a place among others."""
    fields = part.model._meta.concrete_fields
    kept = [field.attname for field in fields if not field.is_relation or field.name in {"body", "centre"}]
    columns = [column for column in kept if column not in {"id", "position"}]
    rows = part.of_meetings([meeting]).order_by("item__position", "pk")
    return [repr(row) for row in rows.values_list("item__position", *columns)]


def items_of(meeting: Meeting) -> list[tuple]:
    columns = ("position", "number", "slug", "title", "toc_title", "case__number", "is_closed", "is_doubtful")
    return list(meeting.items.order_by("position").values_list(*columns))


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
def test_items_are_kept_as_an_import_keeps_them_with_what_they_tell():
    """All but what is told by the sections that fill an item up: these are not looked through."""
    with_a_list = (
        meeting
        for meeting in filling._archive().block(0, SIZE)
        if any(FOLLOW_UP_LIST in item.title for item in meeting.items)
    )
    synthetic = next(with_a_list)
    filled = Meeting.objects.get(items=synthetic.items[0].id)
    kept, kept_items = {part: rows_of(part, filled) for part in PARTS}, items_of(filled)
    Meeting.objects.all().delete()
    import_minutes(minutes_of(synthetic).encode(), "referat.txt", publish=True)

    imported = Meeting.objects.get()
    assert items_of(imported) == kept_items
    for part in PARTS:
        if part in TOLD:
            assert {*kept[part]} <= {*rows_of(part, imported)}
        else:
            assert kept[part] == rows_of(part, imported)
    assert kept[FOLLOW_UPS]


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
