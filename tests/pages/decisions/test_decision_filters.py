"""What the list of decisions is narrowed by, and what is said of a value that says nothing."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client

from minutes.models import Outcome, PublicationState
from tests.build.page import Page
from tests.build.rows import (
    add_body,
    add_centre,
    add_decision,
    add_decision_in_parts,
    add_item,
    add_meeting,
    add_role,
)

Read = Callable[..., Page]
ADDRESS = "/beslutninger/"

pytestmark = pytest.mark.django_db


@pytest.fixture
def decisions(db: None) -> None:
    """Four decisions, no two alike in any filter but the year."""
    canteen = add_item(add_meeting("2013-08-27"), "Kantine", "12/32140")
    add_role(canteen, "HRC")
    add_decision(canteen)
    school = add_item(add_meeting("2013-09-24", "Byrådet"), "Skole", "13/100")
    add_role(school, "BYC")
    add_decision_in_parts(school, Outcome.REJECTED, Outcome.DEFERRED)
    road = add_item(add_meeting("2014-05-06"), "Vej", "14/100")
    add_decision(road, "Taget til efterretning.", Outcome.NOTED)
    add_decision(
        add_item(add_meeting("2014-06-03"), "Gammelt", "14/7"), date="2012-03-06", body="Økonomiudvalget"
    )


def titles(page: Page) -> list[str]:
    return [element.text for element in page.find("h3")]


@pytest.mark.usefixtures("decisions")
@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({}, ["Vej", "Skole", "Kantine", "Gammelt"]),
        ({"aar": "2013"}, ["Skole", "Kantine"]),
        # Its own year, not that of the meeting that tells of it.
        ({"aar": "2012"}, ["Gammelt"]),
        ({"organ": "byraadet"}, ["Skole"]),
        ({"organ": "oekonomiudvalget"}, ["Gammelt"]),
        ({"center": "hrc"}, ["Kantine"]),
        ({"udfald": "taget-til-efterretning"}, ["Vej"]),
        ({"udfald": "afvist"}, ["Skole"]),
        ({"udfald": "udsat"}, ["Skole"]),
        ({"udsat": "1"}, ["Skole"]),
        ({"sag": "12/32140"}, ["Kantine"]),
        ({"sag": "sagsnr.: 2012-32140."}, ["Kantine"]),
        ({"sag": "32140"}, ["Kantine"]),
        ({"sag": "100"}, ["Vej", "Skole"]),
        ({"sag": " 14 / 100 ", "aar": "2014"}, ["Vej"]),
        ({"aar": "2013", "organ": "byraadet", "center": "byc", "udfald": "afvist", "udsat": "1"}, ["Skole"]),
    ],
)
def test_the_list_is_narrowed_by(read: Read, asked: dict[str, str], found: list[str]) -> None:
    page = read(ADDRESS, **asked)
    assert titles(page) == found
    assert not page.find("ul", class_="errorlist")


@pytest.mark.usefixtures("decisions")
def test_each_filter_in_force_is_a_chip_that_takes_it_away(read: Read) -> None:
    page = read(ADDRESS, aar="2013", organ="byraadet", center="byc", udfald="afvist", sag="13-100", udsat="1")
    labels = [chip.text for chip in page.find("ul", class_="chips")[0:1]]
    assert labels == [
        "Fjern filter: År: 2013 × Fjern filter: Organ: Byrådet × Fjern filter: Center: HR-Centret (BYC) × "
        "Fjern filter: Udfald: afvist × Fjern filter: Sag: 13/100 × "
        "Fjern filter: Udsættelse: Helt eller delvist udsat × Fjern alle filtre"
    ]
    assert page.link("Fjern filter: År: 2013 ×") == (
        "?organ=byraadet&center=byc&udfald=afvist&sag=13-100&udsat=1"
    )
    assert page.link("Fjern alle filtre") == ADDRESS


@pytest.mark.usefixtures("decisions")
def test_the_form_shows_what_is_chosen_and_offers_what_there_is(read: Read) -> None:
    page = read(ADDRESS, aar="2013", sag="12-32140")
    chosen = [option.text for option in page.find("option") if "selected" in option.attributes]
    assert chosen == ["2013", "Alle organer", "Alle centre", "Alle udfald", "Med og uden"]
    (number,) = page.find("input", name="sag")
    assert number["value"] == "12-32140"
    years = [option.text for option in page.find("option") if option.text.isdigit()]
    assert years == ["2014", "2013", "2012"]
    bodies = {option["value"] for option in page.find("option")}
    assert {"byraadet", "direktionen", "oekonomiudvalget"} <= bodies


def test_years_and_bodies_of_drafts_alone_are_not_offered(read: Read, read_as_staff: Read) -> None:
    add_body("Et Tomt Udvalg")
    add_decision(add_item(add_meeting("2019-01-08", "Skoleudvalget", PublicationState.DRAFT)))
    for told in ("2019", "Skoleudvalget", "Et Tomt Udvalg"):
        assert told not in read(ADDRESS).html
    assert "2019" in read_as_staff(ADDRESS).html
    assert "Skoleudvalget" in read_as_staff(ADDRESS).html


WRONG = [
    ("aar", "1899", "Arkivet har ingen beslutninger fra det år."),
    ("aar", "hest", "Arkivet har ingen beslutninger fra det år."),
    ("aar", "9" * 400, "Arkivet har ingen beslutninger fra det år."),
    ("organ", "hest", "Arkivet har ingen beslutninger fra et organ af det navn."),
    ("organ", "'; DROP TABLE", "Arkivet har ingen beslutninger fra et organ af det navn."),
    ("center", "hest", "Arkivet har intet center af det navn."),
    ("udfald", "approved", "Udfaldet i adressen findes ikke."),
    ("udsat", "0", "Udsat i adressen kan kun være 1."),
    ("sag", "hest", "»hest« er ikke et sagsnummer. Skriv det som 12/32140."),
    ("sag", "²", "»²« er ikke et sagsnummer. Skriv det som 12/32140."),
    ("sag", "216558-15", "216558-15 er et dokumentnummer. Et sagsnummer har årstallet først: 12/32140."),
]


@pytest.mark.usefixtures("decisions")
@pytest.mark.parametrize(("name", "value", "told"), WRONG)
def test_a_wrong_value_is_told_and_narrows_nothing(read: Read, name: str, value: str, told: str) -> None:
    page = read(ADDRESS, **{name: value})
    assert [error.text for error in page.find("ul", class_="errorlist")] == [told]
    assert len(titles(page)) == 4
    assert not page.find("ul", class_="chips")
    assert page.link("Hent som CSV") == "?format=csv"


@pytest.mark.usefixtures("decisions")
@pytest.mark.parametrize("name", ["aar", "organ", "center", "udfald", "sag", "udsat", "side", "format"])
@pytest.mark.parametrize(
    "value", ["\x00", "2013\x00", "\ud800", "%", "9" * 4000, "-1", "1e9", "NaN", "٢٠١٣", " "]
)
def test_no_value_is_an_error_of_the_site(client: Client, name: str, value: str) -> None:
    typed = value.encode("utf-8", "surrogatepass")
    assert client.get(ADDRESS, {name: typed}).status_code in (200, 400)


def test_a_number_that_no_case_has_says_what_to_do(read: Read) -> None:
    add_decision(add_item(add_meeting()))
    page = read(ADDRESS, sag="99/12345")
    assert "Ingen beslutninger" in page.main
    assert "Ingen beslutning svarer til de valgte filtre." in page.main
    assert page.link("alle beslutninger") == ADDRESS
    assert "Hent som CSV" not in page.main


def test_a_personal_number_is_not_shown_again(read: Read) -> None:
    page = read(ADDRESS, sag="010180-1234")
    assert "010180" not in page.html
    assert "er ikke et sagsnummer" in page.main


def test_a_centre_without_decisions_leaves_an_empty_list(read: Read) -> None:
    add_centre("ØDC", "Økonomicentret")
    add_decision(add_item(add_meeting()))
    assert "Ingen beslutninger" in read(ADDRESS, center="oedc").main
