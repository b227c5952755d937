"""How each field that can be corrected is read from the rows of an item, and written to them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from minutes.models import (
    AgendaItem,
    Centre,
    Correction,
    Decision,
    DecisionPart,
    ItemCentre,
    Outcome,
)
from minutes.models.cases import find_or_create_cases

Field = Correction.Field
Closed = Correction.Closed
# No address has a comma.
_PART = ", punkt "


def read_value(item: AgendaItem, field: Field, key: str = "") -> Any:
    """Return the value in the rows as Correction keeps it; None where an outcome's decision or part is not there."""
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
            row = dict(keyed_outcomes(item)).get(key)
            return row.outcome if row else None
        case Field.CLOSED:
            return _closed(item).value
        case Field.WITHDRAWN:
            return (Closed.YES if item.is_withdrawn else Closed.NO).value


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
            _write_outcome(dict(keyed_outcomes(item))[key], value)
        case Field.CLOSED:
            item.is_closed = value != Closed.NO
            item.is_doubtful = value == Closed.IN_DOUBT
            item.save(update_fields=["is_closed", "is_doubtful"])
        case Field.WITHDRAWN:
            item.is_withdrawn = value == Closed.YES
            item.save(update_fields=["is_withdrawn"])


def _closed(item: AgendaItem) -> Closed:
    if item.is_doubtful:
        return Closed.IN_DOUBT
    return Closed.YES if item.is_closed else Closed.NO


def outcome_key(row: Decision | DecisionPart) -> str:
    """Return the name of a decision within its item, "direktionen 2013-08-27", or of a part of one, "…, punkt 2"."""
    return next(key for key, other in keyed_outcomes(row.item) if other == row)


def is_key_of_part(key: str) -> bool:
    """Return whether a key is that of a decision's part."""
    return _PART in key


def keyed_outcomes(item: AgendaItem) -> Iterator[tuple[str, Decision | DecisionPart]]:
    """Give the decisions of an item and their parts in order, each with its name within the item."""
    seen: Counter[str] = Counter()

    def unique(key: str) -> str:
        seen[key] += 1
        return key if seen[key] == 1 else f"{key} ({seen[key]})"

    for decision in item.decisions.select_related("body").prefetch_related("parts"):
        key = unique(f"{decision.body.slug} {decision.date}")
        yield key, decision
        for part in decision.parts.all():
            yield unique(f"{key}{_PART}{part.point}"), part


def _write_outcome(row: Decision | DecisionPart, outcome: str) -> None:
    """Write an outcome; where it is of a part, the decision goes on saying what its parts say, if it did."""
    decision = row.decision if isinstance(row, DecisionPart) else None
    followed = decision is not None and decision.outcome == _common_outcome(decision)
    row.outcome = outcome
    row.save(update_fields=["outcome"])
    if decision is not None and followed:
        decision.outcome = _common_outcome(decision)
        decision.save(update_fields=["outcome"])


def _common_outcome(decision: Decision) -> str:
    """What all parts came to, as they stand in the database; OTHER where they differ."""
    outcomes = set(DecisionPart.objects.filter(decision=decision).values_list("outcome", flat=True))
    return outcomes.pop() if len(outcomes) == 1 else Outcome.OTHER


def _write_centres(item: AgendaItem, wanted: list[list[str]]) -> None:
    centres = {centre.code: centre for centre in Centre.objects.filter(code__in=[code for code, _ in wanted])}
    item.item_centres.all().delete()
    ItemCentre.objects.bulk_create(
        ItemCentre(item=item, centre=centres[code], role=role) for code, role in wanted if code in centres
    )
