"""How much two agendas of one day have in common: whether a document is of a meeting that the archive has already."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from django.db.models import Q, QuerySet, prefetch_related_objects

from minutes.matters.series import stem_of
from minutes.models import AgendaItem, Correction, Meeting
from minutes.models.lengths import fit
from minutes.models.review.masking import without_numbers
from minutes.parser.closed_items.wording import match_closing_line
from minutes.parser.values import ParsedMeeting

Field = Correction.Field
Closed = Correction.Closed

# Standing items return with every meeting: among the nearest before and after a day two have them, if any have.
_MEETINGS_EACH_WAY = 100


@dataclass(frozen=True, slots=True)
class Entry:
    """What an item is found again by: its title without dates, in lower case, and its case number, or ""."""

    title: str
    case_number: str
    is_closed: bool


@dataclass(frozen=True, slots=True)
class Likeness:
    """How many items of two agendas are the same, and how many the shorter one has."""

    common: int
    shorter: int

    @property
    def is_same_meeting(self) -> bool:
        """At least half of the shorter agenda stands in the other."""
        return 2 * self.common >= self.shorter


def compare_with_meetings(parsed: ParsedMeeting, meetings: Sequence[Meeting]) -> dict[Meeting, Likeness]:
    """Return how much a document has in common with each of some meetings of one body, as these were read."""
    entries = [entry_of(item.title, item.case_number or "", item.is_closed) for item in parsed.items]
    agendas = _agendas_near(parsed.date, meetings)
    bearers: dict[str, set[int]] = {}
    for meeting_id, agenda in agendas.items():
        for entry in agenda:
            bearers.setdefault(entry.title, set()).add(meeting_id)
    return {
        meeting: compare_agendas(
            agendas.get(meeting.pk, ()),
            entries,
            {title for title, others in bearers.items() if len(others - {meeting.pk}) > 1},
        )
        for meeting in meetings
    }


def compare_agendas(one: Sequence[Entry], other: Sequence[Entry], standing: Collection[str]) -> Likeness:
    """Count what two agendas have in common.

    Closed items and standing ones say nothing of which meeting it is: they count where one of the two has nothing else,
    standing ones first. An item is the same under the same case number, if only one item of each agenda has it, or
    under the same title.
    """
    cases = _cases_of_one_item(one) & _cases_of_one_item(other)
    kinds: tuple[Callable[[Entry], bool], ...] = (
        lambda entry: not entry.is_closed and entry.title not in standing,
        lambda entry: not entry.is_closed,
        lambda entry: True,
    )
    for counts in kinds:
        these, those = [*filter(counts, one)], [*filter(counts, other)]
        if these and those:
            break
    return Likeness(_count_common(these, those, cases), min(len(these), len(those)))


def _cases_of_one_item(entries: Sequence[Entry]) -> set[str]:
    times = Counter(entry.case_number for entry in entries if entry.case_number)
    return {case for case, count in times.items() if count == 1}


def _count_common(one: Sequence[Entry], other: Sequence[Entry], cases: Collection[str]) -> int:
    by_case = {entry.case_number for entry in one} & {entry.case_number for entry in other} & {*cases}
    titles, others = (
        Counter(entry.title for entry in entries if entry.case_number not in by_case)
        for entries in (one, other)
    )
    return len(by_case) + (titles & others).total()


def entry_of(title: str, case_number: str, is_closed: bool) -> Entry:
    """Return what an item of this title and case number is found again by."""
    kept = stem_of(without_numbers(fit(title, AgendaItem, "title"))).key
    label = match_closing_line(title)
    # All closed items of an archive may be called the same: "Lukket".
    is_nameless = label is not None and label.is_whole
    return Entry(f"{kept} {case_number}" if is_nameless else kept, case_number, is_closed)


def _agendas_near(date: datetime.date, meetings: Sequence[Meeting]) -> Mapping[int, Sequence[Entry]]:
    """The agendas of these meetings and of those of their body near in time, by the key of the meeting."""
    of_body = meetings[0].body.meetings
    before = of_body.filter(date__lte=date).order_by("-date", "-pk")[:_MEETINGS_EACH_WAY]
    after = of_body.filter(date__gt=date).order_by("date", "pk")[:_MEETINGS_EACH_WAY]
    items = AgendaItem.objects.filter(
        Q(meeting__in=meetings) | Q(meeting__in=before.values("pk")) | Q(meeting__in=after.values("pk"))
    )
    found: dict[int, list[Entry]] = {}
    for meeting, _, entry in _entries_as_read(items, meetings):
        found.setdefault(meeting, []).append(entry)
    return found


def entries_as_read(meeting: Meeting) -> dict[str, Entry]:
    """Return the entries of a meeting's items by their slugs, as they were read, whatever was corrected since."""
    items = AgendaItem.objects.filter(meeting=meeting)
    return {slug: entry for _, slug, entry in _entries_as_read(items, [meeting])}


def _entries_as_read(
    items: QuerySet[AgendaItem], corrected_in: Sequence[Meeting]
) -> Iterator[tuple[int, str, Entry]]:
    """The meeting, the slug and the entry of each item; corrections count in some of the meetings alone."""
    corrected = _corrected_values(corrected_in)
    columns = ("meeting", "slug", "title", "case__number", "is_closed")
    for meeting, slug, title, case_number, is_closed in items.values_list(*columns):
        values = {
            Field.TITLE: title,
            Field.CASE_NUMBER: case_number or "",
            Field.CLOSED: Closed.YES if is_closed else Closed.NO,
        }
        as_read = {
            field: corrected.get((meeting, slug, field, value), value) for field, value in values.items()
        }
        closed = as_read[Field.CLOSED] != Closed.NO
        yield meeting, slug, entry_of(as_read[Field.TITLE], as_read[Field.CASE_NUMBER], closed)


def _corrected_values(meetings: Sequence[Meeting]) -> dict[tuple[int, str, str, str], str]:
    """What was read in place of the values that were set by hand, by the meeting, the item, the field and the value."""
    prefetch_related_objects(meetings, "corrections")
    return {
        (meeting.pk, correction.item_slug, correction.field, correction.value): correction.parsed_value
        for meeting in meetings
        for correction in meeting.corrections.all()
        if correction.field in (Field.TITLE, Field.CASE_NUMBER, Field.CLOSED)
    }
