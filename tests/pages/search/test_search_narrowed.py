"""A search within a period, under case numbers, and by several values of a facet."""

from __future__ import annotations

import datetime
from urllib.parse import parse_qs

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from minutes.models import PublicationState
from tests.build import atom
from tests.build.indexed import add_indexed_item
from tests.build.rows import add_meeting
from tests.build.schools import SEARCH, add_hidden, facet, shown

pytestmark = pytest.mark.django_db

FIRST, SECOND, THIRD = "Ny skole", "Skolens tag", "Skoler og veje"


def found_everywhere(client: Client, **parameters: str | list[str]) -> list[list[str]]:
    """The titles in the JSON, the file and the feed of a search."""
    of_json = client.get(SEARCH, {**parameters, "format": "json"}).json()["results"]
    of_file = client.get(SEARCH, {**parameters, "format": "csv"}).getvalue().decode("utf-8-sig").splitlines()
    return [
        [hit["title"] for hit in of_json],
        [line.split(";")[3] for line in of_file[1:]],
        [title.partition(": ")[2] for title in atom.titles(client, f"{SEARCH}feed/", **parameters)],
    ]


NARROWED = [
    ({"fra": "2014-01-01"}, [THIRD]),
    ({"til": "27-08-2013"}, [FIRST, SECOND]),
    ({"fra": "27. august 2013", "til": "27/8 2013"}, [FIRST, SECOND]),
    ({"fra": "28-08-2013"}, [THIRD]),
    ({"fra": "august 2013", "til": "september 2014"}, [THIRD, FIRST, SECOND]),
    ({"fra": "2013", "til": "2013"}, [FIRST, SECOND]),
    ({"fra": "2013", "aar": "2014"}, [THIRD]),
    ({"til": "2013", "aar": "2014"}, []),
    ({"aar": ["2013", "2014"]}, [THIRD, FIRST, SECOND]),
    ({"aar": ["2012", "2014"]}, [THIRD]),
    ({"udfald": ["godkendt", "udsat"]}, [FIRST, SECOND]),
    ({"udfald": ["godkendt", "afvist"], "aar": ["2013", "2014"]}, [FIRST]),
    ({"organ": ["byraadet", "direktionen"]}, [THIRD, FIRST, SECOND]),
    ({"sag": "12/32140"}, [FIRST, SECOND]),
    ({"sag": "sag nr. 2012-32140"}, [FIRST, SECOND]),
    ({"sag": "32140"}, [FIRST, SECOND]),
    ({"sag": "12/32140, 12/1", "udfald": "udsat"}, [SECOND]),
    ({"sag": "12/32141"}, []),
    ({"sag": "32141"}, []),
]


@pytest.mark.usefixtures("schools")
@pytest.mark.parametrize(("parameters", "titles"), NARROWED)
@pytest.mark.parametrize("typed", [{}, {"q": "skole"}])
def test_filters_narrow_the_page_the_json_the_file_and_the_feed(read, client, parameters, titles, typed):
    asked = {**typed, **parameters, "sort": "nyeste"}
    page = read(SEARCH, **asked)
    assert shown(page) == titles
    assert not page.find("p", class_="notice")
    assert found_everywhere(client, **asked) == [titles] * 3


@pytest.mark.usefixtures("schools")
def test_a_period_that_ends_before_it_begins_finds_nothing_and_says_so(read, client):
    asked = {"q": "skole", "fra": "2014-02-01", "til": "2014-01-31"}
    page = read(SEARCH, **asked)
    (notice,) = page.find("p", class_="notice")
    assert notice.text == "Perioden slutter, før den begynder. Derfor er intet fundet. Søg uden"
    assert page.link("Søg uden") == "?q=skole"
    assert not page.find("ul", class_="chips")
    assert [field["value"] for field in page.find("input", type="date")] == ["2014-02-01", "2014-01-31"]
    assert found_everywhere(client, **asked) == [[], [], []]


@pytest.mark.usefixtures("schools")
def test_every_value_is_a_chip_that_takes_it_alone_away(read):
    asked = {"aar": ["2013", "2014"], "fra": "2013-08-01", "til": "2014-12-31", "sag": "12/32140"}
    page = read(SEARCH, q="skole", **asked)
    chips = page.find("ul", class_="chips")[0].text
    assert [chip.strip().removeprefix("Fjern filter: ") for chip in chips.split("×")] == [
        "År: 2013",
        "År: 2014",
        "Periode: 01-08-2013 – 31-12-2014",
        "Sag: 12/32140",
        "Fjern alle filtre",
    ]
    everything = {
        "q": ["skole"],
        **{name: [*values] if isinstance(values, list) else [values] for name, values in asked.items()},
    }
    assert parse_qs(page.link("Fjern filter: År: 2013 ×")[1:]) == {**everything, "aar": ["2014"]}
    without_period = parse_qs(page.link("Fjern filter: Periode: 01-08-2013 – 31-12-2014 ×")[1:])
    assert without_period == {name: everything[name] for name in ("q", "aar", "sag")}
    assert parse_qs(page.link("Fjern filter: Sag: 12/32140 ×")[1:]) == {
        name: everything[name] for name in ("q", "aar", "fra", "til")
    }
    assert page.link("Fjern alle filtre") == "?q=skole"
    assert page.find("title")[0].text.startswith(
        "skole, År: 2013, År: 2014, Periode: 01-08-2013 – 31-12-2014"
    )


@pytest.mark.usefixtures("schools")
def test_a_facet_counts_without_its_own_values_and_adds_one_or_takes_it_away(read):
    page = read(SEARCH, q="skole", udfald=["godkendt", "udsat"], aar="2013")
    assert facet(page, "Udfald") == "Godkendt 1 Udsat 1"
    assert facet(page, "År") == "2013 2"
    assert parse_qs(page.link("Udsat")[1:])["udfald"] == ["godkendt"]
    page = read(SEARCH, q="skole", udfald="udsat")
    assert parse_qs(page.link("Godkendt")[1:])["udfald"] == ["udsat", "godkendt"]


@pytest.mark.usefixtures("schools")
def test_the_usual_periods_are_those_of_today(read):
    today = timezone.localdate()
    page = read(SEARCH, q="skole", aar="2013")
    this_year = {
        "q": ["skole"],
        "aar": ["2013"],
        "fra": [f"{today.year}-01-01"],
        "til": [f"{today.year}-12-31"],
    }
    assert parse_qs(page.link("I år")[1:]) == this_year
    assert parse_qs(page.link("Sidste år")[1:])["til"] == [f"{today.year - 1}-12-31"]
    quarter = parse_qs(page.link("Dette kvartal")[1:])
    first, last = (datetime.date.fromisoformat(quarter[name][0]) for name in ("fra", "til"))
    assert first <= today <= last
    assert (first.day, last.month - first.month) == (1, 2)
    chosen = read(SEARCH + page.link("I år")).find("a", aria_current="true")
    assert "I år" in [link.text for link in chosen]


def test_an_item_that_only_mentions_the_number_of_a_case_is_not_filed_under_it(read):
    meeting = add_meeting()
    add_indexed_item(meeting, "Skole", case="12/100")
    add_indexed_item(meeting, "Skole, også", "Se sag 12/100", case="12/200")
    assert shown(read(SEARCH, sag="12/100")) == ["Skole"]
    assert len(shown(read(SEARCH, q="12/100"))) == 2


@pytest.mark.parametrize("number", ["12/32140", "12/32141"])
def test_a_case_that_nobody_may_see_is_as_one_that_there_is_not(read, number):
    add_hidden()
    page, other = read(SEARCH, sag=number), read(SEARCH, sag="12/1")
    assert page.main.replace(number.replace("/", "%2F"), "12%2F1").replace(number, "12/1") == other.main


def test_a_case_of_a_draft_is_found_by_who_sees_drafts_and_passed_on_to_nobody(read_as_staff, staff_client):
    add_indexed_item(add_meeting(state=PublicationState.DRAFT), "Skole", case="12/100")
    assert shown(read_as_staff(SEARCH, sag="12/100")) == ["Skole"]
    assert found_everywhere(staff_client, sag="12/100") == [["Skole"], [], []]


def test_a_serial_that_nobody_may_see_is_as_one_that_there_is_not(read):
    add_hidden()
    page, other = read(SEARCH, sag="32140"), read(SEARCH, sag="32141")
    assert page.main.replace("32140", "32141") == other.main


@pytest.mark.usefixtures("schools")
def test_the_number_of_queries_does_not_grow_with_the_values(client):
    def queries(**parameters: str | list[str]) -> int:
        with CaptureQueriesContext(connection) as captured:
            assert client.get(SEARCH, parameters).status_code == 200
        return len(captured)

    queries(q="skole")
    one = queries(q="skole", aar="2013", udfald="godkendt", organ="direktionen")
    many = {"aar": [str(year) for year in range(1990, 2020)], "udfald": ["godkendt", "udsat"]}
    assert queries(q="skole", organ=["direktionen", "byraadet"], **many) <= one + 1
