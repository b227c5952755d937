"""What an item hangs together with, as its page shows it: links in its text, and lists below it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from django.utils.formats import date_format

from minutes.matters.connections.of_item import Connections, PutOff, find_connections
from minutes.matters.standing_series import find_series_of
from minutes.models import AgendaItem, Reader, Reference, Series
from minutes.models.addresses import address_of
from minutes.models.cases import address_of_case, address_of_document
from minutes.templatetags.labels import as_place
from minutes.templatetags.passages_of_pages import Passage

from .prose_links import Lead, link_passages
from .reading import AttachmentReading, ItemReading

_LISTED = (Reference.Kind.MEETING, Reference.Kind.ITEM, Reference.Kind.CASE)


@dataclass(frozen=True, slots=True)
class Connected:
    """An item's text with its links, and what stands beside it: where it leads, what leads to it, what was put off."""

    reading: ItemReading
    refers_to: Sequence[Lead] = ()
    referred_from: Sequence[AgendaItem] = ()
    put_off: Sequence[PutOff] = ()
    takes_up: Sequence[tuple[AgendaItem, str]] = field(default_factory=tuple)
    series: Series | None = None


def connect(reading: ItemReading, reader: Reader) -> Connected:
    """Return an item with what it hangs together with; of a hidden one no more than it says itself.

    Four queries at most.
    """
    item = reading.item
    if item.is_hidden:
        return Connected(reading)
    connections = find_connections(item, reader)
    leads = {
        reference: _lead(reference, connections, reading.attachments) for reference in connections.references
    }
    return Connected(
        _linked(reading, leads),
        refers_to=_listed(leads),
        referred_from=connections.pointing_here,
        put_off=connections.put_off,
        takes_up=connections.takes_up,
        series=find_series_of(item, reader),
    )


def _lead(
    reference: Reference, connections: Connections, attachments: Sequence[AttachmentReading]
) -> Lead | None:
    """Where a reference leads; None where nothing is known of it, and for laws."""
    if reference.kind == Reference.Kind.CASE:
        number = reference.number
        is_known = connections.has_case(number)
        return Lead(f"Sag {number}", address_of_case(number)) if is_known else None
    if reference.kind == Reference.Kind.DOCUMENT:
        return _lead_to_document(reference, attachments)
    target = connections.point(reference)
    if target is None:
        return None
    if target.item is None:
        meeting = target.meeting
        name = f"{meeting.body.name} {date_format(meeting.date, 'j. F Y')}"
        return Lead(name, meeting.get_absolute_url(), target.is_sure)
    return Lead(as_place(target.item), target.item.get_absolute_url(), target.is_sure)


def _lead_to_document(reference: Reference, attachments: Sequence[AttachmentReading]) -> Lead | None:
    """Where a document number leads, or an attachment of the item: to its file, or its place on the page."""
    if reference.number:
        return Lead(f"Dokument {reference.number}", address_of_document(reference.number))
    for entry in attachments:
        if reference.title and entry.attachment.title == reference.title:
            return Lead(f"Bilag: {entry.attachment.title}", _address_of(entry))
    return None


def _address_of(entry: AttachmentReading) -> str:
    attachment = entry.attachment
    if not attachment.readable_file:
        return f"#bilag-{attachment.position}"
    item = attachment.item
    return address_of("attachment", item.meeting.body.slug, item.meeting.slug, item.slug, attachment.position)


def _linked(reading: ItemReading, leads: Mapping[Reference, Lead | None]) -> ItemReading:
    passages = [*(entry.passage for entry in reading.decisions), *reading.recommendations, *reading.sections]
    linked: Iterator[Passage] = iter(link_passages(passages, leads))
    # In the order in which they were collected.
    return replace(
        reading,
        decisions=tuple(replace(entry, passage=next(linked)) for entry in reading.decisions),
        recommendations=tuple(next(linked) for _ in reading.recommendations),
        sections=tuple(next(linked) for _ in reading.sections),
    )


def _listed(leads: Mapping[Reference, Lead | None]) -> list[Lead]:
    """The meetings, items and cases that are referred to, each once, surely where it is so anywhere."""
    found: dict[str, Lead] = {}
    for reference, lead in leads.items():
        if lead and reference.kind in _LISTED:
            known = found.get(lead.address)
            if known is None or (lead.is_sure and not known.is_sure):
                found[lead.address] = lead
    return list(found.values())
