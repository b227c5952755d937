import datetime

import pytest

from minutes.models import PublicationState, SectionKind
from minutes.search.matching.matches import FoundMatches, IndexQuery, find_matches
from minutes.search.matching.windows import Calendar, Month, read_calendar
from tests.build.indexed import add_indexed_item
from tests.build.rows import add_editor, add_meeting

pytestmark = pytest.mark.django_db

DATES = [f"20{year}-{month:02}-15" for year in (12, 13) for month in (2, 7, 11)]


@pytest.fixture
def calendar() -> Calendar:
    """One item about schools in each of six months, and windows of one month each: they are thought to be full."""
    for date in DATES:
        add_indexed_item(add_meeting(date), f"Skole {date}", "Nye skoler")
    months = [Month(year, month) for year in (2012, 2013) for month in range(1, 13)]
    return Calendar(tuple(months), dict.fromkeys(months, 1_000_000))


def dates(found: FoundMatches) -> list[str]:
    return [match.date.isoformat() for match in found.matches]


SCHOOLS = IndexQuery("'skol'", "'skol'")


def test_all_matches_are_found_across_windows_the_newest_first(calendar):
    found = find_matches(SCHOOLS, calendar.windows())
    assert dates(found) == DATES[::-1]
    assert found.are_all


def test_the_oldest_can_come_first(calendar):
    found = find_matches(SCHOOLS, calendar.windows(oldest_first=True), oldest_first=True)
    assert dates(found) == DATES


def test_no_more_are_found_than_are_wanted_and_it_is_told(calendar):
    assert dates(find_matches(SCHOOLS, calendar.windows(), limit=2)) == DATES[:-3:-1]
    assert not find_matches(SCHOOLS, calendar.windows(), limit=5).are_all
    assert find_matches(SCHOOLS, calendar.windows(), limit=6).are_all


def test_when_enough_is_found_no_older_window_is_asked(calendar, django_assert_num_queries):
    with django_assert_num_queries(6):  # December to July: five of them are found empty or have one
        find_matches(SCHOOLS, calendar.windows(), limit=1)


@pytest.fixture
def months() -> Calendar:
    """Twenty years that end with those of `calendar`, of 4,000 items a month: as many as are asked about first."""
    months = [Month(year, month) for year in range(1994, 2014) for month in range(1, 13)]
    return Calendar(tuple(months), dict.fromkeys(months, 4_000))


@pytest.mark.usefixtures("calendar")
@pytest.mark.parametrize(("word", "number"), [("'skol'", 6), ("'vej'", 0)])
def test_little_that_is_found_takes_few_questions(months, django_assert_num_queries, word, number):
    with django_assert_num_queries(3):  # of one month, of the others of two years, and of all the rest
        found = find_matches(IndexQuery(word, word), months.windows())
    assert (len(found.matches), found.are_all) == (number, True)


@pytest.mark.usefixtures("calendar")
def test_what_is_asked_about_as_years_is_found_once(months):
    assert dates(find_matches(SCHOOLS, months.windows(), first_window=8_000)) == DATES[::-1]
    oldest_first = find_matches(
        SCHOOLS, months.windows(oldest_first=True), oldest_first=True, first_window=872_000
    )
    assert dates(oldest_first) == DATES


@pytest.mark.usefixtures("calendar")
def test_the_next_window_is_no_larger_than_what_was_found_lets_expect(months, django_assert_num_queries):
    windows = months.windows()
    with django_assert_num_queries(2):  # 20,000 items have one, so that two more are among the next 80,000
        find_matches(SCHOOLS, windows, limit=2, first_window=20_000)
    assert not windows.are_exhausted


def test_the_caller_may_know_of_how_many_items_to_ask_first(months, django_assert_num_queries):
    with django_assert_num_queries(1):
        assert find_matches(SCHOOLS, months.windows(), first_window=960_000) == FoundMatches(
            [], True, 960_000
        )


def test_tokens_narrow_what_is_found(calendar):
    found = find_matches(IndexQuery("'skol'", "'skol'", tokens=(("y:2012", "y:1999"),)), calendar.windows())
    assert dates(found) == DATES[2::-1]


def test_a_phrase_is_held_against_every_item_that_has_its_words(calendar):
    add_indexed_item(add_meeting("2013-03-01"), "Skoler", "Er de nye")
    phrase = IndexQuery("'nye' <-> 'skol'", "'nye' & 'skol'")
    assert dates(find_matches(phrase, calendar.windows())) == DATES[::-1]


def test_the_order_of_words_is_looked_up_in_a_bounded_number_of_items(calendar, monkeypatch):
    monkeypatch.setattr("minutes.search.matching.matches._MOST_CHECKED", 3)
    phrase = IndexQuery("'nye' <-> 'skol'", "'nye' & 'skol'")
    found = find_matches(phrase, calendar.windows())
    assert dates(found) == DATES[:2:-1]
    assert not found.are_all


def test_only_titles_numbers_decisions_and_recommendations_are_the_head(calendar):
    add_indexed_item(add_meeting("2013-03-01"), "Et punkt", "Om en vej")
    decided = add_indexed_item(
        add_meeting("2013-03-02"), "Et punkt", sections={SectionKind.DECISION: "En vej anlægges"}
    )
    roads = IndexQuery("'vej'", "'vej'")
    assert len(find_matches(roads, calendar.windows()).matches) == 2
    (match,) = find_matches(roads, calendar.windows(), in_head=True).matches
    assert match.item_id == decided.pk


def test_drafts_are_found_only_by_who_may_see_them(calendar):
    add_indexed_item(add_meeting("2013-03-01", state=PublicationState.DRAFT), "En vej")
    assert find_matches(IndexQuery("'vej'", "'vej'"), calendar.windows()).matches == []
    everything = IndexQuery("'vej'", "'vej'", reader=add_editor())
    assert dates(find_matches(everything, calendar.windows())) == ["2013-03-01"]


def test_a_match_tells_what_it_is_counted_by():
    meeting = add_meeting("2013-08-27")
    item = add_indexed_item(meeting, "Skole", case="12/100", centres={"HRC": "HR-Centret"})
    calendar = Calendar((Month(2013, 8),), {})
    (match,) = find_matches(SCHOOLS, calendar.windows()).matches
    assert match.item_id == item.pk
    assert match.date == datetime.date(2013, 8, 27)
    assert match.body_id == meeting.body_id
    assert match.case_id == item.case_id
    assert match.centre_ids == list(item.item_centres.values_list("centre", flat=True))
    assert (match.outcomes, match.outcome) == ([], None)


def test_a_meeting_of_the_last_month_that_dates_can_have_is_found():
    add_indexed_item(add_meeting("9999-12-31"), "Skole")
    assert dates(find_matches(SCHOOLS, read_calendar().windows())) == ["9999-12-31"]
