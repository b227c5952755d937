"""Which later item takes up again what a decision put off."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from minutes.models import AgendaItem, Deferral

from .series import series_of

# A title of fewer letters says too little to be known by.
_SHORTEST_TITLE = 12


class TakingUp:
    """The items among which is looked, all of them such as may be read, in the order of their meetings.

    `collective` are the keys of the collective cases: what shares such a number is no matter of its own.
    """

    def __init__(self, items: Iterable[AgendaItem], collective: Collection[int]) -> None:
        self._collective = collective
        self._of_case: dict[int, list[AgendaItem]] = defaultdict(list)
        self._of_body: dict[int, list[AgendaItem]] = defaultdict(list)
        self._keys: dict[int, str] = {}
        for item in items:
            self._keys[item.pk] = series_of(item).key
            self._of_body[item.meeting.body_id].append(item)
            if item.case_id and item.case_id not in collective:
                self._of_case[item.case_id].append(item)

    def find(self, deferral: Deferral, decided: Mapping[int, Sequence[datetime.date]]) -> AgendaItem | None:
        """Return the item that takes a matter up again; None where it has not been seen since.

        The same item, where a later decision of those `decided` there stands under it; else the next of its case; of
        a standing title, the next of that; else the next of its body whose title begins as its own, or the reverse.
        """
        item = deferral.item
        if any(day > deferral.decision.date for day in decided[item.pk]):
            return item
        for candidates in (self._of_its_case(item), self._of_its_title(item), self._of_a_like_title(item)):
            later = [other for other in candidates if other.meeting.date > item.meeting.date]
            if later:
                return self._next(later, self._keys[item.pk])
        return None

    def _next(self, later: Sequence[AgendaItem], key: str) -> AgendaItem:
        """Of the first meeting's items the one of the same title, where there is one."""
        first = [other for other in later if other.meeting_id == later[0].meeting_id]
        return next((other for other in first if self._keys[other.pk] == key), first[0])

    def _of_its_case(self, item: AgendaItem) -> Sequence[AgendaItem]:
        return self._of_case.get(item.case_id or 0, ())

    def _of_its_title(self, item: AgendaItem) -> Iterator[AgendaItem]:
        """The items of its body under its standing title; a matter of its own is known by its number."""
        if item.case_id is None or item.case_id in self._collective:
            key = self._keys[item.pk]
            yield from (other for other in self._of_body[item.meeting.body_id] if self._keys[other.pk] == key)

    def _of_a_like_title(self, item: AgendaItem) -> Iterator[AgendaItem]:
        key = self._keys[item.pk]
        if item.case_id is None or item.case_id in self._collective or len(key) < _SHORTEST_TITLE:
            return
        for other in self._of_body[item.meeting.body_id]:
            shorter, longer = sorted((key, self._keys[other.pk]), key=len)
            if (
                other.pk != item.pk
                and len(shorter) >= _SHORTEST_TITLE
                and f"{longer} ".startswith(f"{shorter} ")
            ):
                yield other
