"""To which item, or at least to which meeting, the words of another item point."""

from __future__ import annotations

import calendar
import datetime
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from minutes.models import AgendaItem, Meeting, Reference
from minutes.models.told.columns import Time

from .series import series_of, stem_of

OF_MEETINGS = (Reference.Kind.MEETING, Reference.Kind.ITEM)


@dataclass(frozen=True, slots=True)
class Target:
    """The item that is meant, or None where no more than its meeting is known; `is_sure`: without any doubt."""

    meeting: Meeting
    item: AgendaItem | None
    is_sure: bool


class Targets:
    """The items to which something may point, all of them such as may be read.

    `collective` are the keys of the collective cases: what shares such a number is no matter of its own.
    """

    def __init__(self, items: Iterable[AgendaItem], collective: Collection[int]) -> None:
        self._collective = collective
        self._of_day: dict[datetime.date, list[AgendaItem]] = defaultdict(list)
        self._of_month: dict[tuple[str, int, int], list[AgendaItem]] = defaultdict(list)
        self._of_case: dict[str, list[AgendaItem]] = defaultdict(list)
        self._of_title: dict[str, list[AgendaItem]] = defaultdict(list)
        self._keys: dict[int, str] = {}
        for item in items:
            meeting = item.meeting
            self._keys[item.pk] = key = series_of(item).key
            self._of_day[meeting.date].append(item)
            self._of_month[meeting.body.name, meeting.date.year, meeting.date.month].append(item)
            self._of_title[key].append(item)
            if item.case:
                self._of_case[item.case.number].append(item)

    def has_case(self, number: str) -> bool:
        """Return whether one of the items is of the case with this number."""
        return number in self._of_case

    def find(self, reference: Reference) -> AgendaItem | None:
        """Return the one item that is meant; None where that is not sure, or where it is the item itself."""
        target = self.point(reference)
        return target.item if target and target.is_sure else None

    def point(self, reference: Reference) -> Target | None:
        """Return what is meant, as far as that can be told; None where nothing fits, or the item's own meeting does."""
        if reference.is_calendar:
            return None
        if reference.kind == Reference.Kind.CASE:
            return _only(self._others_of_case(reference), is_sure=reference.is_certain)
        if reference.kind not in OF_MEETINGS:
            return None
        if not reference.time_words:
            return self._on_own_agenda(reference) or self._by_title(reference)
        if day := day_of(reference):
            return self._of_the_day(reference, day)
        if month := month_of(reference):
            return self._of_the_month(reference, month)
        return None

    def _others_of_case(self, reference: Reference) -> Sequence[AgendaItem]:
        return [other for other in self._of_case.get(reference.number, ()) if other.pk != reference.item_id]

    def _on_own_agenda(self, reference: Reference) -> Target | None:
        """The item of its own meeting that has this number or title; an item has no title by chance."""
        meeting = reference.item.meeting
        if reference.body not in ("", meeting.body.name):
            return None
        agenda = [other for other in self._of_day[meeting.date] if other.meeting_id == meeting.pk]
        fitting = self._that_fit(reference, agenda)
        if any(other.pk == reference.item_id for other in fitting):
            return None
        return _only(fitting, is_sure=reference.is_certain or bool(reference.title))

    def _by_title(self, reference: Reference) -> Target | None:
        """The only item anywhere that has this title: another may have been meant that is not in the archive."""
        if reference.number or not reference.title:
            return None
        bearing = self._of_title.get(key_of_title(reference), ())
        others = [
            other
            for other in bearing
            if other.pk != reference.item_id and reference.body in ("", other.meeting.body.name)
        ]
        return _only(others, is_sure=False)

    def _of_the_day(self, reference: Reference, day: datetime.date) -> Target | None:
        own = reference.item.meeting.body.name
        of_day = self._of_day.get(day, [])
        named = [other for other in of_day if other.meeting.body.name == (reference.body or own)]
        agenda = named if reference.body else named or of_day
        fitting = self._that_fit(reference, agenda)
        if len(fitting) == 1:
            found = fitting[0]
            if found.pk == reference.item_id:
                return None
            # Whose meeting it was need not be said where the case was there on that very day.
            is_sure = reference.is_certain or self._is_of_case(found, reference.item)
            return Target(found.meeting, found, is_sure)
        meetings = {other.meeting_id: other.meeting for other in fitting or agenda}
        meetings.pop(reference.item.meeting_id, None)
        if len(meetings) != 1:
            return None
        is_only = len({other.meeting_id for other in agenda}) == 1
        is_sure = reference.is_certain and bool(reference.body) and is_only
        return Target(next(iter(meetings.values())), None, is_sure)

    def _of_the_month(self, reference: Reference, first: datetime.date) -> Target | None:
        """The only item of the same matter in that body and month; which meeting was meant no month says."""
        body = reference.body or reference.item.meeting.body.name
        month = (body, first.year, first.month)
        fitting = [
            other
            for other in self._that_fit(reference, self._of_month.get(month, ()))
            if other.meeting_id != reference.item.meeting_id
        ]
        return _only(fitting, is_sure=reference.is_certain and bool(reference.body))

    def _that_fit(self, reference: Reference, others: Sequence[AgendaItem]) -> Sequence[AgendaItem]:
        """Those of an agenda that have the number or title that is said, else those of the same matter."""
        if reference.number:
            return [other for other in others if other.label == reference.number]
        if reference.title:
            wanted = key_of_title(reference)
            return [other for other in others if self._keys[other.pk] == wanted]
        return self._of_the_same_matter(reference.item, others)

    def _is_of_case(self, one: AgendaItem, other: AgendaItem) -> bool:
        """Whether two items are of one case, and that is no collective one."""
        return one.case_id == other.case_id and one.case_id not in {None, *self._collective}

    def _of_the_same_matter(self, item: AgendaItem, others: Sequence[AgendaItem]) -> Sequence[AgendaItem]:
        """Those of its case; of several, and under a collective number, those of its title."""
        if item.case_id and item.case_id not in self._collective:
            of_case = [other for other in others if other.case_id == item.case_id]
            if len(of_case) == 1:
                return of_case
        key = self._keys.get(item.pk) or series_of(item).key
        return [other for other in others if self._keys[other.pk] == key]


def may_fit(reference: Reference, item: AgendaItem) -> bool:
    """Return whether the words of a reference in an item of another case fit this item, if they mean its meeting."""
    if reference.number:
        return item.label == reference.number
    wanted = key_of_title(reference) if reference.title else series_of(reference.item).key
    return wanted == series_of(item).key


def day_of(reference: Reference) -> datetime.date | None:
    """Return the day of a reference, if its time is one."""
    return reference.time_first if reference.time_first == reference.time_last else None


def month_of(reference: Reference) -> datetime.date | None:
    """Return the first day of a reference's month, if its time is one month and no more exact than that."""
    first, last = reference.time_first, reference.time_last
    if first is None or reference.exact_to != Time.MONTH or (first, last) != days_of_month(first):
        return None
    return first


def days_of_month(date: datetime.date) -> tuple[datetime.date, datetime.date]:
    """Return the first and the last day of a date's month."""
    return date.replace(day=1), date.replace(day=calendar.monthrange(date.year, date.month)[1])


def key_of_title(reference: Reference) -> str:
    """Return the key under which the title that a reference names is known (matters/series.py)."""
    return stem_of(reference.title, reference.item.meeting.date).key


def _only(items: Sequence[AgendaItem], *, is_sure: bool) -> Target | None:
    return Target(items[0].meeting, items[0], is_sure) if len(items) == 1 else None
