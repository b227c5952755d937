"""What stands in the calendar: meetings, what was promised by a day, and deadlines, each once."""

from __future__ import annotations

import datetime
from zoneinfo import ZoneInfo

import pytest

from minutes.models import CentreRole, Promise, PublicationState, SectionKind
from tests.build.calendars import (
    HRC,
    PUBLISHED,
    TODAY,
    day,
    deadline_of,
    meeting_on,
    promise_by,
    read_calendar,
    titles,
)
from tests.build.rows import add_centre, add_item, add_meeting, add_role

pytestmark = pytest.mark.django_db


def test_a_meeting_is_an_event_at_its_time_in_denmark_with_place_and_address(client):
    meeting = meeting_on(-30, start_time=datetime.time(10, 30), location="Mødelokale B105")
    (event,) = read_calendar(client).events
    assert event["summary"] == "Møde: Direktionen"
    began = datetime.datetime.combine(meeting.date, datetime.time(10, 30), ZoneInfo("Europe/Copenhagen"))
    assert event.start == began
    assert event["dtstart"].params["TZID"] == "Europe/Copenhagen"
    assert event["location"] == "Mødelokale B105"
    assert event["url"] == f"http://testserver{meeting.get_absolute_url()}"
    assert str(event["url"]) in event["description"]
    assert event.DTSTAMP == PUBLISHED
    assert event["transp"] == "TRANSPARENT"


@pytest.mark.parametrize(("month", "offset"), [(1, 1), (7, 2)])
def test_the_file_says_itself_when_summer_time_is(client, month, offset):
    date = datetime.date(TODAY.year, month, 15)
    add_meeting(date.isoformat(), start_time=datetime.time(9))
    calendar = read_calendar(client)
    assert [str(zone["tzid"]) for zone in calendar.timezones] == ["Europe/Copenhagen"]
    # By the rules in the file, not those of this machine.
    (event,) = calendar.events
    own = calendar.timezones[0].to_tz()
    assert event.start.replace(tzinfo=own).utcoffset() == datetime.timedelta(hours=offset)


def test_a_meeting_whose_time_is_not_known_takes_the_day(client):
    meeting = meeting_on(-30)
    (event,) = read_calendar(client).events
    assert (event.start, event.end) == (meeting.date, meeting.date + datetime.timedelta(days=1))


def test_what_was_promised_stands_on_the_last_day_that_is_meant(client):
    item = add_item(meeting_on(-400), "Ny kantine")
    promise_by(item, day(40), time_first=day(10), time_words="i maj")
    (event,) = read_calendar(client).events
    assert event["summary"] == "Lovet: Ny kantine (kommer igen)"
    assert event.start == day(40)
    assert "Sagen forelægges igen.\nTidspunkt: i maj\nStår i: Direktionen" in event["description"]
    assert event["url"].endswith("/punkt-1/")


def test_what_does_not_bind_or_is_never_kept_or_has_no_day_is_none(client):
    item = add_item(meeting_on(-400))
    promise_by(item, day(1), is_binding=False)
    promise_by(item, day(2), kind=Promise.Kind.RECURRING)
    promise_by(item, day(3), kind=Promise.Kind.EVENT)
    promise_by(item, None)
    assert titles(client) == []


def test_what_recommendation_and_decision_both_promise_is_one_event(client):
    item = add_item(meeting_on(-400))
    promise_by(item, day(5), section=SectionKind.RECOMMENDATION)
    promise_by(item, day(5))
    promise_by(item, day(5), kind=Promise.Kind.GOES_TO)
    promise_by(item, day(6))
    assert len(read_calendar(client).events) == 3


def test_a_deadline_is_an_event_of_the_day_with_who_is_responsible(client):
    deadline_of(add_item(meeting_on(-400), "Huskeliste"), "Indkøbspolitik", day(60))
    (event,) = read_calendar(client).events
    assert event["summary"] == "Frist: Indkøbspolitik"
    assert event.start == day(60)
    assert event["description"].startswith("Ansvarlig: HRC\nFrist i listen: snarest\nStår i: Direktionen")


def test_a_topic_of_many_lists_has_its_latest_deadline_alone_and_keeps_its_name(client):
    first = add_item(meeting_on(-60), "Huskeliste")
    deadline_of(first, "Indkøbspolitik", day(10))
    deadline_of(first, "Udbudspolitik", day(11))
    before = {event["summary"]: event["uid"] for event in read_calendar(client).walk("VEVENT")}
    second = add_item(meeting_on(-30), "Huskeliste")
    deadline_of(second, "Indkøbspolitik", day(90))
    events = {event["summary"]: event for event in read_calendar(client).events}
    assert events["Frist: Indkøbspolitik"].start == day(90)
    assert events["Frist: Udbudspolitik"].start == day(11)
    assert {name: event["uid"] for name, event in events.items() if name in before} == before


def test_a_deadline_that_is_past_by_the_latest_list_or_has_no_day_any_more_is_gone(client):
    first, second = add_item(meeting_on(-450)), add_item(meeting_on(-420))
    for topic, last in (("Indkøbspolitik", day(-380)), ("Udbudspolitik", None)):
        deadline_of(first, topic, day(10))
        deadline_of(second, topic, last)
    assert titles(client) == []


def test_the_latest_list_is_the_latest_that_everybody_may_read(client):
    deadline_of(add_item(meeting_on(-60)), "Indkøbspolitik", day(10))
    deadline_of(add_item(meeting_on(-30, state=PublicationState.DRAFT)), "Indkøbspolitik", day(20))
    deadline_of(add_item(meeting_on(-20), is_closed=True), "Indkøbspolitik", day(30))
    starts = [event.start for event in read_calendar(client).events if event["summary"].startswith("Frist")]
    assert starts == [day(10)]


def test_it_goes_back_a_year(client):
    for after in (-364, -365, -366, -4_000):
        item = add_item(meeting_on(after, body=f"Udvalg{-after}"))
        promise_by(item, day(after))
        deadline_of(item, f"Emne {-after}", day(after))
    assert titles(client) == [
        *("Frist: Emne 364", "Frist: Emne 365"),
        *("Lovet: Ny kantine (kommer igen)", "Lovet: Ny kantine (kommer igen)"),
        *("Møde: Udvalg364", "Møde: Udvalg365"),
    ]


def test_of_a_centre_there_is_what_it_has_to_do_with(client):
    add_centre("BYC", "Bycentret")
    for number, (code, role) in enumerate(
        [("HRC", CentreRole.TASKED), ("HRC", CentreRole.MENTIONED), ("BYC", CentreRole.TASKED)]
    ):
        item = add_item(meeting_on(-10, body=f"Udvalg{number}"), f"Sag {number}")
        add_role(item, code, role)
        promise_by(item, day(number))
        deadline_of(item, f"Emne {number}", day(number), centre_codes=[code] if number else ["BYC", "HRC"])
    assert titles(client, HRC) == [
        *("Frist: Emne 0", "Frist: Emne 1"),
        # Of an item in which it is only mentioned it has promised nothing.
        "Lovet: Sag 0 (kommer igen)",
        *("Møde: Udvalg0", "Møde: Udvalg1"),
    ]
    assert read_calendar(client, HRC)["x-wr-calname"] == "HR-Centret – Referatarkivet"


def test_a_topic_that_another_centre_has_now_is_in_the_calendar_of_that_one(client):
    add_centre()
    deadline_of(add_item(meeting_on(-400)), "Indkøbspolitik", day(10))
    deadline_of(add_item(meeting_on(-390)), "Indkøbspolitik", day(20), centre_codes=["BYC"])
    assert titles(client, HRC) == []
