from types import SimpleNamespace

import pytest

from minutes.search import windows as windows_of_time
from minutes.search.windows import Calendar, Month, read_calendar
from tests.rows import add_meeting
from tests.search.indexed import add_indexed_item

# Three years of which the middle one has no items in most months.
MONTHS = tuple(Month(year, month) for year in (2012, 2013, 2014) for month in range(1, 13))
SIZES = {month: 100 for month in MONTHS if month.year != 2013} | {Month(2013, 6): 1000}
CALENDAR = Calendar(MONTHS, SIZES)


def taken(windows, items: int) -> list[tuple[str, ...]]:
    tokens = []
    while not windows.are_exhausted:
        tokens.append(windows.take(items))
    return tokens


def test_a_window_has_the_newest_months_that_have_so_many_items():
    windows = CALENDAR.windows()
    assert windows.take(250) == ("m:2014-12", "m:2014-11", "m:2014-10")
    assert windows.take(100) == ("m:2014-09",)


def test_a_window_is_as_near_to_so_many_items_as_months_allow():
    assert CALENDAR.windows().take(240) == ("m:2014-12", "m:2014-11")
    assert CALENDAR.windows().take(260) == ("m:2014-12", "m:2014-11", "m:2014-10")


def test_a_year_that_is_taken_whole_is_one_token():
    assert CALENDAR.windows().take(1200) == ("y:2014",)
    assert CALENDAR.windows().take(2200) == ("y:2014", "m:2013-12", "m:2013-11", "m:2013-10", "m:2013-09",
                                             "m:2013-08", "m:2013-07", "m:2013-06")  # fmt: skip


def test_a_window_has_one_month_at_least_however_many_items_that_has():
    windows = CALENDAR.windows(year=2014)
    assert windows.take(1) == ("m:2014-12",)
    empty_months_and_june = tuple(f"m:2013-{month:02}" for month in range(12, 5, -1))
    assert CALENDAR.windows(year=2013).take(1) == empty_months_and_june


def test_the_oldest_months_can_come_first():
    assert CALENDAR.windows(oldest_first=True).take(100) == ("m:2012-01",)


def test_where_all_is_wanted_no_token_is_needed():
    windows = CALENDAR.windows()
    assert windows.take(1_000_000) == ()
    assert windows.are_exhausted


def test_the_months_of_a_year_alone():
    windows = CALENDAR.windows(year=2012)
    assert windows.take(1100) == tuple(f"m:2012-{month:02}" for month in range(12, 1, -1))
    assert windows.take(1) == ("m:2012-01",)
    assert windows.are_exhausted


@pytest.mark.parametrize("items", [1, 99, 100, 101, 777, 5000])
@pytest.mark.parametrize("oldest_first", [False, True])
def test_the_windows_have_every_month_once(items, oldest_first):
    months = []
    for tokens in taken(CALENDAR.windows(oldest_first=oldest_first), items):
        for token in tokens or ("y:2012", "y:2013", "y:2014"):
            kind, _, value = token.partition(":")
            months += [value] if kind == "m" else [f"{value}-{month:02}" for month in range(1, 13)]
    assert sorted(months) == [f"{month.year}-{month.month:02}" for month in MONTHS]


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
