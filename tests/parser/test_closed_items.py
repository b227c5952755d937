"""A closed item is known by its title alone; what is hidden too much can be opened, what is shown cannot be hidden."""

import pytest

from tests.build.parsed import codes, document, parse_items, parse_one

CLOSED = [
    "Lukket",
    "LUKKET",
    "lukket.",
    "Lukket sag",
    "Lukket punkt",
    "Lukket sag: Salg af grund",
    "Lukket punkt - Ansættelse af direktør",
    "LUKKET: Garanti",
    "Salg af grund - LUKKET SAG",
    "Salg af grund – Lukket sag",
    "Salg af grund — Lukket",
    "Salg af grund -LUKKET SAG.",
    "Salg af grund  -  LUKKET  SAG",
    "A - Salg af grund - LUKKET SAG",
    "A - Salg af grund - LUKKET SAG - ØU",
    "Salg af grund LUKKET PUNKT",
    "Salg af grund (Lukket)",
    "Salg af grund (lukket sag)",
    "(Lukket)",
    "(Lukket) Salg af grund",
    "I - Orientering (Lukket) - ØU",
]
OPEN = [
    "Lukkedage i 2014",
    "Lukkede veje i Ellekær",
    "Lukket afdeling på plejecentret",
    "Skolen holder lukket",
    "Ferielukket daginstitution",
    "Oplukket",
    "Orientering om lukkede punkter",
    "Lukning af Ellekær Skole",
    "Aflukket skolegård (forslag)",
    "Punkter, der er lukkede",
    "Cykelparkering",
    "Økonomiopfølgning 27-08-2013",
]


@pytest.mark.parametrize("title", CLOSED)
def test_a_closed_title_closes_the_item(title: str):
    assert parse_one(title=title).is_closed


@pytest.mark.parametrize("title", OPEN)
def test_an_open_title_leaves_the_item_open(title: str):
    assert not parse_one("Sagsfremstilling", "Der er 120 pladser.", title=title).is_closed


@pytest.mark.parametrize("title", OPEN)
def test_an_item_without_text_is_not_closed_for_that(title: str):
    assert not parse_one(title=title).is_closed


def test_a_closed_item_keeps_its_case_number():
    assert parse_one(title="Lukket", case_number="11/30218").case_number == "11/30218"


def test_a_closed_item_with_text_is_a_problem():
    meeting = parse_items("Punkt 1: Lukket\n\n11/30218\n\nSagsfremstilling\n\nGrunden sælges.")
    assert meeting.items[0].is_closed
    assert "closed_item_has_text" in codes(meeting)


def test_an_item_without_text_is_closed_where_the_contents_say_so():
    meeting = parse_items(
        "Punkt 1: Økonomi\n\n12/41877\n\nSagsfremstilling\n\nIntet nyt.",
        "Punkt 2: Salg af grund\n\n11/30218",
        head=document("Indholdsfortegnelse\nØkonomi.....3\nLukket.....4"),
    )
    assert [item.is_closed for item in meeting.items] == [False, True]
    assert "toc_title_differs" in codes(meeting)


def test_an_item_with_text_stays_open_whatever_the_contents_say():
    head = document("Indholdsfortegnelse\nLukket.....3")
    meeting = parse_items("Punkt 1: Økonomi\n\n12/41877\n\nSagsfremstilling\n\nIntet nyt.", head=head)
    assert not meeting.items[0].is_closed
