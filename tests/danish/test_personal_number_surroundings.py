"""What is written as a personal number is, and is something else: by what stands around it, or by its own figures."""

from __future__ import annotations

import pytest

from tests.build.personal_numbers import WITHOUT_MODULUS, found


@pytest.mark.parametrize(
    "text",
    [
        # Numbers of minutes.
        "12/32140",
        "12-32140",
        "2012/32140",
        "120413-15",
        "(269057/12)",
        "dok.nr. 216558-15",
        "150480/13",
        "81.02.00-G01-1-13",
        # Days, times and spans.
        "27-08-2013",
        "27-08-2013 1030",
        "27.08.13 - 1200 deltagere",
        "Tirsdag d. 27. august 2013 kl. 10:00",
        "150413-160413",
        "kl. 0800-1600",
        "2013-2014",
        # Phone numbers, companies, amounts.
        "12 34 56 78",
        "1504 8012",
        "+45 15 04 80 12",
        "CVR 15048012",
        "EAN 5798001504806",
        "1.504.801.234 kr.",
        "1504801234 kr.",
        "1504801234,50",
        "kr. 1504801234",
        "1504801234 mio. kr.",
        "",
        "Ingen tal",
        "Ingen \u200b tal",
        # Figures that go on: phone numbers, amounts, a row.
        "12 04 56 78 12 34 56 78",
        "15 04 80 12 34 56",
        "4 15 04 80 1234",
        "15 04 80 1234 5",
        "5 15 04 80 12 34",
        # Two of a list.
        "sagerne 150480, 1234 og 1235",
        "150480; 1234",
        "150480 og 1234",
        "150480 1a34",
        # The years 1970 to 2069 after a document.
        "150480/2013",
        "150480 (1980)",
        "150480.2014",
        # A number that is masked.
        "150480-••••1234",
        # An address in which no number begins with the digits of a sign.
        "a%15048012",
    ],
)
def test_it_is_nothing(text: str):
    assert found(text) == []


@pytest.mark.parametrize(
    "text",
    [
        # A day of the archive's own time, and how many, when, or which year. A dash alone may make a number of it.
        "27-08-2013 4500 borgere",
        "pr. 27.08.2013: 4500",
        "27/8-2013 (4500)",
        "27-08-2013 - 4500 deltagere",
        "27082013 4500",
        "27.08.13 1030",
        "27.08.13 kl. 1030",
        "27.08.13 (2014)",
        "27 08 13 1030",
        "270813 10 30",
        # Money.
        "150480/1234 kr.",
        "150480\t1234,50",
        "15.04.80 1234 kr.",
        "Det kostede 150480\n1234 kroner mere.",
    ],
)
def test_a_day_of_meetings_and_money_are_nothing(text: str):
    assert found(text) == []


@pytest.mark.parametrize(
    "text",
    [
        # Other figures in the row, or a cell that is not whole.
        "Løn\t150480\t1234\t99",
        "1.200\t150480\t1234",
        "150480\t1234\t-5,5",
        "100%\tx\t150480\t1234",
        "Budget 150480\t1234",
        "150480\t1234 borgere",
        "150480\t\t\t1234",
        "150480\t2013",
    ],
)
def test_columns_of_figures_are_nothing(text: str):
    assert found(text) == []


@pytest.mark.parametrize(
    "text",
    [
        # A column, a list, a row of a table.
        "150480\n1234",
        "150413\n2013",
        "4500\n150480\n1234\n88",
        "1233 Løn 150480\n1234 Kørsel",
        "Løn\t150480\n1234\tKørsel",
        # Something else begins the next line.
        "Sagerne 150480\n\n1234 er udsat.",
        "Dokument 150480\n1234/13 er udsat.",
        "Dokument 12-150480\n1234 er udsat.",
        "Notat 150480\n2013 er udsat.",
        "Mødet den 15.04.80\n1234 var til stede.",
        "Mødet den 27-08-2013\n4500 borgere.",
    ],
)
def test_a_line_that_ends_in_a_day_is_nothing_without_prose_around(text: str):
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "confidence"),
    [
        ("150480-1234 kr.", "finding"),
        ("150480 1234 kr.", "finding"),
        ("27.08.13-1030", "warning"),
        ("27.08.80 1030", "warning"),
        ("27.08.13 4500", "warning"),
        ("150480 2013", "finding"),
        ("150480-2013", "finding"),
        ("cpr 150480/2013", "finding"),
        ("cpr 150480\t1234\t99", "finding"),
        ("cpr\n150480\n1234", "finding"),
    ],
)
def test_a_clear_notation_or_name_outweighs_what_stands_around(text: str, confidence: str):
    assert [sure for _, sure in found(text)] == [confidence]


def test_what_is_no_number_may_hold_the_beginning_of_one():
    assert found("310480/150480-1234") == [(WITHOUT_MODULUS, "warning")]
    assert found("27-08-2013 150480-1234") == [(WITHOUT_MODULUS, "finding")]
    assert found("150480\t150480-1234") == [(WITHOUT_MODULUS, "finding")]
