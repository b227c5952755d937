"""Times that count from the day of the text: "næste måned", "i næste uge", "til næste år", "om 3 måneder"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from .calendar_days import Days, always, first_to_last
from .periods import RELATION, Period, before, words_before
from .stated import TimeKind

_NUMBERS = {
    "en": 1, "én": 1, "et": 1, "ét": 1, "to": 2, "tre": 3, "fire": 4, "fem": 5, "seks": 6, "otte": 8, "ti": 10,
}  # fmt: skip
_STEPS = {"næste": 1, "kommende": 1, "indeværende": 0, "denne": 0, "dette": 0, "sidste": -1, "forrige": -1}

# i næste måned · næste år · inden udgangen af denne måned; but not "de næste år" nor "i de kommende uger"
_NEIGHBOUR = re.compile(
    rf"(?<!\bde\s)(?<!\bde)(?<!\w)(?P<which>{'|'.join(_STEPS)})\s(?P<unit>uge|måned|kvartal|halvår|år)(?![\w-])"
)
# først i det nye år
_NEW_YEAR = re.compile(
    r"(?<!\w)(?:i|først\si|i\s(?:starten|begyndelsen)\saf|tidligt\si|ind\si)\sdet\snye\sår(?!\w)"
)
# inden udgangen af måneden · ved månedens udgang
_END_OF_MONTH = re.compile(
    r"(?<!\w)(?:(?:ved|inden|med|senest)\s)?(?:udgangen\saf\småneden|månedens\sudgang)(?!\w)"
)
_THIS_YEAR = re.compile(r"(?<!\w)i\sår(?![\w-])")
# om 3 måneder · om et halvt år · om ca. en måned; with a number, so that "om året" is none
_FROM_NOW = re.compile(
    rf"(?<!\w)om\s(?:ca\.\s|cirka\s)?(?P<number>[0-9]{{1,2}}|{'|'.join(_NUMBERS)}|et\shalvt)\s"
    r"(?P<unit>dage?|uger?|måned(?:er)?|år)(?!\w)"
)
_BEFORE = before(
    rf"{RELATION}\s", r"i\s", r"i\sløbet\saf\s", r"senere\s", r"(?:den|det)\s", r"(?:primo|medio|ultimo)\s"
)
# What is planned for a year is not done then: "budgettet for næste år", "temaer for det kommende år"
_OF_FIGURES = re.compile(r"\bfor\s\Z")


def find_relative(text: str, said_on: date) -> Iterator[Period]:
    """The times in a text in small letters that are known by the day on which it was said."""
    for found in _NEIGHBOUR.finditer(text):
        words = words_before(text, found.start(), _BEFORE)
        if _OF_FIGURES.search(text, max(0, found.start() - len(words) - 5), found.start() - len(words)):
            continue
        kind, days = _neighbour(said_on, found["unit"], _STEPS[found["which"]])
        yield _period(kind, found, len(words), days)
    for found in _THIS_YEAR.finditer(text):
        kind, days = _neighbour(said_on, "år", 0)
        yield _period(kind, found, len(words_before(text, found.start(), _BEFORE)), days)
    for found in _NEW_YEAR.finditer(text):
        yield _period(TimeKind.SEASON, found, 0, _months_on(said_on.year + 1, 0, 3))
    for found in _END_OF_MONTH.finditer(text):
        _, last = _months_on(said_on.year, said_on.month - 1, 1)
        yield _period(TimeKind.DAY, found, 0, (last, last))
    for found in _FROM_NOW.finditer(text):
        kind, days = _from_now(said_on, found["number"], found["unit"])
        yield _period(kind, found, 0, days)


_EXACT_TO = {TimeKind.YEAR: TimeKind.YEAR, TimeKind.SEASON: TimeKind.YEAR, TimeKind.MONTH: TimeKind.MONTH}


def _period(kind: TimeKind, found: re.Match[str], before_it: int, days: Days) -> Period:
    start, end = found.span()
    exact_to = _EXACT_TO.get(kind, TimeKind.DAY)
    return Period(
        kind, start - before_it, start, end, always(days), days[0].year, is_relative=True, exact_to=exact_to
    )


def _neighbour(said_on: date, unit: str, step: int) -> tuple[TimeKind, Days]:
    """This week, month or year, or the one so many steps away."""
    if unit == "uge":
        monday = said_on - timedelta(said_on.weekday()) + timedelta(7 * step)
        return TimeKind.SPAN, (monday, monday + timedelta(6))
    if unit == "år":
        year = said_on.year + step
        return TimeKind.YEAR, (date(year, 1, 1), date(year, 12, 31))
    size = {"måned": 1, "kvartal": 3, "halvår": 6}[unit]
    begun = (said_on.month - 1) // size * size
    days = _months_on(said_on.year, begun + step * size, size)
    return (TimeKind.MONTH if unit == "måned" else TimeKind.SPAN), days


def _from_now(said_on: date, written: str, unit: str) -> tuple[TimeKind, Days]:
    """The day, week, month or year that comes after so many of them."""
    if written.startswith("et halvt") or written == "et\u00a0halvt":
        return TimeKind.MONTH, _months_on(said_on.year, said_on.month - 1 + 6, 1)
    number = _NUMBERS.get(written) or int(written)
    if unit.startswith("dag"):
        day = said_on + timedelta(number)
        return TimeKind.DAY, (day, day)
    if unit.startswith("uge"):
        return _neighbour(said_on, "uge", number)
    if unit == "år":
        return _neighbour(said_on, "år", number)
    return TimeKind.MONTH, _months_on(said_on.year, said_on.month - 1 + number, 1)


def _months_on(year: int, months_since: int, size: int) -> Days:
    """So many whole months, of which the first is that many after the January of a year."""
    years, month = divmod(months_since, 12)
    return first_to_last(year + years, month + 1, month + size)
