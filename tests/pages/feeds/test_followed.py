"""The feeds of what is put off, and of the follow-up lists."""

from __future__ import annotations

import datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from minutes.editing import publication
from minutes.editing.closing import close_item
from minutes.editing.withdrawing.items import withdraw_item
from minutes.importing.importer import reparse
from minutes.models import Meeting, SourceDocument
from tests.build.atom import entries, link, links, read_feed, summary, text, titles
from tests.build.documents import decided, item_text
from tests.build.follow_ups import held, list_held, list_text, matter_held
from tests.build.rows import add_centre

DEFERRALS = "/opfoelgning/udsatte/feed/"
LISTS = "/opfoelgning/feed/"
both = pytest.mark.parametrize("feed", [DEFERRALS, LISTS])


@pytest.fixture(autouse=True)
def _centres(db: None) -> None:
    add_centre("TMC", "Teknik- og Miljøcentret")


def publish_on(meeting: Meeting, day: int) -> None:
    at = datetime.datetime(2026, 3, day, tzinfo=datetime.UTC)
    Meeting.objects.filter(pk=meeting.pk).update(published_at=at)


def hold_both(date: str, word: str = "Ny cykelsti", *, publish: bool = True) -> None:
    """A meeting that put something off, and another on that day that went through its list."""
    matter_held(date, word, "13/101", "Udsættes.", publish=publish)
    list_held(date, (word, "Maj", "TMC"), body="Byrådet", publish=publish)


def test_what_is_put_off_has_an_entry_that_says_how_the_decision_put_it(client):
    matter_held("29-04-2014", "Ny kantine", "14/102", "Udsættes til mødet i august.", body="Byrådet")
    (entry,) = entries(client, DEFERRALS)
    assert text(entry, "title") == "Byrådet 29-04-2014, punkt 1: Ny kantine"
    assert link(entry, "alternate") == "http://testserver/moeder/byraadet/2014-04-29/punkt-1/"
    assert summary(entry) == ["Udsat: Udsættes til mødet i august.", "Ikke set siden"]


def test_one_that_is_taken_up_again_says_where_and_has_changed_when_that_was_published(client):
    publish_on(matter_held("05-02-2013", "Ny cykelsti", "13/101", "Udsættes."), 1)
    (waiting,) = entries(client, DEFERRALS)
    publish_on(matter_held("05-03-2013", "Ny cykelsti", "13/101", "Godkendt."), 4)
    (entry,) = entries(client, DEFERRALS)
    again = "Taget op igen: Direktionen 05-03-2013, punkt 1 (samme sagsnummer)"
    assert summary(entry) == ["Udsat: Udsættes.", again]
    assert links(entry)[0] == "http://testserver/moeder/direktionen/2013-03-05/punkt-1/"
    assert text(entry, "id") == text(waiting, "id")
    assert text(entry, "published")[:10] == text(waiting, "updated")[:10] == "2026-03-01"
    assert text(entry, "updated")[:10] == "2026-03-04"


def test_what_was_taken_up_in_minutes_published_before_has_not_changed_since(client):
    publish_on(matter_held("05-03-2013", "Ny cykelsti", "13/101", "Godkendt."), 1)
    publish_on(matter_held("05-02-2013", "Ny cykelsti", "13/101", "Udsættes."), 4)
    (entry,) = entries(client, DEFERRALS)
    assert text(entry, "updated")[:10] == text(entry, "published")[:10] == "2026-03-04"


def test_the_deferral_of_a_part_says_so(client):
    matter_held("05-02-2013", "Ny cykelsti", "13/101", "Ad 1) Godkendt.\n\nAd 2) Udsættes til mødet i april.")
    (entry,) = entries(client, DEFERRALS)
    assert summary(entry)[0].startswith("Delvist udsat: ")


def test_a_follow_up_list_is_an_entry_with_its_topics_deadlines_and_who_has_them(client):
    rows = ("Ny cykelsti", "Februar", "TMC"), ("Kulturnat", "(Kvartalsvis)", "PA"), ("Ny ferielov", "", "")
    list_held("05-02-2013", *rows, below="Emner til senere\n\nNy skole")
    (entry,) = entries(client, LISTS)
    assert text(entry, "title") == "Direktionen 05-02-2013, punkt 1: Huskeliste 05-02-2013"
    assert summary(entry) == ["Ny cykelsti – Februar, TMC", "Kulturnat – Kvartalsvis, PA", "Ny ferielov"]
    assert links(entry)[0] == "http://testserver/opfoelgning/emner/ny-cykelsti/"
    assert links(entry)[-1] == link(entry, "alternate")


def test_a_topic_that_was_worded_in_another_way_before_leads_to_its_course_all_the_same(client):
    list_held("05-02-2013", ("Ny cykelsti", "Februar", "TMC"))
    list_held("05-03-2013", ("Ny cykelsti 2013", "Maj", "TMC"))
    newest, _ = entries(client, LISTS)
    response = client.get(links(newest)[0], follow=True)
    assert response.status_code == 200
    assert "Februar" in response.text and "Maj" in response.text


def test_of_a_long_list_and_of_many_lists_the_feed_has_the_beginning(client):
    list_held("05-02-2013", *((f"Emne nummer {number}", "Maj", "TMC") for number in range(45)))
    (entry,) = entries(client, LISTS)
    lines = ["".join(line.itertext()) for line in entry.iter("{http://www.w3.org/1999/xhtml}p")]
    assert len(lines) == 41
    assert lines[-2:] == ["Emne nummer 39 – Maj, TMC", "Læs hele listen"]
    for day in range(1, 26):
        list_held(f"{day:02}-03-2013", ("Ny cykelsti", "Maj", "TMC"))
    assert len(entries(client, LISTS)) == 25


@both
def test_what_was_published_last_comes_first_whenever_it_was_held(client, feed):
    for year, day in ((2015, 1), (2011, 3), (2013, 2)):
        hold_both(f"08-02-{year}")
        for meeting in Meeting.objects.filter(date__year=year):
            publish_on(meeting, day)
    found = entries(client, feed)
    assert [text(entry, "published")[:10] for entry in found] == ["2026-03-03", "2026-03-02", "2026-03-01"]
    assert "08-02-2011" in text(found[0], "title")


@both
def test_only_what_is_open_and_published_is_told_to_anybody(client, staff_client, feed):
    hold_both("05-02-2013")
    before = read_feed(client, feed)
    hold_both("05-03-2013", "Hemmelig flytning", publish=False)
    hold_both("09-04-2013", "Hemmelig fusion")
    for item in Meeting.objects.filter(slug="2013-04-09"):
        close_item(item.items.get(), None, reason="Behandlet for lukkede døre")
    hold_both("07-05-2013", "Hemmelig afgang")
    publication.withdraw(Meeting.objects.filter(slug="2013-05-07"), reason="Forkert")
    hold_both("04-06-2013", "Hemmelig handel")
    for meeting in Meeting.objects.filter(slug="2013-06-04"):
        withdraw_item(meeting.items.get(), None, "Rettes")
    for reader in (client, staff_client):
        assert "Hemmelig" not in reader.get(feed).text
        assert titles(reader, feed) == [text(entry, "title") for entry in before.findall("{*}entry")]


def test_that_a_draft_or_a_closed_item_takes_it_up_again_is_not_told(client, staff_client):
    matter_held("05-02-2013", "Ny cykelsti", "13/101", "Udsættes.")
    before = client.get(DEFERRALS).content
    matter_held("05-03-2013", "Ny cykelsti", "13/101", "Godkendt.", publish=False)
    closed = matter_held("09-04-2013", "Ny cykelsti", "13/101", "Godkendt.")
    close_item(closed.items.get(), None, reason="Behandlet for lukkede døre")
    assert client.get(DEFERRALS).content == staff_client.get(DEFERRALS).content == before


def test_the_feed_of_what_is_put_off_is_bounded(client):
    for day in range(1, 27):
        date = f"{day:02}-01-2013"
        held(date, *(f"{item_text(n, f'Emne {n}', f'13/{n}')}\n\n{put_off(date)}" for n in (1, 2)))
    assert len(titles(client, DEFERRALS)) == 50


def put_off(date: str) -> str:
    return decided("Direktionen", date, "Udsættes.")


@both
def test_a_document_that_is_read_again_changes_no_name(client, feed):
    hold_both("05-02-2013")
    before = [text(entry, "id") for entry in entries(client, feed)]
    for source in SourceDocument.objects.all():
        reparse(source)
    assert [text(entry, "id") for entry in entries(client, feed)] == before


@both
def test_a_feed_asks_no_more_of_many_meetings_than_of_few(client, feed):
    def count() -> int:
        with CaptureQueriesContext(connection) as queries:
            assert client.get(feed).status_code == 200
        return len(queries)

    hold_both("05-02-2013")
    hold_both("05-03-2013")
    few = count()
    for day in range(1, 9):
        hold_both(f"{day:02}-04-2013", f"Emne nummer {day}")
        held(
            f"{day:02}-05-2013", list_text(f"{day:02}-05-2013", *((f"Sag {n}", "Maj", "HRC") for n in "abc"))
        )
    assert count() <= few <= 6
