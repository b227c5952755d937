"""The values that are read of what an item tells. Every one keeps its line and its words."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum

from minutes.danish.times import StatedTime
from minutes.parser.kinds import SectionKind


@dataclass(frozen=True, slots=True)
class ParsedFollowUp:
    """A row of a follow-up list (Huskeliste): `row` is 1 for the first below the header, the texts are as written."""

    line: int
    row: int
    topic: str
    deadline_words: str
    deadline: StatedTime | None
    responsible_words: str
    centres: tuple[str, ...]
    persons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ComingSubject:
    """A subject announced below the table of a follow-up list, under the heading that it stands under, if any."""

    line: int
    heading: str
    text: str


class DeferralKind(Enum):
    DEFERRED = "deferred"
    DISCUSSION_POSTPONED = "postponed discussion"
    SENT_BACK = "sent back"
    SENT_ON = "sent on to another body"
    PRESENTED_AGAIN = "to be presented again"


@dataclass(frozen=True, slots=True)
class ParsedDeferral:
    """What a decision puts off, `decisions[decision_index]` of its item, in the sentence `text`.

    `is_part`: only a part of the matter; `point` names it where the decision does. `comes_back`: the matter is decided,
    and no more than a paper returns. `is_delegated`: somebody else shall decide.
    """

    line: int
    text: str
    decision_index: int
    kind: DeferralKind
    is_part: bool
    point: str = ""
    comes_back: bool = False
    is_delegated: bool = False
    until_words: str = ""
    until: StatedTime | None = None
    to_body: str = ""


class PromiseKind(Enum):
    COMES_BACK = "comes_back"
    GOES_TO = "goes_to"
    DONE_BY = "done_by"
    TASK = "task"
    RECURRING = "recurring"
    EVENT = "event"


@dataclass(frozen=True, slots=True)
class ParsedPromise:
    """What is said to come back, go on to another body or be done, in the sentence `text` of a section of that kind.

    `is_binding`: a decision says so, or a recommendation that the decision followed.
    """

    line: int
    text: str
    section: SectionKind
    kind: PromiseKind
    is_binding: bool
    time: StatedTime | None = None
    to_body: str = ""
    who: tuple[str, ...] = ()


class ReferenceKind(Enum):
    MEETING = "meeting"
    ITEM = "item"
    CASE = "case"
    DOCUMENT = "document"
    LAW = "law"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class ParsedReference:
    """What a text points to: `text` is verbatim, and stands in its line from `column` on.

    `body` is the body that is meant, as named or as its name is known; `number` a case, item or document number in its
    canonical form; `title` an item's or attachment's title. Which of them are empty says by what it points.
    `is_certain`: a reader can tell without doubt what is meant. `is_calendar`: it stands in a list of coming days under
    a body's name, and is a date, no link.
    """

    line: int
    column: int
    text: str
    section: SectionKind
    kind: ReferenceKind
    is_certain: bool
    body: str = ""
    time: StatedTime | None = None
    number: str = ""
    title: str = ""
    is_calendar: bool = False


@dataclass(frozen=True, slots=True)
class ParsedAmount:
    """A sum of money in kroner (3,3 mio. kr. is 3300000), verbatim in `text`, from `column` of its line on."""

    line: int
    column: int
    text: str
    section: SectionKind
    value: int
    is_approximate: bool = False


class Relation(Enum):
    """How a decision stands to the recommendation of its item."""

    SAME = "same"
    REFERS = "refers"
    ADDS_CONDITION = "adds_condition"
    DIFFERS = "differs"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a reader knows beside the item: the meeting's body and date, and the archive's bodies.

    `bodies` has the name of a body for each of its names and aliases: {"ØU": "Økonomiudvalget"}.
    """

    body: str
    date: datetime.date
    bodies: Mapping[str, str] = field(default_factory=dict)
