"""The page of one topic."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest
from django.test import Client

from minutes.matters.joining.topics import join_topics
from minutes.models import TopicKey
from tests.build.follow_ups import list_held, matter_held
from tests.build.page import Page
from tests.build.rows import add_centre, add_editor

Read = Callable[..., Page]
ADDRESS = "/opfoelgning/emner/ny-cykelsti/"


@pytest.fixture(autouse=True)
def _centres(db: None) -> None:
    add_centre("TMC", "Teknik- og Miljøcentret")


def hold() -> None:
    list_held("05-02-2013", ("Ny cykelsti", "Februar", "TMC"))
    list_held("05-03-2013", ("NY CYKELSTI", "Juni", "PA"))
    matter_held("09-04-2013", "A - Ny cykelsti", "13/101", "Godkendt.")


def test_all_rows_stand_in_order_with_their_deadlines_and_who_had_them(read: Read) -> None:
    hold()
    page = read(ADDRESS)
    assert page.title == "NY CYKELSTI"
    assert page.row("Direktionen 05-02") == (
        "Direktionen 05-02-2013, punkt 1 Frist: Februar læst som februar 2013 Ansvarlig: TMC"
    )
    assert page.row("Direktionen 05-03") == (
        "Direktionen 05-03-2013, punkt 1 nu skrevet NY CYKELSTI Frist: Juni læst som juni 2013"
        " udskudt 4 måneder Ansvarlig: PA"
    )
    assert "På listen · " not in page.main
    for fact in ("På listen", "Først set 05-02-2013", "Sidst set 05-03-2013", "2 gange", "Udskudt 1 gang"):
        assert fact in page.find("ul", class_="facts")[0].text
    assert "Over frist: emnet står på den seneste huskeliste, og fristen var 30-06-2013." in page.main


def test_the_items_that_bear_its_name_and_its_other_wordings_are_told(read: Read) -> None:
    hold()
    page = read(ADDRESS)
    assert page.link("A - Ny cykelsti") == "/moeder/direktionen/2013-04-09/punkt-1/"
    assert page.find("section", aria_labelledby="ordlyd")[0].text == "Også skrevet Ny cykelsti"


def test_what_the_archive_joined_is_told_as_such_and_its_address_leads_on(read: Read, client: Client) -> None:
    list_held("05-02-2013", ("Ny cykelsti", "Februar", "TMC"))
    list_held("05-03-2013", ("Forbindelsen over mosen", "Marts", "PA"))
    one, other = TopicKey.objects.order_by("pk")
    TopicKey.objects.filter(pk=other.pk).update(joined_to=one)
    join_topics([one.pk, other.pk])
    page = read(ADDRESS)
    assert page.title == "Forbindelsen over mosen"
    assert "Ny cykelsti (samlet af arkivet)" in page.main
    response = client.get(f"/opfoelgning/emner/{other.slug}/?format=csv")
    assert (response.status_code, response["Location"]) == (302, f"{ADDRESS}?format=csv")


def test_a_topic_that_has_left_the_list_is_not_said_to_be_done(read: Read) -> None:
    hold()
    list_held("07-05-2013", ("Ferie", "Juni", "HRC"))
    page = read(ADDRESS)
    assert "Ikke længere på listen" in page.find("ul", class_="facts")[0].text
    assert "Det siger ikke, at det er gjort." in page.main
    assert "Over frist" not in page.main


@pytest.mark.parametrize("slug", ["findes-ikke", "x" * 500, "1"])
def test_an_unknown_topic_is_not_found_and_the_page_leads_to_the_list(read: Read, slug: str) -> None:
    page = read(f"/opfoelgning/emner/{slug}/")
    assert page.status == 404
    assert "/opfoelgning/" in page.links


def test_a_topic_of_a_draft_is_not_found_but_by_staff(read: Read, read_as_staff: Read) -> None:
    list_held("05-02-2013", ("Ny cykelsti", "Februar", "TMC"), publish=False)
    unknown = read("/opfoelgning/emner/findes-ikke/")
    page = read(ADDRESS)
    assert (page.status, page.main) == (404, unknown.main)
    assert read_as_staff(ADDRESS).status == 200
    # Files have no drafts, whoever asks.
    assert read_as_staff(ADDRESS, format="json").status == 404


def test_a_draft_changes_nothing_that_everybody_is_told(read: Read) -> None:
    hold()
    before = read(ADDRESS).main
    list_held("07-05-2013", ("Ny cykelsti", "December", "PA"), publish=False)
    matter_held("11-06-2013", "Ny cykelsti", "13/101", "Godkendt.", publish=False)
    assert read(ADDRESS).main == before


def test_the_rows_can_be_had_as_a_file(client: Client) -> None:
    hold()
    text = client.get(ADDRESS, {"format": "csv"}).getvalue().decode("utf-8-sig")
    place = "http://testserver/moeder/direktionen"
    assert text.splitlines() == [
        "Mødedato;Organ;Punkt;Emne;Frist som skrevet;Frist senest;Flyttet;Ansvarlig;Adresse",
        f"05-02-2013;Direktionen;1;Ny cykelsti;Februar;28-02-2013;;TMC;{place}/2013-02-05/punkt-1/",
        f"05-03-2013;Direktionen;1;NY CYKELSTI;Juni;30-06-2013;udskudt 4 måneder;PA;{place}/2013-03-05/punkt-1/",
    ]


def test_the_topic_can_be_had_as_json(client: Client) -> None:
    hold()
    answer = json.loads(client.get(ADDRESS, {"format": "json"}).content)
    assert (answer["topic"], answer["slips"], answer["times"]) == ("NY CYKELSTI", 1, 2)
    assert answer["wordings"] == [{"text": "Ny cykelsti", "is_by_hand": False}]
    assert [item["title"] for item in answer["led_to"]] == ["A - Ny cykelsti"]
    assert [(row["move"], row["is_slip"]) for row in answer["rows"]] == [
        (None, False),
        ("udskudt 4 måneder", True),
    ]


def test_a_topic_of_many_rows_comes_in_pages_and_counts_moves_across_them(read: Read) -> None:
    for number in range(1, 53):
        month = "Maj" if number <= 50 else "Juni"
        list_held(
            f"{(number - 1) % 28 + 1:02}-{(number - 1) // 28 + 1:02}-2013", ("Ny cykelsti", month, "PA")
        )
    page = read(ADDRESS)
    assert "Side 1 af 2" in page.main
    second = read(ADDRESS, side="2")
    assert "udskudt 1 måned" in second.row("Direktionen 23-02")


def test_of_hundreds_of_wordings_some_are_shown_and_the_rest_counted(read: Read, client: Client) -> None:
    # Capitals alone make no other topic.
    words = "ny cykelsti"
    ways = [words[:place] + words[place:].upper() for place in range(len(words))]
    ways += [words[:place].upper() + words[place:] for place in range(1, len(words))]
    ways += [f"{way[:3]}{way[3:].swapcase()}" for way in ways]
    ways = [way for way in dict.fromkeys(ways) if way != words][:28]
    for day, way in enumerate([*ways, words], start=1):
        list_held(f"{day:02}-03-2013", (way, "Juni", "TMC"))
    section = read(ADDRESS).find("section", aria_labelledby="ordlyd")[0].text
    assert section.endswith("og på 3 andre måder")
    assert sum(way in section for way in ways) == 25
    assert len(json.loads(client.get(f"{ADDRESS}?format=json").content)["wordings"]) == 28
    client.force_login(add_editor("anna", "change_agendaitem"))
    of_editor = read(ADDRESS).find("section", aria_labelledby="ordlyd")[0].text
    assert all(way in of_editor for way in ways)
