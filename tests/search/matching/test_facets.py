"""The table of facets: each entry agrees with the index, the address and the page."""

import datetime

import pytest
from django.core.exceptions import ValidationError

from minutes.models import Outcome, SearchDocument
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
    assert facet.field.clean(value.word) == key


@each_facet
def test_the_value_of_an_item_finds_it(facet, match):
    filters = Filters({facet.name: key_of(facet, match)})
    assert search("skole").find(filters).matches == [match]


@each_facet
def test_a_facet_narrows_by_a_token_that_items_have_or_by_days(facet, match):
    key = key_of(facet, match)
    assert (facet.token is None) != (facet.days is None)
    if facet.token:
        columns = (match.date, match.body_id, match.centre_ids, match.outcomes, match.has_attachments)
        assert facet.token(key) in item_tokens(*columns)
    else:
        assert facet.days(key).first <= match.date <= facet.days(key).last


@each_facet
def test_without_a_value_in_the_address_a_facet_has_no_key(facet):
    assert facet.field.clean("") is None


@each_facet
def test_a_word_that_is_no_value_is_refused_in_words(facet):
    with pytest.raises(ValidationError, match="adressen"):
        facet.field.clean("findes ikke")


@pytest.mark.parametrize("word", ["1899", "2200"])
def test_a_year_that_no_minutes_can_be_of_is_refused(word):
    with pytest.raises(ValidationError, match="ikke et årstal"):
        BY_NAME["year"].field.clean(word)


def test_a_value_that_is_no_longer_there_is_not_shown():
    organisation = read_organisation()
    assert BY_NAME["body"].value(99, organisation) is None
    assert BY_NAME["centre"].value(99, organisation) is None
    assert BY_NAME["outcome"].value("", organisation) is None
    assert BY_NAME["attachments"].value(None, organisation) is None


def test_filters_in_force_stand_in_the_order_of_the_table_and_can_be_left_out():
    filters = Filters({"outcome": "deferred", "year": 2013})
    assert [(facet.name, key) for facet, key in filters.in_force()] == [
        ("year", 2013),
        ("outcome", "deferred"),
    ]
    assert filters.without(BY_NAME["year"]) == Filters({"outcome": "deferred"})
    assert filters.without(BY_NAME["body"]) == filters


def test_filters_are_tokens_but_a_year_is_its_days():
    filters = Filters({"outcome": "deferred", "year": 2013, "body": 4})
    assert filters.tokens == ("b:4", "o:deferred")
    assert filters.days == Days(datetime.date(2013, 1, 1), datetime.date(2013, 12, 31))
    assert Filters({"body": 4}).days is None
