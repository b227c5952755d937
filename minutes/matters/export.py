"""All that is known of matters, in plain values, as other programs read it (docs/matters-export.md has the form)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any, TypeVar

from django.db import models

from minutes.models import (
    AgendaItem,
    Amount,
    Case,
    Decision,
    Deferral,
    FollowUp,
    ItemCentre,
    Outcome,
    Promise,
    Reader,
    Reference,
    TakingUp,
    TopicMember,
)

from .series import series_of
from .standing_series import find_all_series
from .targets import Targets

Entry = dict[str, Any]
_Row = TypeVar("_Row", bound=Any)


def export_matters(reader: Reader) -> dict[str, list[Any]]:
    """Return what a reader may see of matters, a list for each kind, oldest first."""
    items = AgendaItem.objects.readable_by(reader)
    in_order = [*items.select_related("meeting__body", "case").order_by(*_ORDER_OF_ITEMS)]
    by_key = {item.pk: item for item in in_order}
    collective = _collective_cases(in_order, reader)
    return {
        "deferrals": [*_deferrals(by_key, reader)],
        "promises": [*map(_promise, _rows(Promise.objects.to_be_kept(), by_key))],
        "follow_ups": [*_follow_ups(_rows(FollowUp.objects.all(), by_key), reader)],
        "series": [*_series(in_order, find_all_series(reader))],
        "collective_cases": sorted(case.number for case in collective),
        "references": [*_references(by_key, Targets(in_order, {case.pk for case in collective}))],
        "centre_roles": [*map(_centre_role, _centres(by_key))],
        "decisions": [*map(_decision, _decisions(by_key))],
        "amounts": [*map(_amount, _rows(Amount.objects.all(), by_key))],
    }


_ORDER_OF_ITEMS = ("meeting__date", "meeting__body__name", "meeting__slug", "position")
# The items that the reader may see, by their keys, in the order of the minutes.
_ByKey = Mapping[int, AgendaItem]


def _rows(rows: models.QuerySet[_Row], by_key: _ByKey, *order: str) -> list[_Row]:
    """Those of the rows that stand below these items, with their items, in the order of the minutes.

    All rows are read, and no statement joins them with the items: nearly all may be read, and a server that has not yet
    counted the rows of a new archive would take minutes for it.
    """
    of_items: dict[int, list[_Row]] = {key: [] for key in by_key}
    for row in rows.order_by(*(order or ("position",))):
        if row.item_id in of_items:
            row.item = by_key[row.item_id]
            of_items[row.item_id].append(row)
    return [row for some in of_items.values() for row in some]


def _deferrals(by_key: _ByKey, reader: Reader) -> Iterator[Entry]:
    """Those after which a matter waits, each with the item that takes it up again."""
    rows = _rows(Deferral.objects.waiting().select_related("decision"), by_key)
    taken_up = dict(TakingUp.objects.readable_by(reader).values_list("deferral", "item"))
    for row in rows:
        yield _deferral(row, by_key.get(taken_up.get(row.pk) or 0))


def _decisions(by_key: _ByKey) -> Iterable[Decision]:
    return _rows(Decision.objects.with_answers().select_related("body"), by_key)


def _centres(by_key: _ByKey) -> Iterable[ItemCentre]:
    return _rows(ItemCentre.objects.select_related("centre"), by_key, "centre__code", "role")


def _at(item: AgendaItem) -> Entry:
    """How an item is named: by the day of its meeting and its number; its body and letter stand beside them."""
    return {
        "date": item.meeting.date.isoformat(),
        "body": item.meeting.body.name,
        "item": item.number,
        "label": item.label,
    }


def _deferral(row: Deferral, taken_up: AgendaItem | None) -> Entry:
    return {
        **_at(row.item),
        "decided": row.decision.date.isoformat(),
        "text": row.text,
        "until": row.time_words or None,
        "part": row.is_part,
        "taken_up": _at(taken_up) if taken_up else None,
    }


def _promise(row: Promise) -> Entry:
    # Of a span its end: by then it was promised.
    when = row.iso.rpartition("/")[2] if row.iso else None
    return {
        **_at(row.item),
        "text": row.text,
        "words": row.time_words or None,
        "when": when,
    }


def _follow_ups(rows: Iterable[FollowUp], reader: Reader) -> Iterator[Entry]:
    members = TopicMember.objects.readable_by(reader)
    topic_of = dict(members.values_list("key__key", "topic__key__key"))
    yield from (_follow_up(row, topic_of.get(row.topic_key, row.topic_key)) for row in rows)


def _follow_up(row: FollowUp, topic: str) -> Entry:
    latest = row.time_last.isoformat() if row.time_last else None
    return {
        **_at(row.item),
        "row": row.row,
        "topic": row.text,
        "topic_id": topic,
        "deadline": {"words": row.time_words, "latest": latest, "recurs": row.recurs},
        "centres": row.centre_codes,
        "persons": row.persons,
    }


def _references(by_key: _ByKey, targets: Targets) -> Iterator[Entry]:
    rows = _rows(Reference.objects.all(), by_key)
    yield from (_reference(row, targets.find(row)) for row in rows)


def _reference(row: Reference, target: AgendaItem | None) -> Entry:
    return {
        **_at(row.item),
        "text": row.text,
        "kind": row.kind,
        "when": row.iso,
        "target": _at(target) if target else None,
        "certain": row.is_certain or target is not None,
    }


def _centre_role(row: ItemCentre) -> Entry:
    return {**_at(row.item), "centre": row.centre.code, "role": row.role, "text": row.sentence}


def _decision(row: Decision) -> Entry:
    return {
        **_at(row.item),
        "decided": row.date.isoformat(),
        "by": row.body.name,
        "outcome": row.get_outcome_display(),
        "answers": [
            {"point": answer.point, "outcome": Outcome(answer.outcome).label} for answer in row.answers
        ],
        "relation": row.relation,
    }


def _amount(row: Amount) -> Entry:
    return {**_at(row.item), "text": row.text, "value": row.value}


def _series(in_order: Iterable[AgendaItem], series: Mapping[str, Collection[int]]) -> Iterator[Entry]:
    """The standing titles, each with the items that have it."""
    title_of = {pk: key for key, of_series in series.items() for pk in of_series}
    items: dict[str, list[AgendaItem]] = defaultdict(list)
    for item in in_order:
        if item.pk in title_of:
            items[title_of[item.pk]].append(item)
    for _, of_series in sorted(items.items()):
        yield {"title": series_of(of_series[-1]).text, "items": [_at(item) for item in of_series]}


def _collective_cases(items: Iterable[AgendaItem], reader: Reader) -> set[Case]:
    return {item.case for item in items if item.case and item.case.is_collective_for(reader)}
