import pytest

from minutes.search.query.query import parse_query
from minutes.search.query.terms import Group, Term, Words
from minutes.search.query.typed.dates import TypedDate


def the_word(word: str) -> tuple[Group, ...]:
    """What is asked for by a word, and by nothing else."""
    return ((Term((Words((word,)),)),),)


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
     "journalnr. 12/32140", "nr. 12/32140", " (12/32140) ", "Sag: sagsnr. 12/32140", "(sag 12/32140)",
     '"12/32140"', "12–32140", "12/32140-3"],
)  # fmt: skip
def test_a_case_number_is_recognised_in_any_form(typed):
    query = parse_query(typed)
    assert query.case_number == "12/32140"
    assert query.groups == the_word("sagnr12x32140")
    assert query.document_number is None
    assert query.serial is None


def test_a_year_of_one_digit_is_that_of_the_case():
    query = parse_query("9/22035")
    assert (query.case_number, query.groups) == ("09/22035", the_word("sagnr09x22035"))


@pytest.mark.parametrize(
    "typed",
    ["216558/15", "216558-15", "dok.nr. 216558/15", "dok. 216558-15", "dokument 216558-15", "(216558/15)"],
)
def test_a_document_number_is_recognised_in_any_form(typed):
    query = parse_query(typed)
    assert query.document_number == "216558/15"
    assert query.groups == the_word("doknr216558x15")
    assert query.case_number is None


@pytest.mark.parametrize(
    "typed",
    ["32140", " 32140 ", "sag 32140", "sagsnr. 32140", "nr. 32140", "j.nr. 32140", "journalnr. 32140"],
)
def test_a_bare_serial_is_recognised(typed):
    query = parse_query(typed)
    assert query.serial == 32140
    assert query.groups == the_word("32140")


@pytest.mark.parametrize(
    "typed",
    ["27-08-2013", "2013/14", "2014-2017", "12/6", "1/3", "budget 12/32140", "12/32140 13/2358", "-12/32140", "12",
     "B105", "3,3 mio.", "26. august", "", "sag", "dok.nr."],
)  # fmt: skip
def test_what_is_no_number_or_not_only_one_leads_nowhere_directly(typed):
    query = parse_query(typed)
    assert (query.case_number, query.document_number, query.serial) == (None, None, None)
