"""The list of topics: what each line says, what narrows and sorts it, and what it never shows."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest
from django.test import Client

from minutes.editing.closing import close_item
from minutes.editing.publication import withdraw
from minutes.models import Meeting
from tests.build.follow_ups import list_held, matter_held
from tests.build.page import Page
from tests.build.rows import add_centre

Read = Callable[..., Page]
ADDRESS = "/opfoelgning/"


@pytest.fixture(autouse=True)
def _centres(db: None) -> None:
    add_centre("TMC", "Teknik- og Miljøcentret")
    add_centre("CEIS", "Center for Ejendomme")


def hold_three() -> None:
    """A topic that slips, one that recurs and one that leaves the list."""
    list_held(
        "05-02-2013",
        ("Ny cykelsti", "Februar", "TMC"),
        ("Anlægsprojekter", "(Kvartalsvis)", "PA"),
        ("Ny kantine", "Marts", "CEIS"),
    )
    list_held("05-03-2013", ("Ny cykelsti", "August", "TMC"), ("Anlægsprojekter", "(Kvartalsvis)", "PA"))
    list_held(
        "09-04-2013", ("Ny cykelsti", "September", "TMC/CEIS"), ("Anlægsprojekter", "(Kvartalsvis)", "PA")
    )


def topics(page: Page) -> list[str]:
    return [cell.text for cell in page.find("th", scope="row")]


def test_a_line_says_how_the_deadline_moved_who_has_it_and_since_when(read: Read) -> None:
    hold_three()
    page = read(ADDRESS, dag="2013-05-01")
    assert page.row("Ny cykelsti") == (
        "Ny cykelsti Frist: Februar → August → September 2013 udskudt 2 gange"
        " Ansvarlig: TMC CEIS Først set 05-02-2013 Sidst set 09-04-2013 Direktionen På listen"
    )
    assert "/centre/tmc/" in page.links
    assert "/moeder/direktionen/2013-04-09/punkt-1/" in page.links


def test_a_rhythm_is_told_and_a_person_by_initials(read: Read) -> None:
    hold_three()
    row = read(ADDRESS).row("Anlægsprojekter")
    assert "gentages: Kvartalsvis" in row
    assert "Ansvarlig: PA" in row


def test_what_has_left_the_newest_list_is_said_to_be_no_longer_on_it_and_not_to_be_done(read: Read) -> None:
    hold_three()
    page = read(ADDRESS)
    assert page.row("Ny kantine").endswith("Ikke længere på listen")
    assert "ikke, at det er gjort" in page.main


def test_a_list_of_another_body_makes_no_topic_leave(read: Read) -> None:
    list_held("05-02-2013", ("Ny cykelsti", "Maj", "TMC"))
    list_held("05-03-2013", ("Ferie", "Maj", "HRC"), body="Chefforum")
    assert "På listen" in read(ADDRESS).row("Ny cykelsti")


@pytest.mark.parametrize(
    ("parameters", "found"),
    [
        ({"tilstand": "paa-listen"}, ["Ny cykelsti", "Anlægsprojekter"]),
        ({"tilstand": "ikke-laengere"}, ["Ny kantine"]),
        ({"tilstand": "over-frist", "dag": "2013-10-01"}, ["Ny cykelsti"]),
        ({"tilstand": "over-frist", "dag": "2013-09-30"}, []),
        # What was moved later, or gone, was overdue on that day.
        ({"tilstand": "over-frist", "dag": "4. marts 2013"}, ["Ny cykelsti"]),
        ({"center": "ceis"}, ["Ny cykelsti", "Ny kantine"]),
        ({"organ": "direktionen", "ord": "NY"}, ["Ny cykelsti", "Ny kantine"]),
        ({"ord": "ny kantine"}, ["Ny kantine"]),
        ({"ord": "100%"}, []),
    ],
)
def test_the_list_is_narrowed_by_its_address(
    read: Read, parameters: dict[str, str], found: list[str]
) -> None:
    hold_three()
    assert topics(read(ADDRESS, **parameters)) == found


def test_what_is_overdue_today_says_so(read: Read) -> None:
    hold_three()
    assert read(ADDRESS).row("Ny cykelsti").endswith("På listen Over frist")


def test_the_list_is_sorted_by_sight_by_deadline_or_by_slips(read: Read) -> None:
    list_held("05-02-2013", ("Ny cykelsti", "Maj", "TMC"), ("Ny kantine", "December", "CEIS"))
    list_held("05-03-2013", ("Ny cykelsti", "Juni", "TMC"))
    list_held("09-04-2013", ("Ferie", "August", "HRC"), ("Køkken", "", "HRC"))
    assert topics(read(ADDRESS)) == ["Ferie", "Køkken", "Ny cykelsti", "Ny kantine"]
    assert topics(read(ADDRESS, sort="frist")) == ["Ny cykelsti", "Ferie", "Ny kantine", "Køkken"]
    assert topics(read(ADDRESS, sort="udskudt"))[0] == "Ny cykelsti"


@pytest.mark.parametrize(
    "parameters",
    [
        {"tilstand": "hest"},
        {"center": "findesikke"},
        {"organ": "findesikke"},
        {"dag": "31. februar 2013"},
        {"dag": "9999999999"},
        {"dag": "i går"},
        {"dag": "2013-13-45"},
        {"sort": "\x00"},
        {"ord": "\x00"},
        {"ord": "x" * 5000},
        {"side": "99999999999999999999"},
        {"side": "-1"},
    ],
)
def test_a_value_that_means_nothing_is_no_error(read: Read, parameters: dict[str, str]) -> None:
    hold_three()
    assert read(ADDRESS, **parameters).status == 200


def test_a_value_that_means_nothing_is_named_and_narrows_nothing(read: Read) -> None:
    hold_three()
    page = read(ADDRESS, tilstand="hest", dag="31. februar 2013")
    assert "Tilstanden i adressen findes ikke." in page.main
    assert "Dagen i adressen kan ikke læses." in page.main
    assert "3 emner" in page.main


@pytest.mark.parametrize(
    ("typed", "shown"), [("2013-09-15", "2013-09-15"), ("15. september 2013", "2013-09-15"), ("hest", "")]
)
def test_a_day_stands_in_the_form_as_browsers_want_it(read: Read, typed: str, shown: str) -> None:
    assert read(ADDRESS, dag=typed).find("input", name="dag")[0]["value"] == shown


def test_a_personal_number_that_is_typed_is_not_shown_again(read: Read) -> None:
    assert "010180-1234" not in read(ADDRESS, ord="010180-1234").html


def test_what_the_newest_lists_announce_is_told_apart(read: Read) -> None:
    list_held("05-02-2013", ("Ny cykelsti", "Maj", "TMC"), below="Emner til senere\n\nGammelt emne")
    list_held("05-03-2013", ("Ny cykelsti", "Maj", "TMC"), below="Emner til senere\n\nNy ferielov")
    page = read(ADDRESS)
    announced = page.find("section", aria_labelledby="kommende")[0].text
    assert "Direktionen 05-03-2013, punkt 1" in announced
    assert "Emner til senere Ny ferielov" in announced
    assert "Gammelt emne" not in page.main
    assert topics(page) == ["Ny cykelsti"]
    assert read(ADDRESS, tilstand="paa-listen").find("section", aria_labelledby="kommende") == []


def test_the_page_leads_to_what_is_put_off_and_promised_with_the_number_of_each(read: Read) -> None:
    matter_held("05-02-2013", "Ny kantine", "13/102", "Udsættes.")
    matter_held("05-03-2013", "Ny cykelsti", "13/101", "TMC undersøger, om stien kan belyses.")
    page = read(ADDRESS)
    assert page.link("Udsatte sager (1 åbne)") == "/opfoelgning/udsatte/"
    assert page.link("Løfter (1 udestående)") == "/opfoelgning/loefter/"


def test_an_empty_list_says_what_would_stand_there_and_why_nothing_does(read: Read) -> None:
    page = read(ADDRESS)
    assert "Arkivet har endnu ingen referater med en huskeliste." in page.main
    hold_three()
    assert "Intet emne svarer til de valgte filtre." in read(ADDRESS, ord="findesikke").main


def test_a_list_that_is_a_draft_changes_nothing_for_everybody(read: Read, read_as_staff: Read) -> None:
    list_held("05-02-2013", ("Ny cykelsti", "Februar", "TMC"), below="Emner til senere\n\nNy ferielov")
    before = read(ADDRESS).main
    list_held(
        "05-03-2013",
        ("Ny cykelsti", "August", "CEIS"),
        below="Emner til senere\n\nSkove ved åen",
        publish=False,
    )
    list_held("09-04-2013", ("Hemmelig flytning", "August", "CEIS"), publish=False)
    assert read(ADDRESS).main == before
    page = read_as_staff(ADDRESS)
    assert page.row("Ny cykelsti").count("udskudt 1 gang") == 1
    assert "Ikke længere på listen" in page.row("Ny cykelsti")
    assert "kladde" in page.row("Hemmelig flytning")


def test_a_list_that_is_closed_or_withdrawn_shows_nowhere(read: Read, read_as_staff: Read) -> None:
    closed = list_held(
        "05-02-2013", ("Lederens afgang", "Maj", "HRC"), below="Emner til senere\n\nAfskedigelse"
    )
    close_item(closed.items.get(), None, reason="Behandlet for lukkede døre")
    gone = list_held("05-03-2013", ("Lederens afgang", "Juni", "HRC"))
    withdraw(Meeting.objects.filter(pk=gone.pk), reason="Forkert")
    for page in (read(ADDRESS), read_as_staff(ADDRESS)):
        assert "Ingen emner" in page.main
        assert "Lederens" not in page.html and "Afskedigelse" not in page.html


def test_the_topics_can_be_had_as_a_file_without_drafts_whoever_asks(staff_client: Client) -> None:
    hold_three()
    list_held("07-05-2013", ("Hemmelig flytning", "August", "CEIS"), publish=False)
    text = staff_client.get(ADDRESS, {"format": "csv", "center": "tmc"}).getvalue().decode("utf-8-sig")
    header, row = text.splitlines()
    assert header.startswith("Emne;Organ;Først set;Sidst set;")
    address = "http://testserver/opfoelgning/emner/ny-cykelsti/"
    last = "http://testserver/moeder/direktionen/2013-04-09/punkt-1/"
    assert row == (
        "Ny cykelsti;Direktionen;05-02-2013;09-04-2013;3;Februar → August → September 2013;30-09-2013;2;;"
        f'"TMC, CEIS";ja;ja;{address};{last}'.replace('"', "")
    )


def test_the_topics_can_be_had_as_json_without_drafts_whoever_asks(staff_client: Client) -> None:
    hold_three()
    list_held("07-05-2013", ("Hemmelig flytning", "August", "CEIS"), publish=False)
    answer = json.loads(staff_client.get(ADDRESS, {"format": "json", "dag": "hest"}).content)
    assert (answer["count"], answer["pages"], answer["filters"]) == (3, 1, {})
    assert answer["notices"] == ["Dagen i adressen kan ikke læses. Skriv den som 15-09-2013."]
    first = answer["results"][0]
    assert first["topic"] == "Ny cykelsti"
    assert first["deadlines"] == ["Februar", "August", "September 2013"]
    assert first["deadline"] == {"words": "September", "latest": "2013-09-30", "recurs": False}
    assert (first["slips"], first["is_listed"], first["centres"]) == (2, True, ["TMC", "CEIS"])
    assert first["last"]["url"] == "http://testserver/moeder/direktionen/2013-04-09/punkt-1/"


def test_a_long_list_comes_in_pages_that_keep_the_filters(read: Read) -> None:
    list_held("05-02-2013", *((f"Emne nummer {number}", "Maj", "TMC") for number in range(1, 33)))
    page = read(ADDRESS, center="tmc")
    assert "Side 1 af 2" in page.main
    assert page.link("Næste side") == "?center=tmc&side=2"
    assert len(topics(read(ADDRESS, center="tmc", side="2"))) == 2
