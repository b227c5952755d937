"""What is found by sums, and by a case number with the number of an item."""

import pytest
from django.contrib.auth.models import AnonymousUser

from minutes.search.guidance.fallback import find_fallback
from minutes.search.guidance.shortcuts import find_cases, find_item
from minutes.search.query.named_units import read_organisation
from minutes.search.query.query import parse_query
from tests.build.indexed import add_indexed_item
from tests.build.rows import add_meeting
from tests.build.searching import search, titles

pytestmark = pytest.mark.django_db

SPELLINGS = [
    "1500000",
    "1.500.000",
    "1,5 mio.",
    "1,5 mio. kr.",
    "1500 t.kr.",
    "1500 tusind",
    "1,5 millioner kroner",
    "halvanden million",
    "cirka 1,5 mio.",
    "knap 1.500.000",
]


@pytest.fixture
def sums() -> None:
    meeting = add_meeting()
    for written in ("1.500.000 kr.", "1,5 mio. kr.", "1500 t.kr.", "1,5 millioner kroner", "1500000"):
        add_indexed_item(meeting, written, f"Der afsættes {written} til kantinen")
    add_indexed_item(meeting, "en anden", "Der afsættes 1.500 kr. og 5 mio. kr. til kantinen")


@pytest.mark.usefixtures("sums")
@pytest.mark.parametrize("typed", SPELLINGS)
def test_a_sum_is_found_in_every_spelling_and_no_other_sum(typed):
    assert sorted(titles(f"{typed} kantinen")) == sorted(
        ["1.500.000 kr.", "1,5 mio. kr.", "1500 t.kr.", "1,5 millioner kroner", "1500000"]
    )


@pytest.mark.usefixtures("sums")
@pytest.mark.parametrize("typed", ["1500000", "1.500.000 kr.", "1,5 mio. kr.", "1500 t.kr."])
def test_the_spelling_that_was_typed_stands_first(typed):
    assert titles(typed)[0] == typed
    assert titles(f"ca. {typed}")[0] == typed


@pytest.mark.parametrize("typed", ["1.500.000", "1500000"])
def test_of_a_bare_figure_the_spelling_that_was_typed_stands_first_though_others_weigh_more(typed):
    meeting = add_meeting()
    for written in ("1.500.000", "1500000"):
        add_indexed_item(meeting, f"Har {written}", f"Der afsættes {written} til kantinen")
    add_indexed_item(add_meeting("2016-01-05"), "Nyere: 1,5 mio. kr.", "1,5 mio. kr. og 1,5 mio. kr.")
    assert titles(typed)[0] == f"Har {typed}"
    assert len(titles(typed)) == 3


@pytest.mark.parametrize(
    "typed", ["300.000", "300.000 kr.", "300.000,-", "kr. 300.000,-", "300000", "ca. 300.000 kr."]
)
def test_a_sum_is_no_end_of_a_longer_one(typed):
    meeting = add_meeting()
    for written in ("300.000 kr.", "4.300.000 kr.", "1.300.000", "300.000", "300.000,-"):
        add_indexed_item(meeting, written, f"Der afsættes {written} til kantinen")
    assert sorted(titles(typed)) == ["300.000", "300.000 kr.", "300.000,-"]


@pytest.mark.usefixtures("sums")
def test_in_quotes_a_sum_is_words_alone():
    assert titles('"1500 t.kr."') == ["1500 t.kr."]


@pytest.mark.usefixtures("sums")
@pytest.mark.parametrize(
    "typed", ["dok.nr. 1500000", "sag 1500000", "kantinen nr. 1.500.000", "journalnr. 1500000"]
)
def test_what_is_called_a_number_is_no_sum(typed):
    assert set(titles(typed)) <= {"1500000", "1.500.000 kr."}


@pytest.mark.parametrize("digits", range(1, 41))
def test_a_number_of_any_length_is_found_as_it_stands_or_asks_nothing(digits):
    number = ("123456789" * 5)[:digits]
    add_indexed_item(add_meeting(), "Aftale", f"Aftalen har nummer {number} hos leverandøren")
    add_indexed_item(add_meeting(body="Byrådet"), "En anden", "Aftalen har nummer 98765432198765 hos ingen")
    found = search(number)
    assert found.query.has_personal_number or titles(number) == ["Aftale"]


@pytest.mark.parametrize("typed", ["123456700", "123456789 kr.", "kr. 123456700"])
def test_a_long_number_is_a_sum_only_where_kroner_are(typed):
    add_indexed_item(add_meeting(), "Ordre", "Ordren 123456700 og 123456789")
    add_indexed_item(add_meeting(body="Byrådet"), "Sum", "Der er 123.456.700 kr. og 123.456.789 kr.")
    assert titles(typed)[-1] == "Sum"


@pytest.fixture
def case() -> None:
    first, later = add_meeting("2013-08-27"), add_meeting("2014-09-09")
    for meeting in (first, later):
        for title in ("et", "to", "tre", "fire"):
            add_indexed_item(meeting, f"{title} {meeting.date:%Y}", case="12/32140")


@pytest.mark.usefixtures("case")
@pytest.mark.parametrize("typed", ["12/32140 punkt 4", "12/32140 #4", "12/32140/4", "sag 12-32140, punkt 4"])
def test_the_items_with_the_number_stand_first_and_the_banner_has_the_case_and_the_newest(typed):
    query = parse_query(typed, read_organisation().names)
    assert [(case.number, case.items) for case in find_cases(query, AnonymousUser())] == [("12/32140", 8)]
    assert find_item(query, AnonymousUser()).title == "fire 2014"
    assert titles(typed)[:2] == ["fire 2014", "fire 2013"]
    assert len(titles(typed)) == 8


@pytest.mark.usefixtures("case")
def test_an_item_that_the_case_has_not_leaves_the_case():
    query = parse_query("12/32140 punkt 99", read_organisation().names)
    assert find_item(query, AnonymousUser()) is None
    assert len(titles("12/32140 punkt 99")) == 8


def test_a_closed_item_is_not_led_to():
    add_indexed_item(add_meeting(), "Lukket", case="12/32140", is_closed=True)
    assert find_item(parse_query("12/32140 punkt 1"), AnonymousUser()) is None


@pytest.mark.usefixtures("case")
def test_a_case_number_is_not_given_up_for_the_words_beside_it():
    add_indexed_item(add_meeting("2015-01-01"), "Kantine")
    names = read_organisation().names
    found = find_fallback(search("12/32140 kantine"), names)
    assert found is None or all(match.case_id for match in found.search.newest.matches)
    assert find_fallback(search("13/99999 kantine"), names) is None
