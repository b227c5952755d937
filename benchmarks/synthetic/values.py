"""Synthetic meetings, items and cases as values, of no database."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from benchmarks.synthetic.texts import SectionText, Topic


@dataclass(frozen=True, slots=True)
class SyntheticCase:
    number: str
    title: str
    topic: Topic


@dataclass(frozen=True, slots=True)
class SyntheticItem:
    """An item: `id` counts from 1 through all blocks. One without a decision is a list."""

    id: int
    title: str
    case: SyntheticCase | None = None
    sections: tuple[SectionText, ...] = ()
    decision: str = ""
    attachments: tuple[str, ...] = ()
    documents: tuple[tuple[str, str], ...] = ()
    is_closed: bool = False

    @property
    def text(self) -> str:
        """All that is said in it, a line for each paragraph."""
        said = [line for section in self.sections for line in section.lines if not section.is_empty]
        documents = [f"{title} {number}" for number, title in self.documents]
        case = [self.case.number] if self.case else []
        return "\n".join([self.title, *case, *said, self.decision, *self.attachments, *documents])


@dataclass(frozen=True, slots=True)
class SyntheticMeeting:
    """A meeting; `body` is a place in the list of bodies. No two have the same body, date and time."""

    body: int
    date: datetime.date
    start_time: datetime.time
    members: tuple[str, ...]
    items: tuple[SyntheticItem, ...]


@dataclass(frozen=True, slots=True)
class Dealing:
    """When a case was dealt with, at a place of an agenda and under which title, and the documents that were there."""

    body: int
    date: datetime.date
    number: int
    title: str = ""
    documents: tuple[str, ...] = ()
