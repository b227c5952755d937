"""Editors keep the synonyms of the search: each word on a line, what they do in the log, and nothing strange stored."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse

from minutes.models import Event, SynonymGroup
from tests.build.indexed import add_indexed_item
from tests.build.page import Page
from tests.build.rows import add_meeting
from tests.build.searching import titles
from tests.build.synonyms import add_synonyms

ADD = "/admin/minutes/synonymgroup/add/"
LIST = "/admin/minutes/synonymgroup/"


@pytest.fixture
def keeper(staff: Callable[..., Client]) -> Client:
    return staff(*(f"{verb}_synonymgroup" for verb in ("view", "add", "change", "delete")))


def address(group: SynonymGroup, view: str = "change") -> str:
    return reverse(f"admin:minutes_synonymgroup_{view}", args=[group.pk])


def events() -> list[tuple[str, str, str]]:
    return [*Event.objects.order_by("pk").values_list("subject", "details", "by_name")]


def test_a_group_holds_from_the_moment_in_which_it_is_saved(keeper):
    add_indexed_item(add_meeting(), "Nye dagtilbud")
    assert titles("dagpasning") == []
    sent = {"wider": "", "words": "  dagpasning \r\n\r\ndagtilbud\r\npasning  af børn"}
    assert keeper.post(ADD, sent).status_code == 302
    assert SynonymGroup.objects.get().words == ["dagpasning", "dagtilbud", "pasning af børn"]
    assert titles("dagpasning") == ["Nye dagtilbud"]
    assert events() == [("dagpasning, dagtilbud, pasning af børn", "ny gruppe", "medarbejder")]


def test_what_was_changed_stands_in_the_log_and_what_was_not_does_not(keeper):
    group = add_synonyms("dagpasning", "dagtilbud")
    keeper.post(address(group), {"wider": "", "words": "dagpasning\ndagtilbud"})
    assert events() == []
    keeper.post(address(group), {"wider": "pasning", "words": "dagtilbud\nvuggestue"})
    assert events() == [
        (
            "pasning ← dagtilbud, vuggestue",
            "bredere ord: intet → pasning; tilføjet: vuggestue; fjernet: dagpasning",
            "medarbejder",
        )
    ]


def test_whoever_opens_a_group_sees_a_word_on_each_line(keeper):
    page = keeper.get(address(add_synonyms("APV", "arbejdspladsvurdering"))).text
    assert "APV\narbejdspladsvurdering" in page


def test_a_group_that_is_deleted_stands_in_the_log(keeper):
    group, other = add_synonyms("dagpasning", "dagtilbud"), add_synonyms("chef", "leder")
    keeper.post(address(group, "delete"), {"post": "yes"})
    chosen = {"action": "delete_selected", "_selected_action": [other.pk], "post": "yes"}
    keeper.post(LIST, chosen)
    assert not SynonymGroup.objects.exists()
    assert [event[:2] for event in events()] == [
        ("dagpasning, dagtilbud", "slettet"),
        ("chef, leder", "slettet"),
    ]


@pytest.mark.parametrize(
    ("sent", "told"),
    [
        ({"words": "dagpasning"}, "mindst to ord"),
        ({"words": "\n \n", "wider": "pasning"}, "Feltet er påkrævet|Dette felt er påkrævet|mindst"),
        ({"words": "dagpasning\nDagpasningen"}, "er det samme ord"),
        ({"words": "pasningen", "wider": "pasning"}, "er det samme ord"),
        ({"words": "dagpasning\n2013"}, "mindst ét bogstav"),
        ({"words": "dagpasning\n---"}, "mindst ét bogstav"),
        ({"words": "dagpasning\n" + "a" * 101}, "er for langt"),
        ({"words": "dagpasning\n" + "en " * 11}, "er for langt"),
        ({"words": "\n".join(f"ord{letter}" for letter in "abcdefghijklmnopqrstuvw")}, "højst 20 ord"),
        ({"words": "dagpasning\nPer, 010190-1234"}, "personnummer"),
        ({"words": "dagpasning\ndag\0tilbud"}, "Null|NUL|nul"),
    ],
)
def test_what_is_no_group_is_refused_and_says_why(sent, told, keeper):
    page = keeper.post(ADD, {"wider": "", **sent})
    assert page.status_code == 200
    assert any(each in page.text for each in told.split("|"))
    assert not SynonymGroup.objects.exists()


def test_whoever_saves_hears_that_a_word_is_a_unit_s_name_or_in_another_group(keeper):
    add_synonyms("SU", "statens uddannelsesstøtte")
    add_synonyms("SU", wider="ydelser")
    page = keeper.post(ADD, {"wider": "", "words": "HRC\nSU\nsamarbejdsudvalg"}, follow=True).text
    assert "»HRC« er også et navn på HR-Centret (HRC)" in page
    assert "»SU« står også i gruppen »SU, statens uddannelsesstøtte«" in page
    assert "»SU« står også i gruppen »ydelser" not in page, "by a word of that group nothing more is found"


def test_the_list_finds_a_group_by_any_of_its_words(keeper):
    add_synonyms("dagpasning", "dagtilbud")
    add_synonyms("hjemmepleje", wider="ældrepleje")
    for asked, there, gone in [
        ("tilbud", "dagpasning", "hjemmepleje"),
        ("ældre", "hjemmepleje", "dagtilbud"),
    ]:
        page = Page(keeper.get(LIST, {"q": asked})).main
        assert there in page
        assert gone not in page


def test_who_may_only_look_looks(staff):
    group, client = add_synonyms("dagpasning", "dagtilbud"), staff("view_synonymgroup")
    page = Page(client.get(address(group)))
    assert "dagtilbud" in page.main
    assert not page.find("textarea")
    assert client.post(address(group), {"words": "a\nb"}).status_code == 403
