import pytest
from django.contrib.auth.models import AnonymousUser

from minutes.models import FailedSearch, Outcome
from minutes.search.guidance.failures import remember_failure
from minutes.search.guidance.fallback import Concession, Fallback, find_fallback
from minutes.search.hits.hits import read_hits
from minutes.search.matching.filters import Filters, Sort
from minutes.search.matching.search import Search
from minutes.search.query.named_units import read_organisation
from minutes.search.query.names import Names
from minutes.search.query.query import parse_query
from tests.build.indexed import add_indexed_item
from tests.build.rows import add_meeting

pytestmark = pytest.mark.django_db


@pytest.fixture
def archive() -> None:
    add_indexed_item(add_meeting("2013-08-27"), "Kommissorium for skoler")
    add_indexed_item(add_meeting("2014-08-27"), "Kommissorium for veje", "Se dok. nr. 1 og sag nr. 2")


def fallback(typed: str, **filters: object) -> Fallback | None:
    chosen = Filters({name: (key,) for name, key in filters.items()})
    return find_fallback(Search(parse_query(typed), AnonymousUser(), chosen), Names())


def titles(found: Fallback) -> list[str]:
    return [hit.item.title for hit in read_hits(found.search, found.search.ordered(Sort.NEWEST))]


@pytest.mark.usefixtures("archive")
def test_a_misspelt_word_falls_back_on_the_nearest():
    found = fallback("komissorium")
    assert (found.typed, found.is_respelt) == ("kommissorium", True)
    assert titles(found) == ["Kommissorium for veje", "Kommissorium for skoler"]


@pytest.mark.usefixtures("archive")
@pytest.mark.parametrize(
    ("typed", "instead", "concession", "found"),
    [
        ("komissorium", "kommissorium", Concession.SPELLING, 2),
        ('"komissorium for skoler" -veje', '"kommissorium for skoler" -veje', Concession.SPELLING, 1),
        ('"skoler kommissorium"', "skoler kommissorium", Concession.ORDER, 1),
        ('"skoler kommissorium" -tag', "skoler kommissorium -tag", Concession.ORDER, 1),
        # what nobody wrote is left out
        ("vindmøller kommissorium", "kommissorium", Concession.UNKNOWN, 2),
        ("dok.nr. 269057/12 kommissorium", "kommissorium", Concession.UNKNOWN, 2),
        ("kommissorium 28-08-2013", "kommissorium", Concession.UNKNOWN, 2),
        ("kommissorium vindmøller -skoler", "kommissorium -skoler", Concession.UNKNOWN, 1),
        ("vindmøller OR kommissorium skole barsel", "kommissorium skole", Concession.UNKNOWN, 1),
        ("vindmøller komissorium", "kommissorium", Concession.UNKNOWN, 2),
        # but for the parts of it that somebody did
        ("skolekommissorium", "skole kommissorium", Concession.UNKNOWN, 1),
        ("skolebarsel", "skole", Concession.UNKNOWN, 1),
        # all that one item or another has
        (
            "skoler veje kommissorium",
            "skoler veje OR skoler kommissorium",
            Concession.ONE_WORD,
            1,
        ),
        # of a question the rarest word stays
        ("hvad siger skoler om veje", "skoler", Concession.ONE_WORD, 1),
        ("skoler veje", "skoler OR veje", Concession.ALL_BUT_ONE, 2),
        ("skoler/veje", "skoler OR veje", Concession.ALL_BUT_ONE, 2),
        ("skoler-veje", "skoler OR veje", Concession.ALL_BUT_ONE, 2),
        ("skoler veje -tag OR vindmøller", "skoler -tag OR veje -tag", Concession.ALL_BUT_ONE, 2),
    ],
)
def test_where_nothing_is_found_the_nearest_search_that_finds_something_is_meant(
    typed, instead, concession, found
):
    meant = fallback(typed)
    assert (meant.typed, meant.concession) == (instead, concession)
    assert len(titles(meant)) == found
    assert meant.is_respelt == (concession is Concession.SPELLING)
    assert parse_query(meant.typed) == meant.search.query


@pytest.mark.usefixtures("archive")
@pytest.mark.parametrize(
    ("typed", "is_near"),
    [
        ("komissorium", False),
        ('"skoler kommissorium"', False),
        ("skoler veje kommissorium", False),
        ("skoler veje", True),
        ("vindmøller kommissorium", True),
        ("skolekommissorium", True),
        ("vindmøller skoler veje kommissorium", True),
    ],
)
def test_without_a_word_that_no_item_has_or_with_any_one_word_it_is_only_near(typed, is_near):
    assert fallback(typed).is_near is is_near


@pytest.mark.usefixtures("archive")
def test_the_words_that_no_item_has_are_told():
    assert fallback("vindmøller kommissorium barsel").unknown == ("vindmøller", "barsel")
    assert fallback("skoler veje").unknown == ()


@pytest.mark.usefixtures("archive")
def test_what_is_found_without_the_filters_is_neither_respelt_nor_lessened():
    assert fallback("kommissorium skoler", year=2014) is None


@pytest.mark.usefixtures("archive")
@pytest.mark.parametrize("number", [1, 6, 40])
def test_any_number_of_unknown_words_takes_few_queries(number, django_assert_max_num_queries):
    words = [
        "vindm\u00f8lleparken",
        "abekattestreg",
        "kvantefysik",
        "solsikkeolie",
        "tr\u00e6skibe",
        "barselsorlov",
    ]
    typed = " ".join(words[number % 6] + "xyzabcdefg"[number // 6] for number in range(number))
    with django_assert_max_num_queries(25):
        assert fallback(typed) is None


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


@pytest.mark.parametrize(
    ("typed", "instead", "concession"),
    [
        ("ikke godkendt kommissorium", "kommissorium", Concession.DENIAL),
        ("kommissorium ikke vedtaget", "kommissorium", Concession.DENIAL),
        ("ikke godkendt kommissorium for veje", "kommissorium veje", Concession.DENIAL),
        ("ikke godkendt komissorium", "kommissorium", Concession.DENIAL),
        ("ikke godkendt kommissorium siden 2010", "kommissorium siden 2010", Concession.DENIAL),
        # of two words one, but not what is the opposite of what was asked for
        ("ikke godkendt skoler veje", "skoler OR veje", Concession.ALL_BUT_ONE),
    ],
)
def test_what_was_not_approved_falls_back_on_no_approval(typed, instead, concession):
    for title in ("skoler", "veje"):
        approved = [(Outcome.APPROVED, "2013-08-27")]
        add_indexed_item(add_meeting(body=title), f"Kommissorium for {title}", "Godkendt.", outcomes=approved)
    names = read_organisation().names
    found = find_fallback(Search(parse_query(typed, names), AnonymousUser(), Filters()), names)
    assert (found.typed, found.concession, found.is_near) == (instead, concession, True)


def test_where_nothing_but_a_denial_was_asked_for_nothing_is_near():
    add_indexed_item(add_meeting(), "Kommissorium", "Godkendt.", outcomes=[(Outcome.APPROVED, "2013-08-27")])
    names = read_organisation().names
    assert (
        find_fallback(Search(parse_query("ikke godkendt", names), AnonymousUser(), Filters()), names) is None
    )
