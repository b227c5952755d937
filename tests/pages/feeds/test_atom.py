"""What holds of every feed: it is Atom by the rules, whatever stands in the minutes, and for whoever asks however."""

from __future__ import annotations

import datetime
from xml.etree import ElementTree

import pytest
from django.test import Client

from minutes.editing import publication
from minutes.models import Meeting
from tests.build.atom import ATOM, XHTML, entries, link, read_feed, text
from tests.build.indexing_client import IndexingClient
from tests.build.rows import add_centre, add_decision, add_item, add_meeting, add_role
from tests.build.told_rows import add_deferral, add_follow_up

pytestmark = pytest.mark.django_db

ADDRESSES = [
    "/moeder/feed/",
    "/moeder/direktionen/feed/",
    "/beslutninger/feed/",
    "/sager/12/32140/feed/",
    "/centre/hrc/feed/",
    "/opfoelgning/feed/",
    "/opfoelgning/udsatte/feed/",
    "/soeg/feed/?q=kantine",
]
EMPTY = [
    *("/moeder/feed/", "/beslutninger/feed/", "/centre/hrc/feed/", "/soeg/feed/", "/soeg/feed/?q=kantine"),
    *("/opfoelgning/feed/", "/opfoelgning/udsatte/feed/"),
]
BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8"
every_feed = pytest.mark.parametrize("feed", ADDRESSES)


@pytest.fixture
def client() -> Client:
    return IndexingClient()


def add_handling(date: str = "2013-08-27", title: str = "Ny kantine", day: int = 1) -> Meeting:
    published_at = datetime.datetime(2026, 3, day, tzinfo=datetime.UTC)
    meeting = add_meeting(date, published_at=published_at)
    item = add_item(meeting, title, "12/32140")
    add_decision(item)
    add_role(item)
    add_deferral(item)
    add_follow_up(item)
    return meeting


@every_feed
def test_what_was_published_last_comes_first(client, feed):
    for date, day in (("2015-01-06", 1), ("2011-02-08", 3), ("2013-08-27", 2)):
        add_handling(date, day=day)
    found = entries(client, feed)
    assert [text(entry, "published")[:10] for entry in found] == ["2026-03-03", "2026-03-02", "2026-03-01"]
    assert text(read_feed(client, feed), "updated") == "2026-03-03T00:00:00+00:00"


@every_feed
def test_a_feed_says_whose_it_is_where_it_stands_and_in_which_language(client, feed, settings):
    settings.ARCHIVE_MUNICIPALITY = "Nyby Kommune"
    add_handling()
    found = read_feed(client, feed)
    assert found.findtext(f"{ATOM}author/{ATOM}name") == "Nyby Kommune"
    assert link(found, "self") == f"http://testserver{feed}"
    assert found.get("{http://www.w3.org/XML/1998/namespace}lang") == "da"
    (about,) = found.iterfind(f"{ATOM}subtitle/{XHTML}div/{XHTML}p/{XHTML}a")
    assert about.get("href") == link(found, "alternate")


def test_no_two_feeds_or_entries_of_different_things_have_one_name(client):
    add_handling()
    feeds = [read_feed(client, feed) for feed in (*ADDRESSES, "/soeg/feed/?q=kantine&aar=2013")]
    assert len({text(feed, "id") for feed in feeds}) == len(feeds)
    # An item is one thing, in whichever feed it stands, beside its meeting, its decision and what that puts off.
    assert len({text(entry, "id") for feed in feeds for entry in feed.findall(f"{ATOM}entry")}) == 4


HOSTILE = [
    "Kantine]]>\x00\x0b\x0c\x1f\x7f\ufffe\uffff",
    "Kantine <script>alert(1)</script> & \"'",
    "Kantine ]]><![CDATA[ <!-- --> <?php ?>",
    "Kantine \u202e\u2028\ud7ff😀",
    "&amp;lt; &#0; kantine",
    "kantine " + "x" * 992,
    "kantine\n\n\tog\r\nmere",
]


@every_feed
@pytest.mark.parametrize("title", HOSTILE)
def test_whatever_stands_in_a_title_and_a_decision_a_feed_is_well_formed(client, feed, title):
    stored = title.replace("\x00", "")  # the database takes none
    item = add_handling(title=stored).items.get()
    item.decisions.update(text=stored)
    (entry,) = entries(client, feed)
    said = "".join(entry.itertext())
    assert " ".join(kept(title).split()[:1]) in said
    assert all(element.tag.startswith((ATOM, XHTML)) for element in entry.iter())


def kept(title: str) -> str:
    return "".join(letter for letter in title if letter.isprintable() or letter.isspace())


@pytest.mark.parametrize("feed", EMPTY)
def test_an_empty_feed_has_no_date_of_its_own_and_stays_the_same(client, feed):
    add_centre()
    found = read_feed(client, feed)
    assert found.findall(f"{ATOM}entry") == []
    assert text(found, "updated") == "1970-01-01T00:00:00+00:00"
    tag = client.get(feed).headers["ETag"]
    assert client.get(feed, headers={"if-none-match": tag}).status_code == 304


@every_feed
def test_a_feed_is_kept_as_a_page_is_and_asked_for_each_time(client, feed):
    add_handling()
    response = client.get(feed)
    assert response.headers["Cache-Control"] == "no-cache"
    known = {"if-none-match": response.headers["ETag"]}
    assert client.get(feed, headers=known).status_code == 304
    add_handling("2013-09-03", "Kantine igen", day=2)
    assert client.get(feed, headers=known).status_code == 200


@every_feed
def test_by_its_date_no_feed_is_called_unchanged_since_what_is_withdrawn_has_a_later_one(client, feed):
    add_handling()
    withdrawn = add_handling("2013-09-03", "Kantine og Fugleholm", day=2)
    response = client.get(feed)
    assert "Fugleholm" in response.text
    assert not response.has_header("Last-Modified")
    publication.withdraw(Meeting.objects.filter(pk=withdrawn.pk), reason="Forkert")
    later = {"if-modified-since": "Mon, 30 Mar 2026 00:00:00 GMT", "if-none-match": response.headers["ETag"]}
    for headers in (later, {"if-modified-since": later["if-modified-since"]}):
        again = client.get(feed, headers=headers)
        assert again.status_code == 200
        assert "Fugleholm" not in again.text


@every_feed
def test_a_browser_is_sent_what_it_can_show_and_a_program_what_it_asks_for(client, feed):
    add_handling()
    for accept in (
        None,
        "*/*",
        "application/atom+xml",
        "application/atom+xml, application/xml, text/xml;q=0.9",
    ):
        response = client.get(feed, headers={"accept": accept} if accept else {})
        assert response.headers["Content-Type"] == "application/atom+xml; charset=utf-8", accept
    shown = client.get(feed, headers={"accept": BROWSER})
    assert shown.headers["Content-Type"] == "application/xml; charset=utf-8"
    assert shown.content == response.content
    assert "Accept" in shown.headers["Vary"] and "Accept" in response.headers["Vary"]


@pytest.mark.parametrize(
    "accept", ["", ";", "text/html;q=x", "q=1", "*", "text/*;q=0", "æ/ø", "a/b;c=" + "x" * 4_000, ",,,,"]
)
def test_whatever_is_said_to_be_accepted_a_feed_is_sent(client, accept):
    add_handling()
    response = client.get("/moeder/feed/", headers={"accept": accept})
    assert response.status_code == 200
    ElementTree.fromstring(response.content)


@every_feed
def test_a_feed_names_the_styles_by_which_a_browser_shows_it(client, feed):
    add_handling()
    head = client.get(feed).text.partition("<feed")[0]
    assert head.count('<?xml-stylesheet href="/static/css/') == head.count('type="text/css"') == 2
    assert head.endswith('<?xml-stylesheet href="/static/css/feed.css" media="all" type="text/css"?>')


@every_feed
def test_bad_parameters_change_nothing(client, feed):
    add_handling()
    path, _, query = feed.partition("?")
    asked = f"{path}?{query}&side=99999999999999999999&sort=%00&antal=-1&x=%ff&format=pdf"
    assert len(entries(client, asked)) == 1


@every_feed
@pytest.mark.parametrize("method", ["post", "put", "delete", "patch"])
def test_a_feed_takes_nothing_in(client, feed, method):
    add_handling()
    assert getattr(client, method)(feed).status_code == 405


@every_feed
def test_the_head_alone_can_be_asked_for(client, feed):
    add_handling()
    client.get(feed)
    response = client.head(feed)
    assert (response.status_code, response.content) == (200, b"")
