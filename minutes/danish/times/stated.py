"""What a text can say of a time: a day, a month, a season, a span, a rhythm, a condition, or no more than words."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from enum import Enum


class TimeKind(Enum):
    """What a time is: `DAY` to `YEAR` can be found in a calendar, `MEETING` to `VAGUE` only with more knowledge."""

    DAY = "day"
    MONTH = "month"
    SEASON = "season"
    SPAN = "span"
    YEAR = "year"
    MEETING = "meeting"
    RHYTHM = "rhythm"
    CONDITION = "condition"
    VAGUE = "vague"


class Sense(Enum):
    """Which year a time without one is of: what is told is of the nearest past, what is to come of the nearest future,
    and a calendar's days are of the year of the meeting, or of the next where that is long gone.
    """

    PAST = "past"
    COMING = "coming"
    CALENDAR = "calendar"


@dataclass(frozen=True, slots=True)
class StatedTime:
    """A time in a text, `text[start:end]` as written in `words`.

    `first` and `last` are the days that it can mean, both included; None where a calendar cannot tell: "efter den 1.
    maj" has a first alone. A meeting has both where its month is said. `year_inferred`: the words name no year.
    `recurs`: it is a rhythm, or has one. `exact_to` says whether days were stated, months, or no more than years.
    """

    kind: TimeKind
    words: str
    start: int
    end: int
    first: datetime.date | None = None
    last: datetime.date | None = None
    year_inferred: bool = False
    recurs: bool = False
    exact_to: TimeKind = TimeKind.DAY

    @property
    def iso(self) -> str | None:
        """The time as ISO 8601 writes it, no more exact than it was stated; None where a calendar cannot tell.

        "2013-08-27" of a day, "2013-08" of a month, "2013" of a season and a year, and two of a span, as in
        "2013-08-22/2013-08-23", "2013-01/2013-06" and "2016/2017".
        """
        first, last = self.first or self.last, self.last or self.first
        if first is None or last is None:
            return None
        form = _ISO_FORMS[self.exact_to]
        begin, end = first.strftime(form), last.strftime(form)
        return begin if begin == end else f"{begin}/{end}"


_ISO_FORMS = {TimeKind.DAY: "%Y-%m-%d", TimeKind.MONTH: "%Y-%m", TimeKind.YEAR: "%Y"}
