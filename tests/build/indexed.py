"""Items made by hand that search knows of."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from minutes.models import AgendaItem, Meeting, Outcome, Section, SectionKind
from minutes.search.index.writing import index_meetings
from tests.build.rows import (
    add_attachment,
    add_centre,
    add_decision,
    add_document,
    add_item,
    add_role,
    add_section,
)


def add_indexed_item(
    meeting: Meeting,
    title: str = "Et punkt",
    text: str = "",
    *,
    case: str = "",
    is_closed: bool = False,
    sections: Mapping[SectionKind, str] | None = None,
    outcomes: Iterable[tuple[Outcome, str]] = (),
    centres: Mapping[str, str] | None = None,
    documents: Iterable[str] = (),
    attachments: Iterable[str] = (),
) -> AgendaItem:
    """An item and its index row; `text` is its case presentation, `outcomes` are those of decisions by their dates."""
    item = add_item(meeting, title, case, is_closed=is_closed)
    if text:
        add_section(item, SectionKind.CASE_PRESENTATION, text)
    for kind, said in (sections or {}).items():
        add_section(item, kind, said)
    for outcome, date in outcomes:
        add_decision(item, "", outcome, date=date)
    for code, name in (centres or {}).items():
        add_centre(code, name)
        add_role(item, code)
    for number in documents:
        add_document(item, number)
    for attachment in attachments:
        add_attachment(item, attachment)
    index_meetings([meeting.pk])
    return item


def add_indexed_items(meeting: Meeting, number: int, title: str, text: str = "") -> None:
    """Store that many items of the same title and text, and index them."""
    first = meeting.items.count() + 1
    items = AgendaItem.objects.bulk_create(
        AgendaItem(meeting=meeting, position=place, number=place, slug=f"punkt-{place}", title=title)
        for place in range(first, first + number)
    )
    if text:
        kind = SectionKind.CASE_PRESENTATION
        Section.objects.bulk_create(Section(item=item, position=1, kind=kind, text=text) for item in items)
    index_meetings([meeting.pk])
