"""Writes what a document says into the rows of its meeting, in place: items keep their rows and addresses."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain

from minutes.models import (
    AgendaItem,
    Attachment,
    Attendance,
    Body,
    Centre,
    Decision,
    DocumentReference,
    ItemCentre,
    Meeting,
    Section,
)
from minutes.models.addresses import item_slugs
from minutes.models.blocks import blocks_as_json
from minutes.models.cases import find_or_create_cases
from minutes.models.copying import copy_rows, reserve_keys
from minutes.models.lengths import fit
from minutes.models.parts import WrittenRows
from minutes.parser.values import ParsedItem, ParsedMeeting, Problem, Severity

ITEM_GONE = "item_gone"

_ITEM_COLUMNS = ("position", "number", "title", "toc_title", "case", "is_closed")
# An item's row beside what it is made of.
_Pairs = list[tuple[AgendaItem, ParsedItem]]


def write_content(
    meeting: Meeting, parsed: ParsedMeeting, bodies: Mapping[str, Body], *, is_new: bool
) -> tuple[WrittenRows, list[Problem]]:
    """Replace the content of a meeting by what was parsed; `bodies` has a row for every name in it.

    A meeting that `is_new` has no content yet.
    Items are found again by their address. A file that was uploaded for an attachment stays with the
    attachment of the same title. Gives the rows as written, and a problem for each item, and each such file, that
    the text has no more.
    """
    existing = {} if is_new else {item.slug: item for item in meeting.items.all()}
    files = {} if is_new else _uploaded_files(meeting)
    if not is_new:
        _delete_parts(meeting)
    items, problems = _write_items(meeting, parsed.items, existing)
    sections = _write_sections(items)
    decisions = _write_decisions(items, sections, bodies)
    attachments, problems_of_files = _write_attachments(items, files)
    rows = WrittenRows(
        items=[item for item, _ in items],
        sections=sorted(chain.from_iterable(sections.values()), key=lambda section: section.position),
        decisions=decisions,
        attachments=attachments,
        references=_write_documents(items),
        centres=_write_centres(items),
    )
    _write_attendance(meeting, parsed)
    return rows, [*problems, *problems_of_files]


def _write_items(
    meeting: Meeting, parsed_items: Sequence[ParsedItem], existing: dict[str, AgendaItem]
) -> tuple[_Pairs, list[Problem]]:
    cases = find_or_create_cases(parsed.case_number for parsed in parsed_items if parsed.case_number)
    slugs = item_slugs(parsed.number for parsed in parsed_items)
    pairs = [
        (existing.pop(slug, None) or AgendaItem(meeting=meeting, slug=slug), parsed)
        for slug, parsed in zip(slugs, parsed_items, strict=True)
    ]
    for position, (item, parsed) in enumerate(pairs, start=1):
        item.position = position
        item.number = parsed.number
        item.title = fit(parsed.title, AgendaItem, "title")
        item.toc_title = fit(parsed.toc_title, AgendaItem, "toc_title")
        item.case = cases[parsed.case_number] if parsed.case_number else None
        item.is_closed = parsed.is_closed
    problems = [_item_gone(item) for item in existing.values()]
    if existing:
        AgendaItem.objects.filter(pk__in=[item.pk for item in existing.values()]).delete()
    AgendaItem.objects.bulk_update([item for item, _ in pairs if item.pk], _ITEM_COLUMNS)
    AgendaItem.objects.bulk_create(item for item, _ in pairs if not item.pk)
    return pairs, problems


def _item_gone(item: AgendaItem) -> Problem:
    message = f"Punkt {item.number}, {item.title}, står ikke længere i referatet og er slettet."
    return Problem(1, ITEM_GONE, Severity.WARNING, message)


def _delete_parts(meeting: Meeting) -> None:
    for model in (Decision, Section, Attachment, DocumentReference, ItemCentre):
        model._default_manager.filter(item__meeting=meeting).delete()
    meeting.attendance.all().delete()


def _write_sections(items: _Pairs) -> dict[int, list[Section]]:
    """The rows of the sections by the key of their item, in order; text outside them all stands at position 0."""
    sections = {
        item.pk: [
            Section(
                item=item,
                position=position,
                kind=section.kind.value,
                heading=section.heading.stripped if section.heading else "",
                text=section.text,
                blocks=blocks_as_json(section.blocks),
                is_empty=section.is_empty,
            )
            for position, section in enumerate(parsed.sections, start=0 if parsed.unplaced else 1)
        ]
        for item, parsed in items
    }
    rows = list(chain.from_iterable(sections.values()))
    reserve_keys(rows)
    copy_rows(rows)
    return sections


def _write_decisions(
    items: _Pairs, sections: Mapping[int, list[Section]], bodies: Mapping[str, Body]
) -> list[Decision]:
    rows = [
        Decision(
            item=item,
            position=position,
            body=bodies[decision.body],
            date=decision.date,
            text=decision.text,
            outcome=decision.outcome.value,
            section=sections[item.pk][decision.section_index],
        )
        for item, parsed in items
        for position, decision in enumerate(parsed.decisions, start=1)
    ]
    copy_rows(rows)
    return rows


def _uploaded_files(meeting: Meeting) -> dict[tuple[int, str], list[Attachment]]:
    """The attachments with a file, by item and title."""
    found: dict[tuple[int, str], list[Attachment]] = {}
    for attachment in Attachment.objects.filter(item__meeting=meeting).exclude(file=""):
        found.setdefault((attachment.item_id, attachment.title), []).append(attachment)
    return found


def _write_attachments(
    items: _Pairs, files: dict[tuple[int, str], list[Attachment]]
) -> tuple[list[Attachment], list[Problem]]:
    rows: list[Attachment] = []
    problems: list[Problem] = []
    for item, parsed in items:
        titles = [fit(entry.title, Attachment, "title") for entry in parsed.attachments]
        for position, title in enumerate(titles, start=1):
            uploaded = files.get((item.pk, title))
            file = uploaded.pop(0).file.name if uploaded else ""
            rows.append(Attachment(item=item, position=position, title=title, file=file))
        left = [row for (item_id, _), uploaded in files.items() if item_id == item.pk for row in uploaded]
        for position, row in enumerate(left, start=len(titles) + 1):
            rows.append(Attachment(item=item, position=position, title=row.title, file=row.file.name))
            message = (
                f"Bilaget {row.title} står ikke længere i referatet; det er beholdt, for det har en fil."
            )
            problems.append(Problem(parsed.line, "attachment_kept", Severity.WARNING, message))
    copy_rows(rows)
    return rows, problems


def _write_documents(items: _Pairs) -> list[DocumentReference]:
    rows = [row for item, parsed in items for row in _document_references(item, parsed)]
    copy_rows(rows)
    return rows


def _document_references(item: AgendaItem, parsed: ParsedItem) -> Iterator[DocumentReference]:
    listed = [(document, DocumentReference.Source.LIST) for document in parsed.documents]
    named = [(document, DocumentReference.Source.PROSE) for document in parsed.references]
    for position, (document, source) in enumerate([*listed, *named], start=1):
        title = fit(document.title, DocumentReference, "title")
        yield DocumentReference(
            item=item, position=position, number=document.number, title=title, source=source
        )


def _write_centres(items: _Pairs) -> list[ItemCentre]:
    roles = dict.fromkeys(
        (item, centre.code, centre.role.value) for item, parsed in items for centre in parsed.centres
    )
    centres = _centres(code for _, code, _ in roles)
    rows = [
        ItemCentre(item=item, centre=centres[code], role=role)
        for item, code, role in roles
        if code in centres
    ]
    copy_rows(rows)
    return rows


def _centres(codes: Iterable[str]) -> dict[str, Centre]:
    wanted = set(codes)
    return {centre.code: centre for centre in Centre.objects.filter(code__in=wanted)} if wanted else {}


def _write_attendance(meeting: Meeting, parsed: ParsedMeeting) -> None:
    people = [(line.role, name) for line in parsed.attendance for name in line.names]
    copy_rows(
        [
            Attendance(meeting=meeting, position=position, role=role, name=fit(name, Attendance, "name"))
            for position, (role, name) in enumerate(people, start=1)
        ]
    )
