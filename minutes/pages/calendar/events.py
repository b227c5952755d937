"""What stands in the calendar: meetings, what was promised by a day, and the deadlines of follow-up lists.

Of what is published alone, and of open items, whoever asks.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass

from minutes.models import (
    EVERYBODY,
    AgendaItem,
    Centre,
    CentreRole,
    FollowUp,
    ItemCentre,
    Meeting,
    Promise,
    SearchRole,
    Topic,
)
from minutes.pages.feeds.entries import became_public, beginning
from minutes.pages.tags import tag

# Of each kind: a municipality holds some two hundred meetings a year, and a program asks for all of it at once,
# several times a day.
_MOST_EVENTS = 300


@dataclass(frozen=True, slots=True)
class CalendarEvent:
    """One event: its name for ever, title and address, when it is, when it became known, where, and what else is said.

    A day alone is a whole day.
    """

    tag: str
    title: str
    address: str
    when: datetime.date | datetime.datetime
    known_since: datetime.datetime
    location: str = ""
    details: str = ""


def find_events(first: datetime.date, centre: Centre | None) -> Iterator[CalendarEvent]:
    """Give all events from a day on, of everything or of what a centre has to do with. Four queries."""
    yield from _meetings(first, centre)
    # What is promised in the same item for the same day is one thing, though recommendation and decision both say it.
    promises = {event.tag: event for event in map(_promise, _find_promises(first, centre))}
    yield from promises.values()
    yield from map(_deadline, _find_deadlines(first, centre))


def _meetings(first: datetime.date, centre: Centre | None) -> Iterator[CalendarEvent]:
    meetings = Meeting.objects.published_only().filter(date__gte=first)
    if centre:
        roles = SearchRole.objects.readable_by(EVERYBODY).of_centre(centre).filter(date__gte=first)
        items = AgendaItem.objects.published_only().filter(pk__in=roles.values("document"))
        meetings = meetings.filter(pk__in=items.values("meeting"))
    for meeting in meetings.newest_first().select_related("body")[:_MOST_EVENTS]:
        yield CalendarEvent(
            tag("moede", meeting.pk),
            f"Møde: {meeting.body.name}",
            meeting.get_absolute_url(),
            beginning(meeting) if meeting.start_time else meeting.date,
            became_public(meeting),
            location=meeting.location,
        )


def _find_promises(first: datetime.date, centre: Centre | None) -> list[Promise]:
    """Those that were promised by a day, in the items that the centre has more to do with than that it is mentioned."""
    items = AgendaItem.objects.published_only()
    if centre:
        roles = ItemCentre.objects.filter(centre=centre).exclude(role=CentreRole.MENTIONED)
        items = items.filter(pk__in=roles.values("item"))
    promises = Promise.objects.to_be_kept().filter(item__in=items, time_last__gte=first)
    in_order = promises.select_related("item__meeting__body").order_by("time_last", "item_id", "position")
    return list(in_order[:_MOST_EVENTS])


def _promise(promise: Promise) -> CalendarEvent:
    item = promise.item
    return _whole_day(
        tag("punkt", item.pk, "loefte", promise.time_last, promise.kind),
        f"Lovet: {item.title} ({promise.get_kind_display()})",
        promise,
        (promise.text, f"Tidspunkt: {promise.time_words}"),
    )


def _find_deadlines(first: datetime.date, centre: Centre | None) -> list[Topic]:
    """The topics whose newest row has a deadline from the first day on, and where the centre has it by that row."""
    topics = Topic.objects.readable_by(EVERYBODY).filter(latest__gte=first)
    topics = topics.filter(last__item__in=AgendaItem.objects.published_only())
    if centre:
        topics = topics.filter(centre_codes__contains=[centre.code])
    in_order = topics.select_related("key", "last__item__meeting__body").order_by("latest", "key__key")
    return list(in_order[:_MOST_EVENTS])


def _deadline(topic: Topic) -> CalendarEvent:
    row = topic.last
    responsible = f"Ansvarlig: {row.responsible_words}" if row.responsible_words else ""
    # The same for the same topic in whichever list it stands: where its deadline moves, the event does.
    name = tag("emne", topic.key.key)
    return _whole_day(name, f"Frist: {row.text}", row, (responsible, f"Frist i listen: {row.time_words}"))


def _whole_day(name: str, title: str, row: Promise | FollowUp, details: tuple[str, ...]) -> CalendarEvent:
    """The last of the days that are meant: by then it was to be done."""
    meeting = row.item.meeting
    return CalendarEvent(
        name,
        title,
        row.item.get_absolute_url(),
        row.time_last or meeting.date,
        became_public(meeting),
        details="\n".join(filter(None, (*details, f"Står i: {row.item}"))),
    )
