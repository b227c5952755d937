"""The list of what is promised."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest
from django.test import Client

from minutes.editing.closing import close_item
from tests.build.follow_ups import matter_held
from tests.build.page import Page
from tests.build.rows import add_centre

Read = Callable[..., Page]
ADDRESS = "/opfoelgning/loefter/"


@pytest.fixture(autouse=True)
def _centres(db: None) -> None:
    add_centre("TMC", "Teknik- og Miljøcentret")


def hold() -> None:
    """One that was met, one that is late, a deed that was seen again, and one without a time."""
    matter_held("05-02-2013", "Ny cykelsti", "13/101", "TMC forelægger en plan inden sommerferien.")
    matter_held("07-05-2013", "Ny cykelsti", "13/101", "Godkendt.")
    matter_held("05-03-2013", "Ny kantine", "13/102", "Sagen forelægges Byrådet den 14. maj.")
    matter_held("09-04-2013", "Nyt køkken", "13/103", "TMC bygger køkkenet senest den 1. maj 2013.")
    matter_held("11-06-2013", "Nyt køkken", "13/103", "Drøftet.")
    matter_held("03-09-2013", "Ny bro", "13/104", "Sagen behandles igen, når analysen er færdig.")


def titles(page: Page) -> list[str]:
    return [
        link.text for link in page.find("a") if "/punkt-" in (link["href"] or "") and "punkt" not in link.text
    ]


def test_a_promise_says_its_words_its_time_as_written_and_as_read_and_what_met_it(read: Read) -> None:
    hold()
    page = read(ADDRESS)
    row = page.row("Sagt 05-02-2013")
    assert "TMC forelægger en plan inden sommerferien. kommer igen" in row
    assert "inden sommerferien læst som: maj–juni 2013" in row
    assert row.endswith("Opfyldt Direktionen 07-05-2013, punkt 1 samme sagsnummer")


def test_one_whose_time_is_over_says_so_and_a_deed_is_not_said_to_be_met(read: Read) -> None:
    hold()
    page = read(ADDRESS)
    assert page.row("Sagt 05-03-2013").endswith("Tiden er gået ikke set siden")
    assert "går videre til Byrådet" in page.row("Sagt 05-03-2013")
    assert "Taget op igen Direktionen 11-06-2013" in page.row("Sagt 09-04-2013")
    assert page.row("Sagt 03-09-2013").endswith("læst som: når noget andet er sket Ventes")


@pytest.mark.parametrize(
    ("parameters", "found"),
    [
        ({}, ["Ny bro", "Ny kantine", "Nyt køkken", "Ny cykelsti"]),
        ({"tilstand": "ventes"}, ["Ny bro"]),
        ({"tilstand": "tiden-er-gaaet"}, ["Ny kantine"]),
        ({"tilstand": "set-igen"}, ["Nyt køkken", "Ny cykelsti"]),
        ({"tilstand": "ventes", "dag": "2013-05-14"}, ["Ny bro", "Ny kantine"]),
        ({"slags": "gaar-videre"}, ["Ny kantine"]),
        ({"organ": "byraadet"}, ["Ny bro", "Ny kantine", "Nyt køkken", "Ny cykelsti"]),
        ({"organ": "direktionen", "aar": "2013", "center": "tmc"}, ["Nyt køkken", "Ny cykelsti"]),
        ({"sort": "tid"}, ["Ny bro", "Ny kantine", "Nyt køkken", "Ny cykelsti"]),
        ({"dag": "9" * 40, "slags": "\x00"}, ["Ny bro", "Ny kantine", "Nyt køkken", "Ny cykelsti"]),
    ],
)
def test_the_list_is_narrowed_by_its_address(
    read: Read, parameters: dict[str, str], found: list[str]
) -> None:
    hold()
    assert titles(read(ADDRESS, **parameters)) == found


def test_an_empty_list_says_what_would_stand_there_and_why_nothing_does(read: Read) -> None:
    assert "Ingen beslutning i arkivet har endnu lovet noget." in read(ADDRESS).main
    hold()
    assert "Intet løfte svarer til de valgte filtre." in read(ADDRESS, tilstand="ventes", slags="opgave").main


def test_drafts_and_closed_items_are_not_shown_linked_or_counted(read: Read, read_as_staff: Read) -> None:
    hold()
    before = read(ADDRESS).main
    matter_held("01-10-2013", "Hemmelig flytning", "13/105", "TMC forelægger en plan i juni.", publish=False)
    matter_held("14-05-2013", "Ny kantine", "13/102", "Godkendt.", body="Byrådet", publish=False)
    closed = matter_held("05-11-2013", "Lederens afgang", "13/106", "TMC forelægger en plan i juni.")
    close_item(closed.items.get(), None, reason="Behandlet for lukkede døre")
    assert read(ADDRESS).main == before
    page = read_as_staff(ADDRESS)
    assert "kladde" in page.row("Sagt 01-10-2013")
    assert "Opfyldt" in page.row("Sagt 05-03-2013")
    assert "Lederens" not in page.html


def test_the_list_can_be_had_as_a_file_and_as_json_without_drafts_whoever_asks(staff_client: Client) -> None:
    hold()
    matter_held("01-10-2013", "Hemmelig flytning", "13/105", "TMC forelægger en plan i juni.", publish=False)
    text = staff_client.get(ADDRESS, {"format": "csv", "tilstand": "set-igen"}).getvalue().decode("utf-8-sig")
    header, deed, met = text.splitlines()
    assert header.startswith("Sagt den;Organ;Titel;Sag;Ordene;Slags;Hvem;Til organ;Tidspunkt;")
    assert ";taget op igen;11-06-2013;Direktionen, punkt 1;samme sagsnummer;" in deed
    assert ";inden sommerferien;maj–juni 2013;30-06-2013;opfyldt;07-05-2013;" in met
    answer = json.loads(staff_client.get(ADDRESS, {"format": "json"}).content)
    assert (answer["count"], answer["statuses"]) == (4, {"expected": 1, "past": 1, "seen": 2})
    last = answer["results"][-1]
    assert (last["status"], last["is_met"], last["seen"]["date"]) == ("seen", True, "2013-05-07")
    assert last["time"]["words"] == "inden sommerferien"
