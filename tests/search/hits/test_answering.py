"""The passage that answers a question stands in the place of the one that merely has the words."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import AnonymousUser

from minutes.models import CentreRole, ItemCentre, Outcome, SectionKind
from minutes.search.hits.hits import Hit, read_hits
from tests.build.indexed import add_indexed_item
from tests.build.rows import add_meeting
from tests.build.searching import search

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _item() -> None:
    add_indexed_item(
        add_meeting("2013-08-27"),
        "Svømmehallen",
        "Svømmehallen skal renoveres. Svømmehallen koster 3,3 mio. kr. og parkeringen 200.000 kr.",
        sections={SectionKind.DECISION: "Godkendt, idet HRC udarbejder en plan for svømmehallen."},
        outcomes=[(Outcome.APPROVED, "2013-08-27")],
        centres={"HRC": "HR-centret", "TMC": "Teknik- og Miljøcentret"},
    )
    ItemCentre.objects.filter(centre__code="HRC").update(
        role=CentreRole.TASKED, sentence="HRC udarbejder en plan for svømmehallen."
    )


def first_hit(typed: str) -> Hit:
    found = search(typed, AnonymousUser())
    (hit,) = read_hits(found, list(found.newest.matches))
    return hit


@pytest.mark.parametrize(
    ("typed", "section", "passage"),
    [
        (
            "hvem er ansvarlig for svømmehallen",
            ": HR-centret (HRC)",
            "HRC udarbejder en plan for svømmehallen.",
        ),
        ("hvad blev der besluttet om svømmehallen", "Beslutning", "Godkendt, idet HRC udarbejder"),
        (
            "hvornår blev svømmehallen sidst behandlet",
            "Besluttet 27-08-2013",
            "Godkendt, idet HRC udarbejder",
        ),
        ("hvor meget koster svømmehallen", "Sagsfremstilling", "Svømmehallen koster 3,3 mio. kr."),
        ("hvad koster parkeringen", "Sagsfremstilling", "parkeringen 200.000 kr."),
    ],
)
def test_each_question_is_answered_by_what_the_item_says(typed, section, passage):
    hit = first_hit(typed)
    assert hit.answers
    assert hit.snippet.section.endswith(section)
    assert passage in hit.snippet.text


def test_the_sum_that_answers_is_marked():
    assert "<mark>3,3 mio. kr.</mark>" in first_hit("hvor meget koster svømmehallen").snippet.passage


@pytest.mark.parametrize(
    "typed",
    ["svømmehallen", "hvorfor skal svømmehallen renoveres", "hvordan renoveres svømmehallen"],
)
def test_where_nothing_answers_the_words_are_shown(typed):
    hit = first_hit(typed)
    assert not hit.answers
    assert "<mark>" in hit.snippet.passage


def test_what_has_no_decision_no_money_and_nobody_answers_nothing():
    add_indexed_item(add_meeting("2014-08-27"), "Cykelsti", "Cykelstien er lang.")
    for typed in (
        "hvem er ansvarlig for cykelstien",
        "hvad blev besluttet om cykelstien",
        "hvad koster cykelstien",
    ):
        assert not first_hit(typed).answers


def test_who_did_something_is_told_where_all_of_it_stands_and_else_who_has_to_do_with_it():
    add_indexed_item(
        add_meeting("2015-08-27"),
        "Svømmehallen",
        sections={SectionKind.DECISION: "Anbefales. Ea Holm tager forbehold."},
        centres={"HRC": "HR-centret"},
    )
    ItemCentre.objects.filter(item__meeting__date="2015-08-27").update(
        role=CentreRole.TASKED, sentence="HRC udarbejder en plan for svømmehallen."
    )
    hit = first_hit("hvem tog forbehold for svømmehallen")
    assert hit.answers
    assert hit.snippet.passage == "Anbefales. Ea Holm tager <mark>forbehold</mark>."
    assert (
        first_hit("hvem tegnede svømmehallen 2015").snippet.text == "HRC udarbejder en plan for svømmehallen."
    )
    for typed in (
        "hvem er ansvarlig for forbehold for svømmehallen",
        "hvem skal tage forbehold for svømmehallen",
    ):
        assert first_hit(typed).snippet.text == "HRC udarbejder en plan for svømmehallen."


def test_only_who_is_responsible_takes_a_query_more(django_assert_num_queries):
    first_hit("hvem er ansvarlig for svømmehallen")
    for typed, queries in (
        ("svømmehallen", 2),
        ("hvad koster svømmehallen", 2),
        ("hvem har svømmehallen", 3),
    ):
        found = search(typed, AnonymousUser())
        matches = list(found.newest.matches)
        with django_assert_num_queries(queries):
            read_hits(found, matches)
