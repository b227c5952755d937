"""The topics of follow-up lists, each in a line: what it is about, who has it, how its deadline moved."""

from __future__ import annotations

import datetime
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from django.db.models import Q

from minutes.models import AgendaItem, Centre, FollowUp, Reader, Topic

from .deadlines import read_moves, without_brackets
from .lists import FollowUpList

# Of a deadline that moved oftener the last moves tell enough; all of them stand on the topic's own page.
MOST_MOVES = 6


@dataclass(frozen=True, slots=True)
class Responsible:
    """Who has a row: a centre by its code, with its row where there is one, or a person by initials."""

    code: str
    centre: Centre | None


@dataclass(frozen=True, slots=True)
class TopicLine:
    """A topic as a list tells it; `item` is the newest list that it stood on.

    `is_listed`: it stands on the newest list of its body. `overdue` is the deadline that had passed on the day asked
    for. `moves` are the last deadlines, as they moved.
    """

    topic: Topic
    item: AgendaItem
    moves: Sequence[str]
    responsible: Sequence[Responsible]
    is_listed: bool
    overdue: datetime.date | None

    @property
    def row(self) -> FollowUp:
        return self.topic.last

    @property
    def rhythm(self) -> str:
        """How often it comes back, in the words of the list; empty where it is due once."""
        return without_brackets(self.row.time_words) if self.row.recurs else ""


def is_listed(lists: Collection[FollowUpList]) -> Q:
    """Return what holds for the topics that stand on one of these lists, the newest of their bodies."""
    listed = Q(pk__in=[])
    for each in lists:
        listed |= Q(body=each.body, last_seen=each.date)
    return listed


def read_topics(
    topics: Sequence[Topic],
    reader: Reader,
    lists: Collection[FollowUpList],
    overdue: Mapping[int, datetime.date],
    centres: Mapping[str, Centre],
) -> list[TopicLine]:
    """Return the lines of these topics, which come with `last`, in their order; `centres` by their codes. Two queries.

    What the reader may see is asked once more of the items: a topic whose newest list was hidden meanwhile is left out.
    """
    item_ids = [topic.last.item_id for topic in topics]
    items = AgendaItem.objects.readable_by(reader).select_related("meeting__body", "case").in_bulk(item_ids)
    moves = read_moves([topic.pk for topic in topics], reader, MOST_MOVES)
    newest = {(each.body.pk, each.date) for each in lists}
    return [
        TopicLine(
            topic,
            items[topic.last.item_id],
            moves.get(topic.pk, ()),
            responsible_for(topic.last, centres),
            (topic.body_id, topic.last_seen) in newest,
            overdue.get(topic.pk),
        )
        for topic in topics
        if topic.last.item_id in items
    ]


def responsible_for(row: FollowUp, centres: Mapping[str, Centre]) -> list[Responsible]:
    """Return who has a row, centres first."""
    return [Responsible(code, centres.get(code)) for code in (*row.centre_codes, *row.persons)]
