"""What a case hangs together with by references: where its items point outside of it, and what points to it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from minutes.matters.targets import OF_MEETINGS, Targets, day_of, may_fit, month_of
from minutes.models import AgendaItem, Case, Reader, Reference
from minutes.models.visibility import audience_of

from .meant_items import Asked, read_meant_items
from .pointing import read_references_of_case

# Of more items at once, as a file has them, those behind these are not looked at.
_MOST_ITEMS = 100
# Nobody reads more of either list.
_MOST_SHOWN = 50


@dataclass(frozen=True, slots=True)
class CaseConnections:
    """Each thing once: the items outside of the case that its items point to, and whether that is sure.

    `cases` are the numbers of the other cases that they name, of which the reader may see an item; `pointing_here` the
    items outside of the case that name its number or surely point to one of its items, newest first.
    """

    items: Sequence[tuple[AgendaItem, bool]] = ()
    cases: Sequence[str] = ()
    pointing_here: Sequence[AgendaItem] = ()


def find_connections_of_case(case: Case, items: Sequence[AgendaItem], reader: Reader) -> CaseConnections:
    """Return what these items of a case, which the reader may see, point to, and what points to the case or to them.

    Two queries, however much there is.
    """
    items = items[:_MOST_ITEMS]
    own, others = read_references_of_case(case, items, reader)
    if not own and not others:
        return CaseConnections()
    meant = read_meant_items(_asked(items, own, others), reader)
    known = {item.case for item in (*items, *meant) if item.case}
    collective = {each.pk for each in known if each.is_collective_to(audience_of(reader))}
    targets = Targets({item.pk: item for item in (*items, *meant)}.values(), collective)
    numbers = {row.number: None for row in own if row.kind == Reference.Kind.CASE}
    numbers.pop(case.number, None)
    return CaseConnections(
        items=_pointed_to(case, own, targets)[:_MOST_SHOWN],
        cases=[number for number in numbers if targets.has_case(number)][:_MOST_SHOWN],
        pointing_here=_pointing_here(case, others, targets)[:_MOST_SHOWN],
    )


def _asked(
    items: Iterable[AgendaItem], own: Iterable[Reference], others: Sequence[Reference]
) -> Iterator[Asked]:
    """Each of the items that points anywhere, or to which something may point."""
    of_items: dict[int, list[Reference]] = {}
    for row in own:
        of_items.setdefault(row.item_id, []).append(row)
    of_meetings = [row for row in others if row.kind in OF_MEETINGS]
    for item in items:
        may_mean_it = [row for row in of_meetings if _may_mean(row, item)]
        if item.pk in of_items or may_mean_it:
            yield Asked(item, of_items.get(item.pk, ()), may_mean_it)


def _may_mean(row: Reference, item: AgendaItem) -> bool:
    meeting = item.meeting
    if row.time_words:
        is_then = meeting.date == day_of(row) or month_of(row) == meeting.date.replace(day=1)
    else:
        is_then = row.item.meeting_id == meeting.pk
    return is_then and may_fit(row, item)


def _pointed_to(case: Case, own: Iterable[Reference], targets: Targets) -> list[tuple[AgendaItem, bool]]:
    found: dict[int, tuple[AgendaItem, bool]] = {}
    for row in own:
        target = targets.point(row) if row.kind in OF_MEETINGS else None
        if target and target.item and target.item.case_id != case.pk:
            _, was_sure = found.get(target.item.pk, (None, False))
            found[target.item.pk] = target.item, target.is_sure or was_sure
    return list(found.values())


def _pointing_here(case: Case, others: Iterable[Reference], targets: Targets) -> list[AgendaItem]:
    found: dict[int, AgendaItem] = {}
    for row in others:
        names_it = row.kind == Reference.Kind.CASE and row.number == case.number
        target = None if names_it else targets.find(row)
        if names_it or (target and target.case_id == case.pk):
            found[row.item_id] = row.item
    return list(found.values())
