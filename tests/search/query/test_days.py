import datetime

import pytest

from minutes.search.query.days import Days, Month


def days(first: str, last: str) -> Days:
    return Days(datetime.date.fromisoformat(first), datetime.date.fromisoformat(last))


def test_a_year_has_all_its_days():
    assert Days.of_year(2012) == days("2012-01-01", "2012-12-31")


@pytest.mark.parametrize(
    ("first", "last", "range_"),
    [
        ((2012, 2), (2012, 2), ("2012-02-01", "2012-02-29")),
        ((2013, 2), (2013, 2), ("2013-02-01", "2013-02-28")),
        ((2012, 12), (2013, 1), ("2012-12-01", "2013-01-31")),
        ((9999, 12), (9999, 12), ("9999-12-01", "9999-12-31")),
    ],
)
def test_months_have_all_their_days(first, last, range_):
    assert Days.of_months(Month(*first), Month(*last)) == days(*range_)


@pytest.mark.parametrize(
    ("other", "common"),
    [
        (("2012-03-10", "2012-03-20"), ("2012-03-10", "2012-03-20")),
        (("2011-03-10", "2012-03-20"), ("2012-01-01", "2012-03-20")),
        (("2012-12-31", "2013-03-20"), ("2012-12-31", "2012-12-31")),
    ],
)
def test_two_ranges_have_the_days_between_their_inner_ends_in_common(other, common):
    assert Days.of_year(2012).within(days(*other)) == days(*other).within(Days.of_year(2012)) == days(*common)


def test_a_range_touches_the_months_of_its_ends_and_those_between():
    range_ = days("2012-12-31", "2013-02-01")
    touched = [Month(2012, 11), Month(2012, 12), Month(2013, 1), Month(2013, 2), Month(2013, 3)]
    assert [range_.touch(month) for month in touched] == [False, True, True, True, False]


def test_of_years_only_those_named_are_touched():
    range_ = Days.of_years([2014, 2012, 2014])
    assert range_ == Days(*days("2012-01-01", "2014-12-31")[:2], years=(2012, 2014))
    assert [range_.touch(Month(year, 6)) for year in (2011, 2012, 2013, 2014)] == [False, True, False, True]
    assert Days.of_years([2013, 2012]) == days("2012-01-01", "2013-12-31")
    assert Days.of_year(2012).within(range_).years == range_.within(Days.of_year(2012)).years == (2012, 2014)


def test_days_that_end_before_they_begin_touch_nothing_far_apart():
    assert not any(days("2014-05-01", "2013-05-01").touch(Month(2014, month)) for month in range(1, 13))


def test_after_december_comes_january():
    assert (Month(2012, 11).next(), Month(2012, 12).next()) == (Month(2012, 12), Month(2013, 1))
