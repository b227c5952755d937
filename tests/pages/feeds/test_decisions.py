"""The feed of decisions: an entry each, those in the minutes that were published last first."""

from __future__ import annotations

import datetime

import pytest

from minutes.models import Outcome, PublicationState
from tests.build.atom import entries, link, read_feed, summary, text, titles
from tests.build.rows import add_decision, add_item, add_meeting

pytestmark = pytest.mark.django_db

FEED = "/beslutninger/feed/"


def at(day: int) -> datetime.datetime:
    return datetime.datetime(2026, 3, day, tzinfo=datetime.UTC)


def test_each_decision_is_an_entry_with_its_item_and_what_was_decided(client):
    item = add_item(add_meeting("2013-03-19", "Byrådet"), "Ny kantine")
    add_decision(item, "Anbefales.", Outcome.FORWARDED, date="2013-03-11", body="Økonomiudvalget")
    add_decision(item, "Godkendt.")
    first, second = entries(client, FEED)
    assert text(first, "title") == text(second, "title") == "Byrådet 19-03-2013, punkt 1: Ny kantine"
    assert summary(first) == ["Økonomiudvalget 11-03-2013: Sendt videre: Anbefales."]
    assert summary(second) == ["Godkendt: Godkendt."]
    assert link(second, "alternate") == "http://testserver/moeder/byraadet/2013-03-19/punkt-1/"
    assert text(first, "id") != text(second, "id")


def test_the_last_published_come_first_and_those_of_a_meeting_in_its_order(client):
    for date, day in (("2015-01-06", 1), ("2011-02-08", 3), ("2013-08-27", 2)):
        meeting = add_meeting(date, published_at=at(day))
        for title in ("Ny kantine", "Budget"):
            add_decision(add_item(meeting, title))
    assert [title.removeprefix("Direktionen ") for title in titles(client, FEED)] == [
        *("08-02-2011, punkt 1: Ny kantine", "08-02-2011, punkt 2: Budget"),
        *("27-08-2013, punkt 1: Ny kantine", "27-08-2013, punkt 2: Budget"),
        *("06-01-2015, punkt 1: Ny kantine", "06-01-2015, punkt 2: Budget"),
    ]


def test_only_what_is_open_and_published_is_told_to_anybody(client, staff_client):
    add_decision(add_item(add_meeting("2013-02-05")), "Godkendt.")
    add_decision(add_item(add_meeting("2013-03-05"), "Hemmeligt", is_closed=True), "Hemmeligt.")
    withdrawn = add_item(add_meeting("2013-03-06"), "Hemmeligt")
    add_decision(withdrawn, "Hemmeligt.")
    withdrawn.is_withdrawn = True
    withdrawn.save()
    for date, state in (("2013-04-05", PublicationState.DRAFT), ("2013-05-05", PublicationState.WITHDRAWN)):
        add_decision(add_item(add_meeting(date, state=state), "Hemmeligt"), "Hemmeligt.")
    for reader in (client, staff_client):
        assert titles(reader, FEED) == ["Direktionen 05-02-2013, punkt 1: Ny kantine"]


def test_a_feed_is_bounded(client):
    for day in range(1, 8):
        meeting = add_meeting(f"2013-01-{day:02}", published_at=at(day))
        for _ in range(8):
            add_decision(add_item(meeting))
    found = titles(client, FEED)
    assert len(found) == 50
    assert found[0].startswith("Direktionen 07-01-2013, punkt 1:")


def test_where_nothing_was_decided_the_feed_is_empty(client):
    add_item(add_meeting())
    assert text(read_feed(client, FEED), "title") == "Beslutninger – Referatarkivet"
    assert entries(client, FEED) == []
