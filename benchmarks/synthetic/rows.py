"""Synthetic meetings as rows: instances of the models with their keys set, of no database yet."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import count
from typing import Any

from benchmarks.synthetic.ground import LOCATION, Organisation
from benchmarks.synthetic.meetings import COLLECTIVE_CASE, SyntheticCase, SyntheticItem, SyntheticMeeting
from minutes.danish.numbers import split_case_number, year_of
from minutes.models import (
    AgendaItem,
    Attendance,
    Case,
    DocumentReference,
    Meeting,
    PublicationState,
    SectionKind,
)
from minutes.models.parts import (
    ATTACHMENTS,
    CENTRES,
    DECISIONS,
    DOCUMENTS,
    PARTS,
    SECTIONS,
    ItemParts,
    Part,
    Row,
)

# Each block has its own range of keys in every table, so that blocks can be written at once.
_KEYS_A_BLOCK = 1_000_000
_KEYS_OF_ORGANISATION = 1000
_POINT = re.compile(r"(\d\.) (.+)")


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


class _Rows:
    def __init__(self, block: int, organisation: Organisation) -> None:
        self._block = block
        self._organisation = organisation
        first = block * _KEYS_A_BLOCK + _KEYS_OF_ORGANISATION
        self._keys = {
            model: count(first) for model in (Case, Meeting, Attendance, *(part.model for part in PARTS))
        }
        self._cases = {COLLECTIVE_CASE: organisation.collective_case}
        self._rows = BlockRows()

    def of(self, meetings: Iterable[SyntheticMeeting]) -> BlockRows:
        for synthetic in meetings:
            meeting = self._meeting(synthetic)
            self._rows.items += (
                self._item(meeting, position, item) for position, item in enumerate(synthetic.items, start=1)
            )
        return self._rows

    def _meeting(self, synthetic: SyntheticMeeting) -> Meeting:
        """The first block's meetings have the day as their address, the others' the time too, as second ones do."""
        day, time = synthetic.date.isoformat(), synthetic.start_time
        meeting = Meeting(
            pk=next(self._keys[Meeting]),
            body=self._organisation.bodies[synthetic.body],
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

    def _case(self, synthetic: SyntheticCase) -> Case:
        number = synthetic.number
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

    def _item(self, meeting: Meeting, position: int, synthetic: SyntheticItem) -> ItemParts:
        item = AgendaItem(
            pk=synthetic.id,
            meeting=meeting,
            position=position,
            number=position,
            slug=f"punkt-{position}",
            title=synthetic.title,
            toc_title=synthetic.title,
            case=self._case(synthetic.case) if synthetic.case else None,
            is_closed=synthetic.is_closed,
        )
        parts = ItemParts(item)
        if not item.is_closed:
            self._add_sections(parts, synthetic)
            self._add_lists(parts, synthetic)
        return parts

    def _add_sections(self, parts: ItemParts, synthetic: SyntheticItem) -> None:
        meeting = parts.item.meeting
        sections = [
            (SectionKind(section.kind.value), section.lines, section.is_empty)
            for section in synthetic.sections
        ]
        sections.append((SectionKind.DECISION, (synthetic.decision,), False))
        if synthetic.attachments:
            sections.append((SectionKind.ATTACHMENTS, synthetic.attachments, False))
        for position, (kind, lines, is_empty) in enumerate(sections, start=1):
            heading = kind.label.capitalize()
            if kind == SectionKind.DECISION:
                heading = f"Beslutning i {meeting.body.name} den {meeting.date:%d-%m-%Y}"
            columns = {"kind": kind, "heading": heading, "is_empty": is_empty}
            said = {"text": "\n".join(lines), "blocks": list(_blocks(lines))}
            section = self._add(parts, SECTIONS, position=position, **columns, **said)
            if kind == SectionKind.DECISION:
                decided = {"body": meeting.body, "date": meeting.date, "section": section}
                text = {"text": synthetic.decision, "outcome": synthetic.outcome}
                self._add(parts, DECISIONS, position=1, **decided, **text)

    def _add_lists(self, parts: ItemParts, synthetic: SyntheticItem) -> None:
        for position, title in enumerate(synthetic.attachments, start=1):
            self._add(parts, ATTACHMENTS, position=position, title=title)
        source = DocumentReference.Source.LIST
        for position, (number, title) in enumerate(synthetic.documents, start=1):
            self._add(parts, DOCUMENTS, position=position, number=number, title=title, source=source)
        for place, role in synthetic.centres:
            self._add(parts, CENTRES, centre=self._organisation.centres[place], role=role.value)

    def _add(self, parts: ItemParts, part: Part[Row], **columns: Any) -> Row:
        """Add a row of the part to the item, with a key of its own."""
        row = part.model(pk=next(self._keys[part.model]), item=parts.item, **columns)
        parts[part].append(row)
        return row


def _blocks(lines: Iterable[str]) -> Iterator[dict[str, Any]]:
    """A paragraph for each line; the numbered points that follow each other are one list."""
    points: list[dict[str, Any]] = []
    for number, line in enumerate(lines, start=1):
        if point := _POINT.fullmatch(line):
            points.append({"line": number, "marker": point[1], "text": point[2], "level": 1})
        else:
            yield {"type": "paragraph", "line": number, "text": line}
    if points:
        yield {"type": "list", "line": points[0]["line"], "items": points}
