"""Danish dates, clock times and weekdays, as they are written and as they only look."""

import datetime

import pytest

from minutes.danish.dates import (
    MONTH_ABBREVIATIONS,
    ImpossibleDateError,
    find_date,
    find_time,
    find_weekday,
    full_year,
    is_month,
    month_number,
)


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("27-08-2013", "2013-08-27"),
        ("27.08.2013", "2013-08-27"),
        ("27/08/2013", "2013-08-27"),
        ("27–08–2013", "2013-08-27"),
        ("27 - 08 - 2013", "2013-08-27"),
        ("27-08-13", "2013-08-27"),
        ("18.03.13", "2013-03-18"),
        ("5/2-2013", "2013-02-05"),
        ("27/8 2013", "2013-08-27"),
        ("d. 11.3.2014", "2014-03-11"),
        ("27. august 2013", "2013-08-27"),
        ("27.august 2013", "2013-08-27"),
        ("27 august 2013", "2013-08-27"),
        ("3. MARTS 2014", "2014-03-03"),
        ("5. febr. 2014", "2014-02-05"),
        ("5. feb 2014", "2014-02-05"),
        ("1. sept. 2014", "2014-09-01"),
        ("5. maj, 2014", "2014-05-05"),
        ("27.\u00a0august\u00a02013", "2013-08-27"),
        ("29. februar 2012", "2012-02-29"),
        ("31-12-69", "2069-12-31"),
        ("01-01-70", "1970-01-01"),
        ("Mødedato Torsdag d. 07. februar 2013 kl. 10:00", "2013-02-07"),
        ("besluttet den 22-01-2014 og den 23-01-2014", "2014-01-22"),
        ("§17,4-udvalget d. 1.6.2015", "2015-06-01"),
    ],
)
def test_the_first_date_with_a_year_is_found(text: str, date: str):
    assert find_date(text) == datetime.date.fromisoformat(date)


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("d. 22.-23. august 2013", "2013-08-22"),
        ("22-23. august 2013", "2013-08-22"),
        ("22. og 23. august 2013", "2013-08-22"),
        ("22. til 23. august 2013", "2013-08-22"),
        ("22.-23.8.2013", "2013-08-22"),
        ("22-08-2013 - 23-08-2013", "2013-08-22"),
        ("29. august - 1. september 2013", "2013-08-29"),
        ("29. august 2013 - 1. september 2013", "2013-08-29"),
    ],
)
def test_of_several_days_the_first_is_taken(text: str, date: str):
    assert find_date(text) == datetime.date.fromisoformat(date)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "august 2013",
        "27. august",
        "27-08",
        "12/32140",
        "2013/14",
        "2013",
        "127-08-2013",
        "27-08-20133",
        "27-08-201",
        "27. oktobber 2013",
        "27. aprıl 2013",
        "27. APRİL 2013",
        "27. ſeptember 2013",
        "269057/12",
        "§17,4",
        "kl. 10:00",
        "1.692.500",
        "٢٧-٠٨-٢٠١٣",
    ],
)
def test_what_only_looks_like_a_date_is_none(text: str):
    assert find_date(text) is None


@pytest.mark.parametrize(
    "text", ["31. september 2014", "31-09-2014", "29. februar 2013", "00-01-2013", "1/13-2013", "99.99.99"]
)
def test_a_date_that_is_no_day_is_impossible_and_quoted(text: str):
    with pytest.raises(ImpossibleDateError, match=text.replace(".", r"\.")):
        find_date(f"den {text} kl. 10")


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("kl. 10:00", "10:00"),
        ("kl. 9.30", "09:30"),
        ("kl 16", "16:00"),
        ("KL. 10.00-12.00", "10:00"),
        ("kl.8:15", "08:15"),
        ("klokken 10", "10:00"),
        ("Tirsdag d. 27. august 2013 kl. 00:00", "00:00"),
        ("kl. 23:59", "23:59"),
    ],
)
def test_the_first_clock_time_is_found(text: str, time: str):
    assert find_time(text) == datetime.time.fromisoformat(time)


@pytest.mark.parametrize(
    "text", ["", "10:00", "kl.", "kl. ti", "kl. 25:00", "kl. 10:75", "kl. 100", "cykl. 10", "kl. ١٠", "kl. ²"]
)
def test_what_no_clock_shows_is_no_time(text: str):
    assert find_time(text) is None


@pytest.mark.parametrize(
    ("text", "weekday"),
    [
        ("Tirsdag d. 27. august 2013", 1),
        ("MANDAG", 0),
        ("SØNDAG den 1.", 6),
        ("Lørdag", 5),
        ("onsdag eller fredag", 2),
    ],
)
def test_the_first_weekday_is_found_monday_as_0(text: str, weekday: int):
    assert find_weekday(text) == weekday


@pytest.mark.parametrize("text", ["", "tirsdagsmøde", "d. 27. august", "man dag", "tırsdag", "ſøndag"])
def test_a_word_that_holds_a_weekday_is_none(text: str):
    assert find_weekday(text) is None


@pytest.mark.parametrize(
    ("written", "year"),
    [("13", 2013), ("00", 2000), ("69", 2069), ("70", 1970), ("99", 1999), ("1971", 1971), ("2071", 2071)],
)
def test_two_digits_of_a_year_are_of_1970_to_2069(written: str, year: int):
    assert full_year(written) == year


@pytest.mark.parametrize(
    ("written", "number"), [("8", 8), ("08", 8), ("august", 8), ("AUG", 8), ("sept", 9), ("maj", 5)]
)
def test_a_month_has_one_number_however_it_is_written(written: str, number: int):
    assert month_number(written) == number


def test_months_are_abbreviated_with_a_full_stop_but_for_the_one_that_is_short():
    assert " ".join(MONTH_ABBREVIATIONS) == "jan. feb. mar. apr. maj jun. jul. aug. sep. okt. nov. dec."


@pytest.mark.parametrize("word", ["september", "Sept.", "sep", "MAJ", "febr.", "august:", "dec,"])
def test_a_months_name_and_its_abbreviations_are_months(word: str):
    assert is_month(word)


@pytest.mark.parametrize("word", ["", "budgetopfølgning", "marts-mødet", "s", "majoritet", "."])
def test_other_words_are_no_months(word: str):
    assert not is_month(word)
