"""Days as minutes write them, and numbers that are none."""

import pytest

from minutes.danish.times import TimeKind

from .finding import isos, times


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("Fristen er den 1. oktober 2014.", "2014-10-01"),
        ("Byrådet vedtog planen d. 25.08.2013", "2013-08-25"),
        ("drøftet i MED den 18.03.13", "2013-03-18"),
        ("Mødet den 22-01-2014", "2014-01-22"),
        ("mødet 27/8 2014", "2014-08-27"),
        ("svar senest 5/2-2015", "2015-02-05"),
        ("Notat af 5. febr. 2014", "2014-02-05"),
        ("Høringen slutter 28 august", "2014-08-28"),
        ("Chefforum 28 maj", "2014-05-28"),
        ("d. 3/9", "2014-09-03"),
        ("d.24. september", "2014-09-24"),
        ("jf. dir.møde 20.11", "2014-11-20"),
        ("jf. BY-sag 20.11 om Legater", "2014-11-20"),
        ("sag på SSU 5. sept.", "2014-09-05"),
        ("behandlet i Byrådet 18/6", "2014-06-18"),
        ("Senest onsdag d. 4. juni skal svar foreligge", "2014-06-04"),
        ("(15/10)", "2014-10-15"),
        ("3/9", "2014-09-03"),
        ("20.11.", "2014-11-20"),
        ("5. MARTS 2015", "2015-03-05"),
        ("5.\u00a0maj\u00a02014", "2014-05-05"),
        ("2014-08-27", "2014-08-27"),
        ("1. maj '15", "2015-05-01"),
        ("mandag i uge 33", "2014-08-11"),
        ("Haller (jf. ØU 20.11)", "2014-11-20"),
        ("Der henvises til notat af 3/12.", "2014-12-03"),
    ],
)
def test_a_day_is_found_in_every_form(text: str, iso: str):
    (time,) = times(text)
    assert (time.kind, time.iso, time.first) == (TimeKind.DAY, iso, time.last)


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("Seminar den 22.-23. august 2013", "2013-08-22/2013-08-23"),
        ("Budgetseminar 29.-30. august", "2014-08-29/2014-08-30"),
        ("29. august - 1. september", "2014-08-29/2014-09-01"),
        ("Økonomirapport 3-4 - 09-2014", "2014-09-03/2014-09-04"),
        ("Økonomirapport 3.-4. september 2014", "2014-09-03/2014-09-04"),
        ("Økonomirapport 03.-04.09.2014", "2014-09-03/2014-09-04"),
        ("den 22. og 23. maj", "2014-05-22/2014-05-23"),
        ("i perioden 1. januar - 31. marts 2015", "2015-01-01/2015-03-31"),
        ("fra den 1. maj til og med den 30. juni 2014", "2014-05-01/2014-06-30"),
        ("mellem den 1. og 15. maj", "2014-05-01/2014-05-15"),
        ("28. december - 3. januar 2015", "2014-12-28/2015-01-03"),
        ("28. december - 3. januar", "2014-12-28/2015-01-03"),
    ],
)
def test_a_span_of_days_is_one_time_from_the_first_to_the_last(text: str, iso: str):
    (time,) = times(text)
    assert (time.kind, time.iso) == (TimeKind.SPAN, iso)


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Møder den 13., 20. og 27. maj", ["2014-05-13", "2014-05-20", "2014-05-27"]),
        ("besluttet 22. august og 5. september 2013", ["2013-08-22", "2013-09-05"]),
        ("d. 3/9 og d. 4/10", ["2014-09-03", "2014-10-04"]),
        ("den 3. december 2013, 14. januar og 4. februar", ["2013-12-03", "2014-01-14", "2014-02-04"]),
    ],
)
def test_days_of_a_list_share_the_month_and_the_year_that_one_of_them_names(text: str, days: list[str]):
    assert isos(text) == days


def test_what_begins_on_a_day_has_no_last_day():
    (time,) = times("Ordningen begynder tidligst den 3. maj.")
    assert (time.first, time.last, time.iso) == (times("den 3. maj")[0].first, None, "2014-05-03")


def test_the_words_are_those_of_the_text_with_what_places_them():
    text = "Svar skal foreligge SENEST den 3. maj."
    (time,) = times(text)
    assert time.words == text[time.start : time.end] == "SENEST den 3. maj"


@pytest.mark.parametrize(
    "text",
    [
        "31. september 2014",
        "29. februar 2013",
        "den 32. maj",
        "lov om social service, jf. lovbekendtgørelse nr. 1093 af 5. september 2013",
        "bekendtgørelse nr. 5 af 3/9-2012",
        "Lov nr. 453 af 10. juni 2003",
        "Forordning 2016/679 af 27. april 2016",
        "Lovændringen træder i kraft den 1. januar 2015.",
        "§ 9",
        "§ 17.4 udvalget",
        "§17, stk. 4",
        "pkt. 3.2 og punkt 4.1",
        "afsnit 2.1 i bilag 3.1",
        "jf. afsnit 3.2",
        "jf. pkt. 4.1",
        "Acadre version 2.1",
        "Mødelokale 2.12",
        "kl. 10.12",
        "kl. 9.10-11.12",
        "3/4 stilling til opgaven",
        "1/3 af beløbet",
        "et flertal på 2/3",
        "døgnet rundt, 24/7",
        "fordelt 50/50",
        "sag 12/32140",
        "dok.nr. 216558-15 og 269057/12",
        "journalnr. nr. 10/12",
        "Tlf. 43 59 12 12",
        "CVR 19 50 11 05",
        "010203-1234",
        "1.2.10 Personale",
        "3. budgetopfølgning",
        "1. behandling",
        "2. ekstern deltager",
        "5. klasse",
        "1. maj-arrangementet",
        "10.10 mio. kr.",
        "12.5 %",
        "20.11.2.1",
    ],
)
def test_what_only_looks_like_a_day_is_none(text: str):
    assert times(text) == []
