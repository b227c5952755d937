"""Twice the text takes twice the time, whatever stands in it; `script/benchmark parser` tells how long 10 MB take."""

import contextlib
import gc
import time
from collections.abc import Iterator

import pytest

from minutes.parser import MinutesSyntaxError, parse_minutes
from minutes.parser.lines import MOST_LINES
from tests.build.hostile import HOSTILE
from tests.build.parsed import CENTRES

SIZE = 60_000
# Two and some room for a busy machine; four would be quadratic.
LARGEST_RATIO = 3
# What takes less time tells nothing.
FLOOR = 0.01


@pytest.fixture(autouse=True)
def _no_garbage_collection() -> Iterator[None]:
    """A collection takes as long as all that the other tests have left behind."""
    gc.disable()
    yield
    gc.enable()


def seconds(text: str) -> float:
    start = time.process_time()
    with contextlib.suppress(MinutesSyntaxError):
        parse_minutes(text, CENTRES)
    return time.process_time() - start


@pytest.mark.parametrize("name", HOSTILE)
def test_twice_a_hostile_text_takes_at_most_three_times_as_long(name: str):
    text, doubled = HOSTILE[name](SIZE), HOSTILE[name](2 * SIZE)
    runs = [(seconds(text), seconds(doubled)) for _ in range(4)]
    once, twice = (min(column) for column in zip(*runs, strict=True))
    assert twice <= LARGEST_RATIO * max(once, FLOOR)


@pytest.mark.parametrize("name", [name for name in HOSTILE if name.startswith(("lines of", "as many"))])
def test_ten_million_characters_in_many_lines_are_not_refused_for_their_number(name: str):
    assert HOSTILE[name](10_000_000).count("\n") < MOST_LINES
