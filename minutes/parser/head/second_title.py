"""Where a second document begins in a file that should hold one."""

from __future__ import annotations

import datetime
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import islice

from minutes.danish.dates import ImpossibleDateError, find_date
from minutes.parser.items.starts import match_item_header
from minutes.parser.patterns import CONTENTS_HEADING, HEADER_LINE
from minutes.parser.values import Line

from .title import Title, match_title

# Non-blank lines below a title in which the document that it begins shows itself.
_LINES_OF_HEAD = 12
# A running head stands on each page; no minutes have a thousand.
_MOST_TITLES = 1_000


def find_second_title(
    lines: tuple[Line, ...], starts: Sequence[int], body: str, date: datetime.date
) -> Line | None:
    """The title of other minutes below the head of a document: of another body or day, and with a head of its own.

    A running head repeats the first title; prose and lists of attachments name minutes without a head. `starts` are
    the positions at which items begin.
    """
    known_days = {date, _date_in(lines[:1])}
    with_head = islice(_titles_with_head(lines, starts), _MOST_TITLES)
    return next((title.line for title, head in with_head if _is_other(title, head, body, known_days)), None)


def _titles_with_head(
    lines: tuple[Line, ...], starts: Sequence[int]
) -> Iterator[tuple[Title, tuple[Line, ...]]]:
    """The titles below which a document begins, each with the lines between it and the first item."""
    # A look at its letters spares most lines the pattern.
    named = [place for place in range(starts[0] + 1, len(lines)) if "referat" in lines[place].text.lower()]
    titles = [(place, title) for place in named if (title := _match_minutes(lines[place]))]
    first_items = {start for start in starts if _number_of_item(lines[start]) == 1}
    ends = [*(place for place, _ in titles), len(lines)][1:]
    for (place, title), next_title in zip(titles, ends, strict=True):
        end = _end_of_head(lines, place + 1, next_title)
        head = lines[place + 1 : end]
        if end in first_items or _has_head(head):
            yield title, head


def _end_of_head(lines: tuple[Line, ...], start: int, next_title: int) -> int:
    last = min(next_title, start + _LINES_OF_HEAD)
    return next((place for place in range(start, last) if match_item_header(lines[place])), last)


def _number_of_item(line: Line) -> int | None:
    match = match_item_header(line)
    return int(match["number"]) if match else None


def _match_minutes(line: Line) -> Title | None:
    """The title of minutes, and no agenda, that a line is."""
    title = match_title(line)
    return None if title is None or title.is_of_agenda else title


def _has_head(lines: Iterable[Line]) -> bool:
    """Whether the labels of a meeting ("Mødedato", "Mødested") or a table of contents stand among the lines."""
    return any(
        CONTENTS_HEADING.fullmatch(line.text)
        or (line.stripped.lower().startswith("møde") and HEADER_LINE.fullmatch(line.text))
        for line in lines
    )


def _is_other(
    title: Title, head: Iterable[Line], body: str, known_days: Collection[datetime.date | None]
) -> bool:
    """Whether a title is of another day, or of another body; one that is only written otherwise has the same words."""
    day = _date_in([title.line, *_labelled(head)])
    if day and day not in known_days:
        return True
    name, known_name = title.body.lower(), body.lower()
    return name != "" and name not in known_name and known_name not in name


def _labelled(lines: Iterable[Line]) -> Iterator[Line]:
    """The lines with a label ("Mødedato"), and those below a label that stands alone."""
    is_label_alone = False
    for line in lines:
        match = HEADER_LINE.fullmatch(line.text)
        if match or is_label_alone:
            yield line
        is_label_alone = match is not None and not match["value"].strip()


def _date_in(lines: Iterable[Line]) -> datetime.date | None:
    """The first date that the lines say; None where they say none, or one that is in no calendar."""
    for line in lines:
        try:
            if date := find_date(line.text):
                return date
        except ImpossibleDateError:
            continue
    return None
