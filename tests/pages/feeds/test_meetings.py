"""The feeds of new minutes: of all bodies and of one, an entry a meeting with its decisions in a line each."""

from __future__ import annotations

import datetime

import pytest

from minutes.importing.naming.merging import merge_bodies, plan_merge
from minutes.models import Body, Meeting, Outcome, PublicationState
from tests.build.atom import entries, link, links, read_feed, summary, text, titles
from tests.build.rows import add_body, add_decision, add_item, add_meeting, add_user

pytestmark = pytest.mark.django_db

ALL = "/moeder/feed/"
BODY = "/moeder/direktionen/feed/"
both = pytest.mark.parametrize("feed", [ALL, BODY])


def at(day: int) -> datetime.datetime:
    return datetime.datetime(2026, 3, day, 11, tzinfo=datetime.UTC)


@both
def test_minutes_of_long_ago_that_were_published_today_come_first(client, feed):
    add_meeting("2015-09-15", published_at=at(1))
    add_meeting("2011-02-08", published_at=at(3))
    add_meeting("2013-08-27", published_at=at(2))
    assert titles(client, feed) == [
        "Direktionen 08-02-2011",
        "Direktionen 27-08-2013",
        "Direktionen 15-09-2015",
    ]
    (first, *_) = entries(client, feed)
    assert text(first, "published") == text(first, "updated") == "2026-03-03T11:00:00+00:00"


@both
def test_of_what_was_published_at_once_the_newest_meeting_comes_first(client, feed):
    for date in ("2013-02-05", "2015-09-15", "2014-08-27"):
        add_meeting(date, published_at=at(1))
    add_meeting("2012-01-01")
    days = [title[-4:] for title in titles(client, feed)]
    assert days == ["2015", "2014", "2013", "2012"]


@both
def test_a_meeting_has_a_line_for_each_item_with_what_it_came_to(client, feed):
    meeting = add_meeting()
    add_decision(add_item(meeting, "Ny kantine"))
    add_decision(add_item(meeting, "Budget"), "Udsættes.", Outcome.DEFERRED)
    add_item(meeting, "Eventuelt")
    (entry,) = entries(client, feed)
    assert link(entry, "alternate") == "http://testserver/moeder/direktionen/2013-08-27/"
    assert summary(entry) == [
        "Punkt 1: Ny kantine – Godkendt: Godkendt.",
        "Punkt 2: Budget – Udsat: Udsættes.",
        "Punkt 3: Eventuelt",
    ]
    assert links(entry)[1] == "http://testserver/moeder/direktionen/2013-08-27/punkt-2/"


@both
def test_only_what_is_open_and_published_is_told_to_anybody(client, staff_client, feed):
    meeting = add_meeting("2013-08-27")
    add_decision(add_item(meeting, "Ny kantine"))
    add_decision(add_item(meeting, "Hemmeligt", is_closed=True), "Hemmeligt.")
    withdrawn = add_item(meeting, "Hemmeligt")
    withdrawn.is_withdrawn = True
    withdrawn.save()
    add_item(add_meeting("2014-01-01", state=PublicationState.DRAFT), "Hemmeligt")
    add_item(add_meeting("2014-02-01", state=PublicationState.WITHDRAWN), "Hemmeligt")
    for reader in (client, staff_client):
        (entry,) = entries(reader, feed)
        assert summary(entry) == ["Punkt 1: Ny kantine – Godkendt: Godkendt."]
        assert "Hemmeligt" not in reader.get(feed).text


@both
def test_a_feed_and_the_lines_of_a_meeting_are_bounded(client, feed):
    for day in range(1, 28):
        add_meeting(f"2013-01-{day:02}", published_at=at(1))
    long = add_meeting("2013-03-01", published_at=at(3))
    for number in range(45):
        add_item(long, f"Titel {number}")
    found = entries(client, feed)
    assert len(found) == 25
    assert summary(found[0]) == [f"Punkt {number + 1}: Titel {number}" for number in range(40)]
    assert "".join(found[0].itertext()).count("Læs hele referatet") == 1


def test_the_feed_of_a_body_has_its_meetings_alone(client):
    add_meeting("2013-08-27")
    add_meeting("2013-08-28", "Byrådet")
    assert titles(client, BODY) == ["Direktionen 27-08-2013"]
    assert sorted(titles(client, ALL)) == ["Byrådet 28-08-2013", "Direktionen 27-08-2013"]
    found = read_feed(client, BODY)
    assert text(found, "title") == "Direktionen – nye referater – Referatarkivet"
    assert link(found, "alternate") == "http://testserver/moeder/?organ=direktionen"
    assert link(found, "self") == f"http://testserver{BODY}"


def test_the_former_address_of_a_body_leads_on_to_its_feed(client):
    old, new = add_body("Økonomiudvalg"), add_body("Byrådet")
    add_meeting("2013-08-27", "Økonomiudvalg", published_at=at(1))
    merge_bodies(old.pk, new.pk, add_user(), agreed=plan_merge(old, new).fingerprint)
    response = client.get("/moeder/oekonomiudvalg/feed/", {"x": "1"})
    assert (response.status_code, response["Location"]) == (301, "/moeder/byraadet/feed/")
    assert titles(client, response["Location"]) == ["Byrådet 27-08-2013"]
    assert client.get("/moeder/oekonomiudvalg/").status_code == 301


@pytest.mark.parametrize("state", [PublicationState.DRAFT, PublicationState.WITHDRAWN])
def test_a_body_of_which_nothing_is_published_has_no_feed_whoever_asks(client, staff_client, state):
    add_meeting(state=state)
    for reader in (client, staff_client):
        assert reader.get(BODY).status_code == 404


@pytest.mark.parametrize("slug", ["findesikke", "feed", "2013-08-27", "x" * 5_000, "%00", "-1"])
def test_of_what_is_no_body_there_is_no_feed(client, slug):
    assert client.get(f"/moeder/{slug}/feed/").status_code == 404


def test_the_addresses_of_meetings_are_what_they_were(client):
    add_item(add_meeting())
    assert client.get("/moeder/direktionen/").status_code == 302
    assert client.get("/moeder/direktionen/2013-08-27/").status_code == 200
    assert client.get("/moeder/direktionen/2013-08-27/punkt-1/").status_code == 200
    assert Body.objects.count() == Meeting.objects.count() == 1
