"""Until when a decision puts a matter off: a time, a meeting, or what must come first."""

from __future__ import annotations

import re
from datetime import date
from typing import NamedTuple

from minutes.danish.times import Sense, StatedTime, find_times
from minutes.parser.told.passages import collapsed, plain

# udsættes, til budgettet kendes · afventer økonomiaftalen · i forbindelse med budget 2016 · til budgetforhandlingerne
_WAITS_FOR = re.compile(
    r"(?:(?<=,\s)|(?<=udsættes\s)|(?<=udskydes\s)|(?<=udsat\s)|(?<=udskudt\s))(?:ind)?til\s(?!om\s|at\s|behandling|fornyet)"
    r"[^.;,]{2,60}\s(?:er|har|kendes|foreligger|kan|bliver|\w+es)\b[^.;,]{0,60}"
    r"|\bafvente[rs]?,?\s[^.;,]{2,80}|\befter\s\w*ferien\b"
    r"|\b(?:i\sforbindelse\smed|ifm\.?|til|i)\s(?:\w+\s)?budget(?:forhandling|behandling|lægning|proces|drøftelse)?\w*"
    r"(?:\s(?:for\s)?[0-9]{4})?",
)
# Of "til mødet den 24. september" the day is the time, and what stands before it belongs to its words.
_MEETING_BEFORE = re.compile(
    r"\b(?:(?:ind)?til|på|ved)\s(?:(?:et|det|den)\s)?(?:[\w-]+\s){0,2}?[\w-]*møde(?:t)?\s\Z"
)
_LONGEST_MEETING = 60


class Until(NamedTuple):
    """The words of a decision, and the time that they mean, where that can be told."""

    words: str = ""
    time: StatedTime | None = None


def find_until(text: str, verb: int, said_on: date) -> Until:
    """Until when, empty where nothing is said. `verb` is where in the plain text the putting off begins."""
    written, small = collapsed(text), plain(text)
    times = [time for time in find_times(written, said_on, Sense.COMING) if not time.recurs]
    places: list[tuple[int, int, StatedTime | None]] = [
        (_with_meeting(small, time.start), time.end, time) for time in times
    ]
    places += [(*waits.span(), None) for waits in _WAITS_FOR.finditer(small)]
    if not places:
        return Until()
    # What is said behind comes before what is said ahead of it, and of two in one place the one that reaches further.
    start, end, time = min(places, key=lambda place: (place[0] < verb, place[0], -place[1]))
    return Until(written[start:end].rstrip(" .,;"), time)


def _with_meeting(small: str, start: int) -> int:
    before = _MEETING_BEFORE.search(small[max(0, start - _LONGEST_MEETING) : start])
    return start - len(before[0]) if before else start
