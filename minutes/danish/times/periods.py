"""A piece of the calendar that a text names, before it is known which year is meant and what it belongs to."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from minutes.danish.dates import MONTH_NAME, MONTHS, SHORT_YEAR, YEAR, full_year

from .calendar_days import DaysIn
from .stated import Sense, TimeKind


@dataclass(frozen=True, slots=True)
class Period:
    """A time in a text: its words begin at `start`, what names it at `core` ("senest den 3. maj": at the "3").

    `year` is None where none is written. `is_weak`: it is a time only where more says so, such as a sign that joins it
    to another. `sense` is that of its own words ("næste forår"), `is_relative` says that they count from the day of the
    text, `is_open` that they name no end ("tidligst den 3. maj"). `exact_to` is DAY, MONTH or YEAR.
    """

    kind: TimeKind
    start: int
    core: int
    end: int
    days_in: DaysIn
    year: int | None = None
    is_weak: bool = False
    sense: Sense | None = None
    is_relative: bool = False
    is_open: bool = False
    exact_to: TimeKind = TimeKind.DAY


# Finds the periods of one form in a text in small letters, said on that day.
Finder = Callable[[str, date], Iterator[Period]]

# What stands before a time and belongs to its words. It is looked for from the time backwards, for times are few.
_LONGEST_BEFORE = 60
# senest · tidligst til · med virkning fra
RELATION = (
    r"(?:senest|tidligst|inden\sfor|inden|før|efter|omkring|omkr\.|ca\.|indtil|frem\stil|frem\smod|op\stil"
    r"|til\sog\smed|fra\sog\smed|med\svirkning\sfra|fra|til|pr\.?|på|om|evt\.|eventuelt|forventeligt|forventet|forv\.)"
)
_NAMES_NO_END = re.compile(r"(?:efter|tidligst|fra\sog\smed|med\svirkning\sfra)\s")

# The full stop of an abbreviation belongs to it, that behind a whole name ends a sentence.
_ABBREVIATIONS = sorted({name for names in MONTHS for name in names[1:]})
_IS_SHORT = "|".join(rf"(?<={name})" for name in _ABBREVIATIONS)
_ITS_STOP = rf"(?!\w)(?:(?:{_IS_SHORT})\.)?"
MONTH = rf"(?P<month>{MONTH_NAME}){_ITS_STOP}"
ANY_MONTH = rf"{MONTH_NAME}{_ITS_STOP}"

# Behind a name of a month or season: 2014 · , 2014 · -2014 · i 2014
YEAR_BEHIND = (
    rf"(?:(?:,?\s{{1,3}}(?:i\s)?|[-/])(?P<year>{YEAR})(?![0-9])|\s['’](?P<short>{SHORT_YEAR})(?![0-9]))"
)


def before(*alternatives: str) -> re.Pattern[str]:
    """A pattern of what stands before a time: any of these, and more than one where they fit together."""
    return re.compile(rf"(?<![\w.])(?:{'|'.join(alternatives)}){{1,4}}\Z")


def words_before(text: str, core: int, pattern: re.Pattern[str]) -> str:
    """What stands right before a place and belongs to the time that begins there; empty where nothing does."""
    found = pattern.search(text, max(0, core - _LONGEST_BEFORE), core)
    return found[0] if found else ""


def names_no_end(words: str) -> bool:
    """Whether the words before a time say that it is only the beginning."""
    return _NAMES_NO_END.search(words) is not None


def written_year(found: re.Match[str]) -> int | None:
    """The year behind a match of YEAR_BEHIND."""
    written = found["year"] or found["short"]
    return full_year(written) if written else None
