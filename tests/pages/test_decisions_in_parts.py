"""A decision in parts is shown with the outcome of each point, wherever what came of an item is shown or counted."""

from __future__ import annotations

import json
import re

import pytest
from django.test import Client

from minutes.models import AgendaItem, Outcome, SectionKind
from tests.build.indexing_client import IndexingClient
from tests.build.rows import add_decision, add_decision_in_parts, add_item, add_meeting, add_role, add_section

pytestmark = pytest.mark.django_db

BADGES = '<span class="badge badge--approved">1: Godkendt</span> <span class="badge badge--deferred">2: Udsat</span>'
APPROVED, DEFERRED = Outcome.APPROVED, Outcome.DEFERRED


@pytest.fixture
def client() -> Client:
    return IndexingClient()


@pytest.fixture
def item() -> AgendaItem:
    item = add_item(add_meeting(), "Ny kantine", "12/32140")
    add_decision_in_parts(item, APPROVED, DEFERRED)
    add_role(item)
    return item


@pytest.mark.parametrize(
    "address",
    [
        "/moeder/direktionen/2013-08-27/",
        "/moeder/direktionen/2013-08-27/punkt-1/",
        "/sager/12/32140/",
        "/centre/hrc/",
        "/soeg/?q=kantine",
        "/soeg/?udfald=udsat",
    ],
)
@pytest.mark.usefixtures("item")
def test_each_point_has_its_outcome(client: Client, address: str) -> None:
    assert BADGES in client.get(address).text


@pytest.mark.usefixtures("item")
def test_the_agenda_tells_them_too(read) -> None:
    assert (
        read("/moeder/direktionen/2013-08-27/")
        .row("1")
        .startswith("1 Ny kantine 12/32140 HRC 1: Godkendt 2: Udsat")
    )


def test_a_point_of_which_nothing_is_said_is_shown_among_the_others(client: Client) -> None:
    add_decision_in_parts(add_item(add_meeting()), APPROVED, Outcome.OTHER)
    text = client.get("/moeder/direktionen/2013-08-27/").text
    assert '<span class="badge badge--other">2: Andet</span>' in text


def test_parts_that_agree_are_one_outcome(client: Client) -> None:
    add_decision_in_parts(add_item(add_meeting()), DEFERRED, DEFERRED)
    text = client.get("/moeder/direktionen/2013-08-27/").text
    assert '<span class="badge badge--deferred">Udsat</span>' in text
    assert "1: Udsat" not in text


@pytest.mark.parametrize(
    ("decisions", "told"),
    [
        ([(APPROVED, DEFERRED)], "1 delvist udsat"),
        ([(APPROVED, DEFERRED), (DEFERRED, Outcome.REJECTED)], "2 delvist udsatte"),
        ([(APPROVED, DEFERRED), (DEFERRED,)], "2 udsatte, heraf 1 delvist"),
        ([(DEFERRED,)], "1 udsat"),
    ],
)
def test_a_meeting_counts_what_was_put_off_whole_and_in_part(read, decisions, told: str) -> None:
    meeting = add_meeting()
    for outcomes in decisions:
        add_decision_in_parts(add_item(meeting), *outcomes)
    facts = read("/moeder/direktionen/2013-08-27/").find("ul", class_="status")[0].text
    assert facts.endswith(told)


@pytest.mark.parametrize(
    ("days", "told"),
    [
        ({"2013-08-27": (APPROVED, DEFERRED)}, "1 delvis udsættelse"),
        ({"2013-08-27": (APPROVED, DEFERRED), "2013-09-10": (DEFERRED, APPROVED)}, "2 delvise udsættelser"),
        ({"2013-08-27": (APPROVED, DEFERRED), "2013-09-10": (DEFERRED,)}, "2 udsættelser, heraf 1 delvis"),
        ({"2013-08-27": (DEFERRED,), "2013-09-10": (DEFERRED,)}, "2 udsættelser"),
    ],
)
def test_a_case_counts_its_deferrals_whole_and_in_part(read, days, told: str) -> None:
    for day, outcomes in days.items():
        add_decision_in_parts(add_item(add_meeting(day), "Ny kantine", "12/32140"), *outcomes)
    assert read("/sager/12/32140/").find("ul", class_="facts")[0].text.endswith(told)


@pytest.mark.usefixtures("item")
def test_a_timeline_says_that_only_a_part_waits_and_when_it_was_taken_up(read) -> None:
    assert "Delvist udsat – ikke set siden" in read("/sager/12/32140/").main
    add_decision(add_item(add_meeting("2013-09-10"), "Ny kantine", "12/32140"))
    assert "Delvist udsat – taget op igen 10-09-2013, 14 dage efter" in read("/sager/12/32140/").main


@pytest.mark.usefixtures("item")
def test_programs_get_the_whole_and_a_list(client: Client) -> None:
    (result,) = json.loads(client.get("/soeg/?q=kantine&format=json").content)["results"]
    assert (result["outcome"], result["outcomes"]) == ("andet", ["godkendt", "udsat"])


def test_programs_get_a_list_of_one_or_none(client: Client) -> None:
    meeting = add_meeting()
    add_decision(add_item(meeting, "Kantine A"), outcome=Outcome.APPROVED_WITH_REMARK)
    add_item(meeting, "Kantine B")
    results = json.loads(client.get("/soeg/?q=kantine&format=json").content)["results"]
    assert {result["title"]: (result["outcome"], result["outcomes"]) for result in results} == {
        "Kantine A": ("godkendt-med-bemaerkning", ["godkendt-med-bemaerkning"]),
        "Kantine B": (None, []),
    }


@pytest.mark.parametrize("word", ["godkendt", "udsat"])
@pytest.mark.usefixtures("item")
def test_an_item_is_found_and_counted_under_each_of_its_outcomes(client: Client, word: str) -> None:
    answer = json.loads(client.get(f"/soeg/?q=kantine&udfald={word}&format=json").content)
    assert [result["title"] for result in answer["results"]] == ["Ny kantine"]
    facet = {value["value"]: value["count"] for value in answer["facets"]["outcome"]}
    assert facet == {"godkendt": 1, "udsat": 1}


@pytest.mark.parametrize("word", ["andet", "afvist", "godkendt-med-bemaerkning"])
@pytest.mark.usefixtures("item")
def test_it_is_not_found_under_others(client: Client, word: str) -> None:
    answer = json.loads(client.get(f"/soeg/?q=kantine&udfald={word}&format=json").content)
    assert answer["results"] == []


@pytest.mark.parametrize(
    ("address", "told"),
    [
        ("/soeg/?q=kantine&format=csv", "godkendt, udsat"),
        ("/centre/hrc/?format=csv", "godkendt, udsat"),
        ("/sager/12/32140/?format=csv", "1: godkendt, 2: udsat"),
    ],
)
@pytest.mark.usefixtures("item")
def test_files_have_all_outcomes_in_one_cell(client: Client, address: str, told: str) -> None:
    assert told in b"".join(client.get(address).streaming_content).decode()


@pytest.mark.usefixtures("item")
def test_a_feed_tells_each_point(client: Client) -> None:
    feed = client.get("/sager/12/32140/feed/").text
    assert re.search(r"1: godkendt, 2: udsat: Ad 1\) Godkendt\.", feed)


def test_a_recommendation_stands_beside_what_differs_from_it_in_a_part(
    client: Client, item: AgendaItem
) -> None:
    address = "/moeder/direktionen/2013-08-27/punkt-1/"
    add_section(item, SectionKind.RECOMMENDATION, "Det indstilles, at planen godkendes.")
    assert 'class="differs"' in client.get(address).text
    item.decision_parts.update(outcome=APPROVED)
    item.decisions.update(outcome=APPROVED)
    assert 'class="differs"' not in client.get(address).text
