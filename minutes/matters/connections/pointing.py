"""The references of an item, and those of others that may mean it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from django.db.models import Q, QuerySet

from minutes.matters.series import series_of
from minutes.matters.targets import OF_MEETINGS, Targets, days_of_month
from minutes.models import AgendaItem, Reader, Reference

# Nobody refers to more; of what is named behind these nothing is looked for.
_MOST_OWN = 300
# What points here, in each of the ways to do so.
_MOST_POINTING = 100


def read_references(item: AgendaItem, reader: Reader) -> list[Reference]:
    """The item's own references in the order of its text, then those of other items that may mean it, newest first."""
    own = Reference.objects.filter(item=item).order_by("position").values("pk")[:_MOST_OWN]
    pointing = [some.order_by().values("pk")[:_MOST_POINTING] for some in _may_mean(item)]
    keys = own.union(*pointing, all=True)
    readable = AgendaItem.objects.readable_by(reader)
    rows = Reference.objects.filter(pk__in=keys, item__in=readable).order_by("position")
    found = list(rows.select_related("item__meeting__body", "item__case"))
    return sorted(found, key=lambda row: (row.item_id != item.pk, -row.item.meeting.date.toordinal()))


def _may_mean(item: AgendaItem) -> Iterator[QuerySet[Reference]]:
    """The references of other items that can point to this one, by each way to do so: targets.py says which do."""
    meeting = item.meeting
    others = Reference.objects.filter(is_calendar=False).exclude(item=item)
    of_meetings = others.filter(kind__in=OF_MEETINGS)
    of_body = of_meetings.filter(body__in=(meeting.body.name, ""))
    says_what = Q(number=item.label) | ~Q(title="")
    matter = Q(item__search_document__title_key=series_of(item).key)
    if item.case_id:
        matter |= Q(item__case=item.case_id)
    day = of_body.filter(time_first=meeting.date, time_last=meeting.date)
    yield day.filter(says_what)
    yield day.filter(matter, number="", title="")
    first, last = days_of_month(meeting.date)
    month = of_body.filter(time_first=first, time_last=last)
    yield month.filter(matter | ~Q(title=""))
    yield of_body.filter(says_what, item__meeting=meeting, time_words="")
    if item.case:
        yield others.filter(kind=Reference.Kind.CASE, number=item.case.number)


def find_pointing_here(item: AgendaItem, others: Iterable[Reference], targets: Targets) -> list[AgendaItem]:
    """The items of those references that surely mean this one, each once."""
    found = {reference.item_id: reference.item for reference in others if targets.find(reference) == item}
    return list(found.values())
