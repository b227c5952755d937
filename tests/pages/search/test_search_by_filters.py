"""Filters without words are a search: for all that they let through, the newest first."""

from __future__ import annotations

import csv
import io
import re
from urllib.parse import parse_qs
from xml.etree import ElementTree

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from minutes.models import FailedSearch, Outcome, SectionKind
from tests.build.atom import ATOM
from tests.build.indexed import add_indexed_item, add_indexed_items
from tests.build.rows import add_meeting
from tests.build.schools import SEARCH, add_hidden, facet, shown

pytestmark = pytest.mark.django_db


def rows(client: Client, **parameters: str) -> list[str]:
    """The titles in the file of a search."""
    response = client.get(SEARCH, {**parameters, "format": "csv"})
    lines = csv.reader(io.StringIO(response.getvalue().decode("utf-8-sig"), newline=""), delimiter=";")
    return [line[3] for line in lines][1:]


def results(client: Client, **parameters: str) -> list[str]:
    """The titles in the JSON of a search."""
    return [hit["title"] for hit in client.get(SEARCH, {**parameters, "format": "json"}).json()["results"]]


def feed(client: Client, **parameters: str) -> ElementTree.Element:
    return ElementTree.fromstring(client.get(f"{SEARCH}feed/", parameters).content)


def entries(client: Client, **parameters: str) -> list[str]:
    """The titles in the feed of a search."""
    found = feed(client, **parameters).findall(f"{ATOM}entry/{ATOM}title")
    return [(title.text or "").partition(": ")[2] for title in found]


FILTERS = [
    ({"aar": "2013"}, ["Ny skole", "Skolens tag"]),
    ({"organ": "byraadet"}, ["Skoler og veje"]),
    ({"center": "hrc"}, ["Ny skole"]),
    ({"udfald": "udsat"}, ["Skolens tag"]),
    ({"bilag": "uden"}, ["Skoler og veje", "Ny skole", "Skolens tag"]),
    ({"bilag": "med"}, []),
    ({"aar": "2013", "center": "hrc"}, ["Ny skole"]),
    ({"aar": "2014", "udfald": "udsat"}, []),
    ({"aar": "1999"}, []),
]


@pytest.mark.usefixtures("schools")
@pytest.mark.parametrize(("filters", "titles"), FILTERS)
@pytest.mark.parametrize("typed", [{}, {"q": ""}, {"q": "  "}])
def test_all_that_the_filters_let_through_is_found_the_newest_first(read, client, filters, titles, typed):
    assert shown(read(SEARCH, **filters, **typed)) == titles
    for found_in in (rows, results, entries):
        assert found_in(client, **filters, **typed) == titles


@pytest.mark.usefixtures("schools")
def test_the_page_counts_cases_names_the_filter_and_is_called_by_it(read):
    page = read(SEARCH, aar="2013")
    assert page.find("h2", id="found")[0].text == "2 punkter i 1 sag"
    assert page.find("ul", class_="chips")[0].text.strip() == "Fjern filter: År: 2013 ×"
    assert page.find("title")[0].text.startswith("År: 2013 – søgning")
    assert (
        read(SEARCH, aar="2013", center="hrc")
        .find("title")[0]
        .text.startswith("År: 2013, Center: HR-Centret – søgning")
    )
    assert page.find("input", type="search")[0]["value"] == ""
    assert page.find(id="soegeadresse")[0].text == "http://testserver/soeg/?aar=2013"


@pytest.mark.usefixtures("schools")
def test_its_file_and_its_feed_are_of_the_same_filters(read, client):
    page = read(SEARCH, aar="2013")
    assert page.link("Hent som CSV") == "?aar=2013&format=csv"
    (alternate,) = page.find("link", rel="alternate", type="application/atom+xml")
    assert alternate["href"] == page.link("feedet") == "/soeg/feed/?aar=2013"
    assert alternate["title"] == "Søgning: År: 2013"
    title = feed(client, aar="2013", udfald="udsat").findtext(f"{ATOM}title")
    assert title == "År: 2013 – Udfald: udsat – søgning i Referatarkivet"


@pytest.mark.usefixtures("schools")
def test_its_facets_narrow_it_further_or_add_another_value(read):
    page = read(SEARCH, aar="2013")
    assert facet(page, "År") == "2014 1 2013 2"
    assert facet(page, "Organ") == "Direktionen 2"
    assert facet(page, "Udfald") == "Godkendt 1 Udsat 1"
    assert page.link("2014") == "?aar=2013&aar=2014"
    assert parse_qs(page.link("Udsat")[1:]) == {"aar": ["2013"], "udfald": ["udsat"]}
    assert page.link("2013") == page.link("Fjern filter: År: 2013 ×") == "?"


@pytest.mark.usefixtures("schools")
def test_without_words_no_item_is_more_relevant_than_another(read):
    page = read(SEARCH, organ="direktionen")
    assert [link.text for link in page.find("a", aria_current="true")] == [
        "Nyeste først",
        "10",
        "Direktionen",
    ]
    assert "Relevans" not in page.main
    assert "Relevans" in read(SEARCH, q="skole").main
    assert shown(read(SEARCH, organ="direktionen", sort="relevans")) == shown(page)


def test_the_oldest_may_come_first_and_items_be_gathered_by_case(read, client):
    for date, case in (("2013-01-01", "12/100"), ("2013-02-02", "12/200"), ("2013-03-03", "12/100")):
        add_indexed_item(add_meeting(date), f"Skole {date}", case=case)
    third, second, first = "Skole 2013-03-03", "Skole 2013-02-02", "Skole 2013-01-01"
    assert shown(read(SEARCH, aar="2013", sort="aeldste")) == [first, second, third]
    by_case = read(SEARCH, aar="2013", sort="sager")
    assert shown(by_case) == [third, second]
    assert by_case.link("og 1 fund mere i samme sag") == "/sager/12/100/"
    assert rows(client, aar="2013", sort="sager") == [third, first, second]


def test_a_hit_shows_how_its_most_telling_section_begins_and_leads_to_the_plain_page(read):
    sections = {SectionKind.CASE_PRESENTATION: "Om taget.", SectionKind.DECISION: "Taget lægges om."}
    add_indexed_item(add_meeting(), "Skole", sections=sections)
    page = read(SEARCH, aar="2013")
    assert "Beslutning: Taget lægges om." in page.main
    assert not page.find("mark")
    assert not page.find("details", class_="reasons")
    assert page.link("Skole") == "/moeder/direktionen/2013-08-27/punkt-1/"


@pytest.mark.usefixtures("schools")
def test_where_nothing_is_let_through_that_is_said_and_nobody_is_to_blame(read):
    page = read(SEARCH, aar="2014", udfald="udsat")
    assert "Ingen punkter fundet" in page.main
    assert "Intet punkt i arkivet svarer til de valgte filtre. " in page.main
    assert "Fjern et af filtrene, eller skriv et ord, der skal findes." in page.main
    assert "Skriv mindst ét ord" not in page.main
    assert not FailedSearch.objects.exists()


@pytest.mark.usefixtures("schools")
@pytest.mark.parametrize(
    "parameters",
    [{}, {"sort": "nyeste"}, {"udfald": ""}, {"aar": " ", "q": " "}, {"fra": "", "til": "", "sag": ","}],
)
def test_without_a_filter_in_force_the_page_tells_how_to_search_and_nothing_is_found(
    read, client, parameters
):
    page = read(SEARCH, **parameters)
    assert "Sådan kan du søge" in page.main
    assert not page.find("h2", id="found")
    assert page.find("title")[0].text.startswith("Søg")
    for found_in in (rows, results, entries):
        assert found_in(client, **parameters) == []


@pytest.mark.usefixtures("schools")
@pytest.mark.parametrize("typed", ["og", "-skole", "???"])
def test_words_that_ask_for_nothing_find_nothing_within_filters_either(read, client, typed):
    assert "Ingen punkter fundet" in read(SEARCH, q=typed, aar="2013").main
    for found_in in (rows, results, entries):
        assert found_in(client, q=typed, aar="2013") == []


@pytest.mark.parametrize("filters", [{"aar": "2013"}, {"udfald": "udsat"}, {"center": "hrc"}])
def test_what_is_not_public_is_let_through_by_no_filter(read, client, filters):
    add_hidden()
    page = read(SEARCH, **filters)
    assert "Ingen punkter fundet" in page.main
    assert not page.find("article")
    assert not page.find("details", class_="facet")
    for found_in in (rows, results, entries):
        assert found_in(client, **filters) == []


def test_staff_find_drafts_on_the_page_and_in_json_and_no_more(read_as_staff, staff_client):
    add_hidden()
    assert shown(read_as_staff(SEARCH, aar="2013")) == ["Skole i kladde"]
    assert results(staff_client, aar="2013") == ["Skole i kladde"]
    assert rows(staff_client, aar="2013") == entries(staff_client, aar="2013") == []


def test_the_pages_hold_every_item_once(read):
    meeting = add_meeting()
    for number in range(1, 24):
        add_indexed_item(meeting, f"Skole {number:02}")
    seen = [title for side in "123" for title in shown(read(SEARCH, aar="2013", side=side))]
    assert seen == [f"Skole {number:02}" for number in range(1, 24)]
    assert "Side 3 af 3" in read(SEARCH, aar="2013", side="3").main


def test_beyond_a_thousand_nothing_is_counted(read):
    add_indexed_items(add_meeting(), 1001, "Skole")
    page = read(SEARCH, aar="2013", side="100")
    assert "Mere end 1.000 punkter" in page.main
    assert "Der er flere punkter, men listen går ikke længere." in page.main


@pytest.mark.parametrize(
    "parameters", [{"aar": "2013"}, {"aar": "2013", "organ": "direktionen", "center": "hrc"}]
)
def test_the_number_of_queries_is_bounded_and_the_same_for_many_hits(client, parameters):
    meeting = add_meeting()

    def queries() -> int:
        with CaptureQueriesContext(connection) as captured:
            assert client.get(SEARCH, {**parameters, "antal": "50"}).status_code == 200
        return len(captured)

    details = {"case": "12/32140", "centres": {"HRC": "HR-Centret"}}
    add_indexed_item(meeting, "Skole", **details)
    queries()  # the first of ten minutes asks how many items each month has
    with_one_hit = queries()
    for number in range(15):
        add_indexed_item(meeting, f"Skole {number}", **details)
    assert queries() == with_one_hit <= 15


def test_the_index_is_never_asked_for_everything(client):
    """Each question has tokens: those of a window's months or years, of a year also in the last window."""
    for year in (2012, 2013, 2014):
        outcomes = [(Outcome.DEFERRED, f"{year}-01-01")]
        add_indexed_item(add_meeting(f"{year}-01-01"), "Skole", outcomes=outcomes)
    for parameters in ({"aar": "2013"}, {"udfald": "udsat"}, {"aar": "2013", "udfald": "udsat"}):
        with CaptureQueriesContext(connection) as captured:
            client.get(SEARCH, parameters)
        asked = [
            re.findall(r"@@ '(.*?)'::tsquery", query["sql"]) for query in captured if "@@" in query["sql"]
        ]
        assert asked
        for (tsquery,) in asked:
            assert re.search("''[ymo]:", tsquery)
