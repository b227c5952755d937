"""The rows of the index in order of time: how they lie on disk, and that nothing else changes."""

from __future__ import annotations

import pytest
from django.db import DatabaseError, connection

from minutes.models import SearchDocument
from minutes.search.index import ordering
from minutes.search.index.ordering import order_documents
from tests.build.indexed import add_indexed_item
from tests.build.rows import add_meeting

pytestmark = pytest.mark.django_db(transaction=True)

DATES = ("2015-06-01", "2013-02-01", "2016-01-12", "2014-09-30")


@pytest.fixture(autouse=True)
def _documents_in_no_order() -> None:
    with connection.cursor() as cursor:
        # What tests before have left free would be filled first.
        cursor.execute("TRUNCATE minutes_searchdocument CASCADE")
    for date in DATES:
        add_indexed_item(add_meeting(date), f"Skoler {date}")


def dates_as_they_lie() -> list[str]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT date FROM minutes_searchdocument ORDER BY ctid")
        return [str(date) for (date,) in cursor.fetchall()]


def contents() -> list[tuple]:
    return list(SearchDocument.objects.order_by("pk").values_list())


def test_rows_lie_as_they_were_imported_until_they_are_put_in_order():
    assert dates_as_they_lie() == list(DATES)
    order_documents()
    assert dates_as_they_lie() in (sorted(DATES), sorted(DATES, reverse=True))


def test_what_the_rows_say_stays_as_it_was():
    before = contents()
    order_documents()
    assert contents() == before


def test_rows_can_be_added_and_put_in_order_again():
    order_documents()
    add_indexed_item(add_meeting("2012-01-01"), "Veje")
    order_documents()
    assert dates_as_they_lie() in (
        sorted([*DATES, "2012-01-01"]),
        sorted([*DATES, "2012-01-01"], reverse=True),
    )


def test_where_it_fails_the_rows_lie_as_they_did(monkeypatch):
    monkeypatch.setattr(ordering, "DATE_INDEX", "no_such_index")
    with pytest.raises(DatabaseError, match="no_such_index"):
        order_documents()
    assert dates_as_they_lie() == list(DATES)


def test_the_index_it_goes_by_is_one_of_the_table():
    assert ordering.DATE_INDEX in {index.name for index in SearchDocument._meta.indexes}
