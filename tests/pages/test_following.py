"""Each page that can be followed says how, and names its feed; where one must log in, nothing is offered."""

import re

import pytest

from minutes.models import PublicationState
from tests.build.indexing_client import IndexingClient
from tests.build.page import Page
from tests.build.rows import add_editor, add_item, add_meeting, add_role

pytestmark = pytest.mark.django_db

# The page, its feeds (the first is what "Følg" leads to), and its calendar.
PAGES = [
    ("/", ["/moeder/feed/", "/beslutninger/feed/"], "/kalender.ics"),
    ("/moeder/", ["/moeder/feed/", "/beslutninger/feed/"], "/kalender.ics"),
    (
        "/moeder/?organ=direktionen",
        ["/moeder/direktionen/feed/", "/moeder/feed/", "/beslutninger/feed/"],
        "/kalender.ics",
    ),
    ("/beslutninger/", ["/beslutninger/feed/"], None),
    ("/beslutninger/?aar=1999", ["/beslutninger/feed/"], None),
    ("/sager/12/32140/", ["/sager/12/32140/feed/"], None),
    ("/centre/hrc/", ["/centre/hrc/feed/"], "/kalender.ics?center=hrc"),
    ("/serier/oekonomiopfoelgning/", ["/serier/oekonomiopfoelgning/feed/"], None),
    ("/opfoelgning/", ["/opfoelgning/feed/"], "/kalender.ics"),
    ("/opfoelgning/udsatte/", ["/opfoelgning/udsatte/feed/"], None),
    ("/soeg/?q=kantine", ["/soeg/feed/?q=kantine"], None),
]


def read(address: str) -> Page:
    return Page(IndexingClient().get(address))


@pytest.fixture(autouse=True)
def _archive() -> None:
    meeting = add_meeting()
    add_role(add_item(meeting, "Ny kantine", "12/32140"))
    add_item(meeting, "Økonomiopfølgning 27-08-2013")


@pytest.mark.parametrize(("address", "feeds", "calendar"), PAGES)
def test_a_page_says_how_to_follow_it_and_names_its_feeds_for_programs(address, feeds, calendar):
    page = read(address)
    alternates = page.find("link", rel="alternate", type="application/atom+xml")
    assert [link["href"] for link in alternates] == feeds
    assert all(link["title"] for link in alternates)
    (follow,) = page.find("details", class_="follow")
    assert re.match(r"Følg \w+", follow.text)
    assert "feedlæser" in follow.text
    assert page.link("feedet") == feeds[0]
    assert [link["href"] for link in page.find("a") if link.text == "Kalender"] == (
        [calendar] if calendar else []
    )
    for link in (*feeds, *([calendar] if calendar else [])):
        assert IndexingClient().get(link).status_code == 200


@pytest.mark.parametrize("address", [address for address, *_ in PAGES])
def test_where_one_must_log_in_nothing_is_offered(address, settings):
    settings.REQUIRE_LOGIN = True
    response = IndexingClient().get(address)
    assert response.status_code == 200
    for said in ("/feed/", "kalender.ics", "atom+xml", "Følg ", "Kalender"):
        assert said not in response.text, said


def test_a_body_of_drafts_has_no_feed_to_offer_to_those_who_see_it(staff_client):
    add_meeting("2014-01-01", "Byrådet", PublicationState.DRAFT)
    page = Page(staff_client.get("/moeder/", {"organ": "byraadet"}))
    assert page.link("feedet") == "/moeder/feed/"


def test_a_case_and_a_series_of_drafts_have_no_feed_to_offer_to_those_who_see_them():
    client = IndexingClient()
    client.force_login(add_editor())
    for date in ("2014-01-01", "2014-02-04"):
        meeting = add_meeting(date, "Byrådet", PublicationState.DRAFT)
        add_item(meeting, f"Ankestatistik {date}", "14/1")
    for address in ("/sager/14/1/", "/serier/ankestatistik/"):
        page = Page(client.get(address))
        assert page.status == 200
        assert "Ankestatistik" in page.main
        assert page.find("details", class_="follow") == page.find("link", rel="alternate") == []
    for address in ("/sager/12/32140/", "/serier/oekonomiopfoelgning/"):
        assert Page(client.get(address)).link("feedet") == f"{address}feed/"


def test_a_search_for_a_personal_number_is_not_followed():
    page = read("/soeg/?q=010180-1234")
    assert page.find("details", class_="follow") == page.find("link", rel="alternate") == []
