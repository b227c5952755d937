"""Which meeting of the archive a document is of: known by its body, its date and, where a day has several, its time."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping

from django.db.models import Q

from minutes.editing import publication
from minutes.models import Body, Meeting
from minutes.models.addresses import meeting_slug
from minutes.models.lengths import fit
from minutes.parser.values import MinutesSyntaxError, ParsedMeeting, Problem, Severity

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


def update_head(meeting: Meeting, parsed: ParsedMeeting) -> None:
    """Write the place, and a time where none was known; date and body are what the meeting is known by."""
    meeting.location = fit(parsed.location, Meeting, "location")
    if meeting.start_time is None and not _is_taken(meeting, parsed.start_time):
        meeting.start_time = parsed.start_time
    meeting.save(update_fields=["location", "start_time"])


def _is_taken(meeting: Meeting, start_time: datetime.time | None) -> bool:
    return (
        meeting.body.meetings.filter(date=meeting.date, start_time=start_time).exclude(pk=meeting.pk).exists()
    )


def head_problems(meeting: Meeting, parsed: ParsedMeeting, bodies: Mapping[str, Body]) -> Iterator[Problem]:
    """Give a problem where the head of a document is read otherwise now.

    The document stays with its meeting all the same: addresses are permanent.
    """
    is_other_time = parsed.start_time is not None and meeting.start_time not in (None, parsed.start_time)
    is_other_body = bodies[parsed.body] != meeting.body
    if is_other_body or parsed.date != meeting.date or is_other_time:
        when = f"{parsed.date:%d-%m-%Y}" + (f" kl. {parsed.start_time:%H:%M}" if parsed.start_time else "")
        message = f"Hovedet læses nu som {parsed.body} {when}; mødet er stadig {meeting}."
        line = parsed.body_line if is_other_body else parsed.date_line
        yield Problem(line, "head_differs", Severity.WARNING, message)
