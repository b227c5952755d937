"""What is said to come back, to go on to another body or to be done, and whether the matter was seen again."""

from __future__ import annotations

import datetime
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from django.db.models import Case, Count, F, Q, QuerySet, TextChoices, Value, When

from minutes.models import AgendaItem, Body, Fulfilment, Join, ListedPromise, Promise, Reader
from minutes.models.followed.listed import went_on_for
from minutes.models.told.promises import COMES_OR_GOES

from .times import adds_to_words, as_read
from .told import told_once

Reason = Join.Reason
# An item under which the matter comes back is what was promised; of a deed it proves nothing.
_IS_MET_BY_AN_ITEM = COMES_OR_GOES


class Status(TextChoices):
    """Where a promise stands on a day: `SEEN` where its matter came back, `PAST` where its time is over without."""

    EXPECTED = "expected", "ventes"
    PAST = "past", "tiden er gået"
    SEEN = "seen", "set igen"


@dataclass(frozen=True, slots=True)
class PromiseLine:
    """A promise under the item that says it, and the item under which its matter came back, with the reason.

    `said_by` and `said_on` are the body and the day of the decision; it is not the item's own where the item only
    reproduces it.
    """

    promise: Promise
    said_by: Body
    said_on: datetime.date
    is_own: bool
    item: AgendaItem
    status: Status
    seen: AgendaItem | None
    reason: Reason | None

    @property
    def when(self) -> str:
        """By when, as it was read."""
        return as_read(self.promise)

    @property
    def is_read_otherwise(self) -> bool:
        """Whether the time as read says more than its words."""
        return adds_to_words(self.promise)

    @property
    def is_met(self) -> bool:
        """Whether the item under which the matter came back is what was promised."""
        return self.seen is not None and self.promise.kind in _IS_MET_BY_AN_ITEM

    @property
    def is_awaited(self) -> bool:
        """Whether a time was said, or the matter itself shall come back: of other tasks no meeting need ever tell."""
        return bool(self.promise.time_words) or self.promise.kind in _IS_MET_BY_AN_ITEM

    @property
    def status_in_words(self) -> str:
        if self.status is Status.SEEN:
            return "opfyldt" if self.is_met else "taget op igen"
        return self.status.label


def find_promises(reader: Reader, day: datetime.date) -> QuerySet[ListedPromise]:
    """Return what is promised and kept once, as far as the reader may see it, each told once.

    Each has its `status` on the day.
    """
    promises = told_once(ListedPromise.objects.readable_by(reader), reader)
    stands = (When(holds, then=Value(status)) for status, holds in _conditions(reader, day).items())
    return promises.annotate(status=Case(*stands))


def _conditions(reader: Reader, day: datetime.date) -> Mapping[Status, Q]:
    """What holds for the promises that stand so on the day, as the reader sees it."""
    went_on = went_on_for(reader)
    return {
        Status.EXPECTED: Q(Q(due=None) | Q(due__gte=day), **{went_on: False}),
        Status.PAST: Q(due__lt=day, **{went_on: False}),
        Status.SEEN: Q(**{went_on: True}),
    }


@dataclass(frozen=True, slots=True)
class PromisesInOrder:
    """The keys of promises in order, of which only those are read that are asked for, and how many there are of each.

    What is expected comes first, then what is late, then what was seen; of each the newest or the due first.
    """

    counts: Mapping[Status, int]
    _groups: Mapping[Status, QuerySet[ListedPromise]]

    @classmethod
    def of(
        cls, promises: QuerySet[ListedPromise], reader: Reader, day: datetime.date, *, by_time: bool
    ) -> PromisesInOrder:
        """Put the promises in order as they stand on the day. One query; a slice costs one for each group it is of."""
        conditions = _conditions(reader, day)
        counts = promises.order_by().aggregate(
            **{status: Count("pk", filter=holds) for status, holds in conditions.items()}
        )
        due = (F("due").asc(nulls_last=True),) if by_time else ()
        groups = {
            status: promises.filter(holds).order_by(*due, "-date", "pk")
            for status, holds in conditions.items()
        }
        return cls({status: counts[status] for status in Status}, groups)

    def __len__(self) -> int:
        return sum(self.counts.values())

    def __getitem__(self, part: slice) -> list[int]:
        start, stop, _ = part.indices(len(self))
        keys: list[int] = []
        for status, group in self._groups.items():
            count = self.counts[status]
            if start < count and stop > 0:
                keys += group.values_list("pk", flat=True)[max(start, 0) : min(stop, count)]
            start, stop = start - count, stop - count
        return keys


def read_promises(keys: Sequence[int], reader: Reader, day: datetime.date) -> list[PromiseLine]:
    """Return the lines of these promises in their order. Three queries.

    What the reader may see is asked once more: what was hidden meanwhile is left out, or was not seen again.
    """
    rows = ListedPromise.objects.readable_by(reader).select_related("promise", "body").in_bulk(keys)
    joins = {
        join.promise_id: join for join in Fulfilment.objects.readable_by(reader).filter(promise__in=keys)
    }
    item_ids = {row.item_id for row in rows.values()} | {join.item_id for join in joins.values()}
    items = AgendaItem.objects.readable_by(reader).select_related("meeting__body", "case").in_bulk(item_ids)
    return [
        _line(rows[key], joins.get(key), items, day)
        for key in keys
        if key in rows and rows[key].item_id in items
    ]


def read_promises_of(
    items: Collection[AgendaItem], reader: Reader, day: datetime.date
) -> dict[int, list[PromiseLine]]:
    """Return what is promised under these items and kept once, by the item's key, in the order of their texts.

    What another item tells of better is left out, as it is in the list. Four queries at most.
    """
    rows = told_once(ListedPromise.objects.readable_by(reader).filter(item__in=items), reader)
    keys = list(rows.order_by("item", "promise__position").values_list("pk", flat=True))
    of_items: dict[int, list[PromiseLine]] = {}
    for line in read_promises(keys, reader, day) if keys else ():
        of_items.setdefault(line.item.pk, []).append(line)
    return of_items


def _line(
    row: ListedPromise, join: Fulfilment | None, items: Mapping[int, AgendaItem], day: datetime.date
) -> PromiseLine:
    item = items[row.item_id]
    said = (row.promise, row.body, row.date, row.is_own)
    seen = items.get(join.item_id or 0) if join else None
    if join and seen:
        return PromiseLine(*said, item, Status.SEEN, seen, Reason(join.reason))
    is_past = row.due is not None and row.due < day
    return PromiseLine(*said, item, Status.PAST if is_past else Status.EXPECTED, None, None)
