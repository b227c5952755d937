import pytest
from django.contrib.auth.models import User

from minutes.models import Body, Outcome, PublicationState
from minutes.search.matching.facet_counts import CountedFacet, count_facets
from minutes.search.matching.facets import FACETS
from minutes.search.matching.search import Search
from minutes.search.query.named_units import read_organisation
from tests.build.indexed import add_indexed_item, add_indexed_items
from tests.build.rows import add_editor, add_meeting
from tests.build.searching import search

pytestmark = pytest.mark.django_db

DATE, LATER = "2013-08-27", "2014-09-09"
NOTHING: dict[str, dict[str, int]] = {facet.name: {} for facet in FACETS}


def facets_of(search: Search) -> list[CountedFacet]:
    return count_facets(search, read_organisation())


def counts(typed: str = "skole", user: User | None = None, **filters: object) -> dict[str, dict[str, int]]:
    counted = facets_of(search(typed, user, **filters))
    return {one.facet.name: {value.word: count for value, count in one.values} for one in counted}


@pytest.fixture
def archive() -> None:
    hrc, byc = {"HRC": "HR-Centret"}, {"BYC": "Byrådscentret"}
    first, later = add_meeting(), add_meeting(LATER)
    add_indexed_item(first, "Skole", centres=hrc, outcomes=[(Outcome.APPROVED, DATE)])
    add_indexed_item(first, "Skole", centres=hrc | byc, outcomes=[(Outcome.DEFERRED, DATE)])
    add_indexed_item(first, "Vej", centres=hrc, outcomes=[(Outcome.DEFERRED, DATE)])
    add_indexed_item(later, "Skole", outcomes=[(Outcome.APPROVED, LATER)], attachments=["Tegning"])
    add_indexed_item(add_meeting(body="Byrådet"), "Skole")


@pytest.mark.usefixtures("archive")
def test_every_facet_counts_the_items_found():
    assert counts() == {
        "year": {"2014": 1, "2013": 3},
        "body": {"direktionen": 3, "byraadet": 1},
        "centre": {"hrc": 2, "byc": 1},
        "outcome": {"godkendt": 2, "udsat": 1},
        "attachments": {"uden": 3, "med": 1},
    }


@pytest.mark.usefixtures("archive")
def test_a_facet_is_counted_without_its_own_filter_and_with_the_others():
    assert counts(year=2013) == {
        "year": {"2014": 1, "2013": 3},
        "body": {"direktionen": 2, "byraadet": 1},
        "centre": {"hrc": 2, "byc": 1},
        "outcome": {"godkendt": 1, "udsat": 1},
        "attachments": {"uden": 3},
    }
    narrowed = counts(year=2013, body=Body.objects.get(name="Direktionen"))
    assert narrowed["year"] == {"2014": 1, "2013": 2}
    assert narrowed["body"] == {"direktionen": 2, "byraadet": 1}


@pytest.mark.usefixtures("archive")
def test_years_stand_newest_first_and_the_rest_by_how_many():
    counted = facets_of(search("skole"))
    labels = {one.facet.name: [value.label for value, _ in one.values] for one in counted}
    assert labels == {
        "year": ["2014", "2013"],
        "body": ["Direktionen", "Byrådet"],
        "centre": ["HR-Centret (HRC)", "Byrådscentret (BYC)"],
        "outcome": ["godkendt", "udsat"],
        "attachments": ["Uden bilag", "Med bilag"],
    }


@pytest.mark.parametrize("typed", ["", "-skole", "findesikke"])
@pytest.mark.usefixtures("archive")
def test_what_finds_nothing_has_empty_facets(typed):
    assert counts(typed) == NOTHING


def test_what_is_not_public_is_in_no_facet(django_user_model):
    centres, outcomes = {"HRC": "HR-Centret"}, [(Outcome.DEFERRED, DATE)]
    add_indexed_item(add_meeting(state=PublicationState.DRAFT), "Skole", centres=centres, outcomes=outcomes)
    add_indexed_item(add_meeting(body="Byrådet"), "Skole", centres=centres, outcomes=outcomes, is_closed=True)
    add_indexed_item(
        add_meeting(body="Udvalget", state=PublicationState.WITHDRAWN),
        "Skole",
        centres=centres,
        outcomes=outcomes,
    )
    assert counts() == NOTHING
    staff = add_editor()
    assert counts(user=staff)["body"] == {"direktionen": 1}


def test_a_facet_of_more_than_is_counted_says_so():
    add_indexed_item(add_meeting("2009-01-01"), "Skole")
    add_indexed_items(add_meeting(), 1000, "Skole")
    years = facets_of(search("skole"))[0]
    assert [(value.label, count) for value, count in years.values] == [("2013", 1000)]
    assert not years.is_exact
    narrowed = facets_of(search("skole", year=2009))
    assert [facet.is_exact for facet in narrowed] == [False, True, True, True, True]


@pytest.mark.usefixtures("archive")
def test_facets_take_one_query_for_each_filter(django_assert_num_queries):
    organisation = read_organisation()
    everything = search("skole")
    assert everything.total.items
    with django_assert_num_queries(0):
        count_facets(everything, organisation)
    narrowed = search("skole", year=2013, outcome=Outcome.DEFERRED)
    assert narrowed.total.items
    with django_assert_num_queries(2):
        count_facets(narrowed, organisation)
