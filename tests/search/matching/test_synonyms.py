"""What is found by a synonym stands behind what has the word itself, and says so, in every process at once."""

from __future__ import annotations

import pytest
from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext

from minutes.models import PublicationState
from minutes.search.hits.hits import Hit, read_hits
from minutes.search.matching.filters import Sort
from minutes.search.query.named_units import read_organisation
from tests.build.indexed import add_indexed_item
from tests.build.page import Page
from tests.build.rows import add_meeting
from tests.build.searching import search, titles
from tests.build.synonyms import add_synonyms

pytestmark = pytest.mark.django_db


def hits(typed: str) -> list[Hit]:
    found = search(typed)
    return read_hits(found, list(found.ordered(Sort.RELEVANCE)))


def test_items_with_the_word_itself_stand_before_those_with_a_synonym_however_new_these_are():
    add_indexed_item(add_meeting("2013-01-01"), "Om pasning", "En dagpasning nævnes sidst i teksten.")
    add_indexed_item(add_meeting("2015-01-01"), "Dagtilbud", "Dagtilbud, dagtilbud og dagtilbud.")
    assert titles("dagpasning") == ["Om pasning"]
    add_synonyms("dagpasning", "dagtilbud")
    assert titles("dagpasning") == ["Om pasning", "Dagtilbud"]
    assert titles("dagtilbud") == ["Dagtilbud", "Om pasning"]
    assert titles('"dagpasning"') == ["Om pasning"]
    assert titles("tekst -dagpasning") == []


def test_among_items_with_the_word_itself_those_that_have_synonyms_too_gain_nothing():
    add_indexed_item(add_meeting("2013-01-01"), "Dagpasning", "Dagtilbud og dagtilbud og dagtilbud.")
    add_indexed_item(add_meeting("2014-01-01"), "Dagpasning", "Intet andet.")
    add_synonyms("dagpasning", "dagtilbud")
    found = search("dagpasning")
    assert [match.date.year for match in found.ordered(Sort.RELEVANCE)] == [2014, 2013]


def test_a_misspelt_word_finds_itself_and_synonyms_only_where_it_finds_nothing_itself(client):
    add_synonyms("dagpasning", "dagtilbud")
    add_indexed_item(add_meeting("2013-01-01"), "Dagpasning")
    add_indexed_item(add_meeting("2014-01-01"), "Dagtilbud ved søen")

    def found(typed: str) -> list[str]:
        answer = client.get("/soeg/", {"q": typed, "format": "json"}).json()
        return [hit["title"] for hit in answer["results"]]

    assert found("dagpassning") == ["Dagpasning"]
    assert found("dagpassning søen") == ["Dagtilbud ved søen"]
    assert found("dagpasning") == ["Dagpasning", "Dagtilbud ved søen"]


def test_the_wider_word_finds_the_narrower_one_alone():
    add_synonyms("hjemmepleje", wider="ældrepleje")
    add_indexed_item(add_meeting(), "Hjemmeplejens budget")
    add_indexed_item(add_meeting("2013-02-02"), "Ældreplejen")
    assert titles("ældrepleje") == ["Ældreplejen", "Hjemmeplejens budget"]
    assert titles("hjemmepleje") == ["Hjemmeplejens budget"]


def test_a_phrase_is_found_where_its_words_stand_side_by_side():
    add_synonyms("hjemmehjælp", "praktisk hjælp")
    add_indexed_item(add_meeting(), "Praktisk hjælp i hjemmet")
    add_indexed_item(add_meeting("2013-02-02"), "Hjælp af praktisk art")
    assert titles("hjemmehjælpen") == ["Praktisk hjælp i hjemmet"]


def test_a_hit_says_under_which_word_it_was_found_and_marks_that():
    add_synonyms("APV", "arbejdspladsvurdering")
    add_indexed_item(add_meeting(), "Trivsel", "Der er lavet en APV i år.")
    (hit,) = hits("arbejdspladsvurderinger")
    assert hit.found_under == ["APV"]
    assert "<mark>APV</mark>" in hit.snippet.passage


def test_a_hit_with_the_word_itself_does_not():
    add_synonyms("APV", "arbejdspladsvurdering")
    add_indexed_item(add_meeting(), "APV", "En arbejdspladsvurdering er lavet.")
    (hit,) = hits("apv")
    assert hit.found_under == []


def test_the_page_and_its_json_tell_it(client):
    add_synonyms("hjemmepleje", wider="ældrepleje")
    add_indexed_item(add_meeting(), "Hjemmeplejens budget")
    page = Page(client.get("/soeg/", {"q": "ældrepleje"}))
    assert "fundet under »hjemmepleje«" in page.main
    (found,) = client.get("/soeg/", {"q": "ældrepleje", "format": "json"}).json()["results"]
    assert found["found_under"] == ["hjemmepleje"]


def test_what_an_archivist_writes_is_escaped(client):
    add_synonyms("<b>pleje</b>", wider="omsorg")
    add_indexed_item(add_meeting(), "b pleje b")
    answer = client.get("/soeg/", {"q": "omsorg"}).text
    assert "&lt;b&gt;pleje" in answer
    assert "<b>pleje" not in answer


def test_a_change_holds_at_once_and_is_read_once():
    group = add_synonyms("dagpasning", "dagtilbud")
    read_organisation()
    with CaptureQueriesContext(
        connection,
    ) as asked:
        read_organisation()
    assert len(asked) == 1
    type(group).objects.filter(pk=group.pk).update(words=["dagpasning", "børnehave"])
    with CaptureQueriesContext(connection) as asked:
        names = read_organisation().names
    assert len(asked) == 2
    assert names.synonyms.longest == 1
    group.delete()
    assert read_organisation().names.synonyms.longest == 0


def test_what_is_taken_back_was_never_in_force():
    add_indexed_item(add_meeting(), "Dagtilbud")
    with pytest.raises(RuntimeError), transaction.atomic():
        add_synonyms("dagpasning", "dagtilbud")
        assert titles("dagpasning") == ["Dagtilbud"]
        raise RuntimeError
    assert titles("dagpasning") == []


def test_drafts_are_found_by_synonyms_by_whoever_sees_them_alone(staff_client):
    add_synonyms("hjemmepleje", wider="ældrepleje")
    add_indexed_item(add_meeting(state=PublicationState.DRAFT), "Hjemmeplejens budget")
    asked = {"q": "ældrepleje", "format": "json"}
    assert Client().get("/soeg/", asked).json()["count"] == 0
    assert staff_client.get("/soeg/", asked).json()["count"] == 1


def test_an_abbreviation_that_is_a_word_too_is_found_as_it_is_written_and_the_word_is_not():
    add_indexed_item(add_meeting("2013-01-01"), "Nyt fra MED")
    add_indexed_item(add_meeting("2014-01-01"), "Sammen med alle", "MED ALLE")
    add_synonyms("medindflydelse", "MED")
    (hit,) = hits("medindflydelse")
    assert (hit.title, hit.found_under) == ("Nyt fra <mark>MED</mark>", ["MED"])
