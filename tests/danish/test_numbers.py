"""Case numbers, document numbers, and what looks like either and is neither."""

import re

import pytest

from minutes.danish.numbers import (
    CASE_NUMBER_NORMAL_FORM,
    DOCUMENT_NUMBER_NORMAL_FORM,
    find_numbers,
    join_case_number,
    match_begun_case_number,
    match_case_number,
    match_document_number,
    match_serial,
    split_case_number,
    year_of,
)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("12/32140", "12/32140"),
        ("12-32140", "12/32140"),
        ("12 / 32140", "12/32140"),
        ("12\u00a0/\u00a032140", "12/32140"),
        ("2012/32140", "12/32140"),
        ("1998/32140", "98/32140"),
        ("9/22035", "09/22035"),
        ("09/22035", "09/22035"),
        ("13/358", "13/358"),
        ("sag 12/32140", "12/32140"),
        ("sagsnr.: 12/32140.", "12/32140"),
        ("Sagsnr.12/32140", "12/32140"),
        ("sag nr. 13-358", "13/358"),
        ("SAG 12/32140", "12/32140"),
        ("j.nr. 12/32140", "12/32140"),
        ("(jf. 12/32140)", "12/32140"),
        ("12/32140, hvor", "12/32140"),
        ("12/32140-sagen", "12/32140"),
    ],
)
def test_a_case_number_is_found_in_a_text(text: str, number: str):
    assert [(found.kind, found.number) for found in find_numbers(f"Se {text} nærmere")] == [("case", number)]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("(269057/12)", "269057/12"),
        ("126542/13", "126542/13"),
        ("(29300/13)", "29300/13"),
        ("1234/13", "1234/13"),
        ("216558-15", "216558/15"),
        ("dok.nr. 216558-15", "216558/15"),
        ("dok.nr.216558-15", "216558/15"),
        ("Dok. nr. 1234-13", "1234/13"),
        ("dokument 209499-15", "209499/15"),
        ("dok 123/13", "123/13"),
        ("dokumentnummer: 2010/13", "2010/13"),
        ("216558 - 15", "216558/15"),
    ],
)
def test_a_document_number_is_found_in_a_text(text: str, number: str):
    found = [(found.kind, found.number) for found in find_numbers(f"Se {text} nærmere")]
    assert found == [("document", number)]


@pytest.mark.parametrize(
    "text",
    [
        "12/6",
        "1/3",
        "24/7",
        "50/50",
        "2013/14",
        "2010/11",
        "2016/2017",
        "12/2013",
        "10-2013",
        "2014-2020",
        "27/08-2013",
        "5/2-2013",
        "18-03-2015",
        "01.01.13-31.12.13",
        "§17,4",
        "§17,4/200",
        "§18/100",
        "sag nr. 26",
        "O.13",
        "2016/679",
        "2014/24/EU",
        "lov nr. 1368/2010",
        "1/100",
        "10-150 deltagere",
        "100-150",
        "51-59",
        "10-15.000",
        "60.000-90.000",
        "1.500/12",
        "12.000/24",
        "010180-1234",
        "43-59-10-00",
        "2630-2640",
        "kl. 10-12",
        "12//32140",
        "12/ ",
        "/32140",
        "1/2/3456",
        "12/32140/5",
        "12/3214012345",
        "123456789/12",
        "١٢/٣٢١٤٠",
        "²/32140",
        "april/maj",
    ],
)
def test_what_only_looks_like_a_number_is_neither(text: str):
    assert find_numbers(f"Se {text} nærmere") == []


def test_numbers_come_in_the_order_in_which_they_stand():
    text = "Sag 12/32140 og 9/22035, bilag (269057/12) og dok.nr. 216558-15"
    assert [found.number for found in find_numbers(text)] == [
        "12/32140",
        "09/22035",
        "269057/12",
        "216558/15",
    ]


def test_a_found_number_says_where_it_stands():
    text = "Jf. sag 12 / 32140 og (269057/12)."
    for found in find_numbers(text):
        assert text[found.start : found.end] == found.as_written


def test_the_same_pair_is_a_case_or_a_document_by_the_word_before_it():
    assert find_numbers("sag 2010/123")[0].kind == "case"
    assert find_numbers("dok. 2010/12")[0].kind == "document"


@pytest.mark.parametrize(
    "text",
    [
        "12/32140",
        "12-32140",
        "12–32140",
        "12 / 32140",
        "2012/32140",
        "sag 12/32140",
        "Sagen 12/32140",
        "sagsnr.: 12/32140.",
        "Sags nr. 12/32140",
        "SAGSNUMMER 12/32140",
        "sag: 12/32140",
        "j.nr. 12/32140",
        "Journalnr. 12/32140",
        "nr. 12/32140",
        "(12/32140)",
        "  12/32140\t",
    ],
)
def test_a_case_number_alone_is_matched_however_it_is_written(text: str):
    assert match_case_number(text) == "12/32140"


@pytest.mark.parametrize(
    ("text", "number"),
    [("9/22035", "09/22035"), ("09/22035", "09/22035"), ("13/5", "13/5"), ("1999/7", "99/7")],
)
def test_a_case_number_alone_may_have_few_digits(text: str, number: str):
    assert match_case_number(text) == number


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "32140",
        "12/",
        "/32140",
        "12/032140",
        "12/00",
        "12/32140 og mere",
        "12/32140 12/32141",
        "269057/12",
        "27-08-2013",
        "1812/32140",
        "112/32140",
        "12/12345678",
        "12.32140",
        "sager 12/32140",
        "dok. 12/32140",
        "²/3214",
        "١٢/32140",
        "12/3214٠",
    ],
)
def test_what_is_not_a_case_number_alone_is_none(text: str):
    assert match_case_number(text) is None


@pytest.mark.parametrize(
    ("text", "beginning"),
    [
        ("12/", "12/"),
        ("2012-", "12/"),
        ("9/", "09/"),
        ("sag 12 /", "12/"),
        ("Sagsnr.: 2012/", "12/"),
        ("12/3", "12/3"),
        ("sagsnr. 2012-32140", "12/32140"),
    ],
)
def test_a_case_number_that_is_begun_is_matched_as_the_whole_one_is(text: str, beginning: str):
    assert match_begun_case_number(text) == beginning


@pytest.mark.parametrize(
    "text", ["", "12", "sag", "sag 12", "dok.nr. 12/", "12/0", "12/a", "312/", "/", "²2/"]
)
def test_what_does_not_begin_a_case_number_is_none(text: str):
    assert match_begun_case_number(text) is None


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("269057/12", "269057/12"),
        ("(269057/12)", "269057/12"),
        ("216558-15", "216558/15"),
        ("dok.nr. 216558-15", "216558/15"),
        ("Dokument nr.: 216558 / 15.", "216558/15"),
        ("216558-2015", "216558/15"),
        ("dok. 216558/2015", "216558/15"),
        ("123/13", "123/13"),
    ],
)
def test_a_document_number_alone_is_matched_however_it_is_written(text: str, number: str):
    assert match_document_number(text) == number


@pytest.mark.parametrize(
    "text",
    # School years, and a year that documents have none of.
    ["", "12/32140", "216558", "2013/2014", "216558-1215", "16-15", "sag 216558-15", "²16558-15"],
)
def test_what_is_not_a_document_number_alone_is_none(text: str):
    assert match_document_number(text) is None


@pytest.mark.parametrize(
    ("text", "serial"), [("32140", 32140), (" 358 ", 358), ("sag 32140", 32140), ("sagsnr. 32140.", 32140)]
)
def test_a_serial_alone_is_matched(text: str, serial: int):
    assert match_serial(text) == serial


@pytest.mark.parametrize("text", ["", "12", "012345", "12345678", "12/32140", "32140 sager", "32²", "٣٢١٤٠"])
def test_what_is_not_a_serial_alone_is_none(text: str):
    assert match_serial(text) is None


@pytest.mark.parametrize(
    ("number", "year"), [("12/32140", 2012), ("09/22035", 2009), ("69/1", 2069), ("70/1", 1970)]
)
def test_the_year_of_a_case_number_has_four_digits(number: str, year: int):
    assert year_of(number) == year


@pytest.mark.parametrize("number", ["12/32140", "09/22035", "70/1"])
def test_the_halves_of_a_case_number_make_it_again(number: str):
    short_year, serial = split_case_number(number)
    assert (len(short_year), int(serial) > 0) == (2, True)
    assert join_case_number(short_year, serial) == number


def test_of_a_case_number_the_year_comes_first():
    assert split_case_number("12/32140") == ("12", "32140")
    assert join_case_number("09", "22035") == "09/22035"


@pytest.mark.parametrize("text", ["9/22035", "2012-32140", "sag 1998/123", "dok.nr. 216558-15", "269057/12"])
def test_a_number_is_always_in_normal_form(text: str):
    for found in find_numbers(text):
        form = CASE_NUMBER_NORMAL_FORM if found.kind == "case" else DOCUMENT_NUMBER_NORMAL_FORM
        assert re.fullmatch(form, found.number)
