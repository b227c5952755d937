"""Marks the cases that are collective, as each audience sees them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection

from minutes.matters.collective import TitleUse, is_collective
from minutes.models import Audience, Case, SearchDocument

# In the order of the audiences.
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
    known = list(cases)
    titles = _titles_of([case.pk for case in known])
    changed = []
    for case in known:
        now = tuple(is_collective(titles[case.pk, audience]) for audience in Audience)
        if now != (case.is_collective, case.is_collective_with_drafts):
            case.is_collective, case.is_collective_with_drafts = now
            changed.append(case)
    if changed:
        Case.objects.bulk_update(changed, _COLUMNS)
    return {case.pk for case in changed}


def _titles_of(case_ids: Collection[int]) -> dict[tuple[int, Audience], dict[str, TitleUse]]:
    """The titles under each case, as each audience sees them. One query."""
    titles: dict[tuple[int, Audience], dict[str, TitleUse]] = defaultdict(lambda: defaultdict(TitleUse))
    documents = SearchDocument.objects.filter(case__in=case_ids)
    columns = ("case", "title_key", "title_is_dated", "date", "body", "is_public")
    for case, key, is_dated, date, body, is_public in documents.values_list(*columns):
        for audience in Audience:
            if is_public or audience is Audience.READS_DRAFTS:
                use = titles[case, audience][key]
                use.is_dated |= is_dated
                use.meetings.add((date, body))
    return titles
