"""A case through the meetings: each time it was dealt with, and what became of those when it was deferred."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from minutes.models import AgendaItem, Body, Decision
from minutes.models.meetings import Sitting

from .decision_lines import first_line
from .following.deferrals import TakenUp
from .following.promises import PromiseLine
from .series import is_same_series, series_of


@dataclass(slots=True, eq=False)
class Event:
    """A time that a case was dealt with, by one body on one date, and the item that tells of it.

    `is_in_archive` says that the item is that meeting's own, not another's that repeats its decision. Of a deferral,
    `taken_up` is when the same matter was dealt with again, if that is among the events; `continued` is the item, if it
    is not among them; `reason` why that is known. `is_awaited`: it was never seen again. `is_put_off`: the words of the
    decision put something off, of which its outcome may say nothing. `promises` are those
    that stand under the item, told at its own meeting.
    """

    body: Body
    date: datetime.date
    item: AgendaItem
    decision: Decision | None
    is_in_archive: bool
    taken_up: Event | None = field(default=None, repr=False)
    continued: AgendaItem | None = field(default=None, repr=False)
    reason: str = ""
    is_awaited: bool = False
    is_put_off: bool = False
    promises: Sequence[PromiseLine] = ()

    @property
    def sitting(self) -> Sitting:
        return Sitting(self.body.pk, self.date)

    @property
    def is_deferral(self) -> bool:
        """The matter was put off to a later meeting, or some of it was, whatever else the decision came to."""
        return self.is_put_off or (self.decision is not None and self.decision.is_deferral)

    @property
    def is_partial_deferral(self) -> bool:
        return self.decision is not None and self.decision.is_partial_deferral

    @property
    def days_waited(self) -> int | None:
        """Days from the deferral until the matter was taken up again."""
        day = self.taken_up_on
        return (day - self.date).days if day else None

    @property
    def taken_up_on(self) -> datetime.date | None:
        if self.taken_up:
            return self.taken_up.date
        return self.continued.meeting.date if self.continued else None

    @property
    def line(self) -> str:
        """The beginning of the decision's text, on one line."""
        return first_line(self.decision.text) if self.decision else ""


_NOTHING: Mapping[int, Sequence[PromiseLine]] = {}
# What stands under a collective number once.
_ALONE = "Øvrige punkter"


@dataclass(frozen=True, slots=True)
class Entry:
    """An event in a timeline; `reaches_next` where a deferral was taken up by the event that stands below it."""

    event: Event
    reaches_next: bool


@dataclass(frozen=True, slots=True)
class Series:
    """Events that belong together: all of a case (named ""), or those of one title of a collective case.

    `key` is that of the title; empty where there are several.
    """

    key: str
    name: str
    entries: tuple[Entry, ...]


def tell_history(
    items: Sequence[AgendaItem],
    taken_up: Mapping[int, TakenUp | None],
    *,
    is_collective: bool = False,
    newest_first: bool = False,
    promised: Mapping[int, Sequence[PromiseLine]] = _NOTHING,
) -> list[Series]:
    """Return the timeline of a case, of a collective one a timeline for each of its titles that return.

    The items come with outcomes, `taken_up` with the keys of their decisions that put something off, `promised` with
    their own keys. What stands alone under a collective number is told last, together.
    """
    events = find_events(items, is_collective=is_collective)
    for event in events:
        event.is_put_off = event.decision is not None and event.decision.pk in taken_up
        if event.is_in_archive:
            event.promises = promised.get(event.item.pk, ())
        if event.is_deferral:
            _find_end(event, events, taken_up)
    if not is_collective:
        return [Series("", "", _entries(events, newest_first))]
    by_key: dict[str, list[Event]] = {}
    for event in events:
        by_key.setdefault(series_of(event.item).key, []).append(event)
    series = {key: some for key, some in by_key.items() if len(some) > 1 or series_of(some[0].item).is_dated}
    alone = [event for event in events if series_of(event.item).key not in series]
    told = [
        Series(key, series_of(some[-1].item).text, _entries(some, newest_first))
        for key, some in series.items()
    ]
    return [*told, Series("", _ALONE if told else "", _entries(alone, newest_first))] if alone else told


def find_events(items: Sequence[AgendaItem], *, is_collective: bool = False) -> list[Event]:
    """Return each time that the case was dealt with once, oldest first, also where only another meeting tells of it."""
    events = [
        Event(item.meeting.body, item.meeting.date, item, item.decision_of_the_day, is_in_archive=True)
        for item in items
    ]
    for told in _told_elsewhere(items):
        same_day = [event for event in events if event.sitting == told.sitting]
        # Under a collective number, another title is another matter.
        known = _find_same_title(told, same_day) or (None if is_collective else _first(same_day))
        if known is None:
            events.append(told)
        elif known.decision is None:
            known.decision = told.decision
    return sorted(events, key=lambda event: (event.date, event.item.meeting.date, event.item.position))


def _told_elsewhere(items: Sequence[AgendaItem]) -> list[Event]:
    """The decisions that stand under an item but were taken by another body or on another day."""
    return [
        Event(decision.body, decision.date, item, decision, is_in_archive=False)
        for item in items
        for decision in item.decisions.all()
        if not decision.is_taken_by(item.meeting)
    ]


def _find_end(deferral: Event, events: Sequence[Event], taken_up: Mapping[int, TakenUp | None]) -> None:
    """Let a deferral know where its matter was taken up again, or that it was not.

    Of a decision of which nothing is known, as where an archivist says that it deferred, the next event is its end.
    """
    if deferral.decision is None or deferral.decision.pk not in taken_up:
        deferral.taken_up = _next(deferral, events)
        return
    known = taken_up[deferral.decision.pk]
    if known is None:
        deferral.is_awaited = True
        return
    later = [event for event in events if event.date > deferral.date and event.item == known.item]
    deferral.taken_up = _first(later)
    deferral.continued = None if later else known.item
    deferral.reason = known.reason.label


def _entries(events: list[Event], newest_first: bool) -> tuple[Entry, ...]:
    shown = events[::-1] if newest_first else events
    # The arc leads from a deferral to the event that is drawn next to it: below it, or above it when turned.
    neighbours = [None, *shown] if newest_first else [*shown[1:], None]
    return tuple(
        Entry(event, event.taken_up is not None and event.taken_up is neighbour)
        for event, neighbour in zip(shown, neighbours, strict=False)
    )


def _next(deferral: Event, events: Sequence[Event]) -> Event | None:
    """The next event on a later day, under the same title if there is one."""
    later = [event for event in events if event.date > deferral.date]
    return _find_same_title(deferral, later) or _first(later)


def _find_same_title(event: Event, others: Sequence[Event]) -> Event | None:
    return next((other for other in others if is_same_series(other.item, event.item)), None)


def _first(events: Sequence[Event]) -> Event | None:
    return events[0] if events else None
