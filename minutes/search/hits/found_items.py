"""The items that were found, as they are shown: read once more from their rows, as far as the reader may see them."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from typing import NamedTuple

from django.db import connection

from minutes.models import PublicationState, Reader, SectionKind, address_of
from minutes.models.cases import address_of_case
from minutes.models.meetings import Sitting
from minutes.models.visibility import READABLE_ITEM, sql_parameters

_ITEMS = f"""
    SELECT
        item.id, title, item.number, letter, meeting.date, body.name, state, minutes_case.number,
        body.slug, meeting.slug, item.slug
    FROM minutes_agendaitem AS item
    JOIN minutes_meeting AS meeting ON meeting.id = meeting_id
    JOIN minutes_body AS body ON body.id = body_id
    LEFT JOIN minutes_case ON minutes_case.id = case_id
    WHERE item.id = ANY(%(items)s) AND {READABLE_ITEM}
"""  # noqa: S608 - what is put in is a constant
# Of several decisions in a section the last one tells whose it is, as for the item (see choose_main_decision). A
# section is joined to one at most, so that none is read twice.
_SECTIONS = """
    SELECT section.item_id, kind, text, decided.body, decided.date
    FROM minutes_section AS section
    LEFT JOIN LATERAL (
        SELECT body.name AS body, date
        FROM minutes_decision JOIN minutes_body AS body ON body.id = body_id
        WHERE section_id = section.id AND section.kind = %s
        ORDER BY position DESC LIMIT 1
    ) AS decided ON true
    WHERE section.item_id = ANY(%s) AND NOT is_empty
    ORDER BY section.item_id, position
"""
# A snippet is looked for in the first characters of a section, this many at most: real sections are shorter, and one as
# long as a book must not hold up the page.
SNIPPET_REACH = 50_000


class FoundItem(NamedTuple):
    """An item, with the meeting that it is of, and its case if it has one."""

    title: str
    number: int
    letter: str
    date: datetime.date
    body: str
    state: PublicationState
    case_number: str | None
    body_slug: str
    meeting_slug: str
    slug: str

    @property
    def label(self) -> str:
        """The number as people read it, with its letter: "1a"."""
        return f"{self.number}{self.letter}"

    @property
    def address(self) -> str:
        return address_of("item-detail", self.body_slug, self.meeting_slug, self.slug)

    @property
    def case_address(self) -> str | None:
        return address_of_case(self.case_number) if self.case_number else None

    @property
    def is_draft(self) -> bool:
        """Whether its meeting is not published yet."""
        return self.state == PublicationState.DRAFT


def read_found_items(item_ids: Collection[int], reader: Reader) -> dict[int, FoundItem]:
    """Those of the items that are open and that the reader may see, by primary key. One query."""
    with connection.cursor() as cursor:
        cursor.execute(_ITEMS, {"items": list(item_ids), **sql_parameters(reader)})
        return {pk: FoundItem(*columns) for pk, *columns in cursor.fetchall()}


class FoundSection(NamedTuple):
    """A section's kind and the beginning of its text; of a decision whose it is, where one is recorded in it."""

    kind: SectionKind
    text: str
    body: str | None
    date: datetime.date | None

    def name(self, item: FoundItem) -> str:
        """What stands above it: "Beslutning", and whose that is where another meeting than the item's decided."""
        name = self.kind.heading
        return f"{name} i {self.body} {self.date:%d-%m-%Y}" if self._is_of_other_meeting(item) else name

    def how_telling(self, item: FoundItem) -> int:
        """What the meeting decided tells most, then what was recommended to it, then what others decided."""
        if self.kind == SectionKind.DECISION:
            return 1 if self._is_of_other_meeting(item) else 3
        return 2 if self.kind == SectionKind.RECOMMENDATION else 0

    def _is_of_other_meeting(self, item: FoundItem) -> bool:
        return self.body is not None and (self.body, self.date) != Sitting(item.body, item.date)


def read_sections(item_ids: Collection[int]) -> Mapping[int, Sequence[FoundSection]]:
    """Every section that says something, in order, by the key of its item. One query."""
    sections: dict[int, list[FoundSection]] = defaultdict(list)
    with connection.cursor() as cursor:
        cursor.execute(_SECTIONS, [SectionKind.DECISION, list(item_ids)])
        for item_id, kind, text, *decided in cursor.fetchall():
            sections[item_id].append(FoundSection(SectionKind(kind), text[:SNIPPET_REACH], *decided))
    return sections
