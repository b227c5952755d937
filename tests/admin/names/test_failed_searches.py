"""Searches that found nothing become another name of a centre or a body with one click, or go."""

from __future__ import annotations

import datetime
from collections.abc import Callable

import pytest
from django.test import Client

from minutes.admin.names.waiting import count_failed_searches, count_new_bodies
from minutes.models import EVERYBODY, Body, BodyAlias, Centre, CentreAlias, Event, FailedSearch, SynonymGroup
from tests.build.indexed import add_indexed_item, add_indexed_items
from tests.build.page import Page
from tests.build.rows import add_meeting
from tests.build.searching import titles
from tests.build.synonyms import add_synonyms

PAGE = "/admin/minutes/failedsearch/afgoer/"


def failed(words: str, times: int = 1) -> FailedSearch:
    return FailedSearch.objects.create(words=words, times=times, last=datetime.date(2026, 1, 2))


def jobs() -> Centre:
    return Centre.objects.get(code="JC")


def test_the_commonest_stand_first(editor):
    failed("sjælden")
    failed("arbejdsformidlingen", 40)
    page = Page(editor.get(PAGE))
    assert page.main.index("arbejdsformidlingen") < page.main.index("sjælden")
    assert count_failed_searches(EVERYBODY) == 2
    assert count_new_bodies(EVERYBODY) == 0


def test_words_become_another_name_of_a_centre_in_searches_alone(editor):
    add_indexed_item(add_meeting(), "Nye ledige", centres={"JC": "Jobcentret"})
    search = failed("arbejdsformidlingen")
    assert titles("arbejdsformidlingen") == []
    response = editor.post(PAGE, {"search": search.pk, "unit": f"centre-{jobs().pk}"}, follow=True)
    assert "»arbejdsformidlingen« finder nu JC – Jobcentret." in response.text
    assert CentreAlias.objects.get(text="arbejdsformidlingen").is_for_search_only
    assert titles("arbejdsformidlingen") == ["Nye ledige"]
    assert not FailedSearch.objects.exists()
    assert Event.objects.get().subject == "arbejdsformidlingen"


def test_or_of_a_body(editor):
    search = failed("kommunalbestyrelsen")
    body = Body.objects.get(slug="byraadet")
    editor.post(PAGE, {"search": search.pk, "unit": f"body-{body.pk}"})
    assert BodyAlias.objects.get(text="kommunalbestyrelsen").body == body


@pytest.mark.parametrize("words", ["hrc", "hr-centeret", "oekonomiudvalget", "ø.u."])
def test_the_name_of_another_unit_is_refused(words, editor):
    search = failed(words)
    response = editor.post(PAGE, {"search": search.pk, "unit": f"centre-{jobs().pk}"}, follow=True)
    assert "kan ikke bruges" in response.text
    assert not CentreAlias.objects.filter(text=words).exists()
    assert FailedSearch.objects.exists()


def test_words_that_stand_in_many_items_are_asked_about(editor):
    add_indexed_items(add_meeting(), 6, "Grøn omstilling")
    search = failed("grøn omstilling")
    sent = {"search": search.pk, "unit": f"centre-{jobs().pk}"}
    page = Page(editor.post(PAGE, sent))
    assert "»grøn omstilling« står i 6 punkter" in page.main
    assert page.find("input", name="save_anyway", type="checkbox")
    (chosen,) = [option for option in page.find("option") if "selected" in option.attributes]
    assert chosen.text == "Jobcentret (JC)"
    assert not CentreAlias.objects.filter(text="grøn omstilling").exists()
    editor.post(PAGE, sent | {"save_anyway": "on"})
    assert CentreAlias.objects.filter(text="grøn omstilling").exists()


def test_words_are_taken_off_the_list_and_stand_in_no_log(editor):
    search = failed("vinterbadning")
    assert (
        "er fjernet fra listen" in editor.post(PAGE, {"search": search.pk, "remove": "1"}, follow=True).text
    )
    assert not FailedSearch.objects.exists()
    assert "vinterbadning" not in str(Event.objects.values())


def test_of_two_at_once_the_second_is_told(editor):
    search = failed("arbejdsformidlingen")
    sent = {"search": search.pk, "unit": f"centre-{jobs().pk}"}
    editor.post(PAGE, sent)
    assert "allerede behandlet" in editor.post(PAGE, sent, follow=True).text


@pytest.mark.parametrize(
    "unit", ["", "centre", "centre-", "centre-x", "body-0", "andet-1", "centre-" + "9" * 40]
)
def test_nobody_is_meant_by_nonsense(unit, editor):
    search = failed("arbejdsformidlingen")
    assert "Vælg det center" in editor.post(PAGE, {"search": search.pk, "unit": unit}, follow=True).text
    assert editor.post(PAGE, {"search": unit}).status_code == 302


def test_others_see_and_do_nothing(staff):
    search, client = failed("arbejdsformidlingen"), staff("view_failedsearch", "change_centre")
    assert client.get(PAGE).status_code == 403
    assert client.post(PAGE, {"search": search.pk, "remove": "1"}).status_code == 403
    assert FailedSearch.objects.exists()


def test_the_page_takes_the_same_queries_however_many_there_are(editor, django_assert_max_num_queries):
    for number in range(60):
        failed(f"ord {'abcdefghij'[number % 10]} {number}")
    with django_assert_max_num_queries(9):
        page = Page(editor.get(PAGE))
    assert "De 50 hyppigste af 60" in page.main


def may_say_synonyms(staff: Callable[..., Client]) -> Client:
    return staff("change_centre", "change_body", "add_synonymgroup", "change_synonymgroup")


def test_words_become_a_synonym_of_the_word_that_is_typed_beside_them(staff):
    add_indexed_item(add_meeting(), "Nye dagtilbud")
    search, client = failed("børnepasning"), may_say_synonyms(staff)
    assert titles("børnepasning") == []
    sent = {"search": search.pk, "of": " dagtilbud ", "synonym": "1"}
    response = client.post(PAGE, sent, follow=True)
    assert "»børnepasning« står nu i gruppen »dagtilbud, børnepasning«" in response.text
    assert titles("børnepasning") == ["Nye dagtilbud"]
    assert not FailedSearch.objects.exists()
    event = Event.objects.get()
    assert (event.subject, event.details, event.by_name) == (
        "dagtilbud, børnepasning",
        "ny gruppe",
        "medarbejder",
    )


def test_they_come_into_the_group_that_has_the_word_in_any_form(staff):
    group = add_synonyms("dagpasning", "dagtilbud")
    add_synonyms("dagtilbud", wider="børn og unge")
    sent = {"search": failed("børnepasning").pk, "of": "Dagtilbuddene", "synonym": "1"}
    may_say_synonyms(staff).post(PAGE, sent)
    group.refresh_from_db()
    assert group.words == ["dagpasning", "dagtilbud", "børnepasning"]
    assert Event.objects.get().details == "tilføjet: børnepasning"


def test_of_two_groups_none_is_guessed(staff):
    add_synonyms("SU", "samarbejdsudvalg")
    add_synonyms("SU", "statens uddannelsesstøtte")
    sent = {"search": failed("studiestøtte").pk, "of": "su", "synonym": "1"}
    assert "står i flere grupper" in may_say_synonyms(staff).post(PAGE, sent, follow=True).text
    assert FailedSearch.objects.exists()


@pytest.mark.parametrize("of", ["", "   ", "børnepasningen", "123", "x" * 500, "\0"])
def test_nonsense_is_nobody_s_synonym(of, staff):
    sent = {"search": failed("børnepasning").pk, "of": of, "synonym": "1"}
    assert may_say_synonyms(staff).post(PAGE, sent).status_code == 302
    assert not SynonymGroup.objects.exists()
    assert FailedSearch.objects.exists()


def test_who_may_not_keep_synonyms_is_not_offered_them_and_refused(editor):
    search = failed("børnepasning")
    assert "Gem som synonym" not in editor.get(PAGE).text
    assert editor.post(PAGE, {"search": search.pk, "of": "dagtilbud", "synonym": "1"}).status_code == 403
    assert not SynonymGroup.objects.exists()
