"""What is possible in a document but unlikely, by the calendar and beside the version in force: warnings."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator

from django.db.models import Count

from minutes.editing.joined_numbers import find_joined_numbers
from minutes.models import AgendaItem, Attachment, Meeting
from minutes.models.lengths import fit
from minutes.models.parts import ATTACHMENTS
from minutes.parser.problems import Problem, Severity
from minutes.parser.values import ParsedMeeting

FEWER_PARTS = "fewer_parts"


def find_unlikely_dates(parsed: ParsedMeeting, today: datetime.date) -> Iterator[Problem]:
    """Give a problem where the meeting has not been held yet, and for each decision far away from it."""
    if parsed.date > today:
        message = (
            f"Mødet er dateret {parsed.date:%d-%m-%Y}, og den dag er ikke kommet endnu. Er datoen rigtig?"
        )
        yield Problem(parsed.date_line, "meeting_after_today", Severity.WARNING, message)
    for item in parsed.items:
        for decision in item.decisions:
            if _is_more_than_a_year(decision.date, parsed.date):
                message = (
                    f"Beslutningen er dateret {decision.date:%d-%m-%Y}, mere end et år fra mødet "
                    f"den {parsed.date:%d-%m-%Y}. Er datoen rigtig?"
                )
                yield Problem(decision.line, "decision_far_from_meeting", Severity.WARNING, message)


def _is_more_than_a_year(one: datetime.date, other: datetime.date) -> bool:
    """Whether two days lie further apart than the same day of two years that follow each other."""
    earlier, later = sorted((one, other))
    return (later.year - 1, later.month, later.day) > (earlier.year, earlier.month, earlier.day)


def find_losses(meeting: Meeting, parsed: ParsedMeeting) -> Iterator[Problem]:
    """Give a problem where a document has fewer items, decisions or attachments than the version in force."""
    in_force = meeting.items.aggregate(items=Count("pk", distinct=True), decisions=Count("decisions"))
    counts = (
        ("punkter", in_force["items"], len(parsed.items)),
        ("beslutninger", in_force["decisions"], sum(len(item.decisions) for item in parsed.items)),
        ("bilag", _count_attachments(meeting, parsed), sum(len(item.attachments) for item in parsed.items)),
    )
    fewer = [f"{name} ({now}, før {before})" for name, before, now in counts if now < before]
    if fewer:
        message = f"Denne version har færre {' og '.join(fewer)} end den, der er i kraft. Er filen hel?"
        yield Problem(1, FEWER_PARTS, Severity.WARNING, message)


def _count_attachments(meeting: Meeting, parsed: ParsedMeeting) -> int:
    """How many the version in force states; one that has a file and is stated no more may have been added by hand."""
    stated = {
        fit(attachment.title, Attachment, "title") for item in parsed.items for attachment in item.attachments
    }
    rows = ATTACHMENTS.of_meetings([meeting]).values_list("title", "file")
    return sum(not file or title in stated for title, file in rows)


def find_joined(
    meeting: Meeting, parsed: ParsedMeeting, items: Iterable[AgendaItem] | None
) -> Iterator[Problem]:
    """Give a problem for each closed item that a case number joins with an open one, now that the meeting is public."""
    for joined in find_joined_numbers(meeting, items):
        item = next((item for item in (joined.closed, joined.opened) if item.meeting_id == meeting.pk), None)
        line = parsed.items[item.position - 1].line if item else 1
        yield Problem(line, "case_number_joined", Severity.WARNING, joined.message)
