"""A sum is one word, however it is written."""

import pytest

from minutes.danish.amounts import (
    amount_word,
    find_spelt_amounts,
    find_typed_amounts,
    is_read_as,
    match_amount_word,
    match_typed_figure,
)


def values(found) -> list[int]:
    return [amount.value for amount in found]


@pytest.mark.parametrize(
    "written",
    ["1.500.000", "1.500.000 kr.", "kr. 1.500.000,-", "1,5 mio.", "1,5 mio. kr.", "1500 t.kr.", "1.500 tkr.",
     "1500 tusind kr.", "1,5 millioner kroner", "1.500.000,00 kr."],
)  # fmt: skip
def test_a_text_has_a_sum_in_any_spelling(written):
    assert values(find_spelt_amounts(f"Der gives {written} i 2014")) == [1_500_000]


@pytest.mark.parametrize(
    "written",
    [
        "500 kr.",
        "27.08.2013",
        "12/32140",
        "sag 12-32140",
        "1.234,50 kr.",
        "3.500.12",
        "2014",
        "32140",
        "§1.500",
        "",
    ],
)
def test_what_is_small_has_oere_or_is_no_sum_is_none(written):
    assert values(find_spelt_amounts(written)) == []


@pytest.mark.parametrize(
    "typed",
    ["1,5 mio.", "1,5 mio. kr.", "1500 t.kr.", "1500 tusind", "1500 tusind kr.", "1,5 millioner", "kr. 1.500.000",
     "1.500.000 kr", "1500000 kroner", "1,5 MIO", "halvanden million", "Halvanden mio. kr.", "en og en halv million"],
)  # fmt: skip
@pytest.mark.parametrize("around", ["{}", "tilskud {} til skoler", "({})"])
def test_people_type_a_sum_with_less_around_it(typed, around):
    (found,) = find_typed_amounts(around.format(typed))
    assert (found.value, around.format(typed)[found.start : found.end]) == (1_500_000, typed)


@pytest.mark.parametrize(
    "typed",
    [
        "1500000",
        "1.500.000",
        "12/32140",
        "2-3 mio. kr.",
        "kr.",
        "mio.",
        "",
        "skole 3",
        "halvanden",
        "ca.",
        "omkring 2014",
        "ca. 12/32140",
        "ca. 12345",
        "to hundrede millioner",
        "tre og fire millioner",
        "knapmillion",
    ],
)
def test_without_a_unit_or_as_a_span_nothing_is_read(typed):
    assert values(find_typed_amounts(typed)) == []


@pytest.mark.parametrize(
    ("typed", "number"),
    [("ca. 1,5 mio.", "1,5 mio."), ("cirka 1,5 mio. kr.", "1,5 mio. kr."), ("lige knap 1500 t.kr.", "1500 t.kr."),
     ("godt halvanden million", "halvanden million"), ("~1,5 mio.", "1,5 mio."), ("omkring 1.500.000", "1.500.000"),
     ("lidt over kr. 1.500.000", "kr. 1.500.000"), ("ca. 1500000", "1500000")],
)  # fmt: skip
def test_a_word_that_says_that_it_is_not_exact_is_told_from_the_number(typed, number):
    (found,) = find_typed_amounts(f"skole {typed} i alt")
    assert (found.value, found.start, found.end) == (1_500_000, 6, 6 + len(typed))
    assert typed.endswith(number)
    assert found.number == found.end - len(number)


@pytest.mark.parametrize("written", ["300.000", "300.000 kr.", "kr. 300.000,-", "0,3 mio. kr.", "300 t.kr."])
def test_a_figure_and_a_sum_of_kroner_are_read_in_every_text(written):
    assert is_read_as(written, 300_000)


@pytest.mark.parametrize("written", ["0,3 mio.", "300 tusind", "300.000,50 kr.", "300000", ""])
def test_what_may_count_something_else_or_has_oere_is_not(written):
    assert not is_read_as(written, 300_000)


@pytest.mark.parametrize("label", ["nr.", "dok.nr.", "journalnummer", "Nr. "])
def test_the_number_of_a_document_is_no_sum(label):
    assert values(find_spelt_amounts(f"{label.strip()} 27.500.000 er sendt")) == []


@pytest.mark.parametrize(
    ("typed", "value"),
    [("1500000", 1_500_000), ("1.500.000", 1_500_000), ("1500", 1500), ("1619450", 1_619_450)],
)
def test_a_round_or_long_figure_alone_may_be_a_sum(typed, value):
    assert match_typed_figure(typed) == value


@pytest.mark.parametrize("typed", ["2000", "1900", "32140", "1.5", "0100", "9" * 300, "1500000x", ""])
def test_years_serials_and_small_figures_are_none(typed):
    assert match_typed_figure(typed) is None


def test_a_sum_and_its_word_are_one_to_one():
    assert (amount_word(1_500_000), match_amount_word("kr1500000")) == ("kr1500000", 1_500_000)
    assert amount_word(-2000) == "kr2000"
    assert match_amount_word("kr15") is None
    assert match_amount_word("skole") is None


def test_of_a_small_sum_only_the_word_before_it_is_told_from_the_number():
    (found,) = find_typed_amounts("leje ca. 620 kr. pr. m2")
    assert (found.value, found.start, found.number, found.end) == (None, 5, 9, 16)
    assert list(find_typed_amounts("leje 620 kr.")) == []
