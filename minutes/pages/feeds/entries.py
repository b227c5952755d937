"""What stands in a feed, before it is written as Atom."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from django.utils import timezone

from minutes.models import Meeting


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph of a summary: a link with its label, where there is an address, and the text after it."""

    text: str = ""
    address: str = ""
    label: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that has been published: its name for ever (see tags.py), title and address, when, and what of it.

    `changed_at` is when minutes published later said something else of it; None where none have.
    """

    tag: str
    title: str
    address: str
    published_at: datetime.datetime
    lines: tuple[Line, ...] = ()
    changed_at: datetime.datetime | None = None


def became_public(meeting: Meeting) -> datetime.datetime:
    """Return when a meeting was published; where an earlier program has not kept that, when it began."""
    return meeting.published_at or beginning(meeting)


def beginning(meeting: Meeting) -> datetime.datetime:
    """Return when a meeting began, where it was held; of one whose time is not known, the beginning of the day."""
    time = meeting.start_time or datetime.time()
    return timezone.make_aware(datetime.datetime.combine(meeting.date, time))
