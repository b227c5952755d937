from collections.abc import Callable

import pytest
from django.test import Client

from minutes.models import CentreRole, Outcome, PublicationState, SectionKind
from tests.build.indexing_client import IndexingClient
from tests.build.page import Page
from tests.build.rows import (
    add_attachment,
    add_decision,
    add_document,
    add_item,
    add_meeting,
    add_role,
    add_section,
)

Read = Callable[..., Page]


@pytest.fixture
def client() -> Client:
    return IndexingClient()


ADDRESS = "/moeder/direktionen/2013-08-27/punkt-1/"


def test_an_item_has_its_own_page_under_its_meeting(read: Read) -> None:
    item = add_item(add_meeting(), "Ny kantine", "12/32140")
    add_section(item, SectionKind.CASE_PRESENTATION, "Kantinen er slidt.")
    page = read(ADDRESS)
    assert page.title == "Ny kantine"
    assert "Direktionen tirsdag 27. august 2013, punkt 1" in page.main
    assert "Kantinen er slidt." in page.main
    assert page.link("12/32140") == "/sager/12/32140/"


def test_the_reference_names_municipality_meeting_item_case_and_address(read: Read) -> None:
    add_item(add_meeting("2014-05-27"), "Ny kantine", "13/24597")
    page = read("/moeder/direktionen/2014-05-27/punkt-1/")
    assert page.find("p", id="henvisning")[0].text == (
        "Høje-Taastrup Kommune, Direktionen 27. maj 2014, punkt 1, sag 13/24597, "
        "http://testserver/moeder/direktionen/2014-05-27/punkt-1/"
    )


def test_an_item_without_a_case_is_referred_to_without_one(read: Read) -> None:
    add_item(add_meeting(), "Spørgetid")
    reference = read(ADDRESS).find("p", id="henvisning")[0].text
    assert "punkt 1, http://testserver/" in reference
    assert "sag" not in reference


def test_next_and_previous_item_are_told_by_number_and_title(read: Read) -> None:
    meeting = add_meeting()
    for title in ("Dagsorden", "Ny kantine", "Lederens afgang"):
        add_item(meeting, title, is_closed=title == "Lederens afgang")
    page = read("/moeder/direktionen/2013-08-27/punkt-2/")
    assert page.link("Forrige punkt 1. Dagsorden") == ADDRESS
    assert page.link("Næste punkt 3. Lukket") == "/moeder/direktionen/2013-08-27/punkt-3/"
    assert "Lederens afgang" not in page.html


def test_the_cases_other_items_are_listed_and_a_later_one_is_announced(read: Read) -> None:
    add_item(add_meeting(), "Ny kantine", "12/32140")
    add_decision(add_item(add_meeting("2013-02-05"), "Kantinen", "12/32140"), "Udsættes.", Outcome.DEFERRED)
    add_decision(add_item(add_meeting("2013-09-10"), "Kantinen", "12/32140"))
    page = read(ADDRESS)
    assert "Sagen er behandlet igen 10-09-2013." in page.main
    assert page.main.index("Direktionen 10-09-2013 Godkendt") < page.main.index(
        "Direktionen 05-02-2013 Udsat"
    )
    assert page.link("Hele sagens forløb") == "/sager/12/32140/"


def test_the_newest_item_is_not_announced_as_handled_again(read: Read) -> None:
    add_item(add_meeting(), "Ny kantine", "12/32140")
    add_item(add_meeting("2013-02-05"), "Kantinen", "12/32140")
    assert "Sagen er behandlet igen" not in read(ADDRESS).main


def test_of_a_collective_case_only_the_same_standing_item_is_listed(read: Read) -> None:
    for date in ("27-08-2013", "10-09-2013"):
        meeting = add_meeting("-".join(reversed(date.split("-"))))
        add_item(meeting, f"Huskeliste {date}", "12/32140")
        add_item(meeting, f"Øvrige sager {date}", "12/32140")
    links = read(ADDRESS).links
    assert "/moeder/direktionen/2013-09-10/punkt-1/" in links
    assert "/moeder/direktionen/2013-09-10/punkt-2/" not in links


@pytest.mark.parametrize("state", [PublicationState.DRAFT, PublicationState.WITHDRAWN])
def test_another_item_that_is_not_published_is_not_listed(read: Read, state: PublicationState) -> None:
    add_item(add_meeting(), "Ny kantine", "12/32140")
    add_item(add_meeting("2013-09-10", state=state), "Kantinen", "12/32140")
    assert "10-09-2013" not in read(ADDRESS).main


def test_another_item_that_is_closed_is_not_listed(read: Read) -> None:
    add_item(add_meeting(), "Ny kantine", "12/32140")
    add_item(add_meeting("2013-09-10"), "Lukket", "12/32140", is_closed=True)
    page = read(ADDRESS)
    assert "10-09-2013" not in page.main
    assert "Sagens øvrige behandlinger" not in page.main


def test_the_recommendation_stands_beside_a_decision_that_differs(read: Read) -> None:
    item = add_item(add_meeting())
    add_section(item, SectionKind.RECOMMENDATION, "Det indstilles, at kantinen fornyes.")
    add_decision(item, "Afvist.", Outcome.REJECTED)
    assert read(ADDRESS).find("div", class_="differs")


@pytest.mark.parametrize("outcome", [Outcome.APPROVED, Outcome.ENDORSED])
def test_a_recommendation_that_was_followed_stands_below(read: Read, outcome: Outcome) -> None:
    item = add_item(add_meeting())
    add_section(item, SectionKind.RECOMMENDATION, "Det indstilles, at kantinen fornyes.")
    add_decision(item, "Indstillingen følges.", outcome)
    assert not read(ADDRESS).find("div", class_="differs")


def test_what_another_body_made_of_it_does_not_count_as_differing(read: Read) -> None:
    item = add_item(add_meeting())
    add_section(item, SectionKind.RECOMMENDATION, "Det indstilles, at kantinen fornyes.")
    add_decision(item, "Anbefales.", Outcome.FORWARDED, date="2013-08-20", body="Økonomiudvalget")
    add_decision(item, "Godkendt.", Outcome.APPROVED)
    assert not read(ADDRESS).find("div", class_="differs")


def test_later_items_are_announced_in_their_order(read: Read) -> None:
    for date in ("2013-08-27", "2013-09-10", "2014-05-06"):
        add_item(add_meeting(date), "Ny kantine", "12/32140")
    assert "Sagen er behandlet igen 10-09-2013, 06-05-2014." in read(ADDRESS).main


def test_documents_lead_to_the_items_that_mention_them(read: Read) -> None:
    item = add_item(add_meeting())
    add_document(item, "269057/12", "Strategi for kantiner")
    add_document(item, "29300/13")
    page = read(ADDRESS)
    assert page.link("269057/12") == "/dokumenter/269057-12/"
    assert "269057/12 Strategi for kantiner" in page.main


def test_attachments_are_listed_by_title(read: Read) -> None:
    item = add_item(add_meeting())
    add_attachment(item, "Skitse af kantinen")
    assert "Bilag Skitse af kantinen" in read(ADDRESS).main


def test_centres_stand_under_what_they_have_to_do_with_the_item(read: Read) -> None:
    item = add_item(add_meeting())
    add_role(item, "ØDC", CentreRole.MENTIONED)
    add_role(item, "HRC", CentreRole.RECOMMENDS)
    add_role(item, "BYC", CentreRole.MENTIONED)
    page = read(ADDRESS)
    assert "Har indstillet: HRC Er nævnt: BYC ØDC" in page.main
    assert page.link("ØDC") == "/centre/oedc/"


def test_the_page_of_a_closed_item_tells_nothing_but_its_place(read: Read, read_as_staff: Read) -> None:
    item = add_item(add_meeting(), "Lederens afgang - LUKKET SAG", "13/4321", is_closed=True)
    add_decision(item, "Lederen afskediges.")
    add_attachment(item, "Advarsel")
    add_document(item, "29300/13")
    add_role(item, "HRC")
    add_item(add_meeting("2013-09-10"), "Ny leder", "13/4321")
    for page in (read(ADDRESS), read_as_staff(ADDRESS)):
        assert page.title == "Lukket"
        assert "13/4321" not in page.html
        for secret in ("afgang", "afskediges", "Advarsel", "29300", "HRC", "Ny leder"):
            assert secret not in page.html


@pytest.mark.parametrize("address", ["punkt-2/", "punkt-0/", "punkt/", "PUNKT-1/"])
def test_an_item_that_is_not_there_is_not_found(read: Read, address: str) -> None:
    add_item(add_meeting())
    assert read(f"/moeder/direktionen/2013-08-27/{address}").status == 404


def test_an_item_of_another_meeting_is_not_found_here(read: Read) -> None:
    add_meeting()
    add_item(add_meeting("2013-09-10"))
    assert read(ADDRESS).status == 404
