"""Cases that may belong together with a case, each with its reason, and never told as sure."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from minutes.models import PublicationState
from tests.build.page import Page
from tests.build.rows import add_decision, add_document, add_item, add_meeting

Read = Callable[..., Page]
ADDRESS = "/sager/12/32140/"
CASE = "12/32140"


def related(page: Page) -> str:
    return page.main.partition("Kan høre sammen")[2]


def test_a_case_that_names_the_same_document_may_belong_to_it(read: Read) -> None:
    add_document(add_item(add_meeting("2013-02-05"), "Ny kantine", CASE), "269057/12")
    add_document(add_item(add_meeting("2013-03-05"), "Salg af grund", "13/7"), "269057/12")
    page = read(ADDRESS)
    assert "13/7 – Salg af grund samme dokumentnummer: 269057/12" in related(page)
    assert page.link("13/7 – Salg af grund") == "/sager/13/7/"


def test_a_document_that_many_cases_name_is_no_reason(read: Read) -> None:
    add_document(add_item(add_meeting("2013-02-05"), "Ny kantine", CASE), "269057/12")
    meeting = add_meeting("2013-03-05")
    for number in range(6):
        add_document(add_item(meeting, f"Grund {number}", f"13/{number + 7}"), "269057/12")
    assert not related(read(ADDRESS))


@pytest.mark.parametrize(
    ("title", "other"),
    [
        ("Renovering af svømmehallen", "Svømmehallen - renovering, etape 2"),
        ("Skovrejsningsplan", "Høring om skovrejsningsplan"),
    ],
)
def test_a_case_whose_title_has_all_telling_words_may_belong_to_it(
    read: Read, title: str, other: str
) -> None:
    add_item(add_meeting("2013-02-05"), title, CASE)
    add_item(add_meeting("2013-03-05"), other, "13/7")
    assert "fælles ord i titlen" in related(read(ADDRESS))


@pytest.mark.parametrize(
    ("title", "other"),
    [
        ("Ny kantine", "Kantinens fremtid"),
        ("Renovering af svømmehallen", "Renovering af rådhuset"),
        ("Status på projekt", "Status på nyt projekt"),
    ],
)
def test_titles_that_share_little_are_no_reason(read: Read, title: str, other: str) -> None:
    add_item(add_meeting("2013-02-05"), title, CASE)
    add_item(add_meeting("2013-03-05"), other, "13/7")
    assert not related(read(ADDRESS))


def test_words_that_stand_elsewhere_than_in_the_title_are_no_reason(read: Read) -> None:
    add_item(add_meeting("2013-02-05"), "Renovering af svømmehallen", CASE)
    other = add_item(add_meeting("2013-03-05"), "Byggesager", "13/7")
    add_decision(other, "Svømmehallens renovering godkendt.")
    assert not related(read(ADDRESS))


@pytest.mark.parametrize(("cases", "are_told"), [(5, True), (6, False)])
def test_words_of_the_titles_of_many_cases_are_no_reason(read: Read, cases: int, are_told: bool) -> None:
    add_item(add_meeting("2013-02-05"), "Skovrejsningsplan", CASE)
    meeting = add_meeting("2013-03-05")
    for number in range(cases):
        add_item(meeting, f"Skovrejsningsplan, del {number}", f"13/{number + 7}")
    assert bool(related(read(ADDRESS))) == are_told


def test_words_of_more_titles_than_are_read_are_no_reason(
    read: Read, monkeypatch: pytest.MonkeyPatch
) -> None:
    add_item(add_meeting("2013-02-05"), "Skovrejsningsplan", CASE)
    for day in range(1, 4):
        add_item(add_meeting(f"2013-03-{day:02}"), "Skovrejsningsplan", "13/7")
    assert "13/7" in related(read(ADDRESS))
    monkeypatch.setattr("minutes.matters.related._MOST_READ", 2)
    assert not related(read(ADDRESS))


@pytest.mark.parametrize("state", [PublicationState.DRAFT, PublicationState.WITHDRAWN])
def test_a_case_that_the_reader_may_not_see_is_not_hinted_at(read: Read, state: PublicationState) -> None:
    add_document(add_item(add_meeting("2013-02-05"), "Ny kantine", CASE), "269057/12")
    add_document(add_item(add_meeting("2013-03-05", state=state), "Salg af grund", "13/7"), "269057/12")
    assert not related(read(ADDRESS))


def test_a_closed_item_makes_no_case_related(read: Read) -> None:
    add_document(add_item(add_meeting("2013-02-05"), "Ny kantine", CASE), "269057/12")
    closed = add_item(add_meeting("2013-03-05"), "Lukket", "13/7", is_closed=True)
    add_document(closed, "269057/12")
    assert not related(read(ADDRESS))
