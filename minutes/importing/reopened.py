"""Items that were closed in the version in force, and that another reading calls open: closed until somebody says."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from minutes.models import AgendaItem, Correction, Meeting
from minutes.parser.problems import CLOSED_BEFORE, Problem, Severity
from minutes.parser.values import ParsedMeeting

from .content import items_as_read


def find_reopened(meeting: Meeting, parsed: ParsedMeeting) -> Iterator[Problem]:
    """Give an error for each item that a document calls open, and that is closed in the rows of its meeting.

    An item is the same at the same address, unless it has another case number, and under a number that no open item
    had.
    """
    rows = list(meeting.items.select_related("case"))
    closed = {item.slug: _number(item) for item in rows if item.is_closed}
    if not closed:
        return
    # What somebody has closed by hand is found again, and closed, by its title: see set_again.py.
    by_hand = meeting.corrections.filter(field=Correction.Field.CLOSED)
    for slug in by_hand.values_list("item_slug", flat=True):
        closed.pop(slug, None)
    open_numbers = {_number(item) for item in rows if not item.is_closed}
    closed_numbers = {*closed.values()} - open_numbers - {""}
    for item in items_as_read(meeting, parsed):
        was_closed = item.slug in closed and _number(item) in {"", closed[item.slug]}
        was_closed |= item.slug in closed and closed[item.slug] == ""
        if not item.is_closed and (was_closed or _number(item) in closed_numbers):
            message = (
                f"Punkt {item.label} var lukket og er det ikke i det, der læses nu. Det er lukket, "
                'til nogen sætter "lukket" til ja eller nej på punktet.'
            )
            yield Problem(
                parsed.items[item.position - 1].line, CLOSED_BEFORE, Severity.ERROR, message, item.position
            )


def close_reopened(meeting: Meeting, problems: Sequence[Problem]) -> None:
    """Close the items, whose rows are written, that these problems are about, and leave it in doubt."""
    places = {problem.item for problem in problems if problem.code == CLOSED_BEFORE}
    if places:
        closed = meeting.items.closed().values("pk")
        in_doubt = {"is_closed": True, "is_doubtful": True}
        meeting.items.filter(position__in=places).exclude(pk__in=closed).update(**in_doubt)


def _number(item: AgendaItem) -> str:
    return item.case.number if item.case else ""
