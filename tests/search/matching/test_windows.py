import datetime
from itertools import pairwise
from types import SimpleNamespace

import pytest

from minutes.search.index.tokens import month_token, year_token
from minutes.search.matching import windows as windows_of_time
from minutes.search.matching.windows import Calendar, Month, Window, Windows, read_calendar
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


def all_windows(windows: Windows, items: int) -> list[Window]:
    found = []
    while not windows.are_exhausted:
        found.append(windows.take(items))
    return found


def tokens(items: int, **order) -> tuple[str, ...]:
    return CALENDAR.windows(**order).take(items).tokens


def test_a_window_has_the_newest_months_that_have_so_many_items():
    windows = CALENDAR.windows()
    assert windows.take(250) == Window(
        ("m:2014-12", "m:2014-11", "m:2014-10"), day("2014-10-01"), day("2014-12-31"), 300
    )
    assert windows.take(100) == Window(("m:2014-09",), day("2014-09-01"), day("2014-09-30"), 100)


def test_a_window_is_as_near_to_so_many_items_as_months_allow():
    assert tokens(240) == ("m:2014-12", "m:2014-11")
    assert tokens(260) == ("m:2014-12", "m:2014-11", "m:2014-10")


def test_more_than_six_months_are_asked_about_as_years_and_go_on_to_the_end_of_one():
    assert tokens(600) == ("m:2014-12", "m:2014-11", "m:2014-10", "m:2014-09", "m:2014-08", "m:2014-07")
    whole_year = Window(("y:2014",), day("2014-01-01"), day("2014-12-31"), 1200)
    assert CALENDAR.windows().take(700) == CALENDAR.windows().take(1100) == whole_year


def test_of_a_year_that_was_asked_about_in_part_only_the_other_days_belong_to_the_window():
    windows = CALENDAR.windows()
    windows.take(200)
    assert windows.take(700) == Window(("y:2014",), day("2014-01-01"), day("2014-10-31"), 1000)
    oldest = CALENDAR.windows(oldest_first=True)
    oldest.take(200)
    assert oldest.take(700) == Window(("y:2012",), day("2012-03-01"), day("2012-12-31"), 1000)


def test_a_window_may_have_several_years():
    windows = LONG.windows()
    windows.take(100)
    assert windows.take(1700).tokens == ("y:2014", "y:2013")


def test_a_window_has_one_month_at_least_however_many_items_that_has():
    assert tokens(1, year=2014) == ("m:2014-12",)


def test_months_without_items_are_passed_over():
    windows = CALENDAR.windows()
    windows.take(1000)
    assert windows.take(1) == Window(("y:2013",), day("2013-01-01"), day("2013-12-31"), 1000)


def test_the_oldest_months_can_come_first():
    assert tokens(100, oldest_first=True) == ("m:2012-01",)


@pytest.mark.parametrize("items", [1_000_000, 3400])
def test_where_all_is_wanted_no_token_is_needed(items):
    windows = CALENDAR.windows()
    assert windows.take(items) == Window((), day("2012-01-01"), day("2014-12-31"), 3400)
    assert windows.are_exhausted


def test_nor_is_a_token_needed_for_the_last_window_which_may_be_three_times_as_large():
    windows = CALENDAR.windows(year=2012)
    assert windows.take(400).tokens == ("m:2012-12", "m:2012-11", "m:2012-10", "m:2012-09")
    assert windows.take(200).tokens == ("m:2012-08", "m:2012-07")
    assert windows.take(200) == Window((), day("2012-01-01"), day("2012-06-30"), 600)
    assert windows.are_exhausted


@pytest.mark.parametrize("items", [1, 99, 100, 101, 250, 777, 5000])
@pytest.mark.parametrize("order", [{}, {"oldest_first": True}, {"year": 2012}])
def test_the_windows_have_every_day_once_and_each_month_has_its_token(items, order):
    found = all_windows(CALENDAR.windows(**order), items)
    in_time = sorted(found, key=lambda window: window.first)
    assert in_time == (found if order.get("oldest_first") else found[::-1])
    assert in_time[0].first == day("2012-01-01")
    assert in_time[-1].last == day("2012-12-31" if "year" in order else "2014-12-31")
    assert all(one.last + datetime.timedelta(days=1) == next_.first for one, next_ in pairwise(in_time))
    for window in found:
        for month in (month for month in MONTHS if window.first <= month.days()[0] <= window.last):
            assert not window.tokens or {month_token(*month), year_token(month.year)} & {*window.tokens}


@pytest.mark.parametrize(("year", "last"), [(2012, "2012-02-29"), (2013, "2013-02-28")])
def test_a_window_has_the_last_day_of_its_last_month(year, last):
    assert Calendar((Month(year, 2),), {}).windows().take(1).last == day(last)


def test_the_last_month_that_dates_can_have_is_no_error():
    end = Calendar((Month(9999, 12),), {}).windows().take(1)
    assert (end.first, end.last) == (datetime.date(9999, 12, 1), datetime.date.max)


def test_where_nothing_is_left_nothing_can_be_taken():
    with pytest.raises(ValueError, match="No months are left"):
        Calendar((), {}).windows().take(1)


def test_there_are_no_windows_where_nothing_is_indexed():
    assert Calendar((), {}).windows().are_exhausted
    assert CALENDAR.windows(year=1999).are_exhausted


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
