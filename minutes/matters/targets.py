"""To which item the words of another surely point."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence

from minutes.models import AgendaItem, Reference

from .series import series_of, stem_of

_OF_MEETINGS = (Reference.Kind.MEETING, Reference.Kind.ITEM)


class Targets:
    """The items to which something may point, all of them such as may be read.

    `collective` are the keys of the collective cases: what shares such a number is no matter of its own.
    """

    def __init__(self, items: Iterable[AgendaItem], collective: Collection[int]) -> None:
        self._collective = collective
        self._of_day: dict[tuple[str, str], list[AgendaItem]] = defaultdict(list)
        self._of_case: dict[str, list[AgendaItem]] = defaultdict(list)
        self._keys: dict[int, str] = {}
        for item in items:
            meeting = item.meeting
            self._keys[item.pk] = series_of(item).key
            self._of_day[meeting.body.name, meeting.date.isoformat()].append(item)
            if item.case:
                self._of_case[item.case.number].append(item)

    def find(self, reference: Reference) -> AgendaItem | None:
        """Return the one item that is meant; None where that is not sure, or where it is the item itself."""
        if not reference.is_certain:
            return None
        found = self._candidates(reference)
        return found[0] if len(found) == 1 and found[0].pk != reference.item_id else None

    def _candidates(self, reference: Reference) -> Sequence[AgendaItem]:
        item = reference.item
        if reference.kind == Reference.Kind.CASE:
            return [other for other in self._of_case.get(reference.number, ()) if other.pk != item.pk]
        if reference.kind not in _OF_MEETINGS:
            return ()
        day = (reference.iso or "") if reference.time_words else item.meeting.date.isoformat()
        on_agenda = self._of_day.get((reference.body or item.meeting.body.name, day), [])
        if reference.number:
            return [other for other in on_agenda if other.label == reference.number]
        if reference.title:
            wanted = stem_of(reference.title, item.meeting.date).key
            return [other for other in on_agenda if self._keys[other.pk] == wanted]
        return self._of_the_same_matter(item, on_agenda)

    def _of_the_same_matter(self, item: AgendaItem, others: Sequence[AgendaItem]) -> Sequence[AgendaItem]:
        """Those of its case; of several, and under a collective number, those of its title."""
        if item.case_id and item.case_id not in self._collective:
            of_case = [other for other in others if other.case_id == item.case_id]
            if len(of_case) == 1:
                return of_case
        return [other for other in others if self._keys[other.pk] == self._keys[item.pk]]
