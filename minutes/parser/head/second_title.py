"""Where a second document begins in a file that should hold one."""

from __future__ import annotations

import datetime
from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator
from itertools import islice

from minutes.danish.dates import ImpossibleDateError, find_date
from minutes.danish.numbers import match_case_number
from minutes.parser.headings import match_heading
from minutes.parser.items.agenda import Agenda
from minutes.parser.items.headers import ItemHeader
from minutes.parser.items.titles import Witness, settle_title
from minutes.parser.patterns import CONTENTS_HEADING, HEADER_LINE
from minutes.parser.values import Line

from .title import Title, match_title

# Non-blank lines below a title in which the document that it begins shows itself.
_LINES_OF_HEAD = 12
# With a council's members, one a line, a head is longer.
_LINES_WITH_PEOPLE = 80
# A running head stands on each page; no minutes have a thousand.
_MOST_TITLES = 1_000


def find_second_title(
    lines: tuple[Line, ...], agenda: Agenda, title: Line, body: str, date: datetime.date
) -> Line | None:
    """The title of other minutes below the head of a document: of another body or day, and with a head of its own.

    A running head repeats the first `title`; prose and lists of attachments name minutes without a head.
    """
    known_days = {date, _date_in([title])}
    with_head = islice(_titles_with_head(lines, agenda), _MOST_TITLES)
    return next((found.line for found, head in with_head if _is_other(found, head, body, known_days)), None)


def _titles_with_head(lines: tuple[Line, ...], agenda: Agenda) -> Iterator[tuple[Title, tuple[Line, ...]]]:
    """The titles below which a document begins, each with the lines between it and the first item."""
    first = agenda.starts[0].position + 1
    # A look at its letters spares most lines the pattern.
    named = [place for place, line in enumerate(lines[first:], start=first) if "referat" in line.text.lower()]
    titles = [(place, title) for place in named if (title := _match_minutes(lines[place]))]
    if not titles:
        return
    word = agenda.starts[0].header.word
    headers = [header for header in agenda.headers if header.word == word]
    positions = [header.position for header in headers]
    begun = {start.position for start in agenda.starts if start.header.number == 1}
    ends = [*(place for place, _ in titles), len(lines)][1:]
    for (place, title), next_title in zip(titles, ends, strict=True):
        index = bisect_right(positions, place)
        header = headers[index] if index < len(headers) else None
        nearest = header.position if header else len(lines)
        end = min(next_title, place + 1 + _LINES_OF_HEAD, nearest)
        head = lines[place + 1 : end]
        if end in begun or _has_head(head):
            yield title, head
        elif (
            header
            and nearest < min(next_title, place + _LINES_WITH_PEOPLE)
            and _begins_anew(lines, place, header)
        ):
            yield title, lines[place + 1 : nearest]


def _begins_anew(lines: tuple[Line, ...], place: int, header: ItemHeader) -> bool:
    """Whether a header is that of a first item, with a case number or a section, and a head alone stands above it."""
    if header.number != 1 or not header.looks_like_title or header.is_plain:
        return False
    head = lines[place + 1 : header.position]
    is_first = settle_title(lines, header, ()).witness in (Witness.CASE, Witness.HEADING)
    return is_first and not any(match_heading(line.text) or match_case_number(line.text) for line in head)


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
