"""The follow-up lists themselves: which is the newest of each body, what it announces, and what is overdue in it."""

from __future__ import annotations

import datetime
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from django.db.models import Exists, OuterRef, Q, Subquery

from minutes.models import AgendaItem, Body, ComingSubject, Reader, Sighting, TopicMember
from minutes.models.centres import DanishOrder


@dataclass(frozen=True, slots=True)
class FollowUpList:
    """The follow-up list of a body on a day."""

    body: Body
    date: datetime.date


@dataclass(frozen=True, slots=True)
class Announced:
    """What a list announces below its table, a heading at a time; the item that it stands under."""

    item: AgendaItem
    subjects: Sequence[tuple[str, Sequence[ComingSubject]]]


def newest_lists(reader: Reader, on: datetime.date | None = None) -> list[FollowUpList]:
    """Return the newest list of each body that has any, as the reader sees it, by the bodies' names. One query.

    `on`: the newest that there was on a day.
    """
    lists = Sighting.objects.readable_by(reader).filter(body=OuterRef("pk")).order_by("-date")
    if on:
        lists = lists.filter(date__lte=on)
    bodies = Body.objects.annotate(newest=Subquery(lists.values("date")[:1])).exclude(newest=None)
    return [FollowUpList(body, body.newest) for body in bodies.order_by(DanishOrder("name"))]


def of_lists(lists: Collection[FollowUpList]) -> Q:
    """Return the rows that have the body and the day of one of these lists; none where there is no list."""
    found = Q(pk__in=[])
    for each in lists:
        found |= Q(body=each.body, date=each.date)
    return found


def read_announced(lists: Collection[FollowUpList], reader: Reader) -> list[Announced]:
    """Return what these lists announce, in their order, those without anything left out. Two queries."""
    rows = Sighting.objects.readable_by(reader).filter(of_lists(lists), item=OuterRef("pk"))
    items = AgendaItem.objects.readable_by(reader).filter(Exists(rows)).select_related("meeting__body")
    in_order = {item.pk: item for item in items.order_by("meeting__body__name", "meeting__slug", "position")}
    announced: dict[int, dict[str, list[ComingSubject]]] = {}
    for subject in ComingSubject.objects.filter(item__in=in_order).order_by("item", "position"):
        announced.setdefault(subject.item_id, {}).setdefault(subject.heading, []).append(subject)
    return [
        Announced(item, list(announced[key].items())) for key, item in in_order.items() if key in announced
    ]


def find_overdue(
    lists: Collection[FollowUpList], reader: Reader, day: datetime.date
) -> Mapping[int, datetime.date]:
    """Return the topics whose deadline had passed on a day, by their keys, each with that deadline.

    It is asked of the lists that were the newest then: what had left them by then was followed no longer, and what
    was moved after that day was overdue on it all the same. `lists` are the newest of all. One query; another one where
    there are lists of later days.
    """
    lists_then = newest_lists(reader, day) if any(each.date > day for each in lists) else lists
    rows = Sighting.objects.readable_by(reader).filter(of_lists(lists_then))
    topics = TopicMember.objects.readable_by(reader).filter(key=OuterRef("key")).values("topic")[:1]
    seen = rows.annotate(topic=Subquery(topics)).order_by("date", "place").values_list("topic", "latest")
    # Of two rows of one topic the later one counts.
    latest_of = dict(seen)
    return {topic: latest for topic, latest in latest_of.items() if topic and latest and latest < day}
