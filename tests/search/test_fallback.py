import pytest
from django.contrib.auth.models import AnonymousUser

from minutes.models import FailedSearch
from minutes.search.failures import remember_failure
from minutes.search.fallback import Fallback, find_fallback
from minutes.search.filters import Filters, Sort
from minutes.search.hits import Search
from minutes.search.query import parse_query
from tests.rows import add_meeting
from tests.search.indexed import add_indexed_item

pytestmark = pytest.mark.django_db


@pytest.fixture
def archive() -> None:
    add_indexed_item(add_meeting("2013-08-27"), "Kommissorium for skoler")
    add_indexed_item(add_meeting("2014-08-27"), "Kommissorium for veje")


def fallback(typed: str, **filters: object) -> Fallback | None:
    return find_fallback(Search(parse_query(typed), AnonymousUser(), Filters(**filters)), {})


def titles(found: Fallback) -> list[str]:
    return [hit.item.title for hit in found.search.hits(found.search.ordered(Sort.NEWEST))]


@pytest.mark.usefixtures("archive")
def test_a_misspelt_word_falls_back_on_the_nearest():
    found = fallback("komissorium")
    assert (found.typed, found.is_respelt) == ("kommissorium", True)
    assert titles(found) == ["Kommissorium for veje", "Kommissorium for skoler"]


@pytest.mark.usefixtures("archive")
def test_words_that_no_item_has_together_fall_back_on_any_of_them():
    found = fallback("skoler veje")
    assert (found.typed, found.is_respelt) == ("skoler OR veje", False)
    assert len(titles(found)) == 2


@pytest.mark.usefixtures("archive")
def test_the_filters_stay_in_force():
    assert titles(fallback("komissorium", year=2013)) == ["Kommissorium for skoler"]
    assert fallback("komissorium", year=2012) is None


@pytest.mark.usefixtures("archive")
@pytest.mark.parametrize(
    "typed",
    [
        "kloak",
        "12/32140",
        "269057/12",
        "",
        "og",
        "kloak -skoler",
        "juli 2013",
        "28-08-2013",
        "vindmøller kloakker",
    ],
)
def test_where_nothing_is_near_nothing_is_found(typed):
    assert fallback(typed) is None


@pytest.mark.parametrize("typed", ["Kloakk", "  kloakk ", "KLOAKK"])
def test_failures_are_counted_by_their_words(typed):
    remember_failure(parse_query("kloakk"))
    remember_failure(parse_query(typed))
    assert list(FailedSearch.objects.values_list("words", "times")) == [("kloakk", 2)]


@pytest.mark.parametrize("typed", ["", "010180-1234", "sag 12/32140", "kloak 2013", "-kloak"])
def test_what_asks_for_nothing_or_has_a_digit_is_not_remembered(typed):
    remember_failure(parse_query(typed))
    assert not FailedSearch.objects.exists()
