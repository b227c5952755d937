"""In what unit a column counts, and what sum its cells are."""

import pytest

from minutes.danish.amounts import match_figure, unit_of_column
from minutes.danish.amounts.figures_of_tables import (
    is_of_counts,
    is_of_money,
    is_row_of_counts,
    unit_in_sentence,
)


@pytest.mark.parametrize(
    ("words", "unit"),
    [
        ("Beløb (1.000 kr.)", 1_000),
        ("1.000 kr.", 1_000),
        ("1000 kr.", 1_000),
        ("Budget t.kr.", 1_000),
        ("tkr.", 1_000),
        ("Mio. kr.", 1_000_000),
        ("Udgift i mio. kr.", 1_000_000),
        ("Mia. kr.", 1_000_000_000),
        ("Kr.", 1),
        ("Beløb i kr.", 1),
        ("Kroner", 1),
        ("Center", None),
        ("2014", None),
        ("Andel i %", None),
        ("Puljen på 1,7 mio. kr.", None),
    ],
)
def test_a_heading_says_in_what_unit_its_column_counts(words: str, unit: int | None):
    assert unit_of_column(words) == unit


@pytest.mark.parametrize(
    ("words", "unit"),
    [
        ("Tabel 1: Nettovirkning (1.000 kr.)", 1_000),
        ("Beløbene er i hele 1.000 kr.", 1_000),
        ("Anlæg, i mio. kr.:", 1_000_000),
        ("Der er fundet midler på 1,7 mio. kr., se tabellen.", None),
        ("Udgiften er 1.000 kr. pr. elev.", None),
    ],
)
def test_a_sentence_above_a_table_says_its_unit_where_it_names_no_sum(words: str, unit: int | None):
    assert unit_in_sentence(words) == unit


@pytest.mark.parametrize(
    "words", ["Ansøgt beløb", "Udgift", "Pris", "Bevilling", "Beløb (1.000 kr.)", "Overslag på udgifterne:"]
)
def test_headings_of_money(words: str):
    assert is_of_money(words)
    assert not is_of_counts(words)


@pytest.mark.parametrize(
    "words", ["Antal", "Andel", "Årsværk", "Timer", "Elever", "År", "%", "m2", "Antal borgere"]
)
def test_headings_of_counts(words: str):
    assert is_of_counts(words)
    assert not is_of_money(words)


@pytest.mark.parametrize(
    ("words", "counts"),
    [
        ("Antal elever", True),
        ("Timer", True),
        ("Elever", True),
        ("Konference for 2 medarbejdere", False),
        ("Bus", False),
    ],
)
def test_a_row_may_count_something_else(words: str, counts: bool):
    assert is_row_of_counts(words) == counts


@pytest.mark.parametrize(
    ("cell", "unit", "value"),
    [
        ("100.000", None, 100_000),
        ("100.000", 1, 100_000),
        ("1.820", 1_000, 1_820_000),
        ("-640", 1_000, -640_000),
        ("96,4", 1_000_000, 96_400_000),
        ("905", 1, 905),
        ("5.000,-", 1, 5_000),
        ("905", None, None),
        ("12,5", None, None),
        ("2014", 1_000, None),
        ("12 %", 1_000, None),
        ("12-15", 1_000, None),
        ("25. juni", 1, None),
        ("12/32140", 1, None),
        ("HRC", 1, None),
        ("", 1, None),
        ("-", 1, None),
    ],
)
def test_a_cell_is_a_sum_in_the_unit_of_its_column(cell: str, unit: int | None, value: int | None):
    assert match_figure(cell, unit) == value
