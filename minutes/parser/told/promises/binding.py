"""Whether what a recommendation promises is in force: whether the decision followed it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from minutes.parser.kinds import Outcome
from minutes.parser.told.relations import read_relations
from minutes.parser.told.values import Relation, Surroundings
from minutes.parser.values import ParsedDecision, ParsedDecisionPart, ParsedItem

_FOLLOWED = {Relation.SAME, Relation.REFERS, Relation.ADDS_CONDITION}
_REFUSED = {Outcome.DEFERRED, Outcome.REJECTED, Outcome.UNDER_EXAMINATION, Outcome.OTHER}
_MOST_POINTS = 40


@dataclass(frozen=True, slots=True)
class Binding:
    """The decision that is in force on an item, the latest, and how it stands to the recommendation."""

    relation: Relation = Relation.NONE
    parts: tuple[ParsedDecisionPart, ...] = ()

    def binds(self, point: str) -> bool:
        """Whether what is recommended as this point, "" for one without a name, was decided."""
        answer = next((part for part in self.parts if point and point in _points(part.point)), None)
        if answer:
            return answer.outcome not in _REFUSED
        return self.relation in _FOLLOWED


def binding_of(item: ParsedItem, surroundings: Surroundings) -> Binding:
    """What is in force of an item's recommendation; nothing where nothing was decided."""
    if not item.decisions:
        return Binding()
    relations = read_relations(item, surroundings)
    place = max(range(len(item.decisions)), key=lambda index: (_date(item.decisions[index]), index))
    return Binding(relations[place], item.decisions[place].parts)


def _date(decision: ParsedDecision) -> int:
    return decision.date.toordinal()


def _points(named: str) -> set[str]:
    """The points of a name: "1-3" are 1, 2 and 3, "1 og 4" two."""
    found = set(re.findall(r"\w+", named))
    for first, last in re.findall(r"([0-9]{1,2})-([0-9]{1,2})", named):
        found |= {str(number) for number in range(int(first), min(int(last), int(first) + _MOST_POINTS) + 1)}
    return found
