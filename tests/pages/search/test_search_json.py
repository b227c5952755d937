"""The search page as JSON: what a program is told, and that docs/search-api.md describes it."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from itertools import chain
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings as site
from django.test import Client

from minutes.models import Outcome, PublicationState, SectionKind
from tests.build.indexed import add_indexed_item, add_indexed_items
from tests.build.rows import add_meeting
from tests.build.schools import SEARCH, add_hidden

pytestmark = pytest.mark.django_db

ITEM = "http://testserver/moeder/direktionen/2013-08-27/punkt-1/"


@pytest.fixture
def ask(client: Client) -> Callable[..., dict[str, Any]]:
    return asking(client)


def asking(client: Client) -> Callable[..., dict[str, Any]]:
    def ask(q: str = "skole", **parameters: str | list[str]) -> dict[str, Any]:
        response = client.get(SEARCH, {"q": q, **parameters, "format": "json"})
        assert response.status_code == 200
        assert response.headers["Content-Type"] == "application/json"
        return response.json()

    return ask


def near(answer: dict[str, Any]) -> list[str]:
    return [result["title"] for result in answer["near"]]


def found(answer: dict[str, Any]) -> list[str]:
    return [result["title"] for result in answer["results"]]


@pytest.mark.usefixtures("schools")
def test_a_result_tells_what_it_is_and_why_it_was_found(ask):
    answer = ask("godkendes skole")
    assert answer["results"] == [
        {
            "title": "Ny skole",
            "url": ITEM,
            "body": "Direktionen",
            "date": "2013-08-27",
            "number": 1,
            "case_number": "12/32140",
            "outcome": "godkendt",
            "outcomes": ["godkendt"],
            "centres": ["HRC"],
            "snippet": "Skolen godkendes",
            "marks": [[0, 6], [7, 16]],
            "section": "Beslutning",
            "found_under": [],
            "more_in_case": 0,
        }
    ]


def test_what_an_item_does_not_have_is_null(ask):
    add_indexed_item(add_meeting(), "Skole")
    (result,) = ask()["results"]
    keys = ("case_number", "outcome", "snippet", "section")
    assert [result[key] for key in keys] == [None] * 4
    assert (result["centres"], result["marks"]) == ([], [])


@pytest.mark.usefixtures("schools")
def test_the_search_is_told_with_its_count_time_and_pages(ask):
    answer = ask("  ny\u00ad   SKOLE ")
    assert answer["query"] == "ny SKOLE"
    assert (answer["count"], answer["count_is_exact"]) == (1, True)
    assert (answer["page"], answer["pages"]) == (1, 1)
    assert 0 < answer["took_ms"] < 60_000
    assert answer["did_you_mean"] is None
    assert answer["direct"] == {}
    assert answer["notices"] == []


@pytest.mark.usefixtures("schools")
def test_facets_have_the_values_of_the_address_and_lead_to_the_narrowed_search(ask):
    facets = ask()["facets"]
    assert facets == {
        "year": [
            {"value": "2014", "label": "2014", "count": 1, "is_exact": True},
            {"value": "2013", "label": "2013", "count": 2, "is_exact": True},
        ],
        "body": [
            {"value": "direktionen", "label": "Direktionen", "count": 2, "is_exact": True},
            {"value": "byraadet", "label": "Byrådet", "count": 1, "is_exact": True},
        ],
        "centre": [{"value": "hrc", "label": "HR-Centret (HRC)", "count": 1, "is_exact": True}],
        "outcome": [
            {"value": "godkendt", "label": "godkendt", "count": 1, "is_exact": True},
            {"value": "udsat", "label": "udsat", "count": 1, "is_exact": True},
        ],
        "attachments": [{"value": "uden", "label": "Uden bilag", "count": 3, "is_exact": True}],
    }
    parameters = {
        "year": "aar",
        "body": "organ",
        "centre": "center",
        "outcome": "udfald",
        "attachments": "bilag",
    }
    for name, values in facets.items():
        for value in values:
            assert ask(**{parameters[name]: value["value"]})["count"] == value["count"]


@pytest.mark.usefixtures("schools")
@pytest.mark.parametrize(
    ("typed", "direct"),
    [
        (
            "sag 12-32140",
            {"cases": [{"number": "12/32140", "items": 2, "url": "http://testserver/sager/12/32140/"}]},
        ),
        ("12/32141", {"cases": [{"number": "12/32141", "items": 0, "url": None}]}),
        (
            "216558-15",
            {
                "documents": [
                    {"number": "216558/15", "items": 1, "url": "http://testserver/dokumenter/216558-15/"}
                ]
            },
        ),
        ("216559/15", {"documents": [{"number": "216559/15", "items": 0, "url": None}]}),
        ("skole", {}),
    ],
)
def test_a_number_is_told_where_it_leads(ask, typed, direct):
    assert ask(typed)["direct"] == direct


@pytest.mark.usefixtures("many")
def test_the_pages_hold_every_hit_once(ask):
    answers = [ask(side=side, sort="nyeste") for side in ("1", "2", "3")]
    assert [answer["page"] for answer in answers] == [1, 2, 3]
    assert {answer["pages"] for answer in answers} == {3}
    assert list(chain.from_iterable(map(found, answers))) == [f"Skole {number:02}" for number in range(1, 24)]
    assert len(ask(antal="25")["results"]) == 23
    assert ask(side="99")["page"] == 3


def test_of_many_hits_the_count_is_said_not_to_be_exact(ask):
    add_indexed_items(add_meeting(), 1001, "Skole")
    answer = ask()
    assert (answer["count"], answer["count_is_exact"]) == (1000, False)
    assert answer["facets"]["year"] == [{"value": "2013", "label": "2013", "count": 1000, "is_exact": False}]


@pytest.mark.usefixtures("schools")
def test_by_case_one_result_stands_for_the_others(ask):
    answer = ask(sort="sager")
    assert answer["count"] == 3
    assert sorted((result["case_number"] or "", result["more_in_case"]) for result in answer["results"]) == [
        ("", 0),
        ("12/32140", 1),
    ]


@pytest.mark.usefixtures("schools")
def test_a_filter_that_says_nothing_finds_nothing_and_what_has_no_effect_is_told_too(ask):
    answer = ask(aar="igår", antal="7", sort="nyeste", hest="1")
    assert (answer["count"], answer["count_is_exact"], answer["results"]) == (0, True, [])
    assert answer["notices"] == [
        "Året i adressen er ikke et årstal. Derfor er intet fundet.",
        "En side viser 10, 25 eller 50 punkter.",
        "Søgningen kender ikke »hest«, der står i adressen. Det ændrer intet.",
    ]


@pytest.mark.usefixtures("schools")
def test_the_filters_are_told_as_they_were_understood(ask):
    answer = ask(aar=["2013", "2014", "99"], fra="august 2013", til="1/9 2013", sag="sag nr. 2012-32140")
    assert answer["filters"] == [
        {"label": "År: 2013", "parameters": {"aar": "2013"}},
        {"label": "År: 2014", "parameters": {"aar": "2014"}},
        {
            "label": "Periode: 01-08-2013 – 01-09-2013",
            "parameters": {"fra": "2013-08-01", "til": "2013-09-01"},
        },
        {"label": "Sag: 12/32140", "parameters": {"sag": "12/32140"}},
    ]
    assert ask()["filters"] == []


@pytest.mark.parametrize("typed", ["", "og", "???", "\x00"])
def test_a_query_that_asks_for_nothing_finds_nothing(ask, typed):
    answer = ask(typed)
    assert (answer["count"], answer["count_is_exact"], answer["results"]) == (0, True, [])
    assert answer["facets"] == {"year": [], "body": [], "centre": [], "outcome": [], "attachments": []}


def test_markup_is_text_and_nothing_is_escaped_twice(ask):
    add_indexed_item(add_meeting(), "Skole <b> & co", "Om <script>alert(1)</script> & skole")
    (result,) = ask()["results"]
    assert result["title"] == "Skole <b> & co"
    assert result["snippet"] == "Om <script>alert(1)</script> & skole"
    assert [result["snippet"][start:end] for start, end in result["marks"]] == ["skole"]


@pytest.mark.parametrize("typed", ["skole", "12/32140", "216558/15", "HRC"])
def test_what_is_not_public_is_not_told(ask, typed):
    add_hidden()
    answer = ask(typed)
    assert answer["count"] == 0
    assert not any(answer["facets"].values())
    assert not answer["direct"].get("meetings")
    assert all(thing.get("items", 0) == 0 for things in answer["direct"].values() for thing in things)


def test_staff_are_told_of_drafts_as_on_the_page(staff_client):
    add_hidden()
    assert found(asking(staff_client)()) == ["Skole i kladde"]


@pytest.mark.usefixtures("schools")
@pytest.mark.parametrize("wanted", ["", "xml", "JSON", "json ", "html"])
def test_an_unknown_format_is_the_page(client, wanted):
    response = client.get(SEARCH, {"q": "skole", "format": wanted})
    assert response.headers["Content-Type"].startswith("text/html")


@pytest.mark.usefixtures("schools")
def test_the_head_alone_can_be_asked_for(client):
    response = client.head(SEARCH, {"q": "skole", "format": "json"})
    assert (response.status_code, response.content) == (200, b"")


def keys(value: object) -> object:
    """The keys of a document, with those of the first of each list."""
    if isinstance(value, dict):
        return {key: keys(below) for key, below in value.items()}
    return [keys(value[0])] if isinstance(value, list) and value else None


def test_the_example_in_the_documentation_has_the_keys_of_an_answer(ask):
    add_indexed_item(
        add_meeting(),
        "Skole",
        case="12/32140",
        sections={SectionKind.DECISION: "Skolens sag 12/32140"},
        outcomes=[(Outcome.APPROVED, "2013-08-27")],
        centres={"HRC": "HR-Centret"},
    )
    text = (Path(site.BASE_DIR) / "docs" / "search-api.md").read_text(encoding="utf-8")
    example = json.loads(re.search(r"```json\n(.*?)```", text, re.DOTALL)[1])
    assert keys(example) == keys(ask("12/32140", aar="2013", hest="1"))
    for key in [*example, *example["results"][0], *example["facets"]]:
        assert f"`{key}`" in text


def test_withdrawn_between_finding_and_reading_is_not_told(ask):
    meeting = add_meeting()
    add_indexed_item(meeting, "Skole")
    type(meeting).objects.update(state=PublicationState.WITHDRAWN)
    assert ask()["results"] == []


@pytest.mark.usefixtures("schools")
def test_a_misspelt_word_is_told_with_the_results_for_what_was_meant(ask):
    answer = ask("godkendse")
    assert (answer["query"], answer["results_for"], answer["did_you_mean"]) == (
        "godkendse",
        "godkendes",
        "godkendes",
    )
    assert found(answer) == ["Ny skole"]


@pytest.mark.usefixtures("schools")
def test_results_for_any_of_the_words_are_told_to_be_that(ask):
    answer = ask("veje tag")
    assert (answer["results_for"], answer["did_you_mean"]) == ("veje OR tag", None)
    assert near(answer) == ["Skoler og veje", "Skolens tag"]


@pytest.mark.usefixtures("schools")
def test_results_without_the_words_that_no_item_has_are_told_to_be_that(ask):
    answer = ask("kloak tag")
    assert (answer["results_for"], answer["did_you_mean"]) == ("tag", None)
    assert near(answer) == ["Skolens tag"]


@pytest.mark.usefixtures("schools")
def test_what_is_near_is_no_result(ask):
    answer = ask("kloak tag")
    assert (answer["results"], answer["count"], answer["facets"]) == ([], 0, {})
    assert ask("tag")["near"] == []


@pytest.mark.usefixtures("schools")
def test_the_words_that_only_ask_are_told(ask):
    answer = ask("hvad blev der besluttet om skolens tag")
    assert answer["left_out"] == ["hvad", "blev", "der", "besluttet", "om"]
    assert found(answer) == ["Skolens tag"]
    assert ask("skolens tag")["left_out"] == []


@pytest.mark.usefixtures("schools")
def test_the_item_of_a_reference_is_told(ask):
    answer = ask("Direktionen 27. august 2013, punkt 1")
    address = "http://testserver/moeder/direktionen/2013-08-27/punkt-1/"
    assert answer["direct"]["items"] == [{"title": "Ny skole", "number": 1, "url": address}]
    assert found(answer) == ["Ny skole", "Skolens tag"]


@pytest.mark.usefixtures("schools")
def test_what_a_day_a_centre_or_a_body_leads_to_is_told(ask):
    assert ask("27-08-2013")["direct"] == {
        "meetings": [
            {
                "body": "Direktionen",
                "date": "2013-08-27",
                "url": "http://testserver/moeder/direktionen/2013-08-27/",
            }
        ]
    }
    assert ask("HRC")["direct"]["centres"] == [
        {"code": "HRC", "name": "HR-Centret", "url": "http://testserver/centre/hrc/"}
    ]
    assert ask("byrådet")["direct"]["bodies"] == [
        {"name": "Byrådet", "url": "http://testserver/moeder/?organ=byraadet"}
    ]
