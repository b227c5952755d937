"""Which meeting of the archive a document is of: known by its body, its date and, where a day has several, its time."""

from __future__ import annotations

import datetime

from django.db.models import Q

from minutes.editing import publication
from minutes.models import Body, Meeting
from minutes.models.addresses import meeting_slug
from minutes.models.lengths import fit
from minutes.parser.values import MinutesSyntaxError, ParsedMeeting

from .locks import lock_day


def lock_meetings_of_the_day(body: Body, date: datetime.date) -> list[Meeting]:
    """Return the body's meetings of that day, and those that have its address, while nobody else writes them."""
    lock_day(body.pk, date)
    has_the_day = Q(date=date) | Q(slug__startswith=date.isoformat())
    return list(body.meetings.filter(has_the_day).order_by("pk").select_for_update(no_key=True))


def find_meeting_of_document(of_the_day: list[Meeting], parsed: ParsedMeeting) -> Meeting | None:
    """Return the meeting of that time; where one of the two times is missing, the only meeting of the day.

    Raises MinutesSyntaxError where the document has no time and the day has several meetings.
    """
    candidates = [meeting for meeting in of_the_day if meeting.date == parsed.date]
    for meeting in candidates:
        if meeting.start_time == parsed.start_time:
            return meeting
    if parsed.start_time:
        return next((meeting for meeting in candidates if meeting.start_time is None), None)
    if len(candidates) > 1:
        found = f"{len(candidates)} møder i {parsed.body} den {parsed.date:%d-%m-%Y}"
        raise MinutesSyntaxError("et mødetidspunkt, for der er flere møder den dag", found, parsed.date_line)
    return candidates[0] if candidates else None


def create_meeting(body: Body, parsed: ParsedMeeting, of_the_day: list[Meeting], publish: bool) -> Meeting:
    """Create the meeting of a document, without its items, at an address that none of the day's has."""
    taken = {meeting.slug for meeting in of_the_day}
    return Meeting.objects.create(
        body=body,
        date=parsed.date,
        start_time=parsed.start_time,
        location=fit(parsed.location, Meeting, "location"),
        slug=meeting_slug(parsed.date, parsed.start_time, taken),
        **(publication.columns_of_published() if publish else {}),
    )
