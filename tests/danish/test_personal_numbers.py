"""Personal numbers in a text: what is a finding, what a warning and what nothing, and how they are masked."""

from __future__ import annotations

import os
import random
import time
import timeit
from itertools import product
from pathlib import Path

import pytest

from minutes.danish.personal_numbers import (
    Confidence,
    find_personal_numbers,
    hide_personal_numbers,
    holds_personal_number,
    mask_personal_numbers,
)
from minutes.sources.text import numbered_text
from minutes.sources.values import UnreadableSourceError
from tests.build.personal_numbers import (
    OTHER_NUMBERS,
    SENTENCES,
    SEPARATED,
    UNSEPARATED,
    has_modulus_11,
    is_day,
    other_numbers,
    personal_numbers,
)

SAMPLES = sorted((Path(__file__).resolve().parents[2] / "fixtures").rglob("*.txt"))
CORPUS = Path(os.environ.get("MINUTES_CORPUS") or "/nowhere")
REAL = sorted((CORPUS / "minutes").glob("*.txt"))
COUNT = 1000

# 150480-1234 has no modulus 11; 150480-1248 has.
WITHOUT_MODULUS, WITH_MODULUS = "1504801234", "1504801248"


def found(text: str) -> list[tuple[str, str]]:
    return [(number.digits, number.confidence.value) for number in find_personal_numbers(text)]


def test_the_two_numbers_of_these_tests_are_what_they_are_called():
    assert not has_modulus_11(WITHOUT_MODULUS)
    assert has_modulus_11(WITH_MODULUS)


@pytest.mark.parametrize(
    "text",
    [
        "150480-1234",
        "150480–1234",
        "150480—1234",
        "150480\u20101234",
        "150480\u20111234",
        "150480\u20121234",
        "150480\u22121234",
        "150480\u00ad1234",
        "150480－1234",
        "150480 1234",
        "150480\u00a01234",
        "150480\u20091234",
        "150480\u202f1234",
        "150480\u30001234",
        "150480     1234",
        "150480 - 1234",
        "150480 -1234",
        "150480- 1234",
        "150480\u00a0–\u00a01234",
        "150480--1234",
        # Cut by the end of a line, or of a page.
        "150480-\n1234",
        "150480-\r\n1234",
        "150480 -\n\n  1234",
        # What nobody sees stands inside.
        "15\u200b0480-12\u200d34",
        "\u202d150480-1234\u202c",
        "150480\ufeff-1234",
        # The digits of another script.
        "１５０４８０-１２３４",
        "١٥٠٤٨٠-١٢٣٤",
        # Beside letters and signs.
        "cpr150480-1234",
        "(150480-1234)",
        "Anne Holm,150480-1234,tilskud",
        "født:150480-1234.",
        "ansøgning_150480-1234_2013.pdf",
        "150480-1234/Anne Holm",
        "2013 150480 1234",
        "4 150480-1234",
        # A date of eight digits before the last four.
        "15041980-1234",
        # Named as one: in every way that can be written.
        "cpr: 1504801234",
        "CPR-nr.1504801234",
        "cpr.nr 1504801234",
        "cprnr. 1504801234",
        "Personnummer 1504801234",
        "personnr. 1504801234",
        "person-nr. 1504801234",
        "1504801234 er hendes CPR-nummer",
        "cpr 150480/1234",
        "cpr 150480.1234",
        "cpr 150480_1234",
        "cpr 150480\t1234",
        "cpr 150480\n1234",
        "cpr 15 04 80 1234",
        "cpr 15.04.80 1234",
        "cpr 15-04-1980 1234",
        "cpr 15/04/80-1234",
        "cpr 150419801234",
        "cpr, kontonr. 1504801234",
    ],
)
def test_it_is_a_finding_however_it_is_written(text: str):
    assert found(text) == [(WITHOUT_MODULUS, "finding")]


@pytest.mark.parametrize(
    "text",
    [
        "1504801234",
        "Ansøgning fra Anne Holm (1504801234).",
        "ansøgning_1504801234.pdf",
        "150480/1234",
        "150480.1234",
        "150480_1234",
        "15.04.80-1234",
        "15-04-80-1234",
        "15 04 80-1234",
        "15-04-1980-1234",
        "15041980 1234",
        # Part of a longer number, it seems.
        "12-150480-1234",
        "150480-1234-5",
        "150480-1234/13",
        # A bank's registration number before it.
        "4567 150480 1234",
        "4567 1504801234",
        "4567-1504801234",
    ],
)
def test_it_is_a_warning_where_it_may_be_something_else(text: str):
    assert found(text) == [(WITHOUT_MODULUS, "warning")]


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
        # Cells of a table, lines of a list.
        "150480\t1234",
        "150480\n1234",
        "150413\n2013",
        "",
        "Ingen tal",
    ],
)
def test_it_is_nothing(text: str):
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


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Anne, 150480-1234, Per", "Anne, 150480-••••, Per"),
        ("150480 1234 og 1504801234", "150480-•••• og 150480-••••"),
        ("１５０４８０–１２３４", "150480-••••"),
        ("15.04.1980-1234", "150480-••••"),
        ("150480-\n1234\nNæste", "150480-••••\n\nNæste"),
        ("12/32140 den 27-08-2013", "12/32140 den 27-08-2013"),
        ("", ""),
    ],
)
def test_it_is_masked_in_one_form_and_no_line_is_lost(text: str, shown: str):
    assert mask_personal_numbers(text) == shown
    assert shown.count("\n") == text.count("\n")
    assert mask_personal_numbers(shown) == shown


def test_whoever_masks_can_say_what_is_shown():
    text = "150480-1234 og 1504801234"
    assert mask_personal_numbers(text, lambda number: f"[{number.confidence}]") == "[finding] og [warning]"


def test_of_what_was_typed_not_even_the_day_is_repeated():
    assert hide_personal_numbers("sag 12/32140, 150480 1234") == "sag 12/32140, ••••••-••••"


@pytest.mark.parametrize(
    ("text", "holds"), [("a 150480-1234", True), ("1504801234", True), ("12/32140", False)]
)
def test_a_text_holds_one_or_none(text: str, holds: bool):
    assert holds_personal_number(text) is holds


def test_all_of_many_are_found_in_every_notation():
    notations = list(product(SENTENCES, SEPARATED))
    for place, digits in enumerate(personal_numbers(COUNT)):
        sentence, notation = notations[place % len(notations)]
        text = sentence.format(notation.format(digits[:6], digits[6:]))
        assert found(text) == [(digits, "finding")], text


def test_without_a_separator_all_of_many_are_at_least_warnings():
    for sentence, notation in product(SENTENCES, UNSEPARATED):
        for digits in personal_numbers(COUNT // 10):
            text = sentence.format(notation.format(digits[:6], digits[6:]))
            is_sure = has_modulus_11(digits) or digits.startswith("0101")
            assert found(text) == [(digits, "finding" if is_sure else "warning")], text


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


@pytest.mark.parametrize(
    "unit", ["150480-1234 ", "150480", "150480 ", "150480-", "150480-\n", "1504801234 1234 ", "\u200b1", "a"]
)
def test_twice_the_text_takes_no_more_than_twice_the_time(unit: str):
    half, whole = (fewest_seconds(unit * (size // len(unit))) for size in (400_000, 800_000))
    assert whole <= max(2.5 * half, 0.2)


def fewest_seconds(text: str) -> float:
    """Of three runs, since the machine may be busy with something else."""
    return min(
        timeit.repeat(lambda: find_personal_numbers(text), timer=time.process_time, repeat=3, number=1)
    )


def test_a_run_of_blanks_is_looked_through_once():
    begun = time.process_time()
    assert found("150480" + " " * 2_000_000) == []
    assert time.process_time() - begun < 1
