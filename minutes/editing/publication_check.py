"""Whether anything is public that should not be, asked of every published meeting, and what an upgrade took back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from minutes.danish.numbers import match_case_number
from minutes.models import AgendaItem, Meeting, SearchDocument, Section, SourceDocument
from minutes.models.sources import UNREADABLE

from .obstacles import find_errors, find_obstacles


@dataclass(frozen=True, slots=True)
class Fault:
    """Something that somebody has to look at, as a Danish sentence."""

    meeting: Meeting
    message: str

    def __str__(self) -> str:
        return f"{self.meeting} ({self.meeting.get_state_display()}): {self.message}"


def find_faults() -> Iterator[Fault]:
    """Give what is wrong with each published meeting, newest first, then the meetings whose minutes cannot be read."""
    for meeting in Meeting.objects.published_only().newest_first().select_related("body"):
        yield from (Fault(meeting, message) for message in _messages(meeting))
    for source in (
        SourceDocument.objects.in_force().unreadable().select_related("meeting__body").without_documents()
    ):
        yield from (
            Fault(source.meeting, str(error)) for error in find_errors(source) if error.code == UNREADABLE
        )


def _messages(meeting: Meeting) -> Iterator[str]:
    source = SourceDocument.objects.in_force().filter(meeting=meeting).without_documents().first()
    if source:
        yield from map(str, find_obstacles(source))
    yield from _hidden_items_shown(meeting)


def _hidden_items_shown(meeting: Meeting) -> Iterator[str]:
    """What shows a hidden item: the search; and of a closed one, as its own number, a line of an open item.

    Such a line is the number alone, and is what is left of an item whose heading was read as text.
    """
    hidden = AgendaItem.objects.filter(meeting=meeting).hidden().select_related("case")
    findable = set(SearchDocument.objects.filter(item__in=hidden).values_list("item", flat=True))
    lines = _lines_that_are_numbers(meeting)
    for item in hidden:
        is_what = "lukket" if item.is_closed else "trukket tilbage"
        if item.pk in findable:
            yield f"Punkt {item.label} er {is_what}, men kan findes i søgningen: kør manage.py reindex."
        if item.is_closed and item.case and item.case.number in lines:
            yield f"Punkt {item.label} er lukket, men dets sagsnummer står for sig selv i et åbent punkt."


def _lines_that_are_numbers(meeting: Meeting) -> set[str]:
    """The case numbers that stand alone on a line of the open items, but for their own."""
    items = AgendaItem.objects.published_only().filter(meeting=meeting)
    own = set(items.exclude(case=None).values_list("case__number", flat=True))
    texts = Section.objects.filter(item__in=items).values_list("text", flat=True)
    return {
        number for text in texts for line in text.split("\n") if (number := match_case_number(line))
    } - own
