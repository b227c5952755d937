"""The sentences of an item that can promise something, each with who said it, when, and whether it binds."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from minutes.danish.times import Sense, StatedTime, find_times
from minutes.parser.told.passages import (
    Passage,
    collapsed,
    decided_passages,
    passages_of,
    recommended_passages,
)
from minutes.parser.told.values import Surroundings
from minutes.parser.values import ParsedDecision, ParsedItem, ParsedSection, SectionKind

from .binding import Binding, binding_of

# Titles and names; the dates of laws are nobody's promises.
_NO_PROMISES = {
    SectionKind.DOCUMENTS,
    SectionKind.ATTACHMENTS,
    SectionKind.ATTENDANCE,
    SectionKind.STATEMENT,
    SectionKind.LAW,
}
_DECIDED = {SectionKind.DECISION, SectionKind.RECOMMENDATION}


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence, by whom and on which day it was said, and whether what it promises binds."""

    passage: Passage
    body: str
    on: date
    binds: bool

    @property
    def is_decided(self) -> bool:
        return self.passage.section in _DECIDED

    @property
    def times(self) -> list[StatedTime]:
        return find_times(collapsed(self.passage.text), self.on, Sense.COMING)


def find_said(item: ParsedItem, surroundings: Surroundings) -> Iterator[Said]:
    """The sentences of an item in the order of its sections; those of titles, names and laws promise nothing."""
    binding = binding_of(item, surroundings)
    decisions = {decision.section_index: decision for decision in item.decisions}
    for index, section in enumerate(item.sections):
        if section.kind not in _NO_PROMISES:
            yield from _said_in(section, decisions.get(index), binding, surroundings)


def _said_in(
    section: ParsedSection, decision: ParsedDecision | None, binding: Binding, surroundings: Surroundings
) -> Iterator[Said]:
    body, on = surroundings.body, surroundings.date
    if SectionKind.RECOMMENDATION in section.kinds:
        for passage in recommended_passages(section):
            recommended = replace(passage, section=SectionKind.RECOMMENDATION)
            yield Said(recommended, body, on, binding.binds(passage.point))
    if decision:
        for passage in decided_passages(section):
            yield Said(passage, decision.body, decision.date, binds=True)
    elif SectionKind.RECOMMENDATION not in section.kinds:
        for passage in passages_of(section):
            if not passage.is_heading:
                yield Said(passage, body, on, binds=False)
