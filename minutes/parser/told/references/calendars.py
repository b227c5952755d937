"""Lists of coming days under the name of a body or a meeting ("Direktionen: 24. september, 29. oktober").

Their days are dates, no links: but for a day that lies behind, which the heading makes one of that body.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from minutes.danish.times import Sense, StatedTime, TimeKind, find_times
from minutes.parser.told.values import ReferenceKind, Surroundings
from minutes.parser.values import Line

from .owners import Owner, find_owners
from .pointers import Pointer

_LONGEST_HEADING = 80
_LONGEST_LINE = 300
_BLANKS = re.compile(r"\s*(?:[-–•·*]\s+)?")
_BETWEEN_DAYS = re.compile(r"\s?(?:[,;/&]|og|samt)?\s?(?:den\s)?")
_BEHIND_NAME = re.compile(r"\s?[:–-]?\s?")
_BEHIND_DAY = re.compile(r"\s?[:–-]\s?")
# What may stand before the name: "Mødedatoer for Direktionen: 3. september"
_BEFORE_NAME = re.compile(
    r"\s*(?:[-–•·*]\s+)?(?:(?:møde)?(?:datoer|dage|kalender|plan)|kommende\smøder|næste\smøder)?"
    r"(?:\s(?:i|for|af|på)\s)?",
    re.IGNORECASE,
)
# What may stand behind the days: nothing, or a remark in brackets.
_REMARK = re.compile(r"\s?(?:kl\.?\s?[0-9.:-]{1,11})?[.:]?\s?(?:\([^()]{0,100}\))?\s*")


def find_calendars(lines: Iterable[Line], surroundings: Surroundings) -> dict[int, list[Pointer]]:
    """The days of calendars in the lines of a section, by the number of their line."""
    found: dict[int, list[Pointer]] = {}
    heading: Owner | None = None
    for line in lines:
        if len(line.text) > _LONGEST_LINE:
            heading = None
            continue
        times = _days(line.text, surroundings)
        if times and _begins(line.text, times[0]):
            found[line.number] = list(_of_day_line(line.text, times, heading, surroundings))
        elif times:
            found[line.number] = list(_of_named_line(line.text, times, surroundings))
        elif _is_heading(line.stripped):
            owners = find_owners(line.stripped, surroundings.bodies)
            heading = next((owner for owner in owners if owner.body or owner.noun == "meeting"), None)
    return {number: pointers for number, pointers in found.items() if pointers}


def _days(text: str, surroundings: Surroundings) -> list[StatedTime]:
    if not any(map(str.isdigit, text)):
        return []
    times = find_times(text, surroundings.date, Sense.CALENDAR)
    return [time for time in times if time.exact_to is TimeKind.DAY and time.iso is not None]


def _is_heading(text: str) -> bool:
    return len(text) <= _LONGEST_HEADING and text[0].isupper() and text[-1] not in ".,;!?)"


def _begins(text: str, time: StatedTime) -> bool:
    blanks = _BLANKS.match(text)
    return blanks is not None and time.start <= blanks.end()


def _of_day_line(
    text: str, times: Sequence[StatedTime], heading: Owner | None, surroundings: Surroundings
) -> Iterator[Pointer]:
    """A line that begins with its day: it is of the heading above it, or of the body that is named behind it."""
    days = list(_neighbours(text, times))
    named = _named_behind(text, days[-1].end, surroundings)
    owner = named or heading
    if owner:
        yield from (_pointer(day, owner, surroundings) for day in days)


def _named_behind(text: str, end: int, surroundings: Surroundings) -> Owner | None:
    sign = _BEHIND_DAY.match(text, end)
    if sign is None:
        return None
    owners = find_owners(text[sign.end() :], surroundings.bodies)
    return (
        owners[0]
        if owners and owners[0].start == 0 and (owners[0].body or owners[0].noun == "meeting")
        else None
    )


def _of_named_line(text: str, times: Sequence[StatedTime], surroundings: Surroundings) -> Iterator[Pointer]:
    """A line of a name and its days alone, none of which lies behind."""
    owners = [
        owner
        for owner in find_owners(text[: times[0].start], surroundings.bodies)
        if owner.body
        and owner.noun in ("", "meeting")
        and _BEFORE_NAME.fullmatch(text, 0, owner.start)
        and _BEHIND_NAME.fullmatch(text, owner.end, times[0].start)
    ]
    days = list(_neighbours(text, times))
    is_whole = len(days) == len(times) and _REMARK.fullmatch(text, days[-1].end)
    if owners and is_whole and not any(map(str.islower, text[:1])):
        pointers = [_pointer(day, owners[0], surroundings) for day in days]
        if all(pointer.is_calendar for pointer in pointers):
            yield from pointers


def _neighbours(text: str, times: Sequence[StatedTime]) -> Iterator[StatedTime]:
    """The first of the days, and those that follow each other behind it."""
    last: StatedTime | None = None
    for time in times:
        if last and not _BETWEEN_DAYS.fullmatch(text, last.end, time.start):
            return
        yield time
        last = time


def _pointer(time: StatedTime, owner: Owner, surroundings: Surroundings) -> Pointer:
    is_behind = time.last is not None and time.last < surroundings.date
    return Pointer(
        time.start,
        time.end,
        ReferenceKind.MEETING,
        is_certain=bool(owner.body),
        body=owner.body,
        time=time,
        is_calendar=not is_behind or time.year_inferred,
    )
