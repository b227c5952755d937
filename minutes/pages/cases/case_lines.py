"""Cases as the lines of a list: number, newest title, how often and when last."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from minutes.models import AgendaItem, Case
from minutes.models.items import AgendaItemQuerySet


@dataclass(frozen=True, slots=True)
class CaseLine:
    """A case, `count` items in the archive, the last of them on `last`."""

    case: Case
    newest: AgendaItem
    count: int
    last: datetime.date


def case_lines(items: AgendaItemQuerySet, case_ids: Sequence[int]) -> list[CaseLine]:
    """Return the cases in the order of their ids, with what the reader may see of them among the items."""
    of_cases = items.filter(case__in=case_ids)
    uses = {use["case"]: use for use in of_cases.uses_of_cases()}
    newest = {item.case_id: item for item in of_cases.newest_of_each_case().select_related("case", "meeting")}
    return [
        CaseLine(newest[pk].case, newest[pk], uses[pk]["count"], uses[pk]["last"])
        for pk in case_ids
        if pk in newest
    ]


def last_treated(items: AgendaItemQuerySet, most: int) -> list[int]:
    """Return the ids of the cases under the newest items, newest first; at most `most`."""
    # A few items a case: collective cases fill many of the newest.
    newest = items.exclude(case=None).newest_first().values_list("case", flat=True)[: most * 10]
    return list(dict.fromkeys(newest))[:most]
