"""Twice the text takes twice the time, whatever stands in it."""

import gc
import time
from collections.abc import Iterator

import pytest

from minutes.parser.told.references import read_references
from minutes.parser.values import ParsedItem
from tests.build.parsed import parse_one

from .reading import SURROUNDINGS

SIZE = 40_000
LARGEST_RATIO = 3
FLOOR = 0.02

UNITS = [
    "a",
    " ",
    "ord ",
    "Byrådet ",
    "Byrådets møde ",
    "Direktionen den 3. maj 2013 ",
    "den 3. maj 2013 ",
    "i maj ",
    "møde ",
    "møde i ",
    "sag ",
    "sag nr. 1 ",
    "jf. punkt 4, ",
    "punkt 1, 2, 3, 4, ",
    "§ 1, stk. 2, ",
    "servicelovens ",
    "lov om ",
    "12/32140 ",
    'sagen "',
    "vedlagte notat ",
    "bilag 1 ",
    "(",
    "(evt. maj) ",
    "ØU ",
    "dir.",
    "x-og ",
    "vedtog ",
    "Byrådet vedtog ",
    "Byrådet og ",
    "Jf. ",
    "A - ",
]


@pytest.fixture(autouse=True)
def _no_garbage_collection() -> Iterator[None]:
    gc.disable()
    yield
    gc.enable()


def seconds(item: ParsedItem) -> float:
    start = time.process_time()
    read_references(item, SURROUNDINGS)
    return time.process_time() - start


def item_of(unit: str, size: int) -> ParsedItem:
    return parse_one(
        "Sagsfremstilling", f"x{unit * (size // len(unit))}x", "Bilag", "Notat om det hele\n\nBilag 2 - Plan"
    )


@pytest.mark.parametrize("unit", UNITS)
def test_twice_a_line_takes_at_most_three_times_as_long(unit: str):
    once, twice = item_of(unit, SIZE), item_of(unit, 2 * SIZE)
    runs = [(seconds(once), seconds(twice)) for _ in range(3)]
    first, second = (min(column) for column in zip(*runs, strict=True))
    assert second <= LARGEST_RATIO * max(first, FLOOR)


@pytest.mark.parametrize(
    "line", ["3. maj", "Byrådet", "Direktionen: 3. maj", "Se bilag 2 og punkt 4.", "Notat om det hele"]
)
def test_twice_as_many_lines_take_at_most_three_times_as_long(line: str):
    once, twice = (parse_one("Sagsfremstilling", "\n\n".join([line] * count)) for count in (1_000, 2_000))
    runs = [(seconds(once), seconds(twice)) for _ in range(3)]
    first, second = (min(column) for column in zip(*runs, strict=True))
    assert second <= LARGEST_RATIO * max(first, FLOOR)
