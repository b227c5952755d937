"""The list of what is put off."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest
from django.test import Client

from minutes.editing.closing import close_item
from minutes.matters.joining.writing import join_again
from minutes.models import TakenUpByHand
from tests.build.follow_ups import matter_held
from tests.build.page import Page
from tests.build.rows import add_centre

Read = Callable[..., Page]
ADDRESS = "/opfoelgning/udsatte/"


@pytest.fixture(autouse=True)
def _centres(db: None) -> None:
    add_centre("TMC", "Teknik- og Miljøcentret")


def hold() -> None:
    """One that waits for a month, and one that was taken up."""
    matter_held("05-02-2013", "Ny cykelsti", "13/101", "Udsættes.")
    matter_held("05-03-2013", "Ny cykelsti", "13/101", "Godkendt.")
    matter_held(
        "29-04-2014",
        "Ny kantine",
        "14/102",
        "Udsættes til mødet i august.",
        body="Byrådet",
        recommendation="TMC indstiller, at kantinen bygges.",
    )


def titles(page: Page) -> list[str]:
    return [
        link.text for link in page.find("a") if "/punkt-" in (link["href"] or "") and "punkt" not in link.text
    ]


def test_one_that_waits_says_how_the_decision_put_it_and_until_when(read: Read) -> None:
    hold()
    page = read(ADDRESS)
    row = page.row("Udsat 29-04-2014")
    assert "Udsat 29-04-2014 Byrådet Ny kantine Sag 14/102, punkt 1 Udsættes til mødet i august." in row
    assert "Til hvornår: til mødet i august læst som: august 2014" in row
    assert row.endswith("ikke set siden")
    assert "Åbne (1)" in page.main


def test_one_that_was_taken_up_says_where_after_how_long_and_why_that_is_known(read: Read) -> None:
    hold()
    page = read(ADDRESS)
    row = page.row("Udsat 05-02-2013")
    assert row.endswith("Ventet 28 dage taget op i Direktionen 05-03-2013, punkt 1 samme sagsnummer")
    assert page.link("Direktionen 05-03-2013, punkt 1") == "/moeder/direktionen/2013-03-05/punkt-1/"
    assert page.main.index("Ny kantine") < page.main.index("Ny cykelsti")


def test_what_an_editor_joined_is_told_as_such(read: Read) -> None:
    put_off = matter_held("05-02-2013", "Ny cykelsti", "13/101", "Udsættes.")
    later = matter_held("05-03-2013", "Forbindelsen over mosen", "13/102", "Godkendt.")
    TakenUpByHand.objects.create(item=put_off.items.get(), other=later.items.get(), is_taken_up=True)
    join_again([put_off.pk])
    assert read(ADDRESS).row("Udsat 05-02").endswith("punkt 1 samlet af arkivet")


def test_one_of_a_part_says_so(read: Read) -> None:
    matter_held("05-02-2013", "Ny cykelsti", "13/101", "Ad 1) Godkendt.\n\nAd 2) Udsættes til mødet i april.")
    assert "en del af sagen" in read(ADDRESS).row("Udsat 05-02")


@pytest.mark.parametrize(
    ("parameters", "found"),
    [
        ({}, ["Ny kantine", "Ny cykelsti"]),
        ({"tilstand": "aaben"}, ["Ny kantine"]),
        ({"tilstand": "taget-op"}, ["Ny cykelsti"]),
        ({"organ": "direktionen"}, ["Ny cykelsti"]),
        ({"center": "tmc"}, ["Ny kantine"]),
        ({"aar": "2013"}, ["Ny cykelsti"]),
        ({"aar": "2014", "organ": "direktionen"}, []),
        ({"aar": "hest", "tilstand": "\x00", "center": "ø" * 300}, ["Ny kantine", "Ny cykelsti"]),
        ({"side": "9" * 30}, ["Ny kantine", "Ny cykelsti"]),
    ],
)
def test_the_list_is_narrowed_by_its_address(
    read: Read, parameters: dict[str, str], found: list[str]
) -> None:
    hold()
    assert titles(read(ADDRESS, **parameters)) == found


def test_an_empty_list_says_what_would_stand_there_and_why_nothing_does(read: Read) -> None:
    assert "Ingen beslutning i arkivet har endnu udsat noget." in read(ADDRESS).main
    hold()
    assert (
        "Ingen udsat sag svarer til de valgte filtre." in read(ADDRESS, aar="2014", organ="direktionen").main
    )


def test_drafts_and_closed_items_are_not_shown_linked_or_counted(read: Read, read_as_staff: Read) -> None:
    hold()
    before = read(ADDRESS).main
    matter_held("06-05-2014", "Hemmelig flytning", "14/103", "Udsættes.", publish=False)
    matter_held("26-08-2014", "Ny kantine", "14/102", "Godkendt.", body="Byrådet", publish=False)
    closed = matter_held("09-09-2014", "Lederens afgang", "14/104", "Udsættes.")
    close_item(closed.items.get(), None, reason="Behandlet for lukkede døre")
    assert read(ADDRESS).main == before
    page = read_as_staff(ADDRESS)
    assert "kladde" in page.row("Udsat 06-05-2014")
    assert "taget op i Byrådet 26-08-2014, punkt 1 kladde" in page.row("Udsat 29-04-2014")
    assert "Lederens" not in page.html


def test_the_list_can_be_had_as_a_file_and_as_json_without_drafts_whoever_asks(staff_client: Client) -> None:
    hold()
    matter_held("26-08-2014", "Ny kantine", "14/102", "Godkendt.", body="Byrådet", publish=False)
    text = staff_client.get(ADDRESS, {"format": "csv"}).getvalue().decode("utf-8-sig")
    header, waiting, taken_up = text.splitlines()
    assert header.startswith("Udsat den;Udsat af;Titel;Sag;Beslutningen siger;")
    assert waiting.startswith(
        "29-04-2014;Byrådet;Ny kantine;sag 14/102;Udsættes til mødet i august.;nej;til mødet i august"
    )
    assert ";28;05-03-2013;Direktionen, punkt 1;samme sagsnummer;" in taken_up
    answer = json.loads(staff_client.get(ADDRESS, {"format": "json"}).content)
    assert (answer["count"], answer["open"], answer["taken_up"]) == (2, 1, 1)
    first, second = answer["results"]
    assert first["taken_up"] is None
    assert first["until"] == {"words": "til mødet i august", "kind": "meeting", "when": "2014-08"}
    assert (second["days"], second["taken_up"]["reason"]) == (28, "case")


def test_a_long_list_comes_in_pages_over_both_groups(read: Read) -> None:
    for number in range(1, 33):
        matter_held(
            f"{(number - 1) % 28 + 1:02}-{(number - 1) // 28 + 1:02}-2013",
            f"Matrikel {number}",
            f"13/{number}",
            "Udsættes.",
        )
    matter_held("01-10-2013", "Matrikel 1", "13/1", "Godkendt.")
    first, second = read(ADDRESS), read(ADDRESS, side="2")
    assert "Åbne (31)" in first.main and "Taget op igen" not in first.find("h2")[0].text
    assert [heading.text for heading in second.find("h2")] == ["Åbne (31)", "Taget op igen (1)"]
