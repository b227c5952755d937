"""The references of an item or of a case, and those of others that may mean it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence

from django.db.models import F, Q, QuerySet

from minutes.matters.series import series_of
from minutes.matters.targets import OF_MEETINGS, Targets, days_of_month
from minutes.models import AgendaItem, Case, Reader, Reference

# Nobody refers to more; of what is named behind these nothing is looked for.
_MOST_OWN = 300
# What points here, in each of the ways to do so.
_MOST_POINTING = 100


def read_references(item: AgendaItem, reader: Reader) -> list[Reference]:
    """The item's own references in the order of its text, then those of other items that may mean it, newest first."""
    return _read([item.pk], _may_mean(item, reader), reader)


def read_references_of_case(
    case: Case, items: Collection[AgendaItem], reader: Reader
) -> tuple[Sequence[Reference], Sequence[Reference]]:
    """The references in these items of a case, and those outside of the case that may mean it or them, newest first.

    One query.
    """
    rows = _read([item.pk for item in items], _may_mean_case(case, items, reader), reader)
    own = [row for row in rows if row.item.case_id == case.pk]
    return own, [row for row in rows if row.item.case_id != case.pk]


def _read(
    keys_of_items: Collection[int], others: Iterable[QuerySet[Reference]], reader: Reader
) -> list[Reference]:
    own = Reference.objects.filter(item__in=keys_of_items).order_by("position").values("pk")[:_MOST_OWN]
    pointing = [some.order_by().values("pk")[:_MOST_POINTING] for some in others]
    readable = AgendaItem.objects.readable_by(reader)
    rows = Reference.objects.filter(pk__in=own.union(*pointing, all=True), item__in=readable)
    found = list(rows.order_by("item_id", "position").select_related("item__meeting__body", "item__case"))
    return sorted(
        found, key=lambda row: (row.item_id not in keys_of_items, -row.item.meeting.date.toordinal())
    )


def _of_others(reader: Reader) -> QuerySet[Reference]:
    """What the reader may see, before it is counted: else what he may not see would take the places of what he may."""
    return Reference.objects.filter(is_calendar=False, item__in=AgendaItem.objects.readable_by(reader))


def _may_mean(item: AgendaItem, reader: Reader) -> Iterator[QuerySet[Reference]]:
    """The references of other items that can point to this one, by each way to do so: targets.py says which do."""
    meeting = item.meeting
    others = _of_others(reader).exclude(item=item)
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


def _may_mean_case(
    case: Case, items: Collection[AgendaItem], reader: Reader
) -> Iterator[QuerySet[Reference]]:
    """The same of a case and of some of its items: what names its number, and what can point to one of them."""
    others = _of_others(reader).exclude(item__case=case)
    yield others.filter(kind=Reference.Kind.CASE, number=case.number)
    bodies = {item.meeting.body.name for item in items}
    of_body = others.filter(kind__in=OF_MEETINGS, body__in=[*bodies, ""])
    same_title = Q(item__search_document__title_key__in={series_of(item).key for item in items})
    says_what = ~Q(number="") | ~Q(title="")
    days = {item.meeting.date for item in items}
    yield of_body.filter(says_what | same_title, time_first__in=days, time_last=F("time_first"))
    first_days, last_days = zip(*map(days_of_month, days), strict=True) if days else ((), ())
    month = of_body.filter(time_first__in=first_days, time_last__in=last_days)
    yield month.filter(same_title | ~Q(title=""), time_last__gt=F("time_first"))
    yield of_body.filter(says_what, item__meeting__in={item.meeting_id for item in items}, time_words="")


def find_pointing_here(item: AgendaItem, others: Iterable[Reference], targets: Targets) -> list[AgendaItem]:
    """The items of those references that surely mean this one, each once."""
    found = {reference.item_id: reference.item for reference in others if targets.find(reference) == item}
    return list(found.values())
