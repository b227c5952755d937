"""How long a call takes on a machine whose speed changes."""

from __future__ import annotations

import time
from collections.abc import Callable
from statistics import median

_CALLS = 5
_ENOUGH_SECONDS = 0.3
_ADDITIONS = 50_000


def yardstick() -> float:
    """How many seconds the machine takes right now for a piece of pure Python that is always the same."""
    start = time.perf_counter()
    total = 0
    for number in range(_ADDITIONS):
        total += number
    return time.perf_counter() - start


def clocked(call: Callable[[], object], *clocks: Callable[[], float]) -> list[float]:
    """What each clock says that a call takes: the median of five calls, of fewer where they take long.

    It is made once before that counts. Calls that are compared are best clocked one right after the other.
    """
    call()
    taken: list[list[float]] = []
    end = time.perf_counter() + _ENOUGH_SECONDS
    while not taken or (len(taken) < _CALLS and time.perf_counter() < end):
        begun = [clock() for clock in clocks]
        call()
        taken.append([clock() - start for clock, start in zip(clocks, begun, strict=True)])
    return [median(of_clock) for of_clock in zip(*taken, strict=True)]
