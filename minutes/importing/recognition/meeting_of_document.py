"""Which meeting of the archive a document is of: known by its body, its date, its time and its items."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping, Sequence
from enum import Enum, auto

from django.db.models import Q

from minutes.models import Body, Meeting
from minutes.models.addresses import meeting_slug
from minutes.models.lengths import fit
from minutes.parser.problems import MinutesSyntaxError, Problem, Severity
from minutes.parser.values import ParsedMeeting

from .likeness import Likeness, compare_with_meetings
from .locks import lock_day


class TakeAs(Enum):
    """What a document is taken as, where somebody has decided that."""

    # The meeting that its items say.
    FOUND = auto()
    NEW_VERSION = auto()
    OTHER_MEETING = auto()
    # As NEW_VERSION is not: the bytes of an earlier version are put in force again.
    RESTORED = auto()

    @classmethod
    def named(cls, name: str) -> TakeAs:
        """Return what is kept as this name, in lower case; FOUND where nothing is kept."""
        return cls[name.upper()] if name else cls.FOUND


class UnlikeMeetingError(ValueError):
    """The archive has a meeting at that time with quite other items: somebody has to say what the document is."""

    def __init__(self, meeting: Meeting) -> None:
        super().__init__(
            f"Arkivet har allerede et møde i {meeting.body.name} den {meeting.date:%d-%m-%Y}, og (næsten) ingen "
            "af punkterne er de samme. Er det et tillæg eller et ekstraordinært møde?"
        )
        self.meeting = meeting


def lock_meetings_of_the_day(body: Body | None, date: datetime.date) -> list[Meeting]:
    """Return the body's meetings of that day, and those that have its address, while nobody else writes them.

    A body that is not known yet has none, and nobody else can make it meanwhile.
    """
    if body is None:
        return []
    lock_day(body.pk, date)
    has_the_day = Q(date=date) | Q(slug__startswith=date.isoformat())
    meetings = list(body.meetings.filter(has_the_day).order_by("pk").select_for_update(no_key=True))
    for meeting in meetings:
        meeting.body = body
    return meetings


def lock_meeting(meeting: Meeting) -> Meeting:
    """Return a meeting as it is now, while nobody else writes it or another of its body on its day."""
    lock_day(meeting.body_id, meeting.date)
    return (
        Meeting.objects.select_related("body").select_for_update(no_key=True, of=("self",)).get(pk=meeting.pk)
    )


def find_meeting_of_document(
    of_the_day: Sequence[Meeting], parsed: ParsedMeeting, take_as: TakeAs
) -> Meeting | None:
    """Return the meeting of the document's time that has most of its items; None where it is a meeting of its own.

    Where one of two times is missing, they are not different. Raises UnlikeMeetingError where the items are others, and
    MinutesSyntaxError where several meetings have as many of them.
    """
    candidates = meetings_of_time(of_the_day, parsed)
    if take_as is TakeAs.NEW_VERSION:
        # Somebody who says so knows of a time that was corrected.
        candidates = candidates or [meeting for meeting in of_the_day if meeting.date == parsed.date]
    if take_as is TakeAs.OTHER_MEETING or not candidates:
        return None
    likeness = compare_with_meetings(parsed, candidates)
    same = [meeting for meeting in candidates if likeness[meeting].is_same_meeting]
    if same or take_as is TakeAs.NEW_VERSION:
        return _choose(same or candidates, likeness, parsed, take_as)
    if parsed.is_extraordinary and not any(alike.common for alike in likeness.values()):
        return None
    raise UnlikeMeetingError(max(candidates, key=lambda meeting: likeness[meeting].common))


def meetings_of_time(of_the_day: Sequence[Meeting], parsed: ParsedMeeting) -> list[Meeting]:
    """Return the meetings of the day that may have been held at the time of the document."""
    return [
        meeting
        for meeting in of_the_day
        if meeting.date == parsed.date
        and (None in (meeting.start_time, parsed.start_time) or meeting.start_time == parsed.start_time)
    ]


def _choose(
    meetings: Sequence[Meeting], likeness: Mapping[Meeting, Likeness], parsed: ParsedMeeting, take_as: TakeAs
) -> Meeting:
    """The one with most items in common; of several the one whose time is the document's, also where it has none."""
    most = max(likeness[meeting].common for meeting in meetings)
    best = [meeting for meeting in meetings if likeness[meeting].common == most]
    best = [meeting for meeting in best if meeting.start_time == parsed.start_time] or best
    is_decided = take_as is TakeAs.NEW_VERSION and len({meeting.start_time for meeting in best}) == 1
    if len(best) == 1 or is_decided:
        return min(best, key=lambda meeting: meeting.ordinal)
    found = f"{len(best)} møder i {best[0].body.name} den {parsed.date:%d-%m-%Y}"
    if parsed.start_time is None:
        found += ", som det kan være"
        raise MinutesSyntaxError("et mødetidspunkt, for der er flere møder den dag", found, parsed.date_line)
    raise MinutesSyntaxError("punkter, der viser, hvilket af dagens møder det er", found, parsed.date_line)


def other_meeting_problem(parsed: ParsedMeeting) -> Problem:
    """Return the remark on a document that is taken as another meeting of its day, for what its title says."""
    message = (
        f"Arkivet har et andet møde i {parsed.body} den {parsed.date:%d-%m-%Y} uden de samme punkter. Dette er "
        "taget som et møde for sig, for titlen siger, at det er ekstraordinært eller et tillæg."
    )
    return Problem(parsed.body_line, "other_meeting", Severity.WARNING, message)


def create_meeting(body: Body, parsed: ParsedMeeting, of_the_day: Sequence[Meeting]) -> Meeting:
    """Create the meeting of a document as a draft, without its items, at an address that none of the day's has."""
    ordinals = [
        meeting.ordinal
        for meeting in of_the_day
        if (meeting.date, meeting.start_time) == (parsed.date, parsed.start_time)
    ]
    return Meeting.objects.create(
        body=body,
        date=parsed.date,
        start_time=parsed.start_time,
        ordinal=max(ordinals, default=0) + 1,
        location=fit(parsed.location, Meeting, "location"),
        slug=meeting_slug(parsed.date, parsed.start_time, {meeting.slug for meeting in of_the_day}),
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
