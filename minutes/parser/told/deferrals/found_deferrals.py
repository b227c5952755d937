"""Reads of each decision of an item what it puts off.

1. A decision is read sentence by sentence; answers to points each by themselves.
2. A sentence puts something off by a verb that the outcomes know, or by one of the forms of this folder.
3. What else was decided says whether the matter stays open, or no more than a paper comes back.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from minutes.parser.kinds import Outcome
from minutes.parser.outcomes import worded_outcomes
from minutes.parser.told.asked import Asked, asked_of
from minutes.parser.told.passages import Passage, decided_passages
from minutes.parser.told.values import ParsedDeferral, Surroundings
from minutes.parser.values import ParsedDecision, ParsedItem

from .guards import Decided
from .put_off import find_put_off
from .until import find_until

# What settles the matter, or the point that it is said of.
_SETTLED = frozenset(Outcome) - {
    Outcome.OTHER,
    Outcome.DEFERRED,
    Outcome.UNDER_EXAMINATION,
    Outcome.DISCUSSED,
}


# Nobody decides in more sentences.
_MOST_SENTENCES = 200
_SETTLES = re.compile(r"\b(?:anbefal|indstil|godkend|tiltr|vedtag)")


@dataclass(frozen=True, slots=True)
class _Statement:
    """What a decision says in one sentence, or of one point, and what else was decided of the same."""

    line: int
    text: str
    outcomes: frozenset[Outcome]
    point: str = ""


def read_deferrals(item: ParsedItem, surroundings: Surroundings) -> tuple[ParsedDeferral, ...]:
    """What each decision of an item puts off, in the order in which it stands there."""
    asked = asked_of(item)
    return tuple(
        deferral
        for index, decision in enumerate(item.decisions)
        for deferral in _of_decision(item, index, decision, asked, surroundings)
    )


def _of_decision(
    item: ParsedItem, index: int, decision: ParsedDecision, asked: Asked, surroundings: Surroundings
) -> Iterator[ParsedDeferral]:
    section = item.sections[decision.section_index]
    statements = list(_statements(list(islice(decided_passages(section), _MOST_SENTENCES)), decision))
    for statement in statements:
        is_settled = bool(statement.outcomes & _SETTLED)
        is_discussed = Outcome.DISCUSSED in statement.outcomes
        decided = Decided(decision.body, asked, surroundings.bodies, is_settled, is_discussed)
        found = find_put_off(statement.text, decided)
        if found is None:
            continue
        until = find_until(statement.text, found.verb, decision.date)
        is_more = len(statements) > 1
        yield ParsedDeferral(
            line=statement.line,
            text=statement.text,
            decision_index=index,
            kind=found.kind,
            is_part=bool(statement.point or found.point)
            or (is_settled and not found.comes_back)
            or (is_more and found.is_restricted),
            point=statement.point or found.point,
            comes_back=found.comes_back,
            is_delegated=found.is_delegated,
            until_words=until.words,
            until=until.time,
            to_body=next(iter(decided.others_in(statement.text)), ""),
        )


def _statements(passages: list[Passage], decision: ParsedDecision) -> Iterator[_Statement]:
    outcomes = frozenset(_outcomes(passages, decision))
    for passage in passages:
        answers = [part for part in decision.parts if part.text and part.text in passage.text]
        if answers:
            for part in answers:
                yield _Statement(part.line, part.text, frozenset({part.outcome}), part.point)
            continue
        bare = passage.text.rstrip(".")
        around = next((part for part in decision.parts if bare in part.text), None)
        if around:
            yield _Statement(passage.line, passage.text, frozenset({around.outcome}), around.point)
        else:
            yield _Statement(passage.line, passage.text, outcomes)


def _outcomes(passages: list[Passage], decision: ParsedDecision) -> set[Outcome]:
    outcomes = {decision.outcome, *(part.outcome for part in decision.parts)}
    for passage in passages:
        outcomes |= worded_outcomes(passage.text, decision.body)
    if not any(_SETTLES.search(passage.plain) for passage in passages):
        # What is only passed on is not settled by that.
        outcomes.discard(Outcome.FORWARDED)
    return outcomes
