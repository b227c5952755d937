"""The rule of personal numbers: which digits can be one, what makes one sure, and that all of many are found."""

from __future__ import annotations

import os
import random
from itertools import product
from pathlib import Path

import pytest

from minutes.danish.personal_numbers import Confidence, find_personal_numbers
from minutes.sources.text import numbered_text
from minutes.sources.values import UnreadableSourceError
from tests.build.personal_numbers import (
    ENCODED,
    OTHER_NUMBERS,
    SENTENCES,
    SEPARATED,
    SET_APART,
    UNSEPARATED,
    WITH_MODULUS,
    WITHOUT_MODULUS,
    found,
    has_modulus_11,
    is_day,
    may_be_year_or_time,
    other_numbers,
    personal_numbers,
    write,
)

SAMPLES = sorted((Path(__file__).resolve().parents[2] / "fixtures").rglob("*.txt"))
CORPUS = Path(os.environ.get("MINUTES_CORPUS") or "/nowhere")
REAL = sorted((CORPUS / "minutes").glob("*.txt"))
COUNT = 1000


def test_the_two_numbers_of_these_tests_are_what_they_are_called():
    assert not has_modulus_11(WITHOUT_MODULUS)
    assert has_modulus_11(WITH_MODULUS)


@pytest.mark.parametrize(
    ("text", "confidence"),
    [
        (WITH_MODULUS, "finding"),
        (f"Vedr. {WITH_MODULUS}, tilskud", "finding"),
        (f"15.04.80-{WITH_MODULUS[6:]}", "finding"),
        (f"({WITH_MODULUS},{WITH_MODULUS})", "finding"),
        # 1 January.
        ("0101801234", "finding"),
        ("01-01-80-1234", "finding"),
        ("0102801234", "warning"),
        # What others number so.
        (f"kontonr. {WITH_MODULUS}", "warning"),
        (f"Konto: {WITH_MODULUS}", "warning"),
        (f"4567 {WITH_MODULUS}", "warning"),
        (f"faktura {WITH_MODULUS}", "warning"),
        (f"tlf.: {WITH_MODULUS}", "warning"),
        (f"+{WITH_MODULUS}", "warning"),
        ("P-nr. 1004801233", "warning"),
        (f"55.{WITH_MODULUS}", "warning"),
        # A journal's number may be the citizen's own.
        (f"journalnr. {WITH_MODULUS}", "finding"),
    ],
)
def test_without_a_separator_modulus_11_and_the_first_of_january_rank(text: str, confidence: str):
    assert {confidence} == {number.confidence for number in find_personal_numbers(text)}


@pytest.mark.parametrize("distance", [0, 1, 39, 40])
def test_a_word_within_forty_characters_names_it(distance: int):
    assert found(f"cpr{'.' * distance}{WITHOUT_MODULUS}") == [(WITHOUT_MODULUS, "finding")]
    assert found(f"{WITHOUT_MODULUS}{'.' * distance}personnummer") == [(WITHOUT_MODULUS, "finding")]


@pytest.mark.parametrize("distance", [41, 60, 1000])
def test_a_word_further_away_does_not(distance: int):
    assert found(f"cpr{'.' * distance}{WITHOUT_MODULUS}") == [(WITHOUT_MODULUS, "warning")]
    assert found(f"{WITHOUT_MODULUS}{'.' * distance}personnummer") == [(WITHOUT_MODULUS, "warning")]


@pytest.mark.parametrize(
    "text",
    [
        # No day of the calendar.
        "310480-1234",
        "150013-1234",
        "151380-1234",
        "000180-1234",
        "320180-1234",
        "cpr 310480-1234",
        # The seventh digit tells the century: 1900 had no 29 February.
        "290200-1234",
        "290281-1234",
        # The years that are written in full are another century's.
        "15042080-1234",
        "15041980-5234",
        # Inside longer digits.
        "1150480-1234",
        "150480-12345",
        "15048012345",
        "5798001504801",
        "DK5000400440116243",
        "DK50 0040 0440 1162 43",
        "cpr 11504801234",
    ],
)
def test_what_is_no_day_or_inside_longer_digits_is_nothing(text: str):
    assert found(text) == []


@pytest.mark.parametrize("text", ["290204-4234", "290296-1234", "290200-4234", "290258-5234", "311299-9234"])
def test_a_day_is_a_day_in_its_own_century(text: str):
    digits = text.replace("-", "")
    assert found(text) == ([(digits, "finding")] if is_day(digits) else [])


def test_a_day_that_is_still_to_come_is_a_day():
    assert found("311257-5234") == [("3112575234", "finding")]


def test_several_stand_beside_each_other():
    text = "150480-1234, 150480 1248; 1504801248\n150480-1234/150480-1248 150480 1234 150480 1248"
    assert [number.confidence for number in find_personal_numbers(text)] == [Confidence.CERTAIN] * 7


@pytest.mark.parametrize(
    "text", ["x 150480-1234 y", "\u200bx 15\u200b0480-12\u200b34\u200b y", "ａ １５０４８０ １２３４."]
)
def test_it_says_where_it_stands(text: str):
    (number,) = find_personal_numbers(text)
    assert "".join(filter(str.isdecimal, text[number.start : number.end])) != ""
    assert not any(map(str.isdecimal, text[: number.start] + text[number.end :]))
    assert text[number.start].isdecimal()
    assert text[number.end - 1].isdecimal()


def test_all_of_many_are_found_in_every_notation():
    notations = list(product(SENTENCES, [*SEPARATED, *ENCODED]))
    for place, digits in enumerate(personal_numbers(COUNT)):
        sentence, notation = notations[place % len(notations)]
        text = sentence.format(write(notation, digits))
        assert found(text) == [(digits, "finding")], text


def test_without_a_separator_all_of_many_are_at_least_warnings():
    for sentence, notation in product(SENTENCES, UNSEPARATED):
        for digits in personal_numbers(COUNT // 10):
            text = sentence.format(write(notation, digits))
            is_sure = has_modulus_11(digits) or digits.startswith("0101")
            assert found(text) == [(digits, "finding" if is_sure else "warning")], text


def test_in_other_notations_all_of_many_are_at_least_warnings():
    for notation in SET_APART:
        for digits in personal_numbers(COUNT // 10):
            text = write(notation, digits)
            assert found(text) != [] or may_be_year_or_time(digits), text


def test_what_is_no_day_is_never_found():
    dice = random.Random(2)
    for _ in range(COUNT):
        digits = f"{dice.randrange(10**10):010}"
        assert bool(found(f"{digits[:6]}-{digits[6:]}")) == is_day(digits), digits


@pytest.mark.parametrize(("kind", "most"), [(kind, most) for kind, (_, most) in OTHER_NUMBERS.items()])
def test_hardly_any_other_number_is_a_finding(kind: str, most: int):
    texts = list(other_numbers(kind, COUNT))
    assert len([text for text in texts if ("finding" in {sure for _, sure in found(text)})]) <= most
    if not most:
        assert [text for text in texts if found(text)] == []


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.name)
def test_none_is_found_in_the_samples(path: Path):
    try:
        text = numbered_text(path.read_bytes())
    except UnreadableSourceError:
        return
    assert found(text) == []


@pytest.mark.corpus
@pytest.mark.skipif(not REAL, reason="MINUTES_CORPUS names no folder with minutes/")
def test_none_is_found_in_the_real_minutes():
    assert [found(numbered_text(path.read_bytes())) for path in REAL] == [[] for _ in REAL]
