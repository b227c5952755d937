"""The table of facets: each entry agrees with the index, the address and the page."""

import datetime

import pytest

from minutes.models import Outcome, PublicationState, SearchDocument
from minutes.search.index.tokens import item_tokens
from minutes.search.matching.facets import FACETS, Facet
from minutes.search.matching.filters import Filters
from minutes.search.matching.matches import Match
from minutes.search.query.days import Days
from minutes.search.query.named_units import read_organisation
from tests.build.indexed import add_indexed_item
from tests.build.rows import add_meeting
from tests.build.searching import search

pytestmark = pytest.mark.django_db

BY_NAME = {facet.name: facet for facet in FACETS}
each_facet = pytest.mark.parametrize("facet", FACETS, ids=BY_NAME)


@pytest.fixture
def match() -> Match:
    outcomes = [(Outcome.DEFERRED, "2013-08-27")]
    add_indexed_item(add_meeting(), "Skole", centres={"HRC": "HR-Centret"}, outcomes=outcomes)
    (match,) = search("skole").newest.matches
    return match


def key_of(facet: Facet, match: Match) -> object:
    (key,) = facet.keys([getattr(match, facet.column)])
    return key


def test_no_two_facets_have_a_name_or_a_parameter_in_common():
    assert len(BY_NAME) == len({facet.parameter for facet in FACETS}) == len(FACETS)


@each_facet
def test_a_facet_is_counted_by_a_column_of_the_index_that_each_match_has(facet):
    assert facet.column in {field.attname for field in SearchDocument._meta.concrete_fields}
    assert facet.column in Match._fields


@each_facet
def test_the_word_of_a_value_leads_back_to_it(facet, match):
    key = key_of(facet, match)
    value = facet.value(key, read_organisation())
    assert facet.read([value.word], read_organisation()) == {value.word: key}


@each_facet
def test_the_value_of_an_item_finds_it(facet, match):
    filters = Filters({facet.name: (key_of(facet, match),)})
    assert search("skole").find(filters).matches == [match]


@each_facet
def test_a_facet_narrows_by_a_token_that_items_have_and_a_year_by_its_days(facet, match):
    key = key_of(facet, match)
    if facet.token:
        columns = (match.date, match.body_id, match.centre_ids, match.outcomes, match.has_attachments)
        assert facet.token(key) in item_tokens(*columns)
    else:
        days = Filters({facet.name: (key,)}).days
        assert days.first <= match.date <= days.last


@each_facet
def test_a_word_that_is_no_value_has_no_key_and_is_told_in_words(facet):
    assert facet.read(["findes ikke", "", "a\x00b"], read_organisation()) == {}
    assert "adressen" in facet.not_understood


@pytest.mark.parametrize("word", ["1899", "2200", "99", "20133", "२०१३"])
def test_a_year_that_no_minutes_can_be_of_is_none(word):
    assert BY_NAME["year"].read([word], read_organisation()) == {}


def test_a_body_without_published_minutes_is_not_confirmed():
    add_meeting(body="Udvalget", state=PublicationState.DRAFT)
    add_meeting(body="Byrådet")
    assert [*BY_NAME["body"].read(["udvalget", "byraadet"], read_organisation())] == ["byraadet"]


def test_a_value_that_is_no_longer_there_is_not_shown():
    organisation = read_organisation()
    assert BY_NAME["body"].value(99, organisation) is None
    assert BY_NAME["centre"].value(99, organisation) is None
    assert BY_NAME["outcome"].value("", organisation) is None
    assert BY_NAME["attachments"].value(None, organisation) is None


def test_filters_in_force_stand_in_the_order_of_the_table_and_can_be_left_out():
    filters = Filters({"outcome": ("deferred", "rejected"), "year": (2013,)})
    assert [(facet.name, key) for facet, key in filters.in_force()] == [
        ("year", 2013),
        ("outcome", "deferred"),
        ("outcome", "rejected"),
    ]
    assert filters.without(BY_NAME["year"]) == Filters({"outcome": ("deferred", "rejected")})
    assert filters.without(BY_NAME["body"]) == filters


def test_filters_are_tokens_but_a_year_is_its_days():
    filters = Filters({"outcome": ("deferred",), "year": (2013,), "body": (4, 5)})
    assert filters.tokens == (("b:4", "b:5"), ("o:deferred",))
    assert filters.days == Days.of_year(2013)
    assert Filters({"body": (4,)}).days is None
    assert Filters(case_numbers=("12/100",)).tokens == (("sagnr12x100",),)


def test_a_period_and_years_hold_both():
    spring = Days(datetime.date(2014, 3, 1), datetime.date(2014, 5, 31))
    assert Filters(period=spring).days == spring
    assert Filters({"year": (2014,)}, period=spring).days == spring
    assert not Filters({"year": (2014,)}, period=spring).let_nothing_through
    assert Filters({"year": (2013,)}, period=spring).let_nothing_through
    late = Days(datetime.date(2014, 3, 1), datetime.date.max)
    some = Filters({"year": (2012, 2014, 2016)}, period=late).days
    assert some == Days(datetime.date(2014, 3, 1), datetime.date(2016, 12, 31), years=(2012, 2014, 2016))


def test_nothing_is_let_through_by_what_is_not_understood_and_by_no_case():
    assert Filters(are_understood=False).let_nothing_through
    assert Filters(case_numbers=()).let_nothing_through
    assert not Filters().let_nothing_through
