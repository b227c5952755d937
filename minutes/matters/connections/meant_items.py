"""The items among which those are that references mean: all of a day's agenda, the first of a case or a title."""

from __future__ import annotations

import datetime
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import reduce
from itertools import islice
from typing import NamedTuple

from django.db.models import Q, QuerySet

from minutes.matters.series import series_of
from minutes.matters.targets import OF_MEETINGS, day_of, days_of_month, key_of_title, month_of
from minutes.models import AgendaItem, Reader, Reference
from minutes.models.items import AgendaItemQuerySet

# Of what an item names, behind these nothing is looked for.
_MOST_DAYS = 20
_MOST_MONTHS = 10
_MOST_NUMBERS = 20
_MOST_TITLES = 10
# Of a case or a title one item alone says to which it leads; two others tell that there is none.
_ENOUGH = 3
# One item names its targets in fewer ways; of many items together those behind these are not looked for.
_MOST_WAYS = 100


class Asked(NamedTuple):
    """An item with its own references, and those of others that can mean it."""

    item: AgendaItem
    own: Sequence[Reference]
    others: Sequence[Reference]


def read_meant_items(
    asked: Iterable[Asked], reader: Reader, partners: Iterable[int] = ()
) -> list[AgendaItem]:
    """Return what the items' own references can mean, what those of others can mean beside the items, and `partners`.

    They come with their meetings and cases, oldest first, as far as the reader may see them. One query.
    """
    readable = AgendaItem.objects.readable_by(reader)
    named = [*islice(_named(list(asked), readable.order_by()), _MOST_WAYS)]
    if partners := list(partners):
        named.append(readable.order_by().filter(pk__in=partners))
    if not named:
        return []
    first, *rest = [some.values("pk") for some in named]
    items = readable.filter(pk__in=first.union(*rest) if rest else first)
    return list(items.select_related("meeting__body", "case").oldest_first())


def _named(asked: Sequence[Asked], items: AgendaItemQuerySet) -> Iterator[QuerySet[AgendaItem]]:
    """Those that are named, by each way to do so; none is more than the agendas of some days."""
    days = list(dict.fromkeys(day for each in asked for day in _days(*each)))
    if days:
        yield _on_days(items, days)
    titles: dict[str, None] = {}
    numbers: dict[str, None] = {}
    for item, own, others in asked:
        keys = _titles(own)
        months = _months(item, own, others)
        if months:
            matter = Q(search_document__title_key__in=[series_of(item).key, *keys])
            matter = matter | Q(case=item.case_id) if item.case_id else matter
            yield items.filter(matter, reduce(Q.__or__, months))
        titles.update(dict.fromkeys(keys))
        numbers.update(dict.fromkeys(_numbers(item, own, others)))
    for key in titles:
        yield items.filter(search_document__title_key=key)[:_ENOUGH]
    for number in numbers:
        yield items.filter(case__number=number)[:_ENOUGH]


def _on_days(items: AgendaItemQuerySet, days: Collection[tuple[str, datetime.date]]) -> QuerySet[AgendaItem]:
    """The agendas of bodies on days; of a day alone those of all."""
    of_bodies: dict[str, list[datetime.date]] = {}
    for name, day in days:
        of_bodies.setdefault(name, []).append(day)
    agendas = [
        Q(meeting__date__in=some, meeting__body__name=name) if name else Q(meeting__date__in=some)
        for name, some in of_bodies.items()
    ]
    return items.filter(reduce(Q.__or__, agendas), meeting__date__in={day for _, day in days})


def _titles(own: Iterable[Reference]) -> list[str]:
    titles = {key_of_title(row): None for row in own if row.title and row.kind in OF_MEETINGS}
    return [*titles][:_MOST_TITLES]


def _numbers(item: AgendaItem, own: Iterable[Reference], others: Iterable[Reference]) -> list[str]:
    numbers = {row.number: None for row in own if row.kind == Reference.Kind.CASE}
    if item.case and any(row.kind == Reference.Kind.CASE for row in others):
        numbers[item.case.number] = None
    return [*numbers][:_MOST_NUMBERS]


def _days(
    item: AgendaItem, own: Iterable[Reference], others: Iterable[Reference]
) -> list[tuple[str, datetime.date]]:
    """The agendas that are pointed to, and the item's own where anything points to that."""
    meeting = item.meeting
    wanted: dict[tuple[str, datetime.date], None] = {}
    if any(row.kind in OF_MEETINGS for row in others):
        wanted[meeting.body.name, meeting.date] = None
    for row in own:
        if row.kind not in OF_MEETINGS or row.is_calendar:
            continue
        if not row.time_words:
            wanted[meeting.body.name, meeting.date] = None
        elif day := day_of(row):
            wanted[row.body, day] = None
    return [*wanted][:_MOST_DAYS]


def _months(item: AgendaItem, own: Iterable[Reference], others: Iterable[Reference]) -> list[Q]:
    """The same of what is pointed to by month."""
    body = item.meeting.body.name
    wanted: dict[tuple[str, datetime.date], None] = {}
    if any(month_of(row) for row in others):
        wanted[body, item.meeting.date] = None
    for row in own:
        if row.kind in OF_MEETINGS and not row.is_calendar and (month := month_of(row)):
            wanted[row.body or body, month] = None
    return [
        Q(meeting__body__name=name, meeting__date__range=days_of_month(day))
        for name, day in [*wanted][:_MOST_MONTHS]
    ]
