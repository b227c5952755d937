"""Seasons and holidays: "inden sommerferien", "til efteråret", "i foråret 2014", "forår", "før jul", "efter nytår"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from .calendar_days import DaysIn, around_easter, between, weeks
from .periods import YEAR_BEHIND, Period, before, words_before, written_year
from .stated import Sense, TimeKind


class _Season(NamedTuple):
    """What days lie in a season, and what "before" and "after" it means to people who plan meetings."""

    inside: DaysIn
    before: DaysIn
    after: DaysIn
    # "Efter jul 2013" is of 2014; but "efter nytår 2014" is of 2014, too.
    is_after_next_year: bool = False


_SUMMER_BREAK = (between((5, 1), (6, 30)), between((8, 1), (9, 30)))
_CHRISTMAS = _Season(between((12, 20), (12, 31)), between((12, 1), (12, 23)), between((1, 1), (1, 31)), True)
# The holidays of the schools are those of the meetings. Winter's is in week 7 or 8, as the municipality has it.
_SEASONS: dict[str, _Season] = {
    r"forår(?:et)?": _Season(between((3, 1), (5, 31)), between((1, 1), (2, 29)), between((6, 1), (6, 30))),
    r"sensommer(?:en)?": _Season(between((8, 1), (9, 15)), *_SUMMER_BREAK),
    r"sommer(?:en|måneder(?:ne)?)?": _Season(between((6, 1), (8, 31)), *_SUMMER_BREAK),
    r"sommer(?:ferie|pause|lukning)(?:en|n)?": _Season(between((6, 25), (8, 10)), *_SUMMER_BREAK),
    r"efterår(?:et)?": _Season(
        between((9, 1), (11, 30)), between((8, 1), (8, 31)), between((12, 1), (12, 31))
    ),
    r"efterårsferien?": _Season(weeks(42, 42), weeks(37, 41), weeks(43, 47)),
    r"vinter(?:en)?": _Season(
        between((12, 1), (2, 29)), between((11, 1), (11, 30)), between((3, 1), (3, 31))
    ),
    r"vinterferien?": _Season(weeks(7, 8), weeks(2, 6), weeks(8, 12)),
    r"jul(?:en|eferien?)?": _CHRISTMAS,
    r"skole(?:start|årets\s(?:start|begyndelse))(?:en)?": _Season(
        between((8, 8), (8, 31)), between((8, 1), (8, 15)), between((8, 15), (9, 30))
    ),
    r"nytår(?:et)?": _Season(between((12, 31), (1, 1)), between((12, 1), (12, 31)), between((1, 1), (2, 29))),
    r"årsskiftet?": _Season(between((12, 31), (1, 1)), between((12, 1), (12, 31)), between((1, 1), (2, 29))),
    r"påske(?:n|ferien?)?": _Season(around_easter(-7, 1), around_easter(-30, -4), around_easter(2, 32)),
    r"pinsen?": _Season(around_easter(49, 50), around_easter(28, 47), around_easter(51, 81)),
}
_FORMS = [(re.compile(name), season) for name, season in _SEASONS.items()]
_NAMES = "|".join(sorted(_SEASONS, key=len, reverse=True))
_SEASON = re.compile(
    rf"(?<![\w-])(?P<season>{_NAMES})(?![\w-])(?:{YEAR_BEHIND}(?:/(?P<following>(?:20)?[0-9]{{2}})(?![0-9]))?)?"
)

_INSIDE = r"(?:i\sløbet\saf|hen\sover|henover|igennem|gennem|medio|primo|ultimo|omkring|ved|over|fra|til|i)\s"
_BEFORE = r"(?:senest|inden|før|forud\sfor|op\stil|frem\stil|(?:hen|frem)\smod|indtil)\s"
_AFTER = r"(?:efter|på\sden\sanden\sside\saf)\s"
_THE = r"(?:den|det)\s"
_WHICH = r"(?:tidlige?|sene|kommende|næste|sidste|forrige)\s"
_ALL_BEFORE = before(r"(?:til\s)(?=efter|inden|før)", _INSIDE, _BEFORE, _AFTER, _THE, _WHICH, r"evt\.\s")
_IS_BEFORE = re.compile(_BEFORE)
_IS_AFTER = re.compile(_AFTER)
_IS_PLACED = re.compile(rf"{_INSIDE}|{_BEFORE}|{_AFTER}|{_WHICH}")
# What is to come for sure, and what is past.
_IS_COMING = re.compile(r"(?:kommende|næste)\s|\btil\s(?!efter|inden|før)")
_IS_PAST = re.compile(r"(?:sidste|forrige)\s")


def find_seasons(text: str, said_on: date) -> Iterator[Period]:
    """The seasons and holidays in a text in small letters, those without "i" or a year as weak ones."""
    for found in _SEASON.finditer(text):
        words = words_before(text, found.start(), _ALL_BEFORE)
        season = next(season for form, season in _FORMS if form.fullmatch(found["season"]))
        is_weak = not _IS_PLACED.search(words) and found["year"] is None
        days_in, year = _meant(season, words, written_year(found), is_turn=found["following"] is not None)
        yield Period(
            TimeKind.SEASON,
            found.start() - len(words),
            found.start(),
            found.end(),
            days_in,
            year,
            is_weak,
            _sense(words),
            exact_to=TimeKind.YEAR,
        )


def _meant(season: _Season, words: str, year: int | None, *, is_turn: bool) -> tuple[DaysIn, int | None]:
    """The days meant, and their year where one is written; `is_turn`: two are, as in "årsskiftet 2013/14"."""
    if _IS_BEFORE.search(words):
        return season.before, year
    if _IS_AFTER.search(words):
        return season.after, year + 1 if year and (is_turn or season.is_after_next_year) else year
    return season.inside, year


def _sense(words: str) -> Sense | None:
    if _IS_COMING.search(words):
        return Sense.COMING
    return Sense.PAST if _IS_PAST.search(words) else None
