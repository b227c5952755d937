"""The order in which minutes became public, and the columns and indexes that keep it quick however much there is."""

import datetime

import pytest
from django.db import connection

from minutes.editing import publication
from minutes.importing.importer import import_minutes
from minutes.models import EVERYBODY, AgendaItem, Centre, Decision, Meeting, SearchRole
from minutes.search.index.writing import index_meetings
from tests.build.documents import item_text, minutes_text
from tests.build.rows import add_centre, add_decision, add_item, add_meeting, add_role

pytestmark = pytest.mark.django_db


def at(day: int) -> datetime.datetime:
    return datetime.datetime(2026, 3, day, tzinfo=datetime.UTC)


@pytest.fixture
def centre() -> Centre:
    """A centre with two items in each of four meetings, of which one was published nobody knows when."""
    for date, published_at in (
        ("2015-01-06", at(1)),
        ("2011-02-08", at(2)),
        ("2013-08-27", at(2)),
        ("2016-01-01", None),
    ):
        meeting = add_meeting(date, published_at=published_at)
        for _ in range(2):
            item = add_item(meeting)
            add_decision(item)
            add_role(item)
    index_meetings(Meeting.objects.values_list("pk", flat=True))
    return add_centre()


YEARS = [2013, 2011, 2015, 2016]


def test_meetings_items_and_decisions_stand_in_it(centre):
    assert [meeting.date.year for meeting in Meeting.objects.last_published_first()] == YEARS
    items = AgendaItem.objects.last_published_first()
    places = [(year, position) for year in YEARS for position in (1, 2)]
    assert [(item.meeting.date.year, item.position) for item in items] == places
    decisions = Decision.objects.last_published_first()
    assert [(decision.date.year, decision.item.position) for decision in decisions] == places


def test_a_centres_items_stand_in_it_without_their_meetings(centre, django_assert_num_queries):
    with django_assert_num_queries(1):
        rows = list(SearchRole.objects.readable_by(EVERYBODY).of_centre(centre).last_published_first())
    assert [row.date.year for row in rows] == [year for year in YEARS for _ in range(2)]
    assert {row.published_at for row in rows} == {at(1), at(2), None}


@pytest.mark.parametrize(
    ("rows", "index"),
    [
        (lambda _: Meeting.objects.last_published_first(), "meeting_published_at_index"),
        (
            lambda centre: SearchRole.objects.readable_by(EVERYBODY).of_centre(centre).last_published_first(),
            "searchrole_published_at_index",
        ),
    ],
)
def test_an_index_has_it(centre, rows, index):
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL enable_seqscan = off; SET LOCAL enable_bitmapscan = off")
    assert index in rows(centre)[:50].explain()


def test_publishing_writes_it_where_the_centres_rows_are():
    add_centre()
    text = item_text(1, "Ny kantine", "12/32140", indstilling="HR-Centret indstiller, at den godkendes.")
    meeting = import_minutes(minutes_text(text, date="27-08-2013").encode(), "a.txt").meeting
    assert {*SearchRole.objects.values_list("published_at", flat=True)} == {None}
    publication.publish(Meeting.objects.filter(pk=meeting.pk))
    meeting.refresh_from_db()
    assert [*SearchRole.objects.values_list("published_at", flat=True)] == [meeting.published_at]
