"""Capitals mean the acronym, in queries and suggestions."""

import pytest
from django.contrib.auth.models import AnonymousUser

from minutes.search.guidance.fallback import Concession, find_fallback
from minutes.search.guidance.suggestions import suggest
from minutes.search.hits.hits import read_hits
from minutes.search.matching.filters import Sort
from minutes.search.query.named_units import read_organisation
from tests.build.indexed import add_indexed_item
from tests.build.rows import add_meeting
from tests.build.searching import search, titles

pytestmark = pytest.mark.django_db


@pytest.fixture
def acronyms() -> None:
    meeting = add_meeting()
    add_indexed_item(meeting, "Nyt fra MED", "Udvalget taler med mange")
    add_indexed_item(meeting, "Taler med borgere", "De vil bo godt")
    add_indexed_item(meeting, "BO og MED PÅ BESØG", "Alle bor her")
    add_indexed_item(meeting, "Støtte fra BO", "En SKOLE for alle")
    add_indexed_item(meeting, "Ny skole", "Budget 2014")


@pytest.mark.usefixtures("acronyms")
@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("MED", ["BO og MED PÅ BESØG", "Nyt fra MED"]),
        ("BO", ["BO og MED PÅ BESØG", "Støtte fra BO"]),
        ("BO støtte", ["Støtte fra BO"]),
        ('"MED"', ["BO og MED PÅ BESØG", "Nyt fra MED"]),
        ("støtte -MED", ["Støtte fra BO"]),
        ("SKOLE", ["Ny skole", "Støtte fra BO"]),
        ("BUDGET 2014", ["Ny skole"]),
        ("NY SKOLE", ["Ny skole"]),
    ],
)
def test_in_capitals_the_acronym_is_meant_but_for_who_shouts(typed, found):
    assert sorted(titles(typed)) == found


@pytest.mark.usefixtures("acronyms")
def test_what_is_so_written_stands_first():
    assert titles("SKOLE") == ["Støtte fra BO", "Ny skole"]


@pytest.mark.usefixtures("acronyms")
def test_in_small_letters_the_word_is_meant_in_any_writing():
    assert len(titles("bo")) == 3


def test_in_a_line_in_capitals_nothing_is_an_acronym():
    add_indexed_item(add_meeting(), "MØDE MED BORGERE")
    assert titles("MED") == []
    assert titles("møde borgere") == ["MØDE MED BORGERE"]


def test_a_heading_of_acronyms_is_found_by_them_and_by_none_of_its_small_words():
    add_indexed_item(add_meeting(), "SU OG IT")
    add_indexed_item(add_meeting(body="Byrådet"), "Ny it-support", "Den nye it-support for alle")
    add_indexed_item(add_meeting(body="Udvalget"), "Nyt om IT", "Alt om IT")
    assert titles("SU") == ["SU OG IT"]
    first, *others = titles("IT")
    assert (first, sorted(others)) == ("Nyt om IT", ["Ny it-support", "SU OG IT"])
    assert titles("SU IT") == ["SU OG IT"]
    assert sorted(titles("it")) == sorted(titles("IT"))


@pytest.mark.parametrize(
    ("typed", "text"), [("OK", "Det er ok"), ("BO", "De vil bo her"), ("MED", "Sammen med alle")]
)
def test_an_acronym_is_not_the_small_word_that_people_say(typed, text):
    add_indexed_item(add_meeting(), "Et punkt", text)
    assert titles(typed) == []


@pytest.mark.usefixtures("acronyms")
def test_the_acronym_is_marked_and_the_small_word_is_not():
    found = search("MED")
    hits = {hit.item.title: hit for hit in read_hits(found, found.ordered(Sort.RELEVANCE))}
    hit = hits["Nyt fra MED"]
    assert hit.title == "Nyt fra <mark>MED</mark>"
    assert hit.reasons == ()


def test_who_shouts_and_finds_nothing_is_asked_whether_the_word_was_meant():
    add_indexed_item(add_meeting(), "Et hus")
    meant = find_fallback(search("HUS"), read_organisation().names)
    assert (meant.typed, meant.concession) == ("hus", Concession.CAPITALS)
    assert meant.is_near


@pytest.mark.usefixtures("acronyms")
def test_suggestions_have_what_is_so_written():
    labels = [suggestion.label for suggestion in suggest("MED", AnonymousUser())]
    assert any(label.startswith("Nyt fra MED") for label in labels)
    assert not any(label.startswith("Taler med") for label in labels)
