"""One topic through the lists: its rows, the ways it was worded, and the items that it led to."""

from __future__ import annotations

import datetime
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.db.models import Exists, F, Min, OuterRef, Q, QuerySet, Subquery

from minutes.matters.joining.waiting import SHORTEST_TITLE, beginnings_of
from minutes.matters.series import stem_of
from minutes.models import (
    AgendaItem,
    Centre,
    FollowUp,
    Reader,
    SearchDocument,
    Sighting,
    Topic,
    TopicMember,
)

from .times import as_read, move_in_words
from .topics import Responsible, responsible_for

# Wordings are compared with all titles of the archive; nobody finds more ways to say one thing than a few.
_MOST_WORDINGS = 12
# Where more items bear the name of a topic it is a standing title, and the first ones say so.
_MOST_ITEMS = 5


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a list as a topic's course tells it.

    `worded_anew`: the topic was worded in another way in the row before. `move` says in words how far the deadline was
    put off since the last row that had one, or brought forward; it is empty where it stayed.
    """

    follow_up: FollowUp
    item: AgendaItem
    responsible: Sequence[Responsible]
    worded_anew: bool
    move: str
    is_slip: bool

    @property
    def deadline(self) -> str:
        """The deadline as it was read: "30-09-2013" of a day, "september 2013" of a month."""
        return as_read(self.follow_up)


@dataclass(frozen=True, slots=True)
class Wording:
    """Another way in which a topic was worded, with the key of its key.

    `is_by_hand`: that it is the same topic, the archive's people said.
    """

    words: str
    is_by_hand: bool
    key: int


def find_topic(slug: str, reader: Reader) -> Topic | None:
    """Return the topic to which a wording with this slug belongs, as the reader sees it; None where he sees none.

    Its own slug is that of its oldest wording. One query.
    """
    members = TopicMember.objects.readable_by(reader).filter(key__slug=slug)
    member = members.select_related("topic__key", "topic__body", "topic__last").first()
    return member.topic if member else None


def rows_of(topic: Topic, reader: Reader) -> QuerySet[Sighting]:
    """Return the sightings of a topic in order."""
    return _sightings(topic, reader).select_related("follow_up").order_by("date", "place")


def _sightings(topic: Topic, reader: Reader) -> QuerySet[Sighting]:
    keys = TopicMember.objects.filter(topic=topic).values("key")
    return Sighting.objects.readable_by(reader).filter(key__in=keys)


def read_rows(
    some: Sequence[Sighting],
    reader: Reader,
    centres: Mapping[str, Centre],
    *,
    behind: QuerySet[Sighting] | None = None,
) -> list[Row]:
    """Return the rows of some sightings side by side, `behind` others among these or else the first of their topic.

    Without those whose items the reader may not see. One query; another one where there are others.
    """
    items = AgendaItem.objects.readable_by(reader).select_related("meeting__body", "case")
    by_key = items.in_bulk([sighting.item_id for sighting in some])
    words, latest = _before(some[0], behind) if some and behind is not None else (None, None)
    told = []
    for sighting in some:
        if sighting.item_id in by_key:
            told.append(_row(sighting, by_key[sighting.item_id], centres, words, latest))
        words, latest = sighting.follow_up.text, sighting.latest or latest
    return told


def _before(first: Sighting, rows: QuerySet[Sighting]) -> tuple[str | None, datetime.date | None]:
    """The words of the row before this one, and the last deadline before it."""
    on_day = Q(date=first.date, place__lt=first.place)
    earlier = rows.filter(Q(date__lt=first.date) | on_day).order_by("-date", "-place")
    latest = Subquery(earlier.exclude(latest=None).values("latest")[:1])
    return earlier.annotate(deadline=latest).values_list("follow_up__text", "deadline").first() or (
        None,
        None,
    )


def read_wordings(topic: Topic, reader: Reader) -> list[Wording]:
    """Return the other ways in which the topic was worded, oldest first; the newest is its name. One query."""
    columns = {"of": F("key__key"), "joined_to": F("key__joined_to"), "words": F("follow_up__text")}
    rows = _sightings(topic, reader).order_by().values("key", **columns).annotate(first=Min("date"))
    worded = list(rows.order_by("first", "words"))
    keys = {row["key"] for row in worded}
    newest_joined_to = {row["joined_to"] for row in worded if row["of"] == topic.last.topic_key}
    told: dict[str, Wording] = {}
    for row in worded:
        by_hand = row["joined_to"] in keys or row["key"] in newest_joined_to
        if row["words"] != topic.last.text:
            told.setdefault(row["words"], Wording(row["words"], by_hand, row["key"]))
    return list(told.values())


def find_items_of_its_name(topic: Topic, wordings: Iterable[Wording], reader: Reader) -> list[AgendaItem]:
    """Return the first items since the topic was first seen that bear its name, or a longer or a shorter one.

    Names that say little must be the same. The lists themselves are no such items. Two queries.
    """
    texts = [topic.last.text, *(wording.words for wording in wordings)][:_MOST_WORDINGS]
    documents = SearchDocument.objects.readable_by(reader).filter(
        _bears_one_of({stem_of(text).key for text in texts}), date__gte=topic.first_seen
    )
    documents = documents.exclude(Exists(FollowUp.objects.filter(item=OuterRef("pk"))))
    keys = documents.oldest_first().values_list("pk", flat=True)[:_MOST_ITEMS]
    items = AgendaItem.objects.readable_by(reader).filter(pk__in=list(keys))
    return list(items.select_related("meeting__body", "case").oldest_first())


def _bears_one_of(names: Collection[str]) -> Q:
    long = [name for name in names if len(name) >= SHORTEST_TITLE]
    bears = Q(title_key__in=sorted({*names, *(shorter for name in long for shorter in beginnings_of(name))}))
    for name in long:
        bears |= Q(title_key__startswith=f"{name} ")
    return bears


def _row(
    sighting: Sighting,
    item: AgendaItem,
    centres: Mapping[str, Centre],
    before: str | None,
    latest_before: datetime.date | None,
) -> Row:
    row, latest = sighting.follow_up, sighting.latest
    moved = bool(latest and latest_before and latest != latest_before)
    return Row(
        row,
        item,
        responsible_for(row, centres),
        before is not None and before != row.text,
        move_in_words(latest_before, latest) if moved and latest and latest_before else "",
        bool(moved and latest and latest_before and latest > latest_before),
    )
