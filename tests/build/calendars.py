"""Calendars as a program has them: parsed, and held to the rules whenever one is read; and days around this one."""

from __future__ import annotations

import datetime
from typing import Any

import icalendar
from django.test import Client
from django.utils import timezone

from minutes.models import AgendaItem, FollowUp, Meeting, Promise
from tests.build.rows import add_meeting
from tests.build.told_rows import add_follow_up, add_promise

ALL = "/kalender.ics"
HRC = "/kalender.ics?center=hrc"
TODAY = timezone.localdate()
PUBLISHED = datetime.datetime(2026, 3, 1, 12, tzinfo=datetime.UTC)


def day(after: int) -> datetime.date:
    return TODAY + datetime.timedelta(days=after)


def meeting_on(after: int, body: str = "Direktionen", **columns: Any) -> Meeting:
    """A meeting so many days from now, published unless the columns say something else."""
    columns = columns if "state" in columns else {"published_at": PUBLISHED, **columns}
    return add_meeting(day(after).isoformat(), body, **columns)


def promise_by(item: AgendaItem, last: datetime.date | None, **columns: Any) -> Promise:
    """Something that is promised by a day; with None, by no day that a calendar knows."""
    columns = {"time_words": "på næste møde", "time_first": last, "time_last": last, **columns}
    return add_promise(item, **columns)


def deadline_of(item: AgendaItem, topic: str, last: datetime.date | None, **columns: Any) -> FollowUp:
    """A row of a follow-up list whose deadline is that day."""
    return add_follow_up(item, topic, **{"time_words": "snarest", "time_last": last, **columns})


def read_calendar(client: Client, address: str = ALL) -> icalendar.Calendar:
    response = client.get(address)
    assert response.status_code == 200
    assert response.headers["Content-Type"] == "text/calendar; charset=utf-8"
    calendar = icalendar.Calendar.from_ical(response.content)
    assert not calendar.errors
    for event in calendar.events:
        assert not event.errors
        assert event["uid"].startswith("tag:htk.dk,2026:referatarkivet/")
        assert event["url"].startswith("http://testserver/moeder/")
        assert event.DTSTAMP.tzinfo
    assert len({event["uid"] for event in calendar.events}) == len(calendar.events)
    return calendar


def titles(client: Client, address: str = ALL) -> list[str]:
    return sorted(str(event["summary"]) for event in read_calendar(client, address).events)
