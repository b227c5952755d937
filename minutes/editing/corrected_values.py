"""How each field that can be corrected is read from the rows of an item, and written to them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from minutes.models import AgendaItem, Centre, Correction, Decision, ItemCentre
from minutes.models.cases import find_or_create_cases

Field = Correction.Field
Closed = Correction.Closed


def read_value(item: AgendaItem, field: Field, key: str = "") -> Any:
    """Return the value in the rows as Correction keeps it; None where an outcome's decision is not there."""
    match field:
        case Field.TITLE:
            return item.title
        case Field.CASE_NUMBER:
            return item.case.number if item.case else ""
        case Field.CENTRES:
            return sorted(
                f"{row.centre.code}:{row.role}" for row in item.item_centres.select_related("centre")
            )
        case Field.OUTCOME:
            decision = dict(_keyed_decisions(item)).get(key)
            return decision.outcome if decision else None
        case Field.CLOSED:
            return _closed(item).value


def write_value(item: AgendaItem, field: Field, key: str, value: Any) -> None:
    """Write a value of the form that `read_value` gives."""
    match field:
        case Field.TITLE:
            item.title = value
            item.save(update_fields=["title"])
        case Field.CASE_NUMBER:
            item.case = find_or_create_cases([value])[value] if value else None
            item.save(update_fields=["case"])
        case Field.CENTRES:
            _write_centres(item, [entry.rsplit(":", 1) for entry in value])
        case Field.OUTCOME:
            decision = dict(_keyed_decisions(item))[key]
            decision.outcome = value
            decision.save(update_fields=["outcome"])
        case Field.CLOSED:
            item.is_closed = value != Closed.NO
            item.is_doubtful = value == Closed.IN_DOUBT
            item.save(update_fields=["is_closed", "is_doubtful"])


def _closed(item: AgendaItem) -> Closed:
    if item.is_doubtful:
        return Closed.IN_DOUBT
    return Closed.YES if item.is_closed else Closed.NO


def decision_key(decision: Decision) -> str:
    """Return the name of a decision within its item: "direktionen 2013-08-27"."""
    return next(key for key, other in _keyed_decisions(decision.item) if other.pk == decision.pk)


def _keyed_decisions(item: AgendaItem) -> Iterator[tuple[str, Decision]]:
    seen: Counter[str] = Counter()
    for decision in item.decisions.select_related("body"):
        key = f"{decision.body.slug} {decision.date}"
        seen[key] += 1
        yield key if seen[key] == 1 else f"{key} ({seen[key]})", decision


def _write_centres(item: AgendaItem, wanted: list[list[str]]) -> None:
    centres = {centre.code: centre for centre in Centre.objects.filter(code__in=[code for code, _ in wanted])}
    item.item_centres.all().delete()
    ItemCentre.objects.bulk_create(
        ItemCentre(item=item, centre=centres[code], role=role) for code, role in wanted if code in centres
    )
