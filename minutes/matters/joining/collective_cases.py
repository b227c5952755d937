"""Marks the cases that are collective, as each audience sees them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection

from minutes.matters.collective import TitleUse, is_collective
from minutes.models import Case, SearchDocument

_COLUMNS = ("is_collective", "is_collective_with_drafts")


def mark_collective(case_ids: Collection[int], *, only_more: bool) -> set[int]:
    """Write of these cases whether they are collective; return the keys of those of which it changed.

    `only_more`: items came to them and none went. What is collective stays so then, and its items, of which there
    may be thousands, are not read.
    """
    cases = Case.objects.filter(pk__in=case_ids)
    if only_more:
        # What everybody sees as collective is so with the drafts, too.
        cases = cases.exclude(is_collective=True)
    changed = []
    for case in cases:
        titles, titles_with_drafts = _titles_of(case.pk)
        now = (is_collective(titles), is_collective(titles_with_drafts))
        if now != (case.is_collective, case.is_collective_with_drafts):
            case.is_collective, case.is_collective_with_drafts = now
            changed.append(case)
    if changed:
        Case.objects.bulk_update(changed, _COLUMNS)
    return {case.pk for case in changed}


def _titles_of(case_id: int) -> tuple[dict[str, TitleUse], dict[str, TitleUse]]:
    """The titles under a case: those that are published, and all."""
    public: dict[str, TitleUse] = defaultdict(TitleUse)
    every: dict[str, TitleUse] = defaultdict(TitleUse)
    documents = SearchDocument.objects.filter(case=case_id)
    for key, is_dated, date, body, is_public in documents.values_list(
        "title_key", "title_is_dated", "date", "body", "is_public"
    ):
        for titles in (every, public) if is_public else (every,):
            titles[key].is_dated |= is_dated
            titles[key].meetings.add((date, body))
    return public, every
