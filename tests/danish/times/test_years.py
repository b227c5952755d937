"""Which year is meant where none is written: what is told, what is to come, and the days of a calendar."""

import pytest

from minutes.danish.times import Sense

from .finding import isos, times


@pytest.mark.parametrize(
    ("text", "said_on", "iso"),
    [
        ("jf. dir.møde 20.11", "2013-02-05", "2012-11-20"),
        ("jf. sag i KFU 5. febr.", "2013-08-27", "2013-02-05"),
        ("ØU har i august godkendt planen", "2015-09-15", "2015-08"),
        ("Der henvises til brevet af 8. september", "2015-09-15", "2015-09-08"),
        ("drøftet den 15. september", "2015-09-15", "2015-09-15"),
        ("udvalget godkendte i september", "2015-09-15", "2015-09"),
        ("vedtaget i december", "2014-01-21", "2013-12"),
        ("fremlagt i efteråret", "2014-03-27", "2013"),
        ("besluttet 29. februar", "2014-03-27", "2012-02-29"),
        ("i uge 50", "2014-01-21", "2013-12-09/2013-12-15"),
    ],
)
def test_what_is_told_is_of_the_nearest_past(text: str, said_on: str, iso: str):
    assert isos(text, said_on, Sense.PAST) == [iso]


@pytest.mark.parametrize(
    ("text", "said_on", "iso"),
    [
        ("Februar", "2013-11-05", "2014-02"),
        ("Februar", "2013-02-05", "2013-02"),
        ("September", "2013-08-27", "2013-09"),
        ("August/sept.", "2013-09-10", "2013-08/2013-09"),
        ("December/januar", "2014-01-21", "2013-12/2014-01"),
        ("den 10. november", "2015-09-15", "2015-11-10"),
        ("den 15. september", "2015-09-15", "2015-09-15"),
        ("den 14. januar", "2013-11-26", "2014-01-14"),
        ("inden sommerferien", "2013-08-27", "2014"),
        ("29. februar", "2014-03-27", "2016-02-29"),
        ("1. kvartal", "2014-11-27", "2015-01/2015-03"),
        ("uge 2", "2014-12-09", "2015-01-05/2015-01-11"),
    ],
)
def test_what_is_to_come_is_of_the_nearest_future(text: str, said_on: str, iso: str):
    assert isos(text, said_on, Sense.COMING) == [iso]


@pytest.mark.parametrize(
    ("text", "said_on", "iso"),
    [
        ("25. november", "2013-02-05", "2013-11-25"),
        ("13. februar", "2013-02-05", "2013-02-13"),
        ("30. januar: aflyst", "2013-02-19", "2013-01-30"),
        ("18. december", "2013-01-08", "2013-12-18"),
        ("14. januar", "2013-11-26", "2014-01-14"),
        ("3. september", "2013-11-26", "2013-09-03"),
        ("Marts", "2013-10-01", "2014-03"),
    ],
)
def test_a_calendar_is_of_the_meetings_year_or_goes_on_into_the_next(text: str, said_on: str, iso: str):
    assert isos(text, said_on, Sense.CALENDAR) == [iso]


@pytest.mark.parametrize("sense", Sense)
def test_a_year_that_is_written_is_never_another(sense: Sense):
    (time,) = times("den 3. maj 2009", sense=sense)
    assert (time.iso, time.year_inferred) == ("2009-05-03", False)


@pytest.mark.parametrize(("text", "inferred"), [("i maj", True), ("i maj 2014", False), ("næste år", True)])
def test_it_is_kept_whether_the_words_name_a_year(text: str, inferred: bool):
    assert [time.year_inferred for time in times(text)] == [inferred]


@pytest.mark.parametrize(
    ("text", "iso"), [("sidste forår", "2013"), ("til foråret", "2014"), ("næste efterår", "2014")]
)
def test_words_that_say_themselves_what_they_mean_need_no_sense(text: str, iso: str):
    assert isos(text, "2014-01-21", Sense.PAST) == isos(text, "2014-01-21", Sense.COMING) == [iso]
