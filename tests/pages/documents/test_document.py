"""The page of a document number: every item that mentions it, under which titles."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from minutes.models import PublicationState
from minutes.search.index.writing import index_meetings
from tests.build.page import Page
from tests.build.rows import add_decision, add_document, add_item, add_meeting

Read = Callable[..., Page]
ADDRESS = "/dokumenter/216558-15/"
NUMBER = "216558/15"

pytestmark = pytest.mark.django_db


def test_every_item_that_mentions_the_number_is_listed_newest_first(read: Read) -> None:
    for day, title in (("2013-08-27", "Budget for kantinen"), ("2014-05-06", "Budget for kantine og køkken")):
        item = add_item(add_meeting(day), f"Ny kantine {day[:4]}", "12/32140")
        add_decision(item)
        add_document(item, NUMBER, title)
    add_document(add_item(add_meeting("2015-01-06"), "En andens"), "216559/15")
    page = read(ADDRESS)
    assert page.title == "Budget for kantine og køkken"
    assert "Også kaldt Budget for kantinen" in page.main
    assert "Nævnt i 2 punkter." in page.main
    assert page.row("06-05") == (
        "06-05-2014 Direktionen Ny kantine 2014 Budget for kantine og køkken 12/32140 Godkendt"
    )
    assert page.main.index("06-05-2014") < page.main.index("27-08-2013")
    assert "En andens" not in page.main


def test_a_document_that_only_the_text_mentions_has_no_title(read: Read) -> None:
    item = add_item(add_meeting())
    add_document(item, NUMBER)
    page = read(ADDRESS)
    assert page.title == "Dokument 216558/15"
    assert "nævnt i teksten" in page.row("27-08")


def test_an_item_that_mentions_it_twice_is_listed_once(read: Read) -> None:
    item = add_item(add_meeting())
    add_document(item, NUMBER, "Budget for kantinen")
    add_document(item, NUMBER)
    page = read(ADDRESS)
    assert "Nævnt i 1 punkt." in page.main
    assert page.links.count(item.get_absolute_url()) == 1


@pytest.mark.parametrize(
    "written",
    [
        "216558/15",
        "216558-2015",
        "216558/2015",
        "216558 - 15",
        "dok.nr. 216558-15",
        "dokument 216558%2F15",
        "(216558–15)",
    ],
)
def test_other_written_forms_lead_to_the_address_for_good(client: Client, written: str) -> None:
    response = client.get(f"/dokumenter/{written}/")
    assert (response.status_code, response["Location"]) == (301, ADDRESS)


def test_a_number_that_nobody_mentions_is_said_to_be_unknown(read: Read) -> None:
    page = read("/dokumenter/999999-15/")
    assert page.status == 404
    assert page.title == "Intet punkt i arkivet nævner dokument 999999/15"
    assert "Se, hvad arkivet dækker." in page.main


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("hest", "»hest« er ikke et dokumentnummer"),
        ("216/hest", "»216/hest« er ikke et dokumentnummer"),
        ("12-32140", "12-32140 er et sagsnummer"),
        ("9" * 300, f"»{'9' * 60}« er ikke et dokumentnummer"),
        ("<b>", "»<b>« er ikke et dokumentnummer"),
    ],
)
def test_what_is_no_document_number_is_told(read: Read, written: str, told: str) -> None:
    page = read(f"/dokumenter/{written}/")
    assert (page.status, page.title) == (404, told)


def test_a_case_number_leads_to_its_case(read: Read) -> None:
    assert read("/dokumenter/12-32140/").link("Find sagen 12/32140.") == "/sager/?nr=12%2F32140"


def test_a_personal_number_is_not_shown_again(read: Read) -> None:
    assert "010180" not in read("/dokumenter/010180-1234/").html


@pytest.mark.parametrize("written", ["%00", "%ff", "a%00b/15", "1/2/3", "..", "%F0%9F%90%8E"])
def test_no_number_is_an_error_of_the_site(client: Client, written: str) -> None:
    assert client.get(f"/dokumenter/{written}/").status_code in (301, 400, 404)


@pytest.mark.parametrize("state", [PublicationState.DRAFT, PublicationState.WITHDRAWN])
def test_what_only_an_unpublished_meeting_mentions_is_unknown(read: Read, state: PublicationState) -> None:
    add_document(add_item(add_meeting(state=state)), NUMBER, "Hemmeligt")
    page = read(ADDRESS)
    assert page.status == 404
    assert "Hemmeligt" not in page.html


def test_what_only_a_closed_item_mentions_is_unknown(read: Read) -> None:
    meeting = add_meeting()
    add_document(add_item(meeting, is_closed=True), NUMBER, "Hemmeligt")
    assert read(ADDRESS).status == 404
    add_document(add_item(meeting, "Åbent"), NUMBER)
    page = read(ADDRESS)
    assert "Nævnt i 1 punkt." in page.main
    assert "Hemmeligt" not in page.html


def test_a_draft_is_shown_to_who_sees_drafts_and_is_in_no_file(
    read_as_staff: Read, staff_client: Client
) -> None:
    add_document(add_item(add_meeting(state=PublicationState.DRAFT)), NUMBER)
    assert "kladde" in read_as_staff(ADDRESS).row("27-08")
    for form in ("csv", "json"):
        assert staff_client.get(ADDRESS, {"format": form}).status_code == 404


def test_the_file_has_a_row_for_each_mention(client: Client) -> None:
    item = add_item(add_meeting(), "Ny kantine", "12/32140")
    add_decision(item)
    add_document(item, NUMBER, "Budget for kantinen")
    add_document(item, NUMBER)
    response = client.get(ADDRESS, {"format": "csv"})
    assert response["Content-Disposition"] == 'attachment; filename="dokument-216558-15.csv"'
    text = response.getvalue().decode("utf-8-sig")
    listed, said = csv.DictReader(io.StringIO(text), delimiter=";")
    assert listed == {
        "Dokumentnummer": "216558/15",
        "Dokumentets titel": "Budget for kantinen",
        "Nævnt i": "dokumentliste",
        "Mødedato": "27-08-2013",
        "Organ": "Direktionen",
        "Punkt": "1",
        "Titel": "Ny kantine",
        "Sag": "sag 12/32140",
        "Udfald": "godkendt",
        "Adresse": "http://testserver/moeder/direktionen/2013-08-27/punkt-1/",
    }
    assert (said["Dokumentets titel"], said["Nævnt i"]) == ("", "nævnt i teksten")


def test_the_json_has_an_entry_for_each_item(client: Client) -> None:
    item = add_item(add_meeting(), "Ny kantine", "12/32140")
    add_decision(item)
    add_document(item, NUMBER, "Budget for kantinen")
    assert client.get(ADDRESS, {"format": "json"}).json() == {
        "number": "216558/15",
        "url": "http://testserver/dokumenter/216558-15/",
        "titles": ["Budget for kantinen"],
        "count": 1,
        "page": 1,
        "pages": 1,
        "results": [
            {
                "title": "Ny kantine",
                "url": "http://testserver/moeder/direktionen/2013-08-27/punkt-1/",
                "body": "Direktionen",
                "date": "2013-08-27",
                "label": "1",
                "case_number": "12/32140",
                "outcomes": ["godkendt"],
                "mentions": [{"title": "Budget for kantinen", "source": "list"}],
            }
        ],
    }


def test_long_lists_have_pages_and_ask_no_more_of_the_database(client: Client, read: Read) -> None:
    meeting = add_meeting()
    counts = []
    for more in (1, 50):
        for _ in range(more):
            add_document(add_item(meeting), NUMBER)
        with CaptureQueriesContext(connection) as queries:
            client.get(ADDRESS)
        counts.append(len(queries))
    assert counts[0] == counts[1] <= 8
    assert "Side 2 af 2" in read(ADDRESS, side="2").main


def test_a_case_leads_to_its_documents(client: Client) -> None:
    item = add_item(add_meeting(), case="12/32140")
    add_document(item, NUMBER, "Budget for kantinen")
    index_meetings([item.meeting.pk])
    assert Page(client.get("/sager/12/32140/")).link("216558/15") == ADDRESS
