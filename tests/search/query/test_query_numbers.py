import pytest

from minutes.search.query.query import parse_query
from minutes.search.query.typed_dates import TypedDate
from tests.build.asked import CASE, DAY, MONTH, asked


@pytest.mark.parametrize(
    ("typed", "groups"),
    [
        ("27-08-2013", [DAY]),
        ("27/8 2013", ['"27 8 2013"|' + DAY]),
        ("27. august 2013", ['"27 august 2013"|"27 08 2013"|d:2013-08-27']),
        ("27-08-13", ['"27 08 13"|' + DAY]),
        ("27/8-13", ['"27 8 13"|' + DAY]),
        ("2013-08", ['"2013 08"|"august 2013"|"08 2013"|m:2013-08']),
        ("2013-08-27", ['"2013 08 27"|' + DAY]),
        ("august 2013", [MONTH]),
        ("08-2013", ['"08 2013"|"august 2013"|m:2013-08']),
        ("budget august 2013 skole", [f"budget {MONTH} skole"]),
        # words that add nothing to a day
        ("referat af mødet 27-08-2013", [f"af {DAY}"]),
        ("mødet OR referat 27-08-2013", ["mødet", DAY]),
        ('"mødet" 27-08-2013 -referat', [f"mødet {DAY} -referat"]),
        ("referat 2013", ["referat 2013|y:2013"]),
        ("budget -august 2013", [f"budget -{MONTH}"]),
        ("2013", ["2013|y:2013"]),
        # no day of the calendar, no year, or part of a phrase or an amount: words like others
        ("31-02-2013", ['"31 02 2013"']),
        ("1.50.13", ['"1 50 13"']),
        ("2013-14", ['"2013 14"', "sagnr13x14"]),
        ("27. august", ["27 august"]),
        ('"august 2013"', ['"august 2013"']),
        ("2.013", ['"2 013"']),
        ("-2013 budget", ["-2013|y:2013 budget"]),
    ],
)
def test_a_day_a_month_or_a_year_is_asked_for_as_written_and_as_the_time_of_the_meeting(typed, groups):
    assert asked(parse_query(typed)) == groups


@pytest.mark.parametrize(
    ("typed", "date"),
    [
        ("27-08-2013", TypedDate(2013, 8, 27)),
        (" 27. august 2013 ", TypedDate(2013, 8, 27)),
        ("d. 27-08-2013", TypedDate(2013, 8, 27)),
        ("den 27. august 2013", TypedDate(2013, 8, 27)),
        ("tirsdag den 27. august 2013", TypedDate(2013, 8, 27)),
        ("Tirsdag 27. august 2013", TypedDate(2013, 8, 27)),
        ("27-08-99", TypedDate(1999, 8, 27)),
        ("27.08.71", TypedDate(1971, 8, 27)),
        ("27/8-70", TypedDate(1970, 8, 27)),
        ("27-08-69", TypedDate(2069, 8, 27)),
        ("27-08-2099", TypedDate(2099, 8, 27)),
        ("august 2013", TypedDate(2013, 8)),
        ("budget august 2013", None),
        ("27-08-999", None),
        ("august 99", None),
        ("27. aprıl 2013", None),
        ("ſeptember 2013", None),
        ("08-99", None),
        ("2013", None),
        ("31-02-2013", None),
    ],
)
def test_a_date_alone_is_told_apart(typed, date):
    assert parse_query(typed).date == date


@pytest.mark.parametrize(
    "typed",
    ["12/32140", "12-32140", "12 / 32140", "12 - 32140", "2012/32140", "2012-32140", "sag 12/32140", "Sag 12-32140",
     "sagen 12/32140", "sagsnr. 12/32140", "sagsnr.: 12/32140.", "Sagsnummer 2012/32140", "j.nr. 12/32140",
     "journalnr. 12/32140", "nr. 12/32140", " (12/32140) ", '"12/32140"', "12–32140", "12/32140-3"],
)  # fmt: skip
def test_a_case_number_is_recognised_in_any_form(typed):
    query = parse_query(typed)
    assert query.case_number == "12/32140"
    assert asked(query) == [CASE]
    assert query.document_number is None
    assert query.serial is None


def test_a_year_of_one_digit_is_that_of_the_case():
    query = parse_query("9/22035")
    assert (query.case_number, asked(query)) == ("09/22035", ["sagnr09x22035"])


@pytest.mark.parametrize(
    "typed",
    ["216558/15", "216558-15", "dok.nr. 216558/15", "dok. 216558-15", "dokument 216558-15", "(216558/15)"],
)
def test_a_document_number_is_recognised_in_any_form(typed):
    query = parse_query(typed)
    assert query.document_number == "216558/15"
    assert asked(query) == ["doknr216558x15"]
    assert query.case_number is None


@pytest.mark.parametrize(
    "typed",
    ["32140", " 32140 ", "sag 32140", "sagsnr. 32140", "nr. 32140", "j.nr. 32140", "journalnr. 32140"],
)
def test_a_bare_serial_is_recognised(typed):
    query = parse_query(typed)
    assert query.serial == 32140
    assert asked(query) == ["32140"]


@pytest.mark.parametrize(
    "typed",
    ["27-08-2013", "2013/14", "2014-2017", "12/6", "1/3", "budget 12/32140", "12/32140 13/2358", "-12/32140", "12",
     "B105", "3,3 mio.", "26. august", "", "sag", "dok.nr."],
)  # fmt: skip
def test_what_is_no_number_or_not_only_one_leads_nowhere_directly(typed):
    query = parse_query(typed)
    assert (query.case_number, query.document_number, query.serial) == (None, None, None)


@pytest.mark.parametrize(
    ("typed", "groups"),
    [
        ("budget sag 12/32140", [f"budget {CASE}"]),
        ("12 / 32140 HRC", [f"{CASE} hrc"]),
        ("budget -sag 12/32140", [f"budget -{CASE}"]),
        ("budget -12/32140", [f"budget -{CASE}"]),
        ("12/32140 OR dok.nr. 216558/15", [CASE, "doknr216558x15"]),
        ("sagsnr. 32140 huskeliste", ["32140 huskeliste"]),
        ("budget 12–32140", [f"budget {CASE}"]),
        ("dok.nr. 216558", ["216558"]),
        ("lokalplan nr. 4.17", ['lokalplan "4 17"']),
        ("sagsnummer 12/0032140 budget", [f"{CASE} budget"]),
        ("sag 2013 budget", ["sag 2013|y:2013 budget"]),
    ],
)
def test_numbers_among_words_lose_their_labels(typed, groups):
    assert asked(parse_query(typed)) == groups


@pytest.mark.parametrize(
    ("typed", "groups", "number"),
    [
        ("Byrådet 27-08-2013 punkt 4", [f"byrådet {DAY}"], 4),
        ("Høje-Taastrup Kommune, Byrådet 27-08-2013, punkt 12, sag 12/32140", [f"byrådet {DAY} {CASE}"], 12),
        ("27-08-2013 punkt 4 budget", [f"{DAY} budget"], 4),
        # no day, no number, or one thing or another: words like others
        ("Kommune, punkt 4", ["kommune punkt 4", "kommunepunkt 4"], None),
        ("august 2013 punkt 4", [f"{MONTH} punkt 4"], None),
        ("27-08-2013 punkt fire", [f"{DAY} punkt fire", f"{DAY} punktfire"], None),
        ("27-08-2013 punkt 4 OR budget", [f"{DAY} punkt 4", "budget"], None),
    ],
)  # fmt: skip
def test_a_reference_names_an_item_by_its_number(typed, groups, number):
    query = parse_query(typed)
    assert (asked(query), query.item_number) == (groups, number)


@pytest.mark.parametrize(
    ("typed", "path", "groups"),
    [
        (
            "https://arkiv.example/moeder/byraadet/2013-08-27/punkt-4/",
            "/moeder/byraadet/2013-08-27/punkt-4/",
            [],
        ),
        ("budget, http://127.0.0.1:8000/sager/12/32140/", "/sager/12/32140/", ["budget"]),
        ("127.0.0.1:8000/sager/12/32140/?vend=1#sag", "/sager/12/32140/", []),
        (
            "arkiv.example/moeder/byraadet/2013-08-27/punkt-4/?q=%C3%A6ldre#forekomst-1",
            "/moeder/byraadet/2013-08-27/punkt-4/",
            [],
        ),
        ("/centre/hrc/", "/centre/hrc/", []),
        ("https://example.org/andet/", None, ["https+example+org+andet"]),
    ],
)
def test_an_address_of_the_archive_is_read_and_no_word(typed, path, groups):
    query = parse_query(typed)
    assert (query.path, asked(query)) == (path, groups)
