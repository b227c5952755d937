"""How personal numbers are masked: in one form, and without the loss of a line or a cell."""

from __future__ import annotations

import pytest

from minutes.danish.personal_numbers import (
    hide_personal_numbers,
    holds_personal_number,
    mask_personal_numbers,
)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Anne, 150480-1234, Per", "Anne, 150480-••••, Per"),
        ("150480 1234 og 1504801234", "150480-•••• og 150480-••••"),
        ("１５０４８０–１２３４", "150480-••••"),
        ("15.04.1980-1234", "150480-••••"),
        ("150480-\n1234\nNæste", "150480-••••\n\nNæste"),
        ("150480-\r\n1234\r\nNæste", "150480-••••\r\n\r\nNæste"),
        ("Borgeren 150480\n1234 har klaget.", "Borgeren 150480-••••\n har klaget."),
        ("Anne\t150480-\t1234\tUdsat", "Anne\t150480-••••\t\tUdsat"),
        ("Anne\t150480\t1234\tUdsat", "Anne\t150480-••••\t\tUdsat"),
        ("150480 -\t\n1234", "150480-••••\t\n"),
        ("150480&nbsp;1234, **150480**-1234", "150480-••••, **150480-••••"),
        ("1 5 0 4 8 0 - 1 2 3 4.", "150480-••••."),
        ("12/32140 den 27-08-2013", "12/32140 den 27-08-2013"),
        ("", ""),
    ],
)
def test_it_is_masked_in_one_form_and_no_line_or_cell_is_lost(text: str, shown: str):
    assert mask_personal_numbers(text) == shown
    assert [shown.count(border) for border in "\n\t"] == [text.count(border) for border in "\n\t"]
    assert mask_personal_numbers(shown) == shown


def test_whoever_masks_can_say_what_is_shown():
    text = "150480-1234 og 1504801234"
    assert mask_personal_numbers(text, lambda number: f"[{number.confidence}]") == "[finding] og [warning]"


@pytest.mark.parametrize("text", ["150480-\n1234", "Anne\t150480-\t1234\tx", "150480 -\r\n 1234"])
def test_what_is_to_be_left_stays_as_it_is_written(text: str):
    assert mask_personal_numbers(text, lambda number: None) == text
    only_second = mask_personal_numbers(
        f"{text} 010180-1234", lambda number: None if number.digits == "1504801234" else "x"
    )
    assert only_second == f"{text} x"


def test_of_what_was_typed_not_even_the_day_is_repeated():
    assert hide_personal_numbers("sag 12/32140, 150480 1234") == "sag 12/32140, ••••••-••••"


@pytest.mark.parametrize(
    ("text", "holds"), [("a 150480-1234", True), ("1504801234", True), ("12/32140", False)]
)
def test_a_text_holds_one_or_none(text: str, holds: bool):
    assert holds_personal_number(text) is holds
