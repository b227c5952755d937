from collections.abc import Callable

import pytest
from django.test import Client

from minutes.models import PublicationState
from tests.build.page import Page
from tests.build.rows import add_case, add_item, add_meeting

Read = Callable[..., Page]


@pytest.mark.parametrize(
    "written",
    [
        "12/32140",
        "12-32140",
        "2012/32140",
        "2012-32140",
        "12 / 32140",
        "sag 12/32140",
        "Sagsnr.: 12/32140.",
        "  12/32140  ",
        "32140",
        "sag 32140",
    ],
)
def test_a_number_in_any_written_form_leads_to_the_case(client: Client, db: None, written: str) -> None:
    add_item(add_meeting(), case="12/32140")
    response = client.get("/sager/", {"nr": written})
    assert response.status_code == 302
    assert response.headers["Location"] == "/sager/12/32140/"


def test_a_year_of_one_digit_is_meant_with_its_zero(client: Client, db: None) -> None:
    add_item(add_meeting(), case="09/22035")
    assert client.get("/sager/", {"nr": "9/22035"}).headers["Location"] == "/sager/09/22035/"


@pytest.mark.parametrize("written", ["12/32141", "2012-32141", "sag 12/32141"])
def test_an_unknown_number_says_plainly_that_there_is_no_such_case(read: Read, written: str) -> None:
    add_item(add_meeting(), case="12/32140")
    page = read("/sager/", nr=written)
    assert page.status == 404
    assert page.title == "Der er ingen sag 12/32141 i arkivet"


def test_an_unknown_serial_says_so(read: Read) -> None:
    page = read("/sager/", nr="32140")
    assert page.status == 404
    assert page.title == "Ingen sag i arkivet har løbenummeret 32140"


def test_a_serial_that_several_cases_have_lets_the_reader_choose(read: Read) -> None:
    meeting = add_meeting()
    add_item(meeting, "Ny kantine", "12/32140")
    add_item(meeting, "Ny skole", "13/32140")
    page = read("/sager/", nr="32140")
    assert page.status == 200
    assert page.title == "Flere sager har løbenummeret 32140"
    assert {"/sager/12/32140/", "/sager/13/32140/"} <= set(page.links)


@pytest.mark.parametrize("written", ["269057/12", "dok.nr. 269057-12"])
def test_a_document_number_is_told_from_a_case_number_and_leads_to_search(read: Read, written: str) -> None:
    page = read("/sager/", nr=written)
    assert page.status == 404
    assert page.title == f"{written} er et dokumentnummer"
    assert "/soeg/?q=269057%2F12" in page.links


@pytest.mark.parametrize(
    "written", ["kantine", "12/", "/", "12//32140", "1/2/3", "'; DROP TABLE", "²¹/³²", "§17,4"]
)
def test_what_is_no_number_leads_to_search(read: Read, written: str) -> None:
    page = read("/sager/", nr=written)
    assert page.status == 404
    assert page.title == f"»{written}« er ikke et sagsnummer"
    assert any(link.startswith("/soeg/?q=") for link in page.links)


@pytest.mark.parametrize("written", ["150480-1234", "1504801234", "sag 150480 1234"])
def test_a_personal_number_is_not_repeated(read: Read, written: str) -> None:
    page = read("/sager/", nr=written)
    assert page.status == 404
    assert "1504" not in page.html
    assert "1234" not in page.html


@pytest.mark.parametrize("written", ["", "   ", "\x00", "\x00\x01"])
def test_nothing_asked_for_is_the_list(read: Read, written: str) -> None:
    assert read("/sager/", nr=written).title == "Sager"


@pytest.mark.parametrize(
    "written", ["9" * 5000, "12/" + "9" * 5000, "\ud800".encode("utf-8", "surrogatepass").decode("latin1")]
)
def test_an_absurd_number_is_no_case(read: Read, written: str) -> None:
    assert read("/sager/", nr=written).status == 404


def test_a_control_character_in_a_number_is_overlooked(client: Client, db: None) -> None:
    add_item(add_meeting(), case="12/32140")
    assert client.get("/sager/", {"nr": "12/32140\x00"}).headers["Location"] == "/sager/12/32140/"


def test_a_case_that_only_closed_items_are_about_cannot_be_found(read: Read, read_as_staff: Read) -> None:
    add_item(add_meeting(), "Lukket", "13/4321", is_closed=True)
    for page in (
        read("/sager/", nr="13/4321"),
        read("/sager/", nr="4321"),
        read_as_staff("/sager/", nr="13/4321"),
    ):
        assert page.status == 404
    assert "4321" not in read("/sager/").html


@pytest.mark.parametrize("state", [PublicationState.DRAFT, PublicationState.WITHDRAWN])
def test_a_case_that_no_published_item_is_about_cannot_be_found(read: Read, state: PublicationState) -> None:
    add_item(add_meeting(state=state), case="13/4321")
    assert read("/sager/", nr="13/4321").status == 404
    assert "13/4321" not in read("/sager/").html


def test_a_case_without_items_cannot_be_found(read: Read) -> None:
    add_case("13/4321")
    assert read("/sager/", nr="13/4321").status == 404


def test_the_list_begins_with_the_cases_treated_last(read: Read) -> None:
    add_item(add_meeting("2013-02-05"), "Ny kantine", "12/32140")
    add_item(add_meeting("2013-08-27"), "Kantinen er bygget", "12/32140")
    add_item(add_meeting("2013-03-05"), "Ny skole", "13/17")
    page = read("/sager/")
    assert page.row("12/32140") == "12/32140 Kantinen er bygget 27-08-2013 2 punkter"
    assert page.main.index("12/32140 Kantinen") < page.main.index("13/17")


def test_cases_can_be_read_year_by_year_of_their_number(read: Read) -> None:
    meeting = add_meeting()
    add_item(meeting, "Ny kantine", "12/32140")
    add_item(meeting, "Ny skole", "09/17")
    page = read("/sager/", aar="2009")
    assert page.title == "Sager fra 2009"
    assert page.row("09/17").startswith("09/17 Ny skole")
    assert "12/32140 Ny kantine" not in page.main


@pytest.mark.parametrize(
    ("sort", "numbers"),
    [
        ("seneste", ["12/2", "12/3", "12/1"]),
        ("flest", ["12/1", "12/2", "12/3"]),
        ("nummer", ["12/3", "12/2", "12/1"]),
        ("", ["12/2", "12/3", "12/1"]),
        ("password", ["12/2", "12/3", "12/1"]),
        ("-pk; --", ["12/2", "12/3", "12/1"]),
        ("\x00", ["12/2", "12/3", "12/1"]),
    ],
)
def test_the_cases_of_a_year_come_in_the_order_asked_for(read: Read, sort: str, numbers: list[str]) -> None:
    first, second, third = add_meeting("2013-01-01"), add_meeting("2013-02-02"), add_meeting("2013-03-03")
    for _ in range(3):
        add_item(first, "Et", "12/1")
    for meeting in (first, third):
        add_item(meeting, "To", "12/2")
    add_item(second, "Tre", "12/3")
    page = read("/sager/", aar="2012", sort=sort)
    assert [cell.text for cell in page.find("th", scope="row")] == numbers


@pytest.mark.parametrize("year", ["2050", "hest", "-1", "9" * 400, "\x00"])
def test_a_year_without_cases_is_the_list_of_all(read: Read, year: str) -> None:
    add_item(add_meeting(), case="12/32140")
    assert read("/sager/", aar=year).title == "Sager"


def test_a_year_of_many_cases_comes_in_pages(read: Read) -> None:
    meeting = add_meeting()
    for serial in range(1, 53):
        add_item(meeting, "Sag", f"12/{serial}")
    page = read("/sager/", aar="2012", sort="nummer")
    assert "Side 1 af 2" in page.main
    assert page.link("Næste side") == "?aar=2012&sort=nummer&side=2"
    assert len(read("/sager/", aar="2012", side="2").find("th", scope="row")) == 2


def test_an_archive_without_cases_says_so(read: Read) -> None:
    assert "Der er endnu ingen sager i arkivet." in read("/sager/").main


def test_of_cases_treated_as_often_that_with_the_later_number_comes_first(read: Read) -> None:
    # The order of the rows is that in which the numbers came, of items that nobody may see, too.
    meeting = add_meeting()
    for case in ("12/300", "12/100", "12/200"):
        add_item(meeting, case=case)
    for sort in ("flest", "seneste"):
        rows = read("/sager/", aar="2012", sort=sort).find("th", scope="row")
        assert [row.text for row in rows] == ["12/300", "12/200", "12/100"]
