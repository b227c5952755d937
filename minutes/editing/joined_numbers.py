"""Case numbers that a closed item shares with an open one: the open one tells what the closed is about.

A closed item shows no number, but whoever has it from elsewhere finds the open item under it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from minutes.matters.series import bears_many_matters
from minutes.models import AgendaItem, Meeting
from minutes.models.visibility import is_public


@dataclass(frozen=True, slots=True)
class JoinedNumber:
    """A number by which a closed item can be joined with an open one of another meeting, the newest of several."""

    number: str
    closed: AgendaItem
    opened: AgendaItem

    @property
    def message(self) -> str:
        """What the archivist is told, in Danish."""
        return (
            f"Sagsnummeret {self.number} på det lukkede punkt ({self.closed}) står også på et åbent ({self.opened}): "
            "de to kan kobles sammen. Ret sagsnummeret på det ene, hvis det røber noget."
        )


def find_joined_numbers(meeting: Meeting, items: Iterable[AgendaItem] | None = None) -> list[JoinedNumber]:
    """Return the numbers that join a closed and an open item once this meeting is published, one of the two in it.

    A number that an open item of the closed one's own meeting bears too, or open items of three titles, joins nothing.
    `items` are those of the meeting, for whoever has them at hand. One query, one more without them, and one more
    where a number is on closed and on open items.
    """
    with_case = AgendaItem.objects.order_by().values_list("case", "is_closed")
    if items is None:
        here = set(with_case.filter(meeting=meeting).exclude(case=None))
    else:
        here = {(item.case_id, item.is_closed) for item in items if item.case_id}
    own_cases = [case for case, _ in here]
    there = set(with_case.filter(case__in=own_cases).exclude(meeting=meeting).distinct()) if here else set()
    # Asked first because of most meetings nothing more has to be: this is asked with every import.
    on_both = {case for case, is_closed in here if (case, not is_closed) in there}
    if not on_both:
        return []
    found = AgendaItem.objects.filter(case__in=on_both).select_related("meeting__body", "case")
    in_order = found.order_by("case", "-meeting__date", "meeting", "position")
    shown = [item for item in in_order if item.meeting == meeting or is_public(item.meeting)]
    by_case = groupby(shown, lambda item: item.case_id)
    return [joined for _, of_case in by_case for joined in _joined(list(of_case), meeting)]


def _joined(items: Sequence[AgendaItem], meeting: Meeting) -> list[JoinedNumber]:
    """The pairs of a case's items, newest first, of which one is in the meeting: one for each closed item."""
    opened = [item for item in items if not item.is_hidden]
    if bears_many_matters(opened):
        return []
    joined = []
    for closed in items:
        if not closed.is_closed or any(item.meeting_id == closed.meeting_id for item in opened):
            continue
        with_meeting = [item for item in opened if meeting.pk in {closed.meeting_id, item.meeting_id}]
        if with_meeting:
            joined.append(JoinedNumber(str(closed.case), closed, with_meeting[0]))
    return joined
