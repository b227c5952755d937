"""How long a hostile text takes, in the processor's seconds."""

from __future__ import annotations

import time
import timeit

import pytest

from minutes.danish.personal_numbers import find_personal_numbers


@pytest.mark.parametrize(
    "unit",
    [
        "a",
        "1",
        "1 ",
        "01 ",
        "1-",
        "1.1.",
        "01-01-",
        "%20",
        "\t",
        "•",
        "&",
        "\u200b1",
        "150480",
        "150480 ",
        "150480-",
        "150480-\n",
        "150480\n",
        "150480%20",
        "150480&nbsp;",
        "150480<b>",
        "150480\t1234\t",
        "150480\n1234 x\n",
        "150480-1234 ",
        "1504801234 1234 ",
        "310480-1234 ",
    ],
)
def test_the_time_grows_with_the_text_and_not_with_its_square(unit: str):
    quarter, whole = (fewest_seconds(unit * (size // len(unit))) for size in (50_000, 200_000))
    # A square would take sixteen times as long; a busy machine may take half as long again as a quiet one.
    assert whole <= max(8 * quarter, 0.2)


def fewest_seconds(text: str) -> float:
    """Of three runs, since the machine may be busy with something else."""
    return min(
        timeit.repeat(lambda: find_personal_numbers(text), timer=time.process_time, repeat=3, number=1)
    )


def test_a_run_of_blanks_is_looked_through_once():
    begun = time.process_time()
    assert find_personal_numbers("150480" + " " * 2_000_000) == []
    assert time.process_time() - begun < 1
