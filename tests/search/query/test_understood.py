"""What was taken for more than words is told, with the text that takes it back."""

from __future__ import annotations

import pytest

from minutes.search.query.named_units import read_organisation
from minutes.search.query.names import Names
from minutes.search.query.query import parse_query
from minutes.search.query.typed.outcomes import OUTCOMES
from minutes.search.query.understood import find_understood

NAMES = Names(OUTCOMES)


def understood(typed: str) -> list[tuple[str, str]]:
    return [(found.label, found.as_words) for found in find_understood(parse_query(typed, NAMES))]


@pytest.mark.parametrize(
    ("typed", "label", "as_words"),
    [
        ("udsat kommunikation", "Udfald: udsat", '"udsat" kommunikation'),
        ("kommunikation udskudt", "Udfald: udsat", 'kommunikation "udskudt"'),
        ("lokalplan ikke godkendt", "Udfald: afvist", 'lokalplan "ikke godkendt"'),
        ("budget før 2014", "Periode: før 2014 (– 31-12-2013)", 'budget "før 2014"'),
        (
            "budget efter 1. marts 2014",
            "Periode: efter 1. marts 2014 (02-03-2014 –)",
            'budget "efter 1. marts 2014"',
        ),
        ("foråret 2015", "Periode: foråret 2015 (01-03-2015 – 31-05-2015)", '"foråret 2015"'),
        ("veje eller broer OR udsat", "Udfald: udsat", 'veje eller broer OR "udsat"'),
    ],
)
def test_each_thing_understood_is_told_with_what_asks_for_its_words(typed, label, as_words):
    assert understood(typed) == [(label, as_words)]
    assert understood(as_words) == []


def test_of_an_outcome_in_several_shades_all_are_told():
    assert understood("godkendt lokalplan")[0][0].startswith("Udfald: godkendt eller godkendt")


def test_several_things_are_told_in_order_and_taken_back_one_by_one():
    (first, as_words), (second, _) = understood("udsat budget før 2014")
    assert (first, second) == ("Udfald: udsat", "Periode: før 2014 (– 31-12-2013)")
    assert [label for label, _ in understood(as_words)] == [second]


@pytest.mark.parametrize(
    "typed",
    [
        '"udsat" kommunikation',
        "-udsat kommunikation",
        "udsatte boligområder",
        "udsættelse",
        "budget 2014",
        "HRC",
        '"før 2014"',
        "",
    ],
)
def test_words_in_quotes_unwanted_ones_and_plain_words_are_just_words(typed):
    assert understood(typed) == []


def test_periods_without_a_common_day_leave_the_second_to_words():
    query = parse_query("skoler før 2014 efter 2016", NAMES)
    (before,) = find_understood(query)
    assert understood(before.as_words) == []
    assert str(query.days.last) == "2013-12-31"


@pytest.mark.django_db
def test_the_archives_own_names_stand_beside_the_outcomes():
    assert find_understood(parse_query("udsat", read_organisation().names))
