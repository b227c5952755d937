"""Writes the topics of follow-up lists: which keys are of one topic, and what its course comes to.

1. The rows of the meetings become sightings, each under the key of its words.
2. The keys that these may join with are gathered, as far as likeness reaches (see likeness.py).
3. They fall into topics, for each audience by the rows that it may read.
4. Each topic's course is summed up from its sightings.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

from django.db import connection
from django.db.models import Q

from minutes.matters.topic_keys import first_year, topic_words
from minutes.models import Audience, FollowUp, SearchDocument, Sighting, Topic, TopicKey, TopicMember
from minutes.models.addresses import free_slug, slug_of_title
from minutes.models.copying import copy_rows, reserve_keys
from minutes.models.followed.series import LONGEST_SLUG
from minutes.models.visibility import READABLE_INDEX_ROW

from .likeness import Pair, gather

# Room for the number of a second one.
_LONGEST_WISH = LONGEST_SLUG - 5
# Rows of an item that are followed: lists that people work with have some fifty. New wordings that are nearly alike are
# held against each other, so that thousands of them would take minutes.
_MOST_FOLLOWED = 500
# Who is responsible in the rows of a key: each row's centres and persons, none where a row names nobody.
Responsible = Collection[frozenset[str]]


def write_sightings(documents: Collection[SearchDocument]) -> set[int]:
    """Write the sightings of these items, which have none; return the keys of their topic keys."""
    rows = FollowUp.objects.filter(item__in=[document.pk for document in documents]).exclude(topic_key="")
    rows = rows.filter(position__lte=_MOST_FOLLOWED)
    found = list(rows.select_related("item__meeting__body"))
    keys = _find_or_create_keys({row.topic_key for row in found})
    of_items = {document.pk: document for document in documents}
    copy_rows([_sighting(row, of_items[row.item_id], keys[row.topic_key]) for row in found])
    return {key.pk for key in keys.values()}


def forget_sightings(meeting_ids: Iterable[int]) -> None:
    """Delete the sightings of meetings that are looked at anew."""
    Sighting.objects.filter(follow_up__item__meeting__in=meeting_ids).delete()


def keys_of_meetings(meeting_ids: Iterable[int]) -> set[int]:
    """The keys that these meetings' lists have, and those that are of one topic with them for anybody."""
    keys = set(
        Sighting.objects.filter(follow_up__item__meeting__in=meeting_ids)
        .order_by()
        .values_list("key", flat=True)
    )
    return keys | _fellows(keys)


def join_topics(key_ids: Collection[int]) -> None:
    """Find anew of which topics these keys are, with all that likeness joins to them, and sum the topics up."""
    if not key_ids:
        return
    keys, pairs = gather({*key_ids} | _fellows(key_ids))
    responsible = _responsible(keys)
    Topic.objects.filter(key__in=keys).delete()
    for audience in Audience:
        _write(audience, _group(keys, pairs, responsible[audience]))


def _fellows(key_ids: Collection[int]) -> set[int]:
    topics = TopicMember.objects.filter(key__in=key_ids).values("topic")
    return (
        set(TopicMember.objects.filter(topic__in=topics).values_list("key", flat=True)) if key_ids else set()
    )


def _find_or_create_keys(wanted: Collection[str]) -> dict[str, TopicKey]:
    known = {key.key: key for key in TopicKey.objects.filter(key__in=wanted)}
    missing = sorted(set(wanted) - set(known))
    wishes = {key: slug_of_title(key, _LONGEST_WISH) or "emne" for key in missing}
    taken = _taken_slugs(wishes.values()) if missing else set()
    for key in missing:
        slug = free_slug(wishes[key], taken)
        taken.add(slug)
        known[key] = TopicKey(key=key, slug=slug, words=sorted(topic_words(key)))
    TopicKey.objects.bulk_create(known[key] for key in missing)
    return known


def _taken_slugs(wishes: Iterable[str]) -> set[str]:
    alike = Q()
    for wish in wishes:
        alike |= Q(slug=wish) | Q(slug__startswith=f"{wish}-")
    return set(TopicKey.objects.filter(alike).values_list("slug", flat=True))


def _sighting(row: FollowUp, document: SearchDocument, key: TopicKey) -> Sighting:
    meeting = row.item.meeting
    return Sighting(
        follow_up=row,
        item_id=document.pk,
        key=key,
        body_id=document.body_id,
        date=document.date,
        place=f"{meeting.body.name}/{meeting.slug}/{row.item.position:05}/{row.position:05}",
        is_public=document.is_public,
        latest=row.time_last,
        time_words=row.time_words,
        responsible=sorted({*row.centre_codes, *row.persons}),
    )


def _responsible(keys: Collection[int]) -> dict[Audience, dict[int, set[frozenset[str]]]]:
    """Who is responsible in the rows of each key, as each audience sees them; a key without rows is missing."""
    found: dict[Audience, dict[int, set[frozenset[str]]]] = {
        audience: defaultdict(set) for audience in Audience
    }
    sightings = Sighting.objects.filter(key__in=keys).order_by()
    for audience in Audience:
        seen = sightings.seen_by(audience).values_list("key", "responsible").distinct()
        for key, responsible in seen:
            found[audience][key].add(frozenset(responsible))
    return found


def _group(
    keys: Mapping[int, TopicKey], pairs: Iterable[Pair], responsible: Mapping[int, Responsible]
) -> list[list[int]]:
    """The keys that have rows, by topics.

    What names no year may be of one, but of no two: then it is of none, and each year is a topic.
    """
    known = sorted(responsible)
    joined = [
        pair
        for pair in pairs
        if pair.one in responsible
        and pair.other in responsible
        and (pair.is_sure or _have_one_in_common(responsible[pair.one], responsible[pair.other]))
    ]
    groups = _components(known, joined)
    years = {key: first_year(keys[key].key) for key in known}
    torn = {key for group in groups if len({years[key] for key in group} - {None}) > 1 for key in group}
    if not torn:
        return groups
    kept = (
        pair
        for pair in joined
        if pair.one not in torn
        or years[pair.one] == years[pair.other]
        or keys[pair.one].joined_to_id == pair.other
        or keys[pair.other].joined_to_id == pair.one
    )
    return _components(known, kept)


def _have_one_in_common(these: Responsible, those: Responsible) -> bool:
    """Whether somebody is responsible in a row of each, or in a row of one nobody is."""
    return any(not some or not others or some & others for some in these for others in those)


def _components(keys: Iterable[int], joined: Iterable[Pair]) -> list[list[int]]:
    root = {key: key for key in keys}

    def find(key: int) -> int:
        while root[key] != key:
            key = root[key]
        return key

    for pair in joined:
        root[find(pair.one)] = find(pair.other)
    groups: dict[int, list[int]] = defaultdict(list)
    for key in root:
        groups[find(key)].append(key)
    return list(groups.values())


def _write(audience: Audience, groups: Sequence[Sequence[int]]) -> None:
    """Write the topics of an audience, each with its keys and the sum of its course."""
    topic_of = {key: place for place, group in enumerate(groups) for key in group}
    topics = {
        place: Topic(audience=audience, **dict(zip(_SUMMED, columns, strict=True)))
        for place, *columns in _sums(audience, topic_of)
    }
    reserve_keys([*topics.values()])
    copy_rows([*topics.values()])
    copy_rows(
        [
            TopicMember(audience=audience, key_id=key, topic=topic)
            for place, topic in topics.items()
            for key in groups[place]
        ]
    )


_SUMMED = (
    *("first_seen", "last_seen", "rows", "slips"),
    *("key_id", "last_id", "latest", "body_id", "centre_codes"),
)
# The deadline of a row is held against that of the last row before it that has one.
_SUMS = f"""
    WITH seen AS (
        SELECT topic, key_id, follow_up_id, date, place,
            latest > lag(latest) OVER (PARTITION BY topic, latest IS NULL ORDER BY date, place) AS slipped
        FROM unnest(%(keys)s::bigint[], %(topics)s::int[]) AS member (key, topic)
        JOIN minutes_sighting AS sighting ON sighting.key_id = member.key
        WHERE {READABLE_INDEX_ROW}
    ),
    sums AS (
        SELECT topic, min(date) AS first_seen, max(date) AS last_seen, count(*) AS rows,
            count(*) FILTER (WHERE slipped) AS slips,
            (array_agg(key_id ORDER BY date, place))[1] AS key_id,
            (array_agg(follow_up_id ORDER BY date DESC, place DESC))[1] AS last_id
        FROM seen GROUP BY topic
    )
    SELECT topic, first_seen, last_seen, rows, slips, sums.key_id, last_id,
        follow_up.time_last, document.body_id, follow_up.centre_codes
    FROM sums
    JOIN minutes_followup AS follow_up ON follow_up.id = last_id
    JOIN minutes_searchdocument AS document ON document.item_id = follow_up.item_id
    ORDER BY topic
"""  # noqa: S608 - what is put in is a constant


def _sums(audience: Audience, topic_of: Mapping[int, int]) -> list[tuple[Any, ...]]:
    """Of each topic its number and the columns of `_SUMMED`, made of the sightings that the audience may read."""
    parameters: dict[str, Any] = {
        "keys": [*topic_of],
        "topics": [*topic_of.values()],
        "sees_drafts": audience is Audience.READS_DRAFTS,
    }
    with connection.cursor() as cursor:
        cursor.execute(_SUMS, parameters)
        return list(cursor.fetchall())
