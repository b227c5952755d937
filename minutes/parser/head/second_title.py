"""Where a second document begins in a file that should hold one."""

from __future__ import annotations

import datetime
from collections.abc import Collection
from itertools import pairwise

from minutes.danish.dates import ImpossibleDateError, find_date
from minutes.parser.patterns import CONTENTS_HEADING, HEADER_LINE
from minutes.parser.values import Line

from .title import Title, match_title

# Non-blank lines below a title in which the document that it begins shows itself.
_LINES_OF_HEAD = 12


def find_second_title(
    lines: tuple[Line, ...], first_items: Collection[int], body: str, date: datetime.date
) -> Line | None:
    """The title of other minutes below the head of a document: of another body or day, and with a head of its own.

    A running head repeats the first title; prose and lists of attachments name minutes without a head. `first_items`
    are the positions at which an item with the number 1 begins, the first one among them.
    """
    start = min(first_items)
    titles = [position for position in range(start + 1, len(lines)) if _begins_like_title(lines[position])]
    known_days = {date, _date_in([lines[0]])}
    for position, end in pairwise([*titles, len(lines)]):
        title = match_title(lines[position])
        if title is None or title.is_of_agenda:
            continue
        window = range(position + 1, min(end, position + 1 + _LINES_OF_HEAD))
        head = [lines[below] for below in window]
        begins_anew = any(below in first_items for below in window)
        if (begins_anew or _has_head(head)) and _is_other(title, head, body, known_days):
            return title.line
    return None


def _begins_like_title(line: Line) -> bool:
    """Whether a line can be a title, at the price of a look at its letters."""
    return "referat" in line.text.lower() and match_title(line) is not None


def _has_head(lines: list[Line]) -> bool:
    """Whether the labels of a meeting ("Mødedato", "Mødested") or a table of contents stand among the lines."""
    return any(
        CONTENTS_HEADING.fullmatch(line.text)
        or (line.stripped.lower().startswith("møde") and HEADER_LINE.fullmatch(line.text))
        for line in lines
    )


def _is_other(
    title: Title, head: list[Line], body: str, known_days: Collection[datetime.date | None]
) -> bool:
    """Whether a title is of another day, or of another body; one that is only written otherwise has the same words."""
    day = _date_in([title.line, *head])
    if day and day not in known_days:
        return True
    name, known_name = title.body.lower(), body.lower()
    return name != "" and name not in known_name and known_name not in name


def _date_in(lines: list[Line]) -> datetime.date | None:
    """The first date that the lines say; None where they say none, or one that is in no calendar."""
    for line in lines:
        try:
            if date := find_date(line.text):
                return date
        except ImpossibleDateError:
            continue
    return None
