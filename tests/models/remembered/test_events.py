"""The log is only ever added to: the database itself refuses everything else, whoever asks."""

import pytest
from django.db import DatabaseError, connection, transaction

from minutes.editing.event_log import record
from minutes.models import Event
from tests.build.rows import add_item, add_meeting, add_user

NUMBER = "010180-1234"

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE minutes_event SET reason = 'en anden'",
        "UPDATE minutes_event SET reason = reason WHERE false",
        "DELETE FROM minutes_event",
        "DELETE FROM minutes_event WHERE id = -1",
        "WITH gone AS (DELETE FROM minutes_event RETURNING id) SELECT count(*) FROM gone",
    ],
)
def test_no_row_of_the_log_is_changed_or_deleted(statement: str) -> None:
    event = record(Event.Kind.PUBLISHED, None, meeting=add_meeting(), reason="godkendt")
    with (
        pytest.raises(DatabaseError, match="append-only"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(statement)
    assert Event.objects.get() == event
    assert Event.objects.get().reason == "godkendt"


def test_the_log_is_never_emptied() -> None:
    record(Event.Kind.PUBLISHED, None, meeting=add_meeting())
    refused = pytest.raises(DatabaseError, match="TRUNCATE is refused")
    with refused, transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("ALTER TABLE minutes_event ENABLE TRIGGER minutes_event_never_emptied")
        cursor.execute("TRUNCATE minutes_event")
    assert Event.objects.count() == 1


def test_a_row_outlives_its_meeting_and_whoever_did_it() -> None:
    anna, meeting = add_user("anna"), add_meeting()
    record(Event.Kind.DELETED, anna, meeting=meeting, reason="dublet")
    meeting.delete()
    anna.delete()
    event = Event.objects.select_related("meeting").get()
    assert (event.meeting, event.by_name, event.subject) == (None, "anna", "Direktionen 27-08-2013")


def test_a_row_names_an_item_by_its_place_not_by_its_title() -> None:
    item = add_item(add_meeting(), title="Afsked af en medarbejder")
    event = record(Event.Kind.CLOSED, None, item=item)
    assert (event.meeting, event.item_slug) == (item.meeting, item.slug)
    assert event.subject == "Direktionen 27-08-2013, punkt 1"


def test_no_personal_number_is_written_down() -> None:
    event = record(Event.Kind.WITHDRAWN, None, subject=NUMBER, details=NUMBER, reason=f"for {NUMBER}")
    assert NUMBER not in event.subject + event.details + event.reason


def test_what_is_too_long_is_cut_and_what_has_lines_stands_on_one() -> None:
    event = record(Event.Kind.WITHDRAWN, None, subject="x" * 900, reason="første\nanden linje")
    assert len(event.subject) == 300
    assert "\n" not in event.reason
