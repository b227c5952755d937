"""Twice the text takes twice the time, whatever stands in it."""

import datetime
import gc
import time
from collections.abc import Iterator

import pytest

from minutes.danish.times import Sense, find_times

SIZE = 20_000
LARGEST_RATIO = 3
# What takes less time tells nothing.
FLOOR = 0.01
UNITS = [
    " ", "\t", "a", "ord ", "1", "1. ", "1, ", "1-", "12/32140 ", "den 1. maj ", "i maj ", "maj og ", "maj-", "2014 ",
    "i 2014 ", "uge 1-", "hvert år ", "på et kommende møde i ", "når a ", "inden ", "efter den a ", "lov af 1. maj ",
    "kr. i 2014 ", "sommer ", "næste ", "(", "1.1 ", "på a/", "efter a-", "İ",
]  # fmt: skip


@pytest.fixture(autouse=True)
def _no_garbage_collection() -> Iterator[None]:
    gc.disable()
    yield
    gc.enable()


def seconds(text: str) -> float:
    start = time.process_time()
    find_times(text, datetime.date(2014, 3, 27), Sense.COMING)
    return time.process_time() - start


@pytest.mark.parametrize("unit", UNITS)
def test_twice_a_hostile_line_takes_at_most_three_times_as_long(unit: str):
    text, doubled = (unit * (size // len(unit)) for size in (SIZE, 2 * SIZE))
    runs = [(seconds(text), seconds(doubled)) for _ in range(3)]
    once, twice = (min(column) for column in zip(*runs, strict=True))
    assert twice <= LARGEST_RATIO * max(once, FLOOR)
