"""Decisions that answer the points of a recommendation one by one: where each answer stands, and what it comes to.

"Ad 1) Godkendt. Ad 2) Udsættes." · "Pkt. a godkendt, pkt. b udsættes" · "godkendte punkt 1" · "1. Godkendt / 2. Udsat"
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from minutes.danish.letters import small_letters
from minutes.parser.values import Outcome

from .labels import Classify, Label, find_ad_labels, find_markers, find_point_labels

# What stands around an answer and is no part of it.
_AROUND = " \t\n,;:)–-"
_ANDS = {"og", "men", "mens", "medens", "samt", "hvorimod"}


@dataclass(frozen=True, slots=True)
class DecidedPart:
    """What was decided on a point of the recommendation, named as in "1", "1-2" or "a"; it stands from begin to end."""

    point: str
    text: str
    outcome: Outcome
    begin: int
    end: int


def find_parts(text: str, classify: Classify) -> tuple[DecidedPart, ...]:
    """The parts of a decision in order; none where its wording does not really answer points.

    `classify` gives the outcome of a statement. Raises TooManyPointsError where more are named than anybody decides on.
    """
    small = small_letters(text)
    markers = find_markers(small)
    return (
        _answers(text, find_ad_labels(small, classify), classify, at_least=1)
        or _answers(text, find_point_labels(small, classify), classify, at_least=2, least_clear=1)
        or _answers(text, markers, classify, at_least=2, least_clear=len(markers) / 2)
    )


def _answers(
    text: str, labels: Sequence[Label], classify: Classify, *, at_least: int, least_clear: float = 0
) -> tuple[DecidedPart, ...]:
    """The answers behind these labels, where they are enough, and enough of them say something."""
    if len(labels) < at_least or classify(text[: labels[0].begin]) is Outcome.FORWARDED:
        return ()
    parts = _cut(text, labels, classify)
    meant = [
        label
        for label, part in zip(labels, parts, strict=True)
        if label.is_certain or part.outcome is not Outcome.OTHER
    ]
    if len(meant) < len(labels):
        parts = _cut(text, meant, classify) if meant else []
    clear = sum(part.outcome is not Outcome.OTHER for part in parts)
    return tuple(parts) if len(parts) >= at_least and clear >= least_clear else ()


def _end_of_last(text: str, labels: Sequence[Label]) -> int:
    """Where each answer is a line, what stands below the last is of them all; else that is the last answer's."""
    lines = text[labels[0].begin : labels[-1].begin].split("\n")
    is_line_each = len(labels) > 1 and len(lines) == len(labels) and not lines[-1].strip()
    end = text.find("\n", labels[-1].answer) if is_line_each else -1
    return end if end >= 0 else len(text)


def _cut(text: str, labels: Sequence[Label], classify: Classify) -> list[DecidedPart]:
    ends = [label.begin for label in labels[1:]]
    ends.append(_end_of_last(text, labels))
    parts = []
    for label, end in zip(labels, ends, strict=True):
        answer = _without_and(text[label.answer : end].lstrip(_AROUND + ".").rstrip(_AROUND))
        parts.append(DecidedPart(label.point, answer, classify(label.subject + answer), label.begin, end))
    return parts


def _without_and(answer: str) -> str:
    """The answer without the word that leads on to the next."""
    rest, _, last = answer.rpartition(" ")
    return rest.rstrip(_AROUND) if last.lower() in _ANDS else answer
