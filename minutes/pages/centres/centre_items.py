"""The items of a centre as its page and its files show them."""

from __future__ import annotations

from collections.abc import Sequence

from django.db.models import F

from minutes.matters.decisions import read_main_decisions
from minutes.models import AgendaItem, Reader


def read_items(keys: Sequence[int], reader: Reader) -> list[AgendaItem]:
    """Return the items as lines show them, newest first: what the reader may see is asked of the rows once more.

    What became of each stands beside it, as `outcomes`, and as `came_to`: its decision where parts of that differ, else
    just the outcome.
    """
    found = AgendaItem.objects.readable_by(reader).filter(pk__in=keys).select_related("meeting__body", "case")
    items = list(found.annotate(outcomes=F("search_document__outcomes")).newest_first())
    in_parts = [item.pk for item in items if len(item.outcomes or ()) > 1]
    decisions = read_main_decisions(in_parts) if in_parts else {}
    for item in items:
        item.came_to = decisions.get(item.pk) or next(iter(item.outcomes or ()), "")
    return items
