"""What stands first: what has what was asked for itself, before what has something less."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import AnonymousUser

from minutes.search.matching import ranking
from minutes.search.matching.filters import Filters, Sort
from minutes.search.matching.search import Search
from minutes.search.query.query import Query
from minutes.search.query.terms import Term, Words
from tests.build.indexed import add_indexed_item
from tests.build.rows import add_meeting

pytestmark = pytest.mark.django_db


def titles(*groups: tuple[Term, ...], sort: Sort = Sort.RELEVANCE) -> list[str]:
    search = Search(Query("…", groups), AnonymousUser(), Filters())
    return [str(match.date) for match in search.ordered(sort)]


@pytest.fixture
def care() -> None:
    """An old item about eldercare, and two newer ones about home help."""
    add_indexed_item(add_meeting("2011-02-01"), "Ældrepleje")
    add_indexed_item(add_meeting("2013-02-01"), "Hjemmepleje")
    add_indexed_item(add_meeting("2014-02-01"), "Hjemmepleje, hjemmepleje")


CARE = Term((Words(("ældrepleje",)),), lesser=(Words(("hjemmepleje",)),))


@pytest.mark.usefixtures("care")
def test_what_has_the_word_itself_stands_before_what_has_another_for_it():
    assert titles((CARE,)) == ["2011-02-01", "2014-02-01", "2013-02-01"]


@pytest.mark.usefixtures("care")
def test_ordered_by_date_nothing_stands_before_newer_ones():
    assert titles((CARE,), sort=Sort.NEWEST) == ["2014-02-01", "2013-02-01", "2011-02-01"]


@pytest.mark.usefixtures("care")
def test_with_one_word_itself_and_another_for_the_other_nothing_stands_first():
    both = add_indexed_item(add_meeting("2010-02-01"), "Visitation i ældrepleje og hjemmepleje")
    add_indexed_item(add_meeting("2012-02-01"), "Visitation til hjemmepleje")
    visitation = Term((Words(("visitation",)),))
    assert titles((visitation, CARE)) == [str(both.meeting.date), "2012-02-01"]


@pytest.mark.usefixtures("care")
def test_where_more_match_than_are_ranked_the_word_itself_is_still_looked_for(monkeypatch):
    monkeypatch.setattr(ranking, "_MOST_RANKED", 2)
    assert titles((CARE,))[0] == "2011-02-01"


@pytest.mark.usefixtures("care")
def test_nothing_is_asked_twice_where_nothing_less_will_do(django_assert_num_queries):
    search = Search(Query("…", (CARE.strict,)), AnonymousUser(), Filters())
    assert len(search.newest.matches) == 1
    with django_assert_num_queries(1):
        search.ordered(Sort.RELEVANCE)
