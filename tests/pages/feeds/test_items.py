"""The feeds of a case and a centre."""

import pytest
from django.test import Client

from minutes.models import Outcome, PublicationState
from tests.build.atom import entries, link, summary, text, titles
from tests.build.indexing_client import IndexingClient
from tests.build.rows import add_centre, add_decision, add_item, add_meeting, add_role


@pytest.fixture
def client() -> Client:
    return IndexingClient()


@pytest.fixture(params=["/sager/12/32140/feed/", "/centre/hrc/feed/"])
def feed(request: pytest.FixtureRequest, db: None) -> str:
    add_centre()
    return request.param


def add_handling(
    date: str, title: str = "Ny kantine", state: PublicationState = PublicationState.PUBLISHED
) -> None:
    item = add_item(add_meeting(date, state=state), title, "12/32140", is_closed=title == "Lukket")
    add_decision(item)
    add_role(item)


def test_the_newest_item_comes_first_with_meeting_address_and_decision(client: Client, feed: str) -> None:
    add_handling("2013-02-05")
    add_handling("2013-08-27")
    newest, oldest = entries(client, feed)
    assert text(newest, "title") == "Direktionen 27-08-2013, punkt 1: Ny kantine"
    assert text(oldest, "title") == "Direktionen 05-02-2013, punkt 1: Ny kantine"
    assert link(newest, "alternate") == "http://testserver/moeder/direktionen/2013-08-27/punkt-1/"
    assert summary(newest) == ["Godkendt: Godkendt."]


def test_a_decision_of_another_body_is_told_as_that_bodys(client: Client, feed: str) -> None:
    item = add_item(add_meeting("2013-03-19", "Byrådet"), "Ny kantine", "12/32140")
    add_role(item)
    add_decision(item, "Udsættes.", Outcome.DEFERRED)
    add_decision(item, "Godkendt.", date="2013-04-08", body="Økonomiudvalget")
    only_told = add_item(add_meeting("2013-05-14", "Byrådet"), "Ny kantine", "12/32140")
    add_role(only_told)
    add_decision(only_told, "Godkendt.", date="2013-04-08", body="Økonomiudvalget")
    assert [summary(entry) for entry in entries(client, feed)] == [
        ["Økonomiudvalget 08-04-2013: Godkendt: Godkendt."],
        ["Udsat: Udsættes."],
    ]


def test_only_what_is_open_and_published_is_told_to_anybody(
    client: Client, staff_client: Client, feed: str
) -> None:
    add_handling("2013-02-05")
    add_handling("2013-03-05", "Lukket")
    add_handling("2013-04-05", state=PublicationState.DRAFT)
    add_handling("2013-05-05", state=PublicationState.WITHDRAWN)
    for reader in (client, staff_client):
        assert titles(reader, feed) == ["Direktionen 05-02-2013, punkt 1: Ny kantine"]


def test_a_feed_is_bounded(client: Client, feed: str) -> None:
    meeting = add_meeting()
    for _ in range(51):
        add_role(add_item(meeting, "Ny kantine", "12/32140"))
    assert len(entries(client, feed)) == 50


def test_html_is_text(client: Client, db: None) -> None:
    item = add_item(add_meeting(), "<b>Ny</b> kantine", "12/32140")
    add_decision(item, "<script>alert(1)</script>", Outcome.OTHER)
    (entry,) = entries(client, "/sager/12/32140/feed/")
    assert text(entry, "title").endswith("<b>Ny</b> kantine")
    assert summary(entry) == ["<script>alert(1)</script>"]


def test_an_item_without_a_decision_has_an_entry(client: Client, db: None) -> None:
    add_item(add_meeting(), "Spørgetid", "12/32140")
    (entry,) = entries(client, "/sager/12/32140/feed/")
    assert summary(entry) == []


def test_a_case_that_only_closed_items_are_about_has_no_feed(client: Client, db: None) -> None:
    add_item(add_meeting(), "Lukket", "13/4321", is_closed=True)
    assert client.get("/sager/13/4321/feed/").status_code == 404


@pytest.mark.parametrize("address", ["/sager/12/1/feed/", "/sager/hest/1/feed/", "/centre/ukendt/feed/"])
def test_what_is_unknown_has_no_feed(client: Client, db: None, address: str) -> None:
    assert client.get(address).status_code == 404


@pytest.mark.parametrize("page", ["/sager/12/32140/", "/centre/hrc/"])
def test_a_page_names_its_feed_where_a_reader_program_looks_for_it(
    client: Client, db: None, page: str
) -> None:
    add_role(add_item(add_meeting(), "Ny kantine", "12/32140"))
    html = client.get(page).content.decode()
    assert '<link rel="alternate" type="application/atom+xml"' in html
    assert f'href="{page}feed/"' in html
