"""The topics of follow-up lists through the meetings: which rows are about one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from minutes.models import FollowUp

from .topic_keys import TopicMatch, match_topics, topic_words

_ONE = {TopicMatch.SAME, TopicMatch.ALIKE}


def find_topics(rows: Iterable[FollowUp]) -> Mapping[str, Sequence[FollowUp]]:
    """Return the rows, given oldest first, by their topics; a topic is called by the key of its oldest row.

    Rows of one key are of one topic, and so are rows that a row between them joins.
    """
    of_keys: dict[str, list[FollowUp]] = defaultdict(list)
    for row in rows:
        of_keys[row.topic_key].append(row)
    first = {key: key for key in of_keys}
    order = {key: place for place, key in enumerate(of_keys)}
    for one, other in _near_keys(of_keys):
        if any(_is_one(row, another) for row in of_keys[one] for another in of_keys[other]):
            earlier, later = sorted((_root(first, one), _root(first, other)), key=order.__getitem__)
            first[later] = earlier
    topics: dict[str, list[FollowUp]] = defaultdict(list)
    for key, some in of_keys.items():
        topics[_root(first, key)].extend(some)
    return topics


def _root(first: Mapping[str, str], key: str) -> str:
    while first[key] != key:
        key = first[key]
    return key


def _near_keys(of_keys: Mapping[str, Sequence[FollowUp]]) -> Iterator[tuple[str, str]]:
    """The pairs of keys that may be of one topic: two that are alike have a word in common."""
    of_words: dict[str, list[str]] = defaultdict(list)
    for key, rows in of_keys.items():
        for word in topic_words(rows[0].text):
            of_words[word].append(key)
    seen: set[tuple[str, str]] = set()
    for keys in of_words.values():
        for place, one in enumerate(keys):
            for other in keys[place + 1 :]:
                if (one, other) not in seen:
                    seen.add((one, other))
                    yield one, other


def _is_one(row: FollowUp, other: FollowUp) -> bool:
    these, those = ((*some.centre_codes, *some.persons) for some in (row, other))
    return match_topics(row.text, other.text, these, those) in _ONE
