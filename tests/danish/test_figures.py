"""What is a figure in a table, and what only holds one."""

import time

import pytest

from minutes.danish.figures import is_figure


@pytest.mark.parametrize(
    "text",
    [
        "0",
        "5",
        "2013",
        "1234567",
        "1.234",
        "1.692.500",
        "12,5",
        "1.234,50",
        # blanks before each three digits
        "1 234",
        "12 345",
        "1 000 000",
        "1 234,5",
        # with a sign
        "-5",
        "–5",
        "+3,4",
        "- 5",
        "– 1.200",
        "+ 5",
        # with a unit
        "5%",
        "12 %",
        "2,5 %",
        "- 0,5 %",
        "5 kr",
        "27.000 kr.",
        "1 234 kr.",
        "100 tkr.",
        "12 tkr",
        "12 mio.",
        "5 mio",
        "3,5 mio. kr.",
        "5 mio.kr.",
        "5 mia",
        "3,5 mia. kr.",
        "-1,2 mia.kr.",
        # as documents have always been read
        "27.08.2013",
        "12.",
    ],
)
def test_a_number_with_or_without_a_unit_is_a_figure(text: str):
    assert is_figure(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "-",
        "–",
        ",5",
        ".5",
        "12,",
        "1,2,3",
        # blanks between other groups than three
        "1 2 3",
        "1234 1234",
        "1 23",
        "2013 2014",
        "1  234",
        # days, times, spans and numbers of cases and documents
        "27-08-2013",
        "05-02-2013",
        "25. juni",
        "august 2013",
        "10:00",
        "2013-2014",
        "12-15",
        "2013/14",
        "12/32140",
        "269057/12",
        "216558-15",
        "§ 17,4",
        # counts, and figures among words
        "12 stk",
        "12 stk.",
        "3 år",
        "12 timer",
        "kr. 5",
        "(5)",
        "ca. 5",
        "5 kr. pr. plads",
        "1. kvartal",
        "Etape 2",
        "B105",
        "m2",
        "%",
        "kr.",
        # digits of other scripts
        "١٢",
        "²",
    ],
)
def test_what_only_holds_a_figure_is_none(text: str):
    assert not is_figure(text)


@pytest.mark.parametrize(
    "text", ["1" * 1_000_000 + "x", "1 234" + " 234" * 250_000 + "x", "1." * 500_000 + " ."]
)
def test_a_cell_of_a_megabyte_costs_no_more_than_its_length(text: str):
    started = time.process_time()
    assert not is_figure(text)
    assert time.process_time() - started < 1
