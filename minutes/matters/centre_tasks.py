"""What a centre has to see to: follow-ups that stand on the newest lists, and promises of which nothing came yet."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Exists, F, OuterRef, Subquery

from minutes.models import (
    AgendaItem,
    Centre,
    CentreRole,
    Fulfilment,
    Promise,
    Reader,
    SearchRole,
    Topic,
)

from .joining.waiting import PROMISES

_HAS_IT = (CentreRole.TASKED, CentreRole.RESPONSIBLE)
# A busy centre has a hundred thousand items, of which the last ones tell what is to come; mostly the very last do.
_MOST_ITEMS = 2_000
_FIRST_ITEMS = 100


@dataclass(frozen=True, slots=True)
class CentreTasks:
    """The first of a centre's open follow-ups and promises; `more_…`: there are others besides."""

    topics: Sequence[Topic]
    more_topics: bool
    promises: Sequence[Promise]
    more_promises: bool


def find_centre_tasks(centre: Centre, reader: Reader, most: int) -> CentreTasks:
    """Return at most so many of each: follow-ups by their deadlines, those without last; promises newest first.

    Four queries at most.
    """
    topics = list(_topics(centre, reader)[: most + 1])
    promises = _promises(centre, reader, most + 1)
    return CentreTasks(topics[:most], len(topics) > most, promises[:most], len(promises) > most)


def _topics(centre: Centre, reader: Reader) -> Any:
    """Those whose newest row has the centre and is of the newest list of its body."""
    topics = Topic.objects.readable_by(reader)
    of_body = topics.filter(body=OuterRef("body")).order_by("-last_seen")
    listed = topics.filter(
        centre_codes__contains=[centre.code], last_seen=Subquery(of_body.values("last_seen")[:1])
    )
    listed = listed.filter(last__item__in=AgendaItem.objects.readable_by(reader))
    return listed.select_related("last", "key").order_by(F("latest").asc(nulls_last=True), "key")


def _promises(centre: Centre, reader: Reader, most: int) -> list[Promise]:
    """The first of those that name the centre, under the newest items that it has something to do for."""
    roles = SearchRole.objects.readable_by(reader).filter(centre=centre, role__in=_HAS_IT).newest_first()
    first = list(roles.values_list("document", "date")[:_FIRST_ITEMS])
    promises = list(_under([key for key, _ in first], centre, reader)[:most])
    # On the last of these days there may be other items, which come before.
    is_all = len(promises) == most and promises[-1].item.meeting.date > first[-1][1]
    if is_all or len(first) < _FIRST_ITEMS:
        return promises
    return list(_under(roles.values("document")[:_MOST_ITEMS], centre, reader)[:most])


def _under(documents: Any, centre: Centre, reader: Reader) -> Any:
    joins = Fulfilment.objects.readable_by(reader).filter(promise=OuterRef("pk"))
    items = AgendaItem.objects.readable_by(reader).filter(pk__in=documents)
    promises = PROMISES.rows().filter(~Exists(joins), item__in=items, who__contains=[centre.code])
    return promises.select_related("item__meeting__body").order_by("-item__meeting__date", "item", "position")
