"""Synthetic meetings as rows: instances of the models with their keys set, of no database yet.

What is in an item is read of its minutes and made into rows as an import does it; but what only fills it up is not
looked through for what it may tell.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from itertools import count

from benchmarks.synthetic.documents import minutes_of
from benchmarks.synthetic.ground import Organisation
from benchmarks.synthetic.meetings import COLLECTIVE_CASE
from benchmarks.synthetic.municipality import BODY_NAMES, LOCATION
from benchmarks.synthetic.texts import FILLED_KINDS
from benchmarks.synthetic.values import SyntheticItem, SyntheticMeeting
from minutes.danish.numbers import split_case_number, year_of
from minutes.importing.organisation import centre_names
from minutes.importing.parts import STATED_PARTS, RowsAtHand
from minutes.importing.told import TOLD_PARTS, names_of_bodies, read_all_told
from minutes.models import AgendaItem, Attendance, Case, Meeting, PublicationState
from minutes.models.parts import PARTS, ItemParts, Part, Row
from minutes.parser import parse_minutes
from minutes.parser.told.reading import Told
from minutes.parser.values import ParsedItem, ParsedMeeting, ParsedSection
from minutes.sources.text import numbered_text

# Each block has its own range of keys in every table, so that blocks can be written at once.
_KEYS_A_BLOCK = 1_000_000
_KEYS_OF_ORGANISATION = 1000


@dataclass(slots=True)
class BlockRows:
    """The rows of a block that are not an item's, and its items with theirs."""

    cases: list[Case] = field(default_factory=list)
    meetings: list[Meeting] = field(default_factory=list)
    attendance: list[Attendance] = field(default_factory=list)
    items: list[ItemParts] = field(default_factory=list)


def rows_of_block(block: int, meetings: Iterable[SyntheticMeeting], organisation: Organisation) -> BlockRows:
    """The rows of a block's meetings, all published."""
    return _Rows(block, organisation).of(meetings)


def _without_filling(read: ParsedMeeting) -> ParsedMeeting:
    """The minutes without the long sections that tell nothing: looking through them takes three times as long.

    Sections keep their places, and the lists are whole.
    """
    items = [
        replace(item, sections=tuple(map(_without_words, item.sections))) if item.decisions else item
        for item in read.items
    ]
    return replace(read, items=tuple(items))


def _without_words(section: ParsedSection) -> ParsedSection:
    return replace(section, lines=(), blocks=()) if section.kind in FILLED_KINDS else section


class _Rows:
    def __init__(self, block: int, organisation: Organisation) -> None:
        self._block = block
        self._organisation = organisation
        first = block * _KEYS_A_BLOCK + _KEYS_OF_ORGANISATION
        self._keys = {
            model: count(first) for model in (Case, Meeting, Attendance, *(part.model for part in PARTS))
        }
        self._bodies, self._names = names_of_bodies(), centre_names()
        self._cases = {COLLECTIVE_CASE: organisation.collective_case}
        self._rows = BlockRows()

    def of(self, meetings: Iterable[SyntheticMeeting]) -> BlockRows:
        for synthetic in meetings:
            meeting = self._meeting(synthetic)
            read = parse_minutes(numbered_text(minutes_of(synthetic).encode()), self._names)
            told = read_all_told(_without_filling(read), self._bodies)
            self._rows.items += (
                self._item(meeting, position, item, parsed, told)
                for position, (item, parsed) in enumerate(
                    zip(synthetic.items, read.items, strict=True), start=1
                )
            )
        return self._rows

    def _meeting(self, synthetic: SyntheticMeeting) -> Meeting:
        """The first block's meetings have the day as their address, the others' the time too, as second ones do."""
        day, time = synthetic.date.isoformat(), synthetic.start_time
        meeting = Meeting(
            pk=next(self._keys[Meeting]),
            body=self._organisation.bodies[BODY_NAMES[synthetic.body]],
            date=synthetic.date,
            start_time=time,
            location=LOCATION,
            slug=f"{day}-{time:%H%M}" if self._block else day,
            state=PublicationState.PUBLISHED,
            published_at=datetime.datetime.combine(synthetic.date, time, datetime.UTC),
        )
        self._rows.meetings.append(meeting)
        self._rows.attendance += (
            Attendance(
                pk=next(self._keys[Attendance]),
                meeting=meeting,
                position=position,
                role=Attendance.Role.MEMBERS,
                name=name,
            )
            for position, name in enumerate(synthetic.members, start=1)
        )
        return meeting

    def _case(self, number: str) -> Case:
        if number not in self._cases:
            case = Case(
                pk=next(self._keys[Case]),
                number=number,
                year=year_of(number),
                serial=int(split_case_number(number)[1]),
            )
            self._cases[number] = case
            self._rows.cases.append(case)
        return self._cases[number]

    def _item(
        self,
        meeting: Meeting,
        position: int,
        synthetic: SyntheticItem,
        read: ParsedItem,
        told: Mapping[int, Told],
    ) -> ItemParts:
        item = AgendaItem(
            pk=synthetic.id,
            meeting=meeting,
            position=position,
            number=position,
            slug=f"punkt-{position}",
            title=read.title,
            toc_title=read.toc_title,
            case=self._case(read.case_number) if read.case_number else None,
            is_closed=read.is_closed,
        )
        parts = ItemParts(item)
        at_hand = RowsAtHand(self._organisation.bodies, self._organisation.centres, {}, told)
        for stated in STATED_PARTS:
            self._take(parts, stated.part, stated.rows(parts, read, at_hand))
        for told_part in TOLD_PARTS:
            self._take(parts, told_part.part, told_part.rows_of(parts, told[read.line]))
        return parts

    def _take(self, parts: ItemParts, part: Part[Row], rows: Iterable[Row]) -> None:
        """Let the item have these rows of the part, each with a key of its own, by which later ones refer to it."""
        for row in rows:
            row.pk = next(self._keys[part.model])
            parts[part].append(row)
