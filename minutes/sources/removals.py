"""What an archivist is told of what was taken out of a printed text, whatever it was printed to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from .values import Notice

_LONGEST_EXAMPLE = 60


def removals(furniture: Sequence[str], hyphens: int) -> Iterator[Notice]:
    """A notice on the lines of heads and feet that were taken out, and one on so many hyphens at line ends."""
    if furniture:
        yield Notice(
            1,
            "furniture_removed",
            f"{counted(len(furniture), 'linje', 'linjer')} i sidehoveder og sidefødder er udeladt, "
            f"som »{shortened(furniture[-1])}«. De står stadig i filen.",
        )
    if hyphens:
        yield Notice(
            1,
            "hyphens_removed",
            f"{counted(hyphens, 'bindestreg', 'bindestreger')} ved linjeskift er udeladt, hvor ordet var delt.",
        )


def counted(number: int, one: str, many: str) -> str:
    """A number and what there is so many of."""
    return f"{number} {one if number == 1 else many}"


def shortened(text: str) -> str:
    """Enough of a text to know it by."""
    return text if len(text) <= _LONGEST_EXAMPLE else f"{text[:_LONGEST_EXAMPLE]} …"
