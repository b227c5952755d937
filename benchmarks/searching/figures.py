"""Times by class, and the table that shows them."""

from __future__ import annotations

import math
import statistics
from collections.abc import Mapping, Sequence


def percentile(times: Sequence[float], part: float) -> float:
    """The time within which this part (0 to 1) of all are done: one of the times.

    >>> percentile([3, 1, 2, 4], 0.5)
    2
    """
    ordered = sorted(times)
    return ordered[max(0, math.ceil(part * len(ordered)) - 1)]


def print_times(title: str, times: Mapping[str, Sequence[float]], paces: Sequence[float]) -> None:
    """A line for each class, and one for all; milliseconds.

    A last one tells how fast the machine was meanwhile: the paces are what the yardstick took before each time.
    """
    print(f"\n{title:<34}{'n':>6}{'p50':>9}{'p95':>9}{'max':>9}  ms")
    everything = [time for of_kind in times.values() for time in of_kind]
    for kind, of_kind in [*times.items(), ("all", everything), ("(the yardstick meanwhile)", paces)]:
        if of_kind:
            figures = (percentile(of_kind, 0.5), percentile(of_kind, 0.95), max(of_kind))
            shown = "".join(f"{figure * 1000:>9.1f}" for figure in figures)
            print(f"{kind:<34}{len(of_kind):>6}{shown}")


def print_ratios(
    title: str, own: Mapping[str, Sequence[float]], peers: Mapping[str, Mapping[str, Sequence[float]]]
) -> None:
    """A line for each class: the median of the archive's search, that of each peer, and the former divided by it."""
    print(f"\n{title:<34}{'archive':>10}" + "".join(f"{name:>26}" for name in peers))
    for kind, of_kind in own.items():
        mine = statistics.median(of_kind)
        shown = []
        for times in peers.values():
            theirs = statistics.median(times[kind])
            shown.append(f"{theirs * 1000:>14.2f} ms {mine / theirs:>7.2f}x ")
        print(f"{kind:<34}{mine * 1000:>7.2f} ms" + "".join(shown))
