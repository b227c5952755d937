"""The feed of a standing title."""

from __future__ import annotations

import datetime

import pytest
from django.test import Client

from minutes.editing.following import say_of_series
from minutes.models import PublicationState, Series
from tests.build.atom import entries, link, read_feed, summary, text, titles
from tests.build.indexing_client import IndexingClient
from tests.build.rows import add_decision, add_item, add_meeting, add_user

pytestmark = pytest.mark.django_db

PAGE = "/serier/oekonomiopfoelgning/"
FEED = f"{PAGE}feed/"


@pytest.fixture
def client() -> Client:
    return IndexingClient()


def add_occurrence(
    day: str,
    title: str = "",
    state: PublicationState = PublicationState.PUBLISHED,
    *,
    is_closed: bool = False,
    published_on: int | None = None,
) -> None:
    at = datetime.datetime(2026, 3, published_on, tzinfo=datetime.UTC) if published_on else None
    meeting = add_meeting(day, state=state, published_at=at)
    add_decision(add_item(meeting, title or f"Økonomiopfølgning {day}", is_closed=is_closed))


def test_it_has_the_items_of_all_dates_with_what_was_decided_the_last_published_first(client):
    add_occurrence("2012-03-06", "Økonomiopfølgning 06-03-2012", published_on=2)
    add_occurrence("2014-09-03", "ØKONOMIOPFØLGNING 3-4 - 09-2014", published_on=1)
    add_occurrence("2013-03-05", "Ny kantine", published_on=3)
    first, second = entries(client, FEED)
    assert text(first, "title") == "Direktionen 06-03-2012, punkt 1: Økonomiopfølgning 06-03-2012"
    assert summary(second) == ["Godkendt: Godkendt."]
    assert link(second, "alternate") == "http://testserver/moeder/direktionen/2014-09-03/punkt-1/"
    feed = read_feed(client, FEED)
    assert text(feed, "title") == "ØKONOMIOPFØLGNING – Referatarkivet"
    assert link(feed, "alternate") == f"http://testserver{PAGE}"
    assert link(feed, "self") == f"http://testserver{FEED}"


def test_only_what_is_open_and_published_is_told_to_anybody(client, staff_client):
    add_occurrence("2012-03-06", "Økonomiopfølgning 06-03-2012")
    add_occurrence("2013-03-05", "Økonomiopfølgning 05-03-2013", PublicationState.DRAFT)
    add_occurrence("2013-04-02", "Økonomiopfølgning 02-04-2013", PublicationState.WITHDRAWN)
    add_occurrence("2014-03-04", "Økonomiopfølgning 04-03-2014", is_closed=True)
    client.get(FEED)
    for reader in (client, staff_client):
        assert titles(reader, FEED) == ["Direktionen 06-03-2012, punkt 1: Økonomiopfølgning 06-03-2012"]


@pytest.mark.parametrize("state", [PublicationState.DRAFT, PublicationState.WITHDRAWN])
def test_of_a_series_of_which_nothing_is_published_there_is_no_feed_and_none_is_offered(
    client, staff_client, state
):
    add_occurrence("2012-03-06", "Økonomiopfølgning 06-03-2012", state)
    for reader in (client, staff_client):
        assert reader.get(FEED).status_code == 404
        assert "feed/" not in reader.get(PAGE).text


def test_what_an_editor_joined_has_one_feed_at_both_addresses(client):
    add_occurrence("2012-03-06", "Økonomiopfølgning 06-03-2012")
    add_occurrence("2013-03-05", "Regnskab 05-03-2013")
    client.get("/")
    of_both = Series.objects.get(slug="oekonomiopfoelgning")
    say_of_series(Series.objects.get(slug="regnskab"), add_user("x"), joined_to=of_both, is_none=False)
    assert len(entries(client, FEED)) == 2
    other = read_feed(client, "/serier/regnskab/feed/")
    assert text(other, "id") == text(read_feed(client, FEED), "id")
    assert link(other, "self") == f"http://testserver{FEED}"


def test_what_an_editor_says_is_no_series_has_no_feed(client):
    add_occurrence("2012-03-06", "Økonomiopfølgning 06-03-2012")
    client.get("/")
    say_of_series(Series.objects.get(), add_user("x"), joined_to=None, is_none=True)
    assert client.get(FEED).status_code == 404


def test_it_is_bounded(client):
    meeting = add_meeting("2012-03-06")
    for _ in range(51):
        add_item(meeting, "Økonomiopfølgning 06-03-2012")
    assert len(entries(client, FEED)) == 50


@pytest.mark.parametrize("slug", ["findesikke", "feed", "9" * 30, "x" * 5_000, "%00", "-1"])
def test_what_is_unknown_has_no_feed(client, slug):
    assert client.get(f"/serier/{slug}/feed/").status_code == 404
