"""The calendar as a program reads it: in the form of RFC 5545, whatever stands in the minutes and whoever asks."""

from __future__ import annotations

import datetime

import pytest

from minutes.models import AgendaItem, PublicationState
from tests.build.calendars import (
    ALL,
    HRC,
    day,
    deadline_of,
    meeting_on,
    promise_by,
    read_calendar,
    titles,
)
from tests.build.rows import add_centre, add_item, add_role

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("address", [ALL, HRC])
@pytest.mark.parametrize("how", ["draft", "withdrawn", "closed", "withdrawn alone"])
def test_what_is_not_for_everybody_is_in_none_whoever_asks(client, staff_client, address, how):
    states = {"draft": PublicationState.DRAFT, "withdrawn": PublicationState.WITHDRAWN}
    meeting = meeting_on(-10, state=states.get(how, PublicationState.PUBLISHED), location="Hemmeligt")
    item = add_item(meeting, "Hemmeligt", "13/4321", is_closed=how == "closed")
    AgendaItem.objects.filter(pk=item.pk).update(is_withdrawn=how == "withdrawn alone")
    add_role(item)
    promise_by(item, day(5), text="Hemmeligt")
    deadline_of(item, "Hemmeligt", day(5))
    client.get("/")
    for reader in (client, staff_client):
        found = titles(reader, address)
        # The meeting of a closed item is public, but not that the centre has to do with it.
        assert found == (["Møde: Direktionen"] if how not in states and address == ALL else [])


HOSTILE = [
    "Kantine\r\nEND:VEVENT\r\nBEGIN:VEVENT",
    "a;b,c:d\\n\\",
    "\x0b\x0c\x1b\x7f\x85\u2028Kantine",
    "\"'<&]]>",
    "æ" * 1000,
]


@pytest.mark.parametrize("title", HOSTILE)
def test_whatever_stands_in_the_minutes_the_calendar_can_be_read(client, title):
    meeting = meeting_on(-10, location=title[:300], start_time=datetime.time(10))
    item = add_item(meeting, title)
    promise_by(item, day(5), text=title, time_words=title)
    deadline_of(item, title[:200], day(5), topic_key=title[:300], responsible_words=title[:300])
    events = read_calendar(client).events
    assert len(events) == 3
    plain = " ".join(
        "".join(" " if ord(letter) < 32 or 126 < ord(letter) < 160 else letter for letter in title).split()
    )
    assert f"Lovet: {plain} (kommer igen)" in {str(event["summary"]) for event in events}
    for line in client.get(ALL).content.split(b"\r\n"):
        assert len(line) <= 75
        assert b"\n" not in line


def test_it_is_the_same_until_something_is_published(client):
    promise_by(add_item(meeting_on(-10, start_time=datetime.time(10))), day(5))
    tag = client.get(ALL).headers["ETag"]
    response = client.get(ALL, headers={"if-none-match": tag})
    assert (response.status_code, response.headers["Cache-Control"]) == (304, "no-cache")
    meeting_on(-9)
    assert client.get(ALL, headers={"if-none-match": tag}).status_code == 200


def test_an_empty_calendar_is_one(client):
    assert read_calendar(client).events == []


@pytest.mark.parametrize(
    "center", ["findesikke", "HRC", "-1", "9" * 40, "hrc/", "%00", "x" * 5_000, "%ff", "æ"]
)
def test_of_what_is_no_centre_there_is_no_calendar(client, center):
    add_centre()
    assert client.get(f"{ALL}?center={center}").status_code == 404


@pytest.mark.parametrize(
    "query", ["?center=", "?x=1", "?center=findesikke&center=hrc", "?center=hrc&fra=9999999999999"]
)
def test_other_parameters_change_nothing(client, query):
    add_centre()
    assert client.get(f"{ALL}{query}").status_code == 200


@pytest.mark.parametrize("method", ["post", "put", "delete", "patch"])
def test_it_takes_nothing_in(client, method):
    assert getattr(client, method)(ALL).status_code == 405
