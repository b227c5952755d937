"""Addresses are plain, Danish, and no two things have the same."""

import datetime

import pytest

from minutes.models.addresses import danish_slug, free_slug, item_slugs, meeting_slug, slug_of_title

DAY = datetime.date(2013, 8, 27)


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("ØDC", "oedc"),
        ("Byrådet", "byraadet"),
        ("Ældre- og Handicapudvalget", "aeldre-og-handicapudvalget"),
        ("§17,4 udvalget for Ny skole", "174-udvalget-for-ny-skole"),
        ("Børn & Unge", "boern-unge"),
        ("Comité d'été", "comite-dete"),
        ("???", ""),
    ],
)
def test_danish_letters_become_two(name, slug):
    assert danish_slug(name) == slug


@pytest.mark.parametrize(
    ("taken", "slug"), [([], "a"), (["b"], "a"), (["a"], "a-2"), (["a", "a-2", "a-3"], "a-4"), (["a-2"], "a")]
)
def test_a_taken_slug_gets_the_next_number(taken, slug):
    assert free_slug("a", taken) == slug


@pytest.mark.parametrize(
    ("time", "taken", "slug"),
    [
        (datetime.time(10), [], "2013-08-27"),
        (None, [], "2013-08-27"),
        (datetime.time(14), ["2013-08-27"], "2013-08-27-1400"),
        (datetime.time(9, 5), ["2013-08-27"], "2013-08-27-0905"),
        (None, ["2013-08-27"], "2013-08-27-2"),
        (datetime.time(14), ["2013-08-27", "2013-08-27-1400"], "2013-08-27-1400-2"),
    ],
)
def test_the_days_second_meeting_has_the_time_in_its_address(time, taken, slug):
    assert meeting_slug(DAY, time, taken) == slug


def test_items_are_addressed_by_their_printed_number_and_repeated_ones_are_counted():
    assert item_slugs([1, 2, 2, 7, 2, 0]) == [
        "punkt-1",
        "punkt-2",
        "punkt-2-2",
        "punkt-7",
        "punkt-2-3",
        "punkt-0",
    ]


def test_a_letter_behind_the_number_is_part_of_the_address():
    assert item_slugs(["1", "1a", "1A", "2", "2å"]) == [
        "punkt-1",
        "punkt-1a",
        "punkt-1a-2",
        "punkt-2",
        "punkt-2aa",
    ]


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("Klage 010180, 1234 og mere", "klage-og-mere"),
        ("Klage (010180) 1234", "klage"),
        ("010180; 1234", ""),
        # No day has this number.
        ("Bevilling 450180, 1234", "bevilling-450180-1234"),
        ("Økonomiopfølgning " * 5, "oekonomiopfoelgning-oekonomiopfoelgning"),
    ],
)
def test_no_marks_are_left_out_between_the_halves_of_a_personal_number(title, slug):
    assert slug_of_title(title, 40) == slug
