"""In which decisions under its item a promise stands, and whether a body that it names decided there after them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from minutes.models import Decision, Promise, SectionKind
from minutes.models.told.promises import COMES_OR_GOES


def decisions_that_say(promise: Promise, decisions: Iterable[Decision]) -> Iterator[Decision]:
    """Yield those of an item's decisions in which a promise of that item stands, whatever its lines."""
    words = " ".join(promise.text.split())
    if promise.section == SectionKind.DECISION:
        yield from (decision for decision in decisions if words in " ".join(decision.text.split()))


def is_decided_later(promise: Promise, decisions: Iterable[Decision]) -> bool:
    """Return whether one of an item's decisions is by the body before which a matter was to come, and of a later day.

    The decisions have their bodies.
    """
    if promise.kind not in COMES_OR_GOES or not promise.to_body:
        return False
    said_on = [decision.date for decision in decisions_that_say(promise, decisions)]
    return bool(said_on) and any(
        decision.date > min(said_on) and decision.body.name == promise.to_body for decision in decisions
    )
