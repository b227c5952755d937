"""The calendar as a file in iCalendar's form (RFC 5545)."""

from __future__ import annotations

import datetime
import unicodedata
from collections.abc import Iterable

import icalendar
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.views.decorators.http import require_safe

from minutes.models import Centre

from .events import CalendarEvent, find_events

# A calendar is for what comes, and for what has just been: all that was before stands in the archive, and a program
# fetches the whole of it again and again.
_DAYS_BACK = 365
# Minutes of a meeting lie at most two years ahead (see importing/limits.py).
_YEARS_AHEAD = 3
_ONE_DAY = datetime.timedelta(days=1)
# How often programs should ask: minutes are published by day.
_ASK_AGAIN = datetime.timedelta(hours=12)


@require_safe
def calendar(request: HttpRequest) -> HttpResponse:
    """Give the meetings, promised days and deadlines from a year ago on, of all or of the centre in "center"."""
    slug = request.GET.get("center", "")
    centre = get_object_or_404(Centre, slug=slug) if slug else None
    first = timezone.localdate() - datetime.timedelta(days=_DAYS_BACK)
    name = f"{centre.name} – Referatarkivet" if centre else "Referatarkivet"
    written = _write(name, find_events(first, centre), request, first)
    return HttpResponse(written, content_type="text/calendar; charset=utf-8")


def _write(name: str, events: Iterable[CalendarEvent], request: HttpRequest, first: datetime.date) -> bytes:
    file = icalendar.Calendar()
    file.add("prodid", f"-//{_one_line(settings.ARCHIVE_MUNICIPALITY)}//Referatarkivet//DA")
    file.add("version", "2.0")
    # The name as RFC 7986 has it, and as most programs know it.
    file.add("name", _one_line(name))
    file.add("x-wr-calname", _one_line(name))
    file.add("refresh-interval", _ASK_AGAIN)
    for event in events:
        file.add_component(_component(event, request.build_absolute_uri(event.address)))
    # By whole years, so that the file is the same from day to day.
    file.add_missing_timezones(
        first_date=datetime.date(first.year, 1, 1),
        last_date=datetime.date(first.year + 1 + _YEARS_AHEAD, 1, 1),
    )
    written: bytes = file.to_ical()
    return written


def _component(event: CalendarEvent, address: str) -> icalendar.Event:
    """A meeting has no end, for minutes tell none; nobody is busy because the archive has something."""
    component = icalendar.Event()
    component.add("uid", event.tag)
    # When the archive had it: the same whenever it is asked.
    component.add("dtstamp", event.known_since.astimezone(datetime.UTC))
    component.add("dtstart", event.when)
    if not isinstance(event.when, datetime.datetime):
        component.add("dtend", event.when + _ONE_DAY)
    component.add("summary", _one_line(event.title))
    if event.location:
        component.add("location", _one_line(event.location))
    lines = [_one_line(line) for line in event.details.splitlines()]
    component.add("description", "\n".join([*lines, address]))
    component.add("url", address)
    component.add("transp", "TRANSPARENT")
    return component


def _one_line(text: str) -> str:
    """The text without line breaks and what else no text of a calendar may hold: control characters."""
    return " ".join(
        "".join(" " if unicodedata.category(letter) == "Cc" else letter for letter in text).split()
    )
