"""A search without words: what it asks of the index, and how much of it."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import AnonymousUser

from minutes.models import Outcome
from minutes.search.matching.filters import Filters, Sort
from minutes.search.matching.search import Search
from minutes.search.matching.windows import Calendar
from minutes.search.query.days import Month
from minutes.search.query.query import Query
from tests.build.indexed import add_indexed_item
from tests.build.rows import add_meeting
from tests.build.searching import search

pytestmark = pytest.mark.django_db

MONTHS = tuple(Month(year, month) for year in range(1994, 2014) for month in range(1, 13))
# Twenty years with as many items in each month as are asked about first.
LONG = Calendar(MONTHS, dict.fromkeys(MONTHS, 4_000))


def by_filters(**filters: object) -> Search:
    return Search(Query(""), AnonymousUser(), Filters({name: (key,) for name, key in filters.items()}), LONG)


@pytest.fixture
def deferred() -> None:
    """Four items, two of them in the newest month."""
    for date in ("2005-12-01", "2012-12-01", "2013-12-01", "2013-12-02"):
        add_indexed_item(add_meeting(date), "Skole", outcomes=[(Outcome.DEFERRED, date)])


@pytest.mark.usefixtures("deferred")
def test_enough_of_the_newest_take_one_question(django_assert_num_queries):
    found = by_filters(outcome=Outcome.DEFERRED)
    for filters in (found.filters, Filters()):
        with django_assert_num_queries(1):
            assert len(found.find(filters, limit=1).matches) == 1


@pytest.mark.usefixtures("deferred")
def test_few_of_a_million_take_few_questions(django_assert_num_queries):
    found = by_filters(outcome=Outcome.DEFERRED)
    with django_assert_num_queries(3):
        assert found.total.items == 4
    with django_assert_num_queries(0):
        assert found.ordered(Sort.RELEVANCE) == found.ordered(Sort.NEWEST)


@pytest.mark.usefixtures("deferred")
def test_a_year_alone_takes_no_question_about_other_years(django_assert_num_queries):
    found = by_filters(year=2012)
    with django_assert_num_queries(2):  # its last month, and the rest of it
        assert [match.date.year for match in found.newest.matches] == [2012]


@pytest.mark.usefixtures("deferred")
def test_without_filters_nothing_is_asked(django_assert_num_queries):
    empty = by_filters()
    assert empty.is_empty
    with django_assert_num_queries(0):
        assert empty.total.items == 0
        assert empty.ordered(Sort.RELEVANCE) == ()
    assert not empty.finds_nothing


def test_in_an_empty_archive_filters_find_nothing():
    assert search("", year=2013).total.items == 0
    assert search("", outcome=Outcome.DEFERRED).find(Filters()).matches == []
