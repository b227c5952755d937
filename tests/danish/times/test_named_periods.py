"""Months, quarters, halves, weeks, years, seasons and holidays; and words and years that only look like them."""

import datetime

import pytest

from minutes.danish.times import TimeKind

from .finding import isos, times


@pytest.mark.parametrize(
    ("text", "kind", "iso"),
    [
        ("Forelægges i juni 2014.", TimeKind.MONTH, "2014-06"),
        ("Februar", TimeKind.MONTH, "2015-02"),
        ("Febr.", TimeKind.MONTH, "2015-02"),
        ("(evt. november)", TimeKind.MONTH, "2014-11"),
        ("maj måned 2014", TimeKind.MONTH, "2014-05"),
        ("april 2014 nedsatte man en gruppe", TimeKind.MONTH, "2014-04"),
        ("Frist: september", TimeKind.MONTH, "2014-09"),
        ("Høring maj-juni, derefter vedtagelse", TimeKind.SPAN, "2014-05/2014-06"),
        ("Evaluering af kørslen, januar-august 2014", TimeKind.SPAN, "2014-01/2014-08"),
        ("Sagen udskydes til 2015.", TimeKind.YEAR, "2015"),
        ("først i det nye år", TimeKind.SEASON, "2015"),
        ("inden udgangen af måneden", TimeKind.DAY, "2014-03-31"),
        ("ved skolestart", TimeKind.SEASON, "2014"),
        ("ultimo maj", TimeKind.MONTH, "2014-05"),
        ("medio oktober", TimeKind.MONTH, "2014-10"),
        ("i slutningen af august", TimeKind.MONTH, "2014-08"),
        ("primo 2016", TimeKind.MONTH, "2016-01"),
        ("ultimo 2014", TimeKind.MONTH, "2014-12"),
        ("medio 2011", TimeKind.SEASON, "2011"),
        ("i begyndelsen af 2015", TimeKind.SEASON, "2015"),
        ("med udgangen af april", TimeKind.DAY, "2014-04-30"),
        ("inden udgangen af 2014", TimeKind.DAY, "2014-12-31"),
        ("inden årets udgang", TimeKind.DAY, "2014-12-31"),
        ("August/sept.", TimeKind.SPAN, "2014-08/2014-09"),
        ("i april/maj 2015", TimeKind.SPAN, "2015-04/2015-05"),
        ("Maj, juni, september", TimeKind.SPAN, "2014-05/2014-09"),
        ("Oktober - november", TimeKind.SPAN, "2014-10/2014-11"),
        ("fra juni til august 2015", TimeKind.SPAN, "2015-06/2015-08"),
        ("ultimo februar 2014 til marts 2015", TimeKind.SPAN, "2014-02/2015-03"),
        ("3. kvartal 2014", TimeKind.SPAN, "2014-07/2014-09"),
        ("1. halvår", TimeKind.SPAN, "2014-01/2014-06"),
        ("i andet halvår af 2014", TimeKind.SPAN, "2014-07/2014-12"),
        ("fra sidste halvdel af 2014 til første halvdel af 2015", TimeKind.SPAN, "2014-07/2015-06"),
        ("uge 42", TimeKind.SPAN, "2014-10-13/2014-10-19"),
        ("i uge 6, 2015", TimeKind.SPAN, "2015-02-02/2015-02-08"),
        ("uge 7-8", TimeKind.SPAN, "2015-02-09/2015-02-22"),
        ("Projektet evalueres i 2015.", TimeKind.YEAR, "2015"),
        ("en ny temadag i 2016/2017", TimeKind.YEAR, "2016/2017"),
        ("2015", TimeKind.YEAR, "2015"),
        ("næste år", TimeKind.YEAR, "2015"),
        ("i næste måned", TimeKind.MONTH, "2014-04"),
        ("i næste uge", TimeKind.SPAN, "2014-03-31/2014-04-06"),
        ("om 3 måneder", TimeKind.MONTH, "2014-06"),
        ("om et halvt år", TimeKind.MONTH, "2014-09"),
    ],
)
def test_a_period_is_found_as_exact_as_it_is_stated(text: str, kind: TimeKind, iso: str):
    (time,) = times(text)
    assert (time.kind, time.iso) == (kind, iso)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("inden sommeren", "2014-05-01", "2014-06-30"),
        ("før sommerferien", "2014-05-01", "2014-06-30"),
        ("efter sommerferien", "2014-08-01", "2014-09-30"),
        ("til efteråret", "2014-09-01", "2014-11-30"),
        ("i løbet af efteråret", "2014-09-01", "2014-11-30"),
        ("forår", "2014-03-01", "2014-05-31"),
        ("i foråret 2015", "2015-03-01", "2015-05-31"),
        ("inden jul", "2014-12-01", "2014-12-23"),
        ("efter nytår", "2015-01-01", "2015-02-28"),
        ("ved årsskiftet 2014/15", "2014-12-31", "2015-01-01"),
        ("vinteren 2014/15", "2014-12-01", "2015-02-28"),
        ("inden årsskiftet 2014/15", "2014-12-01", "2014-12-31"),
        ("efter årsskiftet 2014/15", "2015-01-01", "2015-02-28"),
        ("efter jul 2014", "2015-01-01", "2015-01-31"),
        ("efter påske", "2014-04-22", "2014-05-22"),
        ("i efterårsferien", "2014-10-13", "2014-10-19"),
        ("i foråret/sommeren 2015", "2015-03-01", "2015-08-31"),
        ("August/sept.", "2014-08-01", "2014-09-30"),
        ("ultimo april", "2014-04-21", "2014-04-30"),
    ],
)
def test_the_first_and_the_last_day_of_a_period_are_both_in_it(text: str, first: str, last: str):
    (time,) = times(text)
    assert time.first == datetime.date.fromisoformat(first)
    assert time.last == datetime.date.fromisoformat(last)


@pytest.mark.parametrize(
    ("year", "easter_monday"),
    [(2008, "03-24"), (2011, "04-25"), (2013, "04-01"), (2015, "04-06"), (2016, "03-28")],
)
def test_easter_is_where_the_calendar_has_it(year: int, easter_monday: str):
    (time,) = times(f"i påsken {year}")
    assert time.last == datetime.date.fromisoformat(f"{year}-{easter_monday}")


def test_periods_that_are_listed_each_with_its_own_words_are_several():
    assert isos("primo 2015 og medio juni samt ultimo 2015") == ["2015-01", "2015-06", "2015-12"]


@pytest.mark.parametrize(
    "text",
    [
        "Budget 2014-2017",
        "Valg 2013",
        "Strategibrev 2014 og Regnskab 2013",
        "3,3 mio. kr. i 2011 voksende til 5 mio. kr. i 2012 og 2013, dalende til 2,5 mio. kr. i 2014",
        "I 2015 er beløbet finansieret af puljen.",
        "I 2016 og frem finansieres udgiften af lønpuljen.",
        "Bevillingen gives i årene 2016 og 2017.",
        "midler i 2015",
        "Fra 2018 falder tilskuddet.",
        "i 2013-priser",
        "en 2014-aftale",
        "Omfanget er lavere end i 2012",
        "resultater for 2012",
        "Plan for voksne 2014-2020",
        "skoleåret 2014/15",
        "budgettet for næste år",
        "temaer for det kommende år",
        "de næste år",
        "året rundt",
        "Månedsrapport for maj",
        "opfølgning for 3. kvartal 2014",
        "Maj Holm og August Bo deltog.",
        "marts-rapporten",
        "Aprilvejr",
        "Sommerskolen",
        "forårets temamøder",
        "37 timer pr. uge",
        "2 uger",
        "om ugen",
        "en halv time",
        "O.13",
        "sag 2013/14",
        "43592014",
        "2014 borgere",
    ],
)
def test_what_only_looks_like_a_period_is_none(text: str):
    assert [time for time in times(text) if time.first] == []
