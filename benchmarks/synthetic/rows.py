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
    Attachment,
    Attendance,
    Case,
    Decision,
    DocumentReference,
    ItemCentre,
    Meeting,
    PublicationState,
    Section,
    SectionKind,
)
from minutes.models.parts import WrittenRows

# Each block has its own range of keys in every table, so that blocks can be written at once.
_KEYS_A_BLOCK = 1_000_000
_KEYS_OF_ORGANISATION = 1000
_POINT = re.compile(r"(\d\.) (.+)")


@dataclass(slots=True)
class BlockRows:
    """The rows of a block that are not an item's, and those of its items by portions of whole meetings."""

    cases: list[Case] = field(default_factory=list)
    meetings: list[Meeting] = field(default_factory=list)
    attendance: list[Attendance] = field(default_factory=list)
    portions: list[WrittenRows] = field(default_factory=list)


def rows_of_block(
    block: int, meetings: Iterable[SyntheticMeeting], organisation: Organisation, portion_size: int = 500
) -> BlockRows:
    """The rows of a block's meetings, all published; a portion has about `portion_size` items."""
    return _Rows(block, organisation).of(meetings, portion_size)


class _Rows:
    def __init__(self, block: int, organisation: Organisation) -> None:
        self._block = block
        self._organisation = organisation
        first = block * _KEYS_A_BLOCK + _KEYS_OF_ORGANISATION
        self._keys = {model: count(first) for model in (Case, Meeting, Attendance, *_PARTS)}
        self._cases = {COLLECTIVE_CASE: organisation.collective_case}
        self._rows = BlockRows()

    def of(self, meetings: Iterable[SyntheticMeeting], portion_size: int) -> BlockRows:
        portion = _empty()
        for synthetic in meetings:
            meeting = self._meeting(synthetic)
            for position, item in enumerate(synthetic.items, start=1):
                self._add_item(portion, meeting, position, item)
            if len(portion.items) >= portion_size:
                self._rows.portions.append(portion)
                portion = _empty()
        if portion.items:
            self._rows.portions.append(portion)
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

    def _add_item(
        self, portion: WrittenRows, meeting: Meeting, position: int, synthetic: SyntheticItem
    ) -> None:
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
        portion.items.append(item)
        if not item.is_closed:
            self._add_sections(portion, item, synthetic)
            self._add_lists(portion, item, synthetic)

    def _add_sections(self, portion: WrittenRows, item: AgendaItem, synthetic: SyntheticItem) -> None:
        meeting = item.meeting
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
            section = self._part(Section, item, position, kind=kind, heading=heading, is_empty=is_empty)
            section.text, section.blocks = "\n".join(lines), list(_blocks(lines))
            portion.sections.append(section)
            if kind == SectionKind.DECISION:
                decided = {"body": meeting.body, "date": meeting.date, "section": section}
                text = {"text": synthetic.decision, "outcome": synthetic.outcome}
                portion.decisions.append(self._part(Decision, item, 1, **decided, **text))

    def _add_lists(self, portion: WrittenRows, item: AgendaItem, synthetic: SyntheticItem) -> None:
        for position, title in enumerate(synthetic.attachments, start=1):
            portion.attachments.append(self._part(Attachment, item, position, title=title))
        source = DocumentReference.Source.LIST
        for position, (number, title) in enumerate(synthetic.documents, start=1):
            columns = {"number": number, "title": title, "source": source}
            portion.references.append(self._part(DocumentReference, item, position, **columns))
        for centre, role in synthetic.centres:
            portion.centres.append(
                ItemCentre(
                    pk=next(self._keys[ItemCentre]),
                    item=item,
                    centre=self._organisation.centres[centre],
                    role=role.value,
                )
            )

    def _part(self, model: type, item: AgendaItem, position: int, **columns: Any) -> Any:
        return model(pk=next(self._keys[model]), item=item, position=position, **columns)


_PARTS = (Section, Decision, Attachment, DocumentReference, ItemCentre)


def _empty() -> WrittenRows:
    return WrittenRows([], [], [], [], [], [])


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
