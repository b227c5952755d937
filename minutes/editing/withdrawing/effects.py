"""What a withdrawal takes away, counted before it happens: addresses, what searches find, links, cases and feeds."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from django.db.models import Exists, OuterRef, Q, QuerySet

from minutes.models import AgendaItem, Attachment, Decision, ItemCentre, Meeting, SearchDocument, address_of
from minutes.models.items import AgendaItemQuerySet
from minutes.models.meetings import MeetingQuerySet
from minutes.models.visibility import EVERYBODY


@dataclass(frozen=True, slots=True)
class Effects:
    """What the public loses.

    `addresses` answer 410 from then on, `findable` items are in no search any more, `linking` items of other meetings
    name one of these, `cases` get shorter and `emptied` of them are gone, `feeds` of cases and centres lose entries.
    """

    addresses: tuple[str, ...]
    findable: int
    linking: int
    cases: int
    emptied: int
    feeds: int


def effects_on_meetings(keys: Collection[int]) -> Effects:
    """Return what is lost with all of these meetings that are published."""
    meetings = Meeting.objects.published_only().filter(pk__in=keys).select_related("body").order_by("pk")
    items = AgendaItem.objects.filter(meeting__in=meetings)
    addresses = [
        address
        for meeting in meetings
        for address in (
            meeting.get_absolute_url(),
            address_of("meeting-source", meeting.body.slug, meeting.slug),
        )
    ]
    decided_there = Decision.objects.filter(
        Exists(meetings.order_by().filter(body=OuterRef("body"), date=OuterRef("date")))
    )
    return _effects(items, addresses, AgendaItem.objects.exclude(meeting__in=keys), decided_there)


def effects_on_item(item: AgendaItem) -> Effects:
    """Return what is lost with this item alone."""
    items = AgendaItem.objects.filter(pk=item.pk)
    return _effects(items, [], AgendaItem.objects.exclude(pk=item.pk), Decision.objects.none())


def count_addresses(meetings: MeetingQuerySet) -> dict[int, int]:
    """Return how many addresses each of these published meetings has, by its key."""
    counts = dict.fromkeys(meetings.published_only().values_list("pk", flat=True), 2)
    items = AgendaItem.objects.filter(meeting__in=[*counts])
    of_items = items.with_a_page().values_list("meeting", flat=True)
    of_files = _files_of(items).values_list("item__meeting", flat=True)
    for key in [*of_items, *of_files]:
        counts[key] += 1
    return counts


def _effects(
    items: AgendaItemQuerySet,
    addresses: list[str],
    others: AgendaItemQuerySet,
    decided_there: QuerySet[Decision],
) -> Effects:
    shown = items.readable_by(EVERYBODY)
    cases = set(shown.exclude(case=None).values_list("case", flat=True))
    elsewhere = others.published_only()
    kept = set(elsewhere.filter(case__in=cases).values_list("case", flat=True))
    linking = elsewhere.filter(Q(case__in=cases) | Q(decisions__in=decided_there)).distinct()
    centres = ItemCentre.objects.filter(item__in=shown).values("centre").distinct().count()
    return Effects(
        addresses=(*addresses, *_addresses_of(items)),
        findable=SearchDocument.objects.readable_by(EVERYBODY).filter(item__in=items).count(),
        linking=linking.count(),
        cases=len(cases),
        emptied=len(cases - kept),
        feeds=len(cases) + centres,
    )


def _addresses_of(items: AgendaItemQuerySet) -> list[str]:
    pages = items.with_a_page().select_related("meeting__body").order_by("meeting", "position")
    files = (
        _files_of(items).select_related("item__meeting__body").order_by("item__meeting", "item", "position")
    )
    return [
        *(item.get_absolute_url() for item in pages),
        *(
            address_of("attachment", meeting.body.slug, meeting.slug, file.item.slug, str(file.position))
            for file in files
            for meeting in [file.item.meeting]
        ),
    ]


def _files_of(items: AgendaItemQuerySet) -> QuerySet[Attachment]:
    return Attachment.objects.filter(item__in=items.published_only()).exclude(file="")
