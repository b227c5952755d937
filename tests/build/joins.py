"""All joins of the archive by names that outlive a new import: days, bodies, places on agendas and keys, no numbers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from io import StringIO
from typing import Any

from django.core.management import call_command

from minutes.matters.standing_series import find_all_series
from minutes.models import (
    AgendaItem,
    Audience,
    Case,
    Fulfilment,
    ListedDeferral,
    ListedPromise,
    Meeting,
    SearchDocument,
    Series,
    Sighting,
    TakingUp,
    Topic,
    TopicMember,
)
from minutes.models.visibility import EVERYBODY, WHO_SEES_DRAFTS

Name = tuple[Any, ...]
Joins = Mapping[str, Iterable[Any]]
# Everything that the joining writes, but for the addresses that are kept for good.
_TABLES = (TakingUp, Fulfilment, ListedDeferral, ListedPromise, TopicMember, Topic, Sighting)


def all_joins() -> dict[str, list[Any]]:
    """Return what is joined with what, a list for each kind, as each audience sees it."""
    items = _names_of_items()
    return {
        "taken up": _waiting(TakingUp, "deferral", items),
        "fulfilled": _waiting(Fulfilment, "promise", items),
        "listed deferrals": _listed(ListedDeferral, "deferral", items),
        "listed promises": _listed(ListedPromise, "promise", items, "kind", "due"),
        "sightings": _rows(
            (
                *(items[row.item_id], row.follow_up.position, row.key.key, row.body.name, row.date),
                *(row.place, row.is_public, row.latest, row.time_words, row.responsible),
            )
            for row in Sighting.objects.select_related("follow_up", "key", "body")
        ),
        "topics": _topics(items),
        "collective": _rows(
            (case.number, case.is_collective, case.is_collective_with_drafts)
            for case in Case.objects.filter(pk__in=SearchDocument.objects.values("case"))
        ),
        "series": _series(items),
    }


def all_joins_made_anew() -> dict[str, list[Any]]:
    """Return what is joined with what once all joins were thrown away and made again from the rows that are there."""
    forget_all_joins()
    call_command("join_matters", all=True, stdout=StringIO())
    return all_joins()


def forget_all_joins() -> None:
    """Throw away what is joined with what; what an editor said of it, and addresses that are for good, stay."""
    for model in _TABLES:
        model.objects.all().delete()
    Case.objects.update(is_collective=False, is_collective_with_drafts=False)
    Series.objects.filter(is_settled=False, joined_to=None, joined=None, is_none=False).delete()
    Meeting.objects.update(joining_version=0)


def _names_of_items() -> dict[int, Name]:
    columns = ("meeting__date", "meeting__body__name", "meeting__slug", "position")
    return {pk: (str(date), *name) for pk, date, *name in AgendaItem.objects.values_list("pk", *columns)}


def _waiting(model: Any, kind: str, items: Mapping[int, Name]) -> list[Any]:
    rows = model.objects.select_related(kind, "case", "body")
    return _rows(
        (
            *(items[(told := getattr(row, kind)).item_id], told.position, row.audience),
            *(items.get(row.item_id), row.reason, row.found_on),
            *(row.case.number if row.case else "", row.title_key, row.body.name, row.date),
        )
        for row in rows
    )


def _listed(model: Any, kind: str, items: Mapping[int, Name], *columns: str) -> list[Any]:
    return _rows(
        (
            *(items[row.item_id], getattr(row, kind).position, row.body.name, row.date, row.is_public),
            *(row.is_own, row.position, sorted(row.centre_ids), row.went_on, row.went_on_with_drafts),
            *(getattr(row, column) for column in columns),
        )
        for row in model.objects.select_related(kind, "body")
    )


def _topics(items: Mapping[int, Name]) -> list[Any]:
    keys = defaultdict(list)
    for member in TopicMember.objects.select_related("key"):
        keys[member.audience, member.topic_id].append(member.key.key)
    return _rows(
        (
            *(topic.audience, topic.key.key, sorted(keys[topic.audience, topic.pk])),
            *(topic.first_seen, topic.last_seen, topic.rows, topic.slips, topic.latest),
            *(items[topic.last.item_id], topic.last.position, topic.body.name, topic.centre_codes),
        )
        for topic in Topic.objects.select_related("key", "last", "body")
    )


def _series(items: Mapping[int, Name]) -> list[Any]:
    """Those that stand, each with whether it has an address, and one for good if everybody may ask for it."""
    settled = dict(Series.objects.values_list("key", "is_settled"))
    found = []
    for audience, reader in ((Audience.EVERYBODY, EVERYBODY), (Audience.READS_DRAFTS, WHO_SEES_DRAFTS)):
        for key, keys in find_all_series(reader).items():
            has_address = settled.get(key) if audience is Audience.EVERYBODY else key in settled
            found.append((audience, key, has_address, sorted(items[pk] for pk in keys)))
    return _rows(found)


def _rows(rows: Iterable[Any]) -> list[Any]:
    return sorted(rows, key=repr)


def tell_differences(one: Joins, other: Joins) -> list[str]:
    """Say which joins one archive has and the other has not; none where they are the same."""
    told = []
    for kind in one:
        these, those = (list(joins[kind]) for joins in (one, other))
        told += [f"{kind}, only before: {row}" for row in these if row not in those]
        told += [f"{kind}, only after: {row}" for row in those if row not in these]
        if not told and these != those:
            told.append(f"{kind}: twice")
    return told
