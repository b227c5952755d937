"""Twice the text takes twice the time, whatever stands in it."""

import gc
import time
from collections.abc import Iterator

import pytest

from minutes.parser import parse_minutes
from minutes.parser.told.deferrals import read_deferrals
from minutes.parser.told.promises import read_promises
from minutes.parser.told.relations import read_relations
from tests.build.hostile import DECISION, HEAD, ITEM, SECTION, fill, lines_of

from .items import SURROUNDINGS

RECOMMENDATION = f"{HEAD}{ITEM}Indstilling\n"
SIZE = 10_000
# Two and some room for a busy machine; four would be quadratic.
LARGEST_RATIO = 3
# What takes less time tells nothing.
FLOOR = 0.05

UNITS = (
    "a",
    " ",
    "( ",
    "- ",
    "a. ",
    "*a ",
    "ikke ",
    "der ",
    "maj ",
    "og sagen, ",
    "inden direktionen tager ",
    "forelægges igen for børne- og ",
    "punkt 2 og 3, ",
    "på næste møde, ",
    "Sagen udsættes til den 3. maj. ",
    "HRC sender til Chefforum i maj 2014, og ",
)


@pytest.fixture(autouse=True)
def _no_garbage_collection() -> Iterator[None]:
    """A collection takes as long as all that the other tests have left behind."""
    gc.disable()
    yield
    gc.enable()


def seconds(text: str) -> float:
    items = parse_minutes(text).items
    start = time.process_time()
    for item in items:
        read_deferrals(item, SURROUNDINGS)
        read_relations(item, SURROUNDINGS)
        read_promises(item, SURROUNDINGS)
    return time.process_time() - start


@pytest.mark.parametrize("unit", UNITS)
@pytest.mark.parametrize(
    "above", [DECISION, RECOMMENDATION, SECTION], ids=["decision", "recommendation", "section"]
)
def test_twice_a_hostile_section_takes_at_most_three_times_as_long(above: str, unit: str):
    for filled in (fill, lines_of):
        once, twice = (
            min(seconds(above + filled(unit, size)) for _ in range(2)) for size in (SIZE, 2 * SIZE)
        )
        assert twice <= LARGEST_RATIO * max(once, FLOOR)
