"""The list of decisions as a file and as JSON: of what is published, whoever asks."""

from __future__ import annotations

import csv
import io
from typing import Any

import pytest
from django.test import Client

from minutes.models import Amount, Outcome, PublicationState, Relation, SectionKind
from tests.build.rows import add_decision, add_decision_in_parts, add_item, add_meeting, add_section

ADDRESS = "/beslutninger/"

pytestmark = pytest.mark.django_db


@pytest.fixture
def decision(db: None) -> None:
    item = add_item(add_meeting("2013-09-24", "Byrådet"), "Ny kantine", "12/32140")
    add_section(item, SectionKind.RECOMMENDATION, "Der gives 3,3 mio. kr.")
    decision = add_decision(
        item, "Indstillingen godkendt.", Outcome.APPROVED, date="2013-09-03", body="Økonomiudvalget"
    )
    decision.relation = Relation.REFERS
    decision.save()
    Amount.objects.create(
        item=item,
        position=1,
        line=1,
        column=0,
        text="3,3 mio. kr.",
        value=3_300_000,
        section=SectionKind.RECOMMENDATION,
    )


def rows(client: Client, **asked: str) -> list[dict[str, str]]:
    response = client.get(ADDRESS, {"format": "csv", **asked})
    assert response["Content-Disposition"] == 'attachment; filename="beslutninger.csv"'
    text = response.getvalue().decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text), delimiter=";"))


def answer(client: Client, **asked: str) -> dict[str, Any]:
    return client.get(ADDRESS, {"format": "json", **asked}).json()


@pytest.mark.usefixtures("decision")
def test_a_row_of_the_file_holds_all_that_the_list_tells(client: Client) -> None:
    assert rows(client) == [
        {
            "Besluttet den": "03-09-2013",
            "Besluttet af": "Økonomiudvalget",
            "Titel": "Ny kantine",
            "Sag": "sag 12/32140",
            "Udfald": "godkendt",
            "Beslutning": "Indstillingen godkendt.",
            "Indstilling": "Der gives 3,3 mio. kr.",
            "Over for indstillingen": "henviser til indstillingen",
            "Beløb i beslutningen": "",
            "Beløb i indstillingen": "3.300.000 kr. (3,3 mio. kr.)",
            "Mødedato": "24-09-2013",
            "Mødets organ": "Byrådet",
            "Punkt": "1",
            "Adresse": "http://testserver/moeder/byraadet/2013-09-24/punkt-1/",
        }
    ]


@pytest.mark.usefixtures("decision")
def test_an_entry_of_the_json_holds_all_that_the_list_tells(client: Client) -> None:
    assert answer(client) == {
        "count": 1,
        "count_is_exact": True,
        "page": 1,
        "pages": 1,
        "filters": {},
        "results": [
            {
                "date": "2013-09-03",
                "body": "Økonomiudvalget",
                "title": "Ny kantine",
                "url": "http://testserver/moeder/byraadet/2013-09-24/punkt-1/",
                "label": "1",
                "meeting": {"body": "Byrådet", "date": "2013-09-24"},
                "is_own": False,
                "case_number": "12/32140",
                "outcomes": ["godkendt"],
                "answers": [],
                "decision": "Indstillingen godkendt.",
                "recommendation": "Der gives 3,3 mio. kr.",
                "relation": "refers",
                "is_as_recommended": True,
                "amounts": {
                    "decision": [],
                    "recommendation": [{"value": 3_300_000, "text": "3,3 mio. kr.", "is_approximate": False}],
                },
            }
        ],
        "notices": [],
    }


def test_parts_are_told_each(client: Client) -> None:
    add_decision_in_parts(add_item(add_meeting()), Outcome.APPROVED, Outcome.DEFERRED)
    (result,) = answer(client)["results"]
    assert result["outcomes"] == ["godkendt", "udsat"]
    assert result["answers"] == [
        {"point": "1", "outcome": "godkendt"},
        {"point": "2", "outcome": "udsat"},
    ]
    assert rows(client)[0]["Udfald"] == "1: godkendt, 2: udsat"


@pytest.mark.usefixtures("decision")
def test_both_are_narrowed_as_the_page_is(client: Client) -> None:
    add_decision(add_item(add_meeting("2014-01-07"), "Skole"))
    assert [row["Titel"] for row in rows(client, aar="2014")] == ["Skole"]
    narrowed = answer(client, aar="2014", udsat="9")
    assert [result["title"] for result in narrowed["results"]] == ["Skole"]
    assert narrowed["filters"] == {"aar": "2014"}
    assert narrowed["notices"] == ["Udsat i adressen kan kun være 1."]


def test_drafts_are_in_neither_whoever_asks(staff_client: Client) -> None:
    add_decision(add_item(add_meeting(state=PublicationState.DRAFT), "Ny kantine"))
    assert rows(staff_client) == []
    assert answer(staff_client)["results"] == []
    assert answer(staff_client)["count"] == 0


def test_closed_items_are_in_neither(client: Client) -> None:
    add_decision(add_item(add_meeting(), "Ny kantine", is_closed=True))
    assert rows(client) == []
    assert answer(client)["count"] == 0


def test_a_decision_that_looks_like_a_formula_is_text(client: Client) -> None:
    add_decision(add_item(add_meeting(), "=1+1"), "-2")
    (row,) = rows(client)
    assert (row["Titel"], row["Beslutning"]) == ("'=1+1", "'-2")


def test_another_format_is_the_page(client: Client) -> None:
    assert client.get(ADDRESS, {"format": "pdf"})["Content-Type"].startswith("text/html")
