"""What a decision says of single points of the recommendation, and what it came to by these."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from minutes.models.choices import Outcome


class Answer(NamedTuple):
    """What a decision says of one point of the recommendation, named as in "1", "1-2" or "a"."""

    point: str
    outcome: str


def outcomes_of(own: str, of_parts: Iterable[str]) -> list[Outcome]:
    """What a decision came to, each once: what its parts did, where they differ and it says nothing itself."""
    if own == Outcome.OTHER:
        different = dict.fromkeys(map(Outcome, of_parts))
        if len(different) > 1:
            return list(different)
    return [Outcome(own)]
