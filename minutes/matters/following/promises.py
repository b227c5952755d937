"""What is said to come back, to go on to another body or to be done, and whether the matter was seen again."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Case, Exists, F, OuterRef, Q, QuerySet, Subquery, TextChoices, Value, When

from minutes.matters.joining.waiting import PROMISES, Reason
from minutes.models import (
    AgendaItem,
    Centre,
    Decision,
    Fulfilment,
    Promise,
    Reader,
    SearchDecision,
    SearchDocument,
    SectionKind,
)
from minutes.models.told.columns import Time

from .times import as_read

# The times after which something is late; of a meeting only where its month is told.
_ENDS = (Time.DAY, Time.MONTH, Time.SEASON, Time.SPAN, Time.YEAR, Time.MEETING)
# An item under which the matter comes back is what was promised; of a deed it proves nothing.
_IS_MET_BY_AN_ITEM = {Promise.Kind.COMES_BACK, Promise.Kind.GOES_TO}


class State(TextChoices):
    """Where a promise stands on a day: `SEEN` where its matter came back, `PAST` where its time is over without."""

    EXPECTED = "expected", "ventes"
    PAST = "past", "tiden er gået"
    SEEN = "seen", "set igen"


@dataclass(frozen=True, slots=True)
class PromiseLine:
    """A promise under the item that says it, and the item under which its matter came back, with the reason."""

    promise: Promise
    item: AgendaItem
    state: State
    seen: AgendaItem | None
    reason: Reason | None

    @property
    def when(self) -> str:
        """By when, as it was read."""
        return as_read(self.promise)

    @property
    def is_met(self) -> bool:
        """Whether the item under which the matter came back is what was promised."""
        return self.seen is not None and self.promise.kind in _IS_MET_BY_AN_ITEM

    @property
    def state_in_words(self) -> str:
        if self.state is State.SEEN:
            return "opfyldt" if self.is_met else "taget op igen"
        return self.state.label


def find_promises(reader: Reader, day: datetime.date, centre: Centre | None = None) -> QuerySet[Any]:
    """Return what is promised and kept once, as far as the reader may see it, each told once, with its `state`.

    `centre`: only under items with which it has to do. Each has `said_on`, the day of its meeting, `seen_under`, the
    key of the item under which its matter came back, and `reason`.
    """
    documents = SearchDocument.objects.readable_by(reader)
    if centre:
        documents = documents.filter(centre_ids__contains=[centre.pk])
    joins = Fulfilment.objects.readable_by(reader).filter(promise=OuterRef("pk"))
    promises = PROMISES.rows().filter(Exists(documents.filter(pk=OuterRef("item"))))
    promises = promises.exclude(_has_come()).exclude(_is_told_elsewhere(reader))
    promises = promises.annotate(
        said_on=F("item__search_document__date"),
        seen_under=Subquery(joins.values("item")[:1]),
        reason=Subquery(joins.values("reason")[:1]),
    )
    past = When(time_last__lt=day, time_kind__in=_ENDS, then=Value(State.PAST))
    seen = When(seen_under__isnull=False, then=Value(State.SEEN))
    with_state: QuerySet[Any] = promises.annotate(state=Case(seen, past, default=Value(State.EXPECTED)))
    return with_state


def count_open_promises(reader: Reader, day: datetime.date) -> int:
    """Return how much is promised and was not seen again. One query."""
    return find_promises(reader, day).filter(seen_under=None).count()


def in_order(promises: QuerySet[Any], *, by_time: bool) -> QuerySet[Any]:
    """Return what is expected first, then what is late, then what was seen; of each the newest or the due first."""
    rank = Case(*(When(state=state, then=Value(place)) for place, state in enumerate(State)))
    due = (F("time_last").asc(nulls_last=True),) if by_time else ()
    return promises.order_by(rank, *due, "-said_on", "item_id", "position")


def _has_come() -> Q:
    """What was to go on to a body, as that body's own minutes tell: there it is."""
    return Q(kind=Promise.Kind.GOES_TO, to_body=F("item__search_document__body__name"))


def _is_told_elsewhere(reader: Reader) -> Q:
    """What stands in no other decision than such as another item tells of better."""
    told = SearchDecision.objects.readable_by(reader).told_once(reader)
    saying = Decision.objects.filter(item=OuterRef("item"), text__contains=OuterRef("text"))
    told_here = Exists(told.filter(document=OuterRef("item"), position=OuterRef("position")))
    return Q(Exists(saying), ~Exists(saying.filter(told_here)), section=SectionKind.DECISION)


def read_promises(keys: Sequence[int], reader: Reader, day: datetime.date) -> list[PromiseLine]:
    """Return the lines of these promises in their order. Two queries.

    What the reader may see is asked once more: what was hidden meanwhile is left out, or was not seen again.
    """
    found = {row.pk: row for row in find_promises(reader, day).filter(pk__in=keys)}
    item_ids = {key for row in found.values() for key in (row.item_id, row.seen_under) if key}
    items = AgendaItem.objects.readable_by(reader).select_related("meeting__body", "case").in_bulk(item_ids)
    return [_line(found[key], items) for key in keys if key in found and found[key].item_id in items]


def _line(row: Any, items: Mapping[int, AgendaItem]) -> PromiseLine:
    seen = items.get(row.seen_under)
    reason = Reason(row.reason) if seen and row.reason else None
    return PromiseLine(row, items[row.item_id], State(row.state), seen, reason)
