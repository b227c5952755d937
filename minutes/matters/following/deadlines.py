"""The deadlines of a topic as they moved, in the words of the lists: "Februar → August → September 2013"."""

from __future__ import annotations

import datetime
import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import zip_longest
from typing import NamedTuple

from django.db import connection

from minutes.models.visibility import READABLE_INDEX_ROW, Reader, sql_parameters

_YEAR = re.compile(r"\s?(?<![0-9])[0-9]{4}(?![0-9])")
_IN_BRACKETS = re.compile(r"\((?P<words>[^()]*)\)")


class Deadline(NamedTuple):
    """A deadline as a list words it, and its last day where a calendar has one."""

    words: str
    latest: datetime.date | None


def without_brackets(words: str) -> str:
    """Return the words of a deadline without the brackets around all of them: "(Kvartalsvis)" as "Kvartalsvis"."""
    in_brackets = _IN_BRACKETS.fullmatch(words)
    return in_brackets["words"] if in_brackets else words


def tell_moves(deadlines: Iterable[Deadline]) -> list[str]:
    """Return the words of deadlines in their order, those that say the same as the one before left out.

    The year stands behind the last of those that are of one year, where the words do not name it.

    >>> days = datetime.date(2013, 2, 28), datetime.date(2013, 8, 31)
    >>> tell_moves([Deadline("Februar", days[0]), Deadline("Februar", days[0]), Deadline("August", days[1])])
    ['Februar', 'August 2013']
    """
    moves: list[Deadline] = []
    for deadline in deadlines:
        told = Deadline(without_brackets(deadline.words), deadline.latest)
        if told.words and (not moves or not _is_same(moves[-1], told)):
            moves.append(told)
    return [_with_year(deadline, then) for deadline, then in zip_longest(moves, moves[1:])]


def _is_same(one: Deadline, other: Deadline) -> bool:
    """Whether two say the same: of one day, the year may be named or not."""
    if one.latest != other.latest:
        return False
    these, those = one.words.casefold(), other.words.casefold()
    return these == those or (one.latest is not None and _YEAR.sub("", these) == _YEAR.sub("", those))


def _with_year(deadline: Deadline, then: Deadline | None) -> str:
    year = deadline.latest and deadline.latest.year
    is_last_of_year = then is None or then.latest is None or then.latest.year != year
    return (
        f"{deadline.words} {year}"
        if year and is_last_of_year and not _YEAR.search(deadline.words)
        else deadline.words
    )


# Of each topic the rows in which the deadline is another one than in the row before, the last so many.
_MOVES = f"""
    WITH seen AS (
        SELECT member.topic_id, sighting.date, sighting.place, sighting.latest, sighting.time_words AS words,
            lag(sighting.time_words) OVER in_order AS words_before, lag(sighting.latest) OVER in_order AS latest_before
        FROM minutes_topicmember AS member
        JOIN minutes_sighting AS sighting ON sighting.key_id = member.key_id
        WHERE member.topic_id = ANY(%(topics)s) AND {READABLE_INDEX_ROW}
        WINDOW in_order AS (PARTITION BY member.topic_id ORDER BY sighting.date, sighting.place)
    ),
    moved AS (
        SELECT topic_id, date, place, words, latest,
            row_number() OVER (PARTITION BY topic_id ORDER BY date DESC, place DESC) AS from_last
        FROM seen
        WHERE words <> '' AND (words, latest) IS DISTINCT FROM (words_before, latest_before)
    )
    SELECT topic_id, words, latest FROM moved WHERE from_last <= %(most)s ORDER BY topic_id, date, place
"""  # noqa: S608 - what is put in is a constant


def read_moves(topic_ids: Collection[int], reader: Reader, most: int) -> Mapping[int, Sequence[str]]:
    """Return the deadlines of each of these topics as they moved, the last `most` of them. One query."""
    if not topic_ids:
        return {}
    deadlines: dict[int, list[Deadline]] = defaultdict(list)
    with connection.cursor() as cursor:
        cursor.execute(_MOVES, {"topics": list(topic_ids), "most": most, **sql_parameters(reader)})
        for topic, words, latest in cursor.fetchall():
            deadlines[topic].append(Deadline(words, latest))
    return {topic: tell_moves(of_topic) for topic, of_topic in deadlines.items()}
