"""Where in an item the words must stand."""

from __future__ import annotations

from urllib.parse import parse_qs

import pytest

from minutes.models import SectionKind
from tests.build.indexed import add_indexed_item
from tests.build.rows import add_meeting
from tests.build.schools import SEARCH, shown

pytestmark = pytest.mark.django_db


@pytest.fixture
def placed() -> None:
    """Items that have the same words, each in another place."""
    meeting = add_meeting()
    add_indexed_item(meeting, "Ny kantine A")
    add_indexed_item(meeting, "Ny B", sections={SectionKind.DECISION: "En ny kantine bygges"})
    add_indexed_item(meeting, "Ny C", sections={SectionKind.RECOMMENDATION: "En ny kantine bygges"})
    add_indexed_item(meeting, "Ny D", "En ny kantine bygges")
    add_indexed_item(meeting, "Ny E", attachments=["En ny kantine", "Tegning"])


A, B, C, D, E = "Ny kantine A", "Ny B", "Ny C", "Ny D", "Ny E"


@pytest.mark.usefixtures("placed")
@pytest.mark.parametrize("typed", ["kantine", '"ny kantine"', "kantinen -tegninger"])
@pytest.mark.parametrize(
    ("places", "found"),
    [
        ("titel", [A]),
        ("beslutning", [B]),
        ("indstilling", [C]),
        (["titel", "indstilling"], [A, C]),
        (["beslutning", "indstilling"], [B, C]),
    ],
)
def test_words_and_phrases_are_found_in_the_places_alone(read, typed, places, found):
    assert sorted(shown(read(SEARCH, q=typed, staar=places))) == sorted(found)


@pytest.mark.usefixtures("placed")
@pytest.mark.parametrize("typed", ["kantine", '"ny kantine"', "kantine tegning"])
def test_titles_of_attachments_are_a_place_of_their_own(read, typed):
    assert shown(read(SEARCH, q=typed, staar="bilag")) == [E]


@pytest.mark.usefixtures("placed")
def test_it_is_a_chip_and_a_choice_and_its_facets_count_within_it(read, client):
    page = read(SEARCH, q="kantine", staar="titel")
    assert parse_qs(page.link("Fjern filter: Ordet står i: Titel ×")[1:]) == {"q": ["kantine"]}
    assert parse_qs(page.link("Beslutning")[1:])["staar"] == ["titel", "beslutning"]
    answer = client.get(SEARCH, {"q": "kantine", "staar": ["titel", "bilag"], "format": "json"}).json()
    assert answer["count"] == sum(value["count"] for value in answer["facets"]["attachments"]) == 2


@pytest.mark.usefixtures("placed")
def test_another_place_finds_nothing_and_without_words_it_says_nothing(read):
    assert shown(read(SEARCH, q="kantine", staar="hest")) == []
    page = read(SEARCH, staar="titel", aar="2013")
    assert len(shown(page)) == 5
    assert "betyder kun noget, når der søges efter ord" in page.main
