"""Which wordings of topics are nearly alike: found once for each new wording, and remembered as pairs of keys."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Set
from typing import NamedTuple

from django.db.models import Q

from minutes.matters.topic_keys import TopicMatch, match_topics
from minutes.models import TopicKey, TopicLikeness

# Counted up whenever the same wordings would be alike in another way; they are then held against each other anew.
LIKENESS_VERSION = 1

_ONE = {TopicMatch.SAME, TopicMatch.ALIKE}
# See the slips in topic_keys.py, and the endings of a word that is in no dictionary.
_MOST_LETTERS_WRONG = 4


class Pair(NamedTuple):
    """Two keys that may be of one topic; `is_sure`: they are, whoever is responsible."""

    one: int
    other: int
    is_sure: bool


def gather(key_ids: Collection[int]) -> tuple[dict[int, TopicKey], list[Pair]]:
    """Return the keys, those that are nearly like them or that an editor joined with them, and so on; and the pairs.

    What an editor set apart is like none. Writes the pairs of keys that were not held against the others yet.
    """
    gathered: dict[int, TopicKey] = {}
    pairs: set[Pair] = set()
    reached = {*key_ids}
    while reached:
        keys = {key.pk: key for key in TopicKey.objects.filter(pk__in=reached)}
        _compare([key for key in keys.values() if key.likeness_version < LIKENESS_VERSION])
        gathered |= keys
        found = [*_alike(reached), *_joined_by_hand(reached)]
        pairs.update(found)
        reached = {key for pair in found for key in (pair.one, pair.other)} - gathered.keys()
    return gathered, sorted(pairs)


def _alike(key_ids: Collection[int]) -> Iterator[Pair]:
    pairs = TopicLikeness.objects.filter(Q(one__in=key_ids) | Q(other__in=key_ids))
    neither = pairs.exclude(one__is_apart=True).exclude(other__is_apart=True)
    return (Pair(*columns) for columns in neither.values_list("one", "other", "is_same"))


def _joined_by_hand(key_ids: Collection[int]) -> Iterator[Pair]:
    joined = TopicKey.objects.filter(Q(pk__in=key_ids) | Q(joined_to__in=key_ids)).exclude(joined_to=None)
    return (Pair(key.joined_to_id, key.pk, is_sure=True) for key in joined if key.joined_to_id)


def _compare(keys: Collection[TopicKey]) -> None:
    """Hold keys against all that have a word in common with them, and remember which are alike."""
    if not keys:
        return
    own = {key.pk: key for key in keys}
    TopicLikeness.objects.filter(Q(one__in=own) | Q(other__in=own)).delete()
    words = {word for key in keys for word in key.words}
    others = {key.pk: key for key in TopicKey.objects.filter(words__overlap=sorted(words))}
    TopicLikeness.objects.bulk_create(_pairs(own, own | others))
    TopicKey.objects.filter(pk__in=own).update(likeness_version=LIKENESS_VERSION)


def _pairs(keys: Mapping[int, TopicKey], others: Mapping[int, TopicKey]) -> Iterator[TopicLikeness]:
    """The pairs of one of these and one of the others, each once: alike ones have a word in common."""
    of_words: dict[str, list[int]] = defaultdict(list)
    for pk, key in keys.items():
        for word in key.words:
            of_words[word].append(pk)
    for pk, other in others.items():
        for partner in {partner for word in other.words for partner in of_words[word]} - {pk}:
            if pk in keys and partner > pk:
                continue
            key = keys[partner]
            if _share_nearly_all({*key.words}, {*other.words}):
                # In one order, whichever came first.
                match = match_topics(*sorted((key.key, other.key)))
                if match in _ONE:
                    one, two = sorted((pk, partner))
                    yield TopicLikeness(one_id=one, other_id=two, is_same=match is TopicMatch.SAME)


def _share_nearly_all(these: Set[str], those: Set[str]) -> bool:
    """Whether all words of one are in the other, but for one that may be misspelt there: a quick look before a long."""
    more, fewer = (these, those) if len(these) >= len(those) else (those, these)
    missing = fewer - more
    if len(missing) != 1:
        return not missing
    (word,) = missing
    return any(word[0] == other[0] and abs(len(word) - len(other)) <= _MOST_LETTERS_WRONG for other in more)
