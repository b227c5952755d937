import datetime
from itertools import pairwise
from types import SimpleNamespace

import pytest

from minutes.search.index.tokens import month_token, year_token
from minutes.search.matching import windows as windows_of_time
from minutes.search.matching.windows import Calendar, Window, Windows, read_calendar
from minutes.search.query.days import Days, Month
from tests.build.indexed import add_indexed_item
from tests.build.rows import add_meeting

# Three years of which the middle one has no items in most months.
MONTHS = tuple(Month(year, month) for year in (2012, 2013, 2014) for month in range(1, 13))
SIZES = {month: 100 for month in MONTHS if month.year != 2013} | {Month(2013, 6): 1000}
CALENDAR = Calendar(MONTHS, SIZES)
# Ten years with as many items in each month.
LONG_MONTHS = tuple(Month(year, month) for year in range(2005, 2015) for month in range(1, 13))
LONG = Calendar(LONG_MONTHS, dict.fromkeys(LONG_MONTHS, 100))


def day(text: str) -> datetime.date:
    return datetime.date.fromisoformat(text)


def days(first: str, last: str) -> Days:
    return Days(day(first), day(last))


def all_windows(windows: Windows, items: int) -> list[Window]:
    found = []
    while not windows.are_exhausted:
        found.append(windows.next_window(items))
    return found


def tokens(items: int, **order) -> tuple[str, ...]:
    return CALENDAR.windows(**order).next_window(items).tokens


def test_a_window_has_the_newest_months_that_have_so_many_items():
    windows = CALENDAR.windows()
    assert windows.next_window(250) == Window(
        ("m:2014-12", "m:2014-11", "m:2014-10"), days("2014-10-01", "2014-12-31"), 300
    )
    assert windows.next_window(100) == Window(("m:2014-09",), days("2014-09-01", "2014-09-30"), 100)


def test_a_window_is_as_near_to_so_many_items_as_months_allow():
    assert tokens(240) == ("m:2014-12", "m:2014-11")
    assert tokens(260) == ("m:2014-12", "m:2014-11", "m:2014-10")


def test_more_than_six_months_are_asked_about_as_years_and_go_on_to_the_end_of_one():
    assert tokens(600) == ("m:2014-12", "m:2014-11", "m:2014-10", "m:2014-09", "m:2014-08", "m:2014-07")
    whole_year = Window(("y:2014",), days("2014-01-01", "2014-12-31"), 1200)
    assert CALENDAR.windows().next_window(700) == CALENDAR.windows().next_window(1100) == whole_year


def test_of_a_year_that_was_asked_about_in_part_only_the_other_days_belong_to_the_window():
    windows = CALENDAR.windows()
    windows.next_window(200)
    assert windows.next_window(700) == Window(("y:2014",), days("2014-01-01", "2014-10-31"), 1000)
    oldest = CALENDAR.windows(oldest_first=True)
    oldest.next_window(200)
    assert oldest.next_window(700) == Window(("y:2012",), days("2012-03-01", "2012-12-31"), 1000)


def test_a_window_may_have_several_years():
    windows = LONG.windows()
    windows.next_window(100)
    assert windows.next_window(1700).tokens == ("y:2014", "y:2013")


def test_a_window_has_one_month_at_least_however_many_items_that_has():
    assert tokens(1, within=Days.of_year(2014)) == ("m:2014-12",)


def test_months_without_items_are_passed_over():
    windows = CALENDAR.windows()
    windows.next_window(1000)
    assert windows.next_window(1) == Window(("y:2013",), days("2013-01-01", "2013-12-31"), 1000)


def test_the_oldest_months_can_come_first():
    assert tokens(100, oldest_first=True) == ("m:2012-01",)


@pytest.mark.parametrize("items", [1_000_000, 3400])
def test_where_all_is_wanted_no_token_is_needed(items):
    windows = CALENDAR.windows()
    assert windows.next_window(items) == Window((), days("2012-01-01", "2014-12-31"), 3400)
    assert windows.are_exhausted


def test_nor_is_a_token_needed_for_the_last_window_which_may_be_three_times_as_large():
    windows = Calendar(MONTHS[:12], SIZES).windows()
    assert windows.next_window(400).tokens == ("m:2012-12", "m:2012-11", "m:2012-10", "m:2012-09")
    assert windows.next_window(200).tokens == ("m:2012-08", "m:2012-07")
    assert windows.next_window(200) == Window((), days("2012-01-01", "2012-06-30"), 600)
    assert windows.are_exhausted


@pytest.mark.parametrize("items", [1, 99, 100, 101, 250, 777, 5000])
@pytest.mark.parametrize("order", [{}, {"oldest_first": True}, {"within": Days.of_year(2012)}])
def test_the_windows_have_every_day_once_and_each_month_has_its_token(items, order):
    found = all_windows(CALENDAR.windows(**order), items)
    in_time = sorted(found, key=lambda window: window.days.first)
    assert in_time == (found if order.get("oldest_first") else found[::-1])
    assert in_time[0].days.first == day("2012-01-01")
    assert in_time[-1].days.last == day("2012-12-31" if "within" in order else "2014-12-31")
    assert all(
        one.days.last + datetime.timedelta(days=1) == next_.days.first for one, next_ in pairwise(in_time)
    )
    for window in found:
        for month in (month for month in MONTHS if window.days.touch(month)):
            assert not window.tokens or {month_token(*month), year_token(month.year)} & {*window.tokens}


# Ranges of days, and those of their days that the archive of `CALENDAR` has.
RANGES = {
    "inside a month": ("2012-03-10", "2012-03-20", "2012-03-10", "2012-03-20"),
    "one day": ("2012-03-10", "2012-03-10", "2012-03-10", "2012-03-10"),
    "over the end of a year": ("2012-11-20", "2013-02-03", "2012-11-20", "2013-02-03"),
    "more than six months": ("2012-02-10", "2012-10-20", "2012-02-10", "2012-10-20"),
    "from before the archive": ("1999-01-01", "2012-02-01", "2012-01-01", "2012-02-01"),
    "to after the archive": ("2014-12-24", "2099-12-31", "2014-12-24", "2014-12-31"),
    "the whole archive": ("1999-01-01", "2099-12-31", "2012-01-01", "2014-12-31"),
}


@pytest.mark.parametrize("items", [1, 100, 250, 777, 1_000_000])
@pytest.mark.parametrize("oldest_first", [False, True])
@pytest.mark.parametrize(("first", "last", "first_there", "last_there"), RANGES.values(), ids=RANGES)
def test_the_windows_within_a_range_have_each_of_its_days_once_and_none_besides(
    first, last, first_there, last_there, oldest_first, items
):
    found = all_windows(CALENDAR.windows(within=days(first, last), oldest_first=oldest_first), items)
    in_time = sorted(found, key=lambda window: window.days)
    assert in_time == (found if oldest_first else found[::-1])
    assert (in_time[0].days.first, in_time[-1].days.last) == days(first_there, last_there)[:2]
    assert all(
        one.days.last + datetime.timedelta(days=1) == next_.days.first for one, next_ in pairwise(in_time)
    )


@pytest.mark.parametrize("items", [1, 100, 250, 777, 1_000_000])
@pytest.mark.parametrize("oldest_first", [False, True])
@pytest.mark.parametrize("ends", [ends[:2] for ends in RANGES.values()], ids=RANGES)
def test_each_window_within_a_range_has_tokens_the_last_one_too(ends, oldest_first, items):
    for window in all_windows(CALENDAR.windows(within=days(*ends), oldest_first=oldest_first), items):
        assert window.tokens
        for month in (month for month in MONTHS if window.days.touch(month)):
            assert {month_token(*month), year_token(month.year)} & {*window.tokens}


def test_the_tokens_of_a_range_are_those_of_the_months_or_years_that_it_touches():
    (window,) = all_windows(CALENDAR.windows(within=days("2012-12-31", "2013-01-01")), 1_000_000)
    assert window.tokens == ("m:2013-01", "m:2012-12")
    (window,) = all_windows(CALENDAR.windows(within=days("2012-12-31", "2013-06-01")), 1_000_000)
    assert window.tokens == ("y:2013", "y:2012")
    (window,) = all_windows(CALENDAR.windows(within=Days.of_year(2013)), 1_000_000)
    assert window == Window(("y:2013",), Days.of_year(2013), 1000)


@pytest.mark.parametrize("oldest_first", [False, True])
@pytest.mark.parametrize("items", [1, 250, 1_000_000])
def test_the_windows_of_some_years_leave_out_those_between_them(items, oldest_first):
    within = Days(day("2012-03-10"), day("2014-03-20"), years=(2012, 2014))
    found = all_windows(CALENDAR.windows(within=within, oldest_first=oldest_first), items)
    tokens = {token for window in found for token in window.tokens}
    assert not any("2013" in token for token in tokens)
    in_time = sorted(found, key=lambda window: window.days)
    assert (in_time[0].days.first, in_time[-1].days.last) == within[:2]
    assert all(one.days.last < next_.days.first for one, next_ in pairwise(in_time))


@pytest.mark.parametrize("ends", [("1999-01-01", "2011-12-31"), ("2015-01-01", "2015-12-31")])
def test_a_range_before_or_after_the_archive_has_no_windows(ends):
    assert CALENDAR.windows(within=days(*ends)).are_exhausted


@pytest.mark.parametrize(("year", "last"), [(2012, "2012-02-29"), (2013, "2013-02-28")])
def test_a_window_has_the_last_day_of_its_last_month(year, last):
    assert Calendar((Month(year, 2),), {}).windows().next_window(1).days.last == day(last)


def test_the_last_month_that_dates_can_have_is_no_error():
    end = Calendar((Month(9999, 12),), {}).windows().next_window(1)
    assert end.days == Days(datetime.date(9999, 12, 1), datetime.date.max)


def test_where_nothing_is_left_nothing_can_be_taken():
    with pytest.raises(ValueError, match="No months are left"):
        Calendar((), {}).windows().next_window(1)


def test_there_are_no_windows_where_nothing_is_indexed():
    assert Calendar((), {}).windows().are_exhausted
    assert CALENDAR.windows(within=Days.of_year(1999)).are_exhausted


@pytest.mark.django_db
def test_the_calendar_reaches_from_the_first_to_the_last_month_of_the_archive():
    assert read_calendar() == Calendar((), {})
    add_indexed_item(add_meeting("2013-11-05"))
    add_indexed_item(add_meeting("2014-02-28"))
    months = (Month(2013, 11), Month(2013, 12), Month(2014, 1), Month(2014, 2))
    assert read_calendar().months == months


@pytest.mark.django_db
def test_the_calendar_knows_how_many_items_each_month_has(monkeypatch):
    monkeypatch.setattr(windows_of_time, "_sizes", windows_of_time._Sizes())
    for date in ("2013-11-05", "2013-11-06", "2014-02-28"):
        add_indexed_item(add_meeting(date))
    assert read_calendar().sizes == {Month(2013, 11): 2, Month(2014, 2): 1}


@pytest.mark.django_db
def test_the_calendar_asks_for_the_sizes_once_in_ten_minutes(monkeypatch, django_assert_num_queries):
    monkeypatch.setattr(windows_of_time, "_sizes", windows_of_time._Sizes())
    add_indexed_item(add_meeting())
    clock = 1000.0
    monkeypatch.setattr(windows_of_time, "time", SimpleNamespace(monotonic=lambda: clock))
    with django_assert_num_queries(2):
        read_calendar()
    clock += 599
    with django_assert_num_queries(1):
        read_calendar()
    clock += 2
    with django_assert_num_queries(2):
        read_calendar()
