"""Sums of money as minutes write them, and numbers that are none."""

import time

import pytest

from minutes.danish.amounts import find_amounts


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("3,3 mio. kr.", 3_300_000),
        ("1,610 mio. kr.", 1_610_000),
        ("3.3 mio. kr.", 3_300_000),
        ("5 mio.kr.", 5_000_000),
        ("2,5 Mio kr", 2_500_000),
        ("½ mio. kr.", 500_000),
        ("1½ mio. kr.", 1_500_000),
        ("1.610 mio. kr.", 1_610_000_000),
        ("2 mia. kr.", 2_000_000_000),
        ("3 mill. kr.", 3_000_000),
        ("500.000 kr.", 500_000),
        ("250.000 kr", 250_000),
        ("286500 kr.", 286_500),
        ("100 000 kr.", 100_000),
        ("1.692.500 kr.", 1_692_500),
        ("1.234.567,89 kr.", 1_234_568),
        ("25.000,00 kr.", 25_000),
        ("900 kr.", 900),
        ("kr. 25.000", 25_000),
        ("kr. 25.000,-", 25_000),
        ("DKK 3,3 mio.", 3_300_000),
        ("100.000,-", 100_000),
        ("100.000,- kr.", 100_000),
        ("450 t.kr.", 450_000),
        ("1.250 tkr.", 1_250_000),
        ("12 tusind kr.", 12_000),
        ("60.000 kroner", 60_000),
        ("en halv million", 500_000),
        ("halvanden million kroner", 1_500_000),
        ("to millioner kr.", 2_000_000),
        ("fem millioner kroner", 5_000_000),
    ],
)
def test_a_sum_is_found_in_every_form(text: str, value: int):
    (amount,) = find_amounts(f"Der er afsat {text} til haller.")
    assert (amount.words, amount.value, amount.is_approximate) == (text, value, False)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("2-3 mio. kr.", [2_000_000, 3_000_000]),
        ("2,5 - 3 mio. kr.", [2_500_000, 3_000_000]),
        ("100.000-150.000 kr.", [100_000, 150_000]),
        ("200 til 300 kr.", [200, 300]),
        ("5-10.000 kr.", [5_000, 10_000]),
        ("mellem 2 og 3 mio. kr.", [2_000_000, 3_000_000]),
        ("hhv. 100.000 og 50.000 kr.", [100_000, 50_000]),
        ("2 mio. kr. til 3 mio. kr.", [2_000_000, 3_000_000]),
        ("900 mio. kr. til 1,2 mia. kr.", [900_000_000, 1_200_000_000]),
        ("kr. 100.000-150.000", [100_000, 150_000]),
    ],
)
def test_both_ends_of_a_span_are_sums_in_one_place(text: str, values: list[int]):
    found = find_amounts(f"Udgiften er {text}")
    assert [amount.value for amount in found] == values
    assert {amount.words for amount in found} == {text}


@pytest.mark.parametrize("about", ["ca. ", "Ca. ", "cirka ", "omkring ", "knap ", "godt ", "anslået "])
def test_a_sum_may_be_no_more_than_about_right(about: str):
    (amount,) = find_amounts(f"{about}286.500 kr.")
    assert (amount.value, amount.is_approximate, amount.words) == (286_500, True, f"{about}286.500 kr.")


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("3,3 mio. kr. i 2011 voksende til 5 mio. kr. i 2012 og 2013", [3_300_000, 5_000_000]),
        ("på 60.000 kr. og indretning for 90.000 kr.", [60_000, 90_000]),
        ("Fase 2 - 250.000 kr. til haller", [250_000]),
        ("stigende fra 2013 til 5 mio. kr.", [5_000_000]),
        ("i 2014 kr. 500.000", [500_000]),
        ("250.000 kr. 3 medarbejdere", [250_000]),
        ("30 timer x 900 kr.", [900]),
        ("et mindreforbrug på -2,3 mio. kr.", [-2_300_000]),
        ("- 250.000 kr. til haller", [250_000]),
        ("Der bevilges 250.000 til haller", [250_000]),
        ("et tilskud på 50.000.", [50_000]),
        ("3 mio. i 2014", [3_000_000]),
        ("Det er 1,9 mio. Det går.", [1_900_000]),
        ("projekt 4, 10.000 kr.", [10_000]),
    ],
)
def test_what_stands_beside_a_sum_is_none_of_it(text: str, values: list[int]):
    assert [amount.value for amount in find_amounts(text)] == values


@pytest.mark.parametrize(
    "text",
    [
        "Budget 2014-2017",
        "i 2013 og 2014",
        "(i 1.000 kr.)",
        "Beløb i hele 1.000 kr.",
        "(mio. kr.)",
        "i 2014 kr.",
        "15 %",
        "250 personer",
        "37 timer",
        "1.250 elever",
        "3 mio. borgere",
        "1,9 mio. sider",
        "12/32140",
        "dok.nr. 216558-15",
        "269057/12",
        "tlf. 43 59 12 12",
        "50.000 euro",
        "10.000-kroners spørgsmålet",
        "§ 17, stk. 4",
        "kl. 10.30",
        "2,5 årsværk",
        "afsættes 250.000 timer",
        "bevilges 2 stillinger",
        "et tilskud på 50.000 borgere",
        "3. budgetopfølgning",
        "27-08-2013",
        "kroner og øre",
        "kr.",
        "et par millioner borgere",
        "1.692.500",
        "krav nr. 250.000",
    ],
)
def test_other_numbers_are_no_sums(text: str):
    assert find_amounts(text) == []


def test_a_sum_stands_where_it_says():
    text = "Udgiften er CA. 2-3 MIO. KR. i alt"
    assert {text[amount.start : amount.end] for amount in find_amounts(text)} == {"CA. 2-3 MIO. KR."}


@pytest.mark.parametrize(
    "unit",
    [" ", "1", "1.", "1 ", "1.000", "1.000 ", "1-", "kr. ", "1 kr. ", "mio. ", "ca. ", "en ", "½", "-"],
)
def test_twice_a_hostile_line_takes_at_most_three_times_as_long(unit: str):
    def seconds(size: int) -> float:
        start = time.process_time()
        find_amounts(unit * (size // len(unit)))
        return time.process_time() - start

    once, twice = (min(seconds(size) for _ in range(3)) for size in (20_000, 40_000))
    assert twice <= 3 * max(once, 0.01)
