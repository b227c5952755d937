"""Writes what a document says into the rows of its meeting, in place: items keep their rows and addresses."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from minutes.editing.names.former_addresses import ItemAddresses
from minutes.models import AgendaItem, Attachment, Attendance, Body, Case, Centre, Meeting
from minutes.models.addresses import item_slugs
from minutes.models.cases import find_or_create_cases
from minutes.models.copying import copy_rows, reserve_keys
from minutes.models.lengths import fit
from minutes.models.parts import ATTACHMENTS, PARTS, ItemParts
from minutes.parser.problems import Problem, Severity
from minutes.parser.values import ParsedItem, ParsedMeeting

from .parts import STATED_PARTS, RowsAtHand, StatedPart
from .recognition.renumbered import find_places
from .told import TOLD_PARTS, names_of_bodies, read_all_told

ITEM_GONE = "item_gone"

_ITEM_COLUMNS = (
    *("position", "number", "letter", "title", "toc_title", "case"),
    *("is_closed", "is_doubtful", "is_withdrawn"),
)
# An item with its rows, beside what the document says of it.
_Pairs = Sequence[tuple[ItemParts, ParsedItem]]


def write_content(
    meeting: Meeting, parsed: ParsedMeeting, bodies: Mapping[str, Body], *, is_new: bool
) -> tuple[list[ItemParts], list[Problem]]:
    """Replace the content of a meeting by what was parsed; `bodies` has a row for every name in it.

    A meeting that `is_new` has no content yet.
    Items are found again by their address; one that was public and comes to nothing is remembered. A file that was
    uploaded for an attachment stays with the attachment of the same title. Gives the items with their rows as written,
    and a problem for each item, and each such file, that the text has no more.
    """
    existing = {} if is_new else {item.slug: item for item in meeting.items.all()}
    slugs = item_slugs(item.label for item in parsed.items)
    addresses = ItemAddresses(meeting) if existing and meeting.published_at else None
    places = find_places(meeting, parsed, slugs) if addresses else {}
    with_file = {} if is_new else _attachments_with_file(meeting)
    told = read_all_told(parsed, names_of_bodies())
    at_hand = RowsAtHand(bodies, _find_centres(parsed), with_file, told)
    if not is_new:
        _delete_parts(meeting)
    pairs, gone = _write_items(meeting, parsed.items, existing)
    if addresses:
        addresses.remember([parts.item for parts, _ in pairs], places)
    for stated_part in STATED_PARTS:
        _write_part(stated_part, pairs, at_hand)
    for told_part in TOLD_PARTS:
        for parts, item in pairs:
            parts[told_part.part].extend(told_part.rows_of(parts, told[item.line]))
        copy_rows([row for parts, _ in pairs for row in parts[told_part.part]])
    _write_attendance(meeting, parsed)
    return [parts for parts, _ in pairs], [*map(_item_gone, gone), *_attachments_kept(pairs)]


def _find_centres(parsed: ParsedMeeting) -> dict[str, Centre]:
    wanted = {centre.code for item in parsed.items for centre in item.centres}
    return {centre.code: centre for centre in Centre.objects.filter(code__in=wanted)} if wanted else {}


def _attachments_with_file(meeting: Meeting) -> dict[int, list[Attachment]]:
    found: dict[int, list[Attachment]] = {}
    for attachment in ATTACHMENTS.of_meetings([meeting]).exclude(file=""):
        found.setdefault(attachment.item_id, []).append(attachment)
    return found


def _delete_parts(meeting: Meeting) -> None:
    # Those that refer to others first, so that the server finds none that refers to what it deletes.
    for part in reversed(PARTS):
        part.of_meetings([meeting]).delete()
    meeting.attendance.all().delete()


def _write_items(
    meeting: Meeting, parsed_items: Sequence[ParsedItem], existing: Mapping[str, AgendaItem]
) -> tuple[_Pairs, list[AgendaItem]]:
    """Write the items in the places that they have now, and delete those that are gone; return both."""
    cases = find_or_create_cases(parsed.case_number for parsed in parsed_items if parsed.case_number)
    slugs = item_slugs(parsed.label for parsed in parsed_items)
    items = [existing.get(slug) or AgendaItem(meeting=meeting, slug=slug) for slug in slugs]
    for position, (item, parsed) in enumerate(zip(items, parsed_items, strict=True), start=1):
        _state(item, position, parsed)
        item.case = cases[parsed.case_number] if parsed.case_number else None
    stated = set(slugs)
    gone = [item for slug, item in existing.items() if slug not in stated]
    if gone:
        AgendaItem.objects.filter(pk__in=[item.pk for item in gone]).delete()
    AgendaItem.objects.bulk_update([item for item in items if item.pk], _ITEM_COLUMNS)
    AgendaItem.objects.bulk_create(item for item in items if not item.pk)
    return list(zip(map(ItemParts, items), parsed_items, strict=True)), gone


def _state(item: AgendaItem, position: int, parsed: ParsedItem) -> None:
    """Let an item say what the document does; its case is another row."""
    item.position = position
    item.number, item.letter = parsed.number, parsed.letter
    item.title = fit(parsed.title, AgendaItem, "title")
    item.toc_title = fit(parsed.toc_title, AgendaItem, "toc_title")
    item.is_closed = parsed.is_closed or parsed.is_doubtful
    item.is_doubtful = parsed.is_doubtful
    # No minutes say it: it is set again of the item that was withdrawn, wherever that stands now.
    item.is_withdrawn = False


def items_as_read(meeting: Meeting, parsed: ParsedMeeting) -> list[AgendaItem]:
    """Return the items that a document would make of a meeting, and write nothing."""
    items = []
    slugs = item_slugs(item.label for item in parsed.items)
    for position, (slug, stated) in enumerate(zip(slugs, parsed.items, strict=True), start=1):
        item = AgendaItem(meeting=meeting, slug=slug)
        _state(item, position, stated)
        item.case = Case(number=stated.case_number) if stated.case_number else None
        items.append(item)
    return items


def _write_part(stated_part: StatedPart[Any], pairs: _Pairs, at_hand: RowsAtHand) -> None:
    """Write the rows of one part of all items, which have those of the parts before."""
    part = stated_part.part
    for parts, parsed in pairs:
        parts[part].extend(stated_part.rows(parts, parsed, at_hand))
    rows = [row for parts, _ in pairs for row in parts[part]]
    if part.is_referred_to and any(stated_part.is_referred_to(parsed) for _, parsed in pairs):
        reserve_keys(rows)
    copy_rows(rows)


def _item_gone(item: AgendaItem) -> Problem:
    message = f"Punkt {item.label}, {item.title}, står ikke længere i referatet og er slettet."
    return Problem(1, ITEM_GONE, Severity.WARNING, message)


def _attachments_kept(pairs: _Pairs) -> Iterator[Problem]:
    for parts, parsed in pairs:
        for attachment in parts[ATTACHMENTS][len(parsed.attachments) :]:
            message = f"Bilaget {attachment.title} står ikke længere i referatet; det er beholdt, for det har en fil."
            yield Problem(parsed.line, "attachment_kept", Severity.WARNING, message)


def _write_attendance(meeting: Meeting, parsed: ParsedMeeting) -> None:
    people = [(line.role, name) for line in parsed.attendance for name in line.names]
    copy_rows(
        [
            Attendance(meeting=meeting, position=position, role=role, name=fit(name, Attendance, "name"))
            for position, (role, name) in enumerate(people, start=1)
        ]
    )
