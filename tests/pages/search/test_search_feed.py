"""A search as a feed: the newest hits, for everybody the same, in XML that any reader can read."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit
from xml.etree import ElementTree

import pytest
from django.test import Client

from minutes.models import Outcome
from tests.build import atom
from tests.build.atom import ATOM, link, text
from tests.build.indexed import add_indexed_item, add_indexed_items
from tests.build.rows import add_decision, add_meeting
from tests.build.schools import add_hidden

pytestmark = pytest.mark.django_db

FEED = "/soeg/feed/"


def titles(client: Client, **parameters: str) -> list[str]:
    return [title.partition(": ")[2] for title in atom.titles(client, FEED, **parameters)]


@pytest.mark.usefixtures("schools")
def test_the_newest_hits_come_first_whatever_order_the_page_has(client):
    for sort in ("relevans", "aeldste", "sager"):
        assert titles(client, q="skole", sort=sort) == ["Skoler og veje", "Ny skole", "Skolens tag"]


@pytest.mark.usefixtures("schools")
def test_an_entry_is_as_in_the_other_feeds(client):
    entry = atom.read_feed(client, FEED, q="veje").find(f"{ATOM}entry")
    assert text(entry, "title") == "Byrådet 09-09-2014, punkt 1: Skoler og veje"
    assert link(entry, "alternate") == "http://testserver/moeder/byraadet/2014-09-09/punkt-1/"


@pytest.mark.usefixtures("schools")
def test_a_feed_tells_what_was_asked_and_where(client):
    found = atom.read_feed(
        client, FEED, q=" ny  skole & æ", aar="2013", antal="25", sort="nyeste", side="2", hest="1"
    )
    assert text(found, "title") == "ny skole & æ – År: 2013 – søgning i Referatarkivet"
    own, page = urlsplit(link(found, "self")), urlsplit(link(found, "alternate"))
    assert (own.netloc, own.path) == ("testserver", FEED)
    assert (page.netloc, page.path) == ("testserver", "/soeg/")
    assert parse_qs(own.query) == {"q": ["ny skole & æ"], "aar": ["2013"]}
    assert parse_qs(page.query) == {**parse_qs(own.query), "antal": ["25"], "sort": ["nyeste"]}


@pytest.mark.usefixtures("schools")
@pytest.mark.parametrize(
    ("filters", "found"),
    [
        ({"organ": "byraadet"}, ["Skoler og veje"]),
        ({"center": "hrc"}, ["Ny skole"]),
        ({"udfald": "udsat"}, ["Skolens tag"]),
        ({"aar": "2012"}, []),
        ({"aar": "hest"}, []),
    ],
)
def test_the_filters_of_the_page_narrow_the_feed(client, filters, found):
    assert titles(client, q="skole", **filters) == found


@pytest.mark.usefixtures("schools")
def test_a_feed_says_what_of_its_address_is_not_understood(client):
    said = client.get(FEED, {"q": "skole", "aar": "99"}).content.decode()
    assert "<p>Året i adressen er ikke et årstal. Derfor er intet fundet.</p>" in said
    assert "Derfor er intet fundet" not in client.get(FEED, {"q": "skole"}).content.decode()


@pytest.mark.usefixtures("schools")
@pytest.mark.parametrize("parameters", [{}, {"q": ""}, {"q": "og"}, {"q": "\x00"}, {"q": "findesikke"}])
def test_where_nothing_is_asked_or_found_the_feed_is_empty_but_valid(client, parameters):
    found = atom.read_feed(client, FEED, **parameters)
    assert found.findall(f"{ATOM}entry") == []
    assert text(found, "title").endswith("søgning i Referatarkivet")
    assert all(text(found, required) for required in ("id", "updated"))


@pytest.mark.parametrize("typed", ["skole", "12/32140", "216558/15", "HRC"])
def test_a_feed_is_the_same_for_everybody_and_holds_only_what_is_public(client, staff_client, typed):
    add_hidden()
    assert titles(client, q=typed) == titles(staff_client, q=typed) == []


def test_a_feed_is_bounded_to_the_newest(client):
    add_indexed_items(add_meeting("2013-01-01"), 10, "Gammel skole")
    add_indexed_items(add_meeting("2014-01-01"), 50, "Skole")
    assert titles(client, q="skole") == ["Skole"] * 50


@pytest.mark.parametrize(
    "character", ["\x0c", "\x0b", "\x01", "\x1f", "\x7f", "\ufffe", "\uffff", "\u2028", "😀"]
)
def test_no_character_breaks_the_feed(client, character):
    item = add_indexed_item(add_meeting(), f"Skole{character} & <veje>", case="12/32140")
    add_decision(item, f"Godkendt{character} & <b>", Outcome.APPROVED)
    (title,) = titles(client, q="skole")
    assert title.startswith("Skole")
    assert title.endswith(" & <veje>")
    ElementTree.fromstring(client.get("/sager/12/32140/feed/").content)


@pytest.mark.usefixtures("schools")
def test_the_head_alone_can_be_asked_for(client):
    response = client.head(FEED, {"q": "skole"})
    assert (response.status_code, response.content) == (200, b"")
