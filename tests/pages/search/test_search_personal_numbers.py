"""Nobody can search by personal numbers: nothing is found or suggested, remembered or repeated."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from django.test import Client

from minutes.danish.personal_numbers import holds_personal_number
from minutes.models import FailedSearch
from minutes.search.query.query import parse_query
from tests.build.indexed import add_indexed_item
from tests.build.rows import add_meeting
from tests.build.schools import SEARCH, shown

pytestmark = pytest.mark.django_db

PERSONAL = [
    "150480-1234",
    "150480–1234",
    "150480 1234",
    "150480\u00a01234",
    "150480 - 1234",
    "1504801234",
    "15\u200b0480-1234",
    "１５０４８０-１２３４",
    "cpr 150480-1234",
    "skole 150480-1234",
    '"150480-1234"',
    "-150480-1234",
    "skole OR 150480-1234",
    "Direktionen 150480-1234",
    "sag 12/32140 150480-1234",
    "/sager/12/32140/ 150480-1234",
]
# The page, what it is for programs, what follows it, and what is offered while somebody types.
ANSWERS = [(SEARCH, ""), (SEARCH, "json"), (SEARCH, "csv"), (f"{SEARCH}feed/", ""), (f"{SEARCH}forslag/", "")]
DIGITS = re.compile(r"150480|1504801|1234|１５０４")


@pytest.fixture
def archive() -> None:
    """Items that hold numbers as nothing masked them, so that only the search can keep them back."""
    meeting = add_meeting()
    add_indexed_item(meeting, "Skole for 150480-1234", "Om 1504801234 og 150480 1234", case="12/32140")
    add_indexed_item(meeting, "Skolens tag", "Se 120413-15", documents=["120413/15"])


@pytest.mark.usefixtures("archive")
@pytest.mark.parametrize("typed", PERSONAL)
@pytest.mark.parametrize("parameters", [{}, {"aar": "2013"}, {"sort": "nyeste"}])
def test_the_page_finds_nothing_and_says_why(read: Callable, typed: str, parameters: dict[str, str]):
    page = read(SEARCH, q=typed, **parameters)
    assert page.status == 200
    assert "Ingen punkter fundet" in page.main
    assert "Arkivet kan ikke gennemsøges efter personnumre (CPR-numre)." in page.main
    assert shown(page) == []


@pytest.mark.usefixtures("archive")
@pytest.mark.parametrize("typed", PERSONAL)
def test_no_answer_repeats_a_digit_of_it(client: Client, typed: str):
    for address, form in ANSWERS:
        response = client.get(address, {"q": typed, "format": form})
        assert response.status_code == 200, (address, form)
        assert DIGITS.search(response.getvalue().decode()) is None, (address, form)
        assert "Skole" not in response.getvalue().decode(), (address, form)


@pytest.mark.parametrize("typed", PERSONAL)
def test_nothing_of_it_is_remembered(client: Client, typed: str):
    client.get(SEARCH, {"q": typed})
    client.get(SEARCH, {"q": f"{typed} findesikke"})
    assert not FailedSearch.objects.exists()


@pytest.mark.usefixtures("archive")
def test_a_program_is_told_in_the_notices(client: Client):
    answer = client.get(SEARCH, {"q": "150480-1234", "format": "json"}).json()
    assert (answer["count"], answer["results"], answer["direct"]) == (0, [], {})
    assert answer["query"] == "••••••-••••"
    assert answer["notices"] == [
        "Arkivet kan ikke gennemsøges efter personnumre (CPR-numre). "
        "Søg i stedet på et sagsnummer, en dato eller ord fra sagen."
    ]


@pytest.mark.usefixtures("archive")
@pytest.mark.parametrize(
    ("typed", "titles"),
    [
        ("12/32140", ["Skole for 150480-1234"]),
        ("12-32140", ["Skole for 150480-1234"]),
        ("120413-15", ["Skolens tag"]),
        ("120413/15", ["Skolens tag"]),
        ("dok.nr. 120413-15", ["Skolens tag"]),
        ("27-08-2013 skole", ["Skole for 150480-1234", "Skolens tag"]),
        # No day of the calendar, and so no personal number.
        ("skole OR 310480-1234", ["Skole for 150480-1234", "Skolens tag"]),
    ],
)
def test_other_numbers_are_searched_for_as_before(read: Callable, typed: str, titles: list[str]):
    page = read(SEARCH, q=typed)
    assert sorted(shown(page)) == titles
    assert "personnumre" not in page.main


@pytest.mark.usefixtures("archive")
@pytest.mark.parametrize(
    "typed",
    [
        "150480 OG 1234 i år",
        "150480 OG 1234 udsat",
        "150480 NOT 1234 i år",
        "150480 nr. 1234 udsat",
        "150480 /sager/12/1/ 1234 i år",
        "150480 OG 1234 findesikke udsat",
    ],
)
def test_no_chip_puts_two_numbers_together_to_one_of_a_person(client: Client, typed: str):
    understood = client.get(SEARCH, {"q": typed, "format": "json"}).json()["understood"]
    assert understood
    for chip in understood:
        assert not holds_personal_number(chip["as_words"]), chip
        assert parse_query(chip["as_words"]).groups
