"""Periods as people say them in a search: "før 2014", "mellem marts og maj 2014", "foråret 2015", "i forrige måned".

A year, a month or a day alone is none: texts name them, too, so they stay words that may as well be a date.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from minutes.danish.dates import FIRST_YEAR, MONTH_NAME, YEAR
from minutes.danish.times import Sense, StatedTime, TimeKind, find_times
from minutes.search.query.days import Days

# Before and behind these there are no minutes.
FIRST_DAY, LAST_DAY = datetime.date(FIRST_YEAR, 1, 1), datetime.date(2199, 12, 31)
# Characters: no period is longer, and what stands behind it need not be read.
_LONGEST = 60
# Places where a period may begin, each of which takes up to some milliseconds to read: nobody types more of them.
_MOST_PLACES = 24
# Periods of a text: of each the text is read once more, to be written without it.
_MOST_PERIODS = 4

_UNTIL = r"til\sog\smed|frem\stil(?:\sog\smed)?|op\stil|indtil|senest|inden\sudgangen\saf"
_BEFORE = r"før|inden|forud\sfor|(?:ældre|tidligere)\send"
_SINCE = r"siden|fra(?:\sog\smed)?|tidligst"
_AFTER = r"efter|(?:nyere|senere)\send"
_IN = r"i\sløbet\saf|i\sperioden|i\sårene|årene|perioden|under|i|om|på|hen\sover|den"
_RELATION = re.compile(
    rf"(?:(?P<until>{_UNTIL})|(?P<before>{_BEFORE})|(?P<since>{_SINCE})|(?P<after>{_AFTER})|(?P<within>{_IN}))\s"
)
_BETWEEN = re.compile(r"(?:i\sperioden\s)?(?:(?P<between>mellem|imellem)|fra(?:\sog\smed)?)\s")
_AND = {
    True: re.compile(r"\sog\s"),
    False: re.compile(r"\s(?:til\sog\smed|til|og\stil|indtil)\s|\s?[-–]\s?"),
}
_FROM_TO = re.compile(r"\s(?:til\sog\smed|til)\s")
_DASH = re.compile(r"\s[-–]\s")
_YEAR = re.compile(rf"(?:året\s|år\s)?(?P<year>{YEAR})(?![\w/.-])")
_OWN_DASH = re.compile(
    rf"(?:årene|perioden|i\sperioden|i\sårene)\s(?P<first>{YEAR})\s?[-–]\s?(?P<last>{YEAR})(?!\w)"
)
# A period begins with one of these, so that a text without any is not read for them.
_MAY_BEGIN = re.compile(
    rf"(?<![\w/.-])(?:{_UNTIL}|{_BEFORE}|{_SINCE}|{_AFTER}|{_IN}|mellem|imellem|[0-9]|{MONTH_NAME}|uge|årene"
    r"|(?:for|efter)år|sommer|vinter|jul|påske|første|andet|anden|tredje|fjerde|primo|medio|ultimo"
    r"|(?:de[nt]?\s)?(?:sidste|seneste|forrige|forløbne|foregående|denne|dette|indeværende)\s)"
)
_NUMBERS = {
    "to": 2,
    "tre": 3,
    "fire": 4,
    "fem": 5,
    "seks": 6,
    "syv": 7,
    "otte": 8,
    "ni": 9,
    "ti": 10,
    "tolv": 12,
}
# de sidste 3 måneder · seneste år · det forløbne halve år is left to words
_LATELY = re.compile(
    r"(?:i\s|inden\sfor\s)?(?:de[nt]?\s)?(?:sidste|seneste|forløbne|foregående)\s"
    rf"(?:(?P<number>[0-9]{{1,2}}|{'|'.join(_NUMBERS)})\s)?(?P<unit>dage|dag|døgn|uger|uge|måneder|måned|år)(?!\w)"
)
_THIS = re.compile(
    r"(?:i\s)?(?:(?:sidste|forrige|denne|dette|indeværende)\s(?:uge|måned|kvartal|halvår|år)(?!\w))|i\sår(?!\w)"
)
_LAST_YEAR = re.compile(r"(?:i\s)?fjor(?!\w)")
_DAYS_OF_UNIT = {"da": 1, "dø": 1, "ug": 7}


# 2015-2016 · 2015/2016: a case is written so, too
_SPAN_OF_YEARS = re.compile(rf"(?P<first>{YEAR})\s?[-–/]\s?(?P<last>{YEAR})")
_SPAN_AMONG_WORDS = re.compile(rf"(?<![\w/.,-]){_SPAN_OF_YEARS.pattern}(?![\w/-]|[.,][0-9])")


def match_span_of_years(text: str) -> Days | None:
    """The days of the years that a text may mean and nothing else, if it is not a case that is written so.

    >>> match_span_of_years("2015-2016")
    Days(first=datetime.date(2015, 1, 1), last=datetime.date(2016, 12, 31), years=())
    """
    found = _SPAN_OF_YEARS.fullmatch(text.strip())
    if found is None or int(found["first"]) >= int(found["last"]):
        return None
    return Days(datetime.date(int(found["first"]), 1, 1), datetime.date(int(found["last"]), 12, 31))


def with_span_as_period(text: str) -> str | None:
    """The text with its one span of years as a period, where other words stand beside it; None where there is none.

    >>> with_span_as_period("fravær 2013-2015")
    'fravær fra 2013 til 2015'
    """
    found = [*_SPAN_AMONG_WORDS.finditer(text)]
    if len(found) != 1 or '"' in text or found[0][0] == text.strip():
        return None
    first, last = found[0]["first"], found[0]["last"]
    is_span = match_span_of_years(found[0][0]) is not None
    return _SPAN_AMONG_WORDS.sub(f"fra {first} til {last}", text) if is_span else None


class TypedPeriod(NamedTuple):
    """A period in a typed text, `text[start:end]`, and its days, both ends included."""

    start: int
    end: int
    days: Days


class _Core(NamedTuple):
    """What names a time in itself, up to an end in the text; of a lone year or date a relation makes a period."""

    end: int
    days: Days
    is_period: bool
    names_year: bool = True


def find_periods(text: str, today: datetime.date) -> Iterator[TypedPeriod]:
    """The periods that a text names, in order; a year, a month or a day is one only with a word that makes it so.

    >>> [period.days for period in find_periods("budget før 2014", datetime.date(2016, 1, 1))]
    [Days(first=datetime.date(1970, 1, 1), last=datetime.date(2013, 12, 31), years=())]
    """
    # Letter for letter: the capital İ alone would become two.
    small = text.replace("İ", "I").lower()
    done = found = 0
    for begun in islice(_MAY_BEGIN.finditer(small), _MOST_PLACES):
        if begun.start() >= done and (period := _period_at(small, begun.start(), today)):
            done, found = period.end, found + 1
            yield period
            if found == _MOST_PERIODS:
                return


def _period_at(text: str, start: int, today: datetime.date) -> TypedPeriod | None:
    for read in (_between_years, _between, _related, _alone):
        if found := read(text, start, today):
            return found
    return None


def _between_years(text: str, start: int, _: datetime.date) -> TypedPeriod | None:
    """årene 2012-2014: without the word it may be a case."""
    found = _OWN_DASH.match(text, start)
    if found is None:
        return None
    first, last = Days.of_year(int(found["first"])), Days.of_year(int(found["last"]))
    return _from_to(start, found.end(), first, last)


def _between(text: str, start: int, today: datetime.date) -> TypedPeriod | None:
    """Both ends: mellem marts og maj 2014 · fra 2012 til 2014 · 2012 til 2014 · 1. maj 2014 - 5. juni 2014."""
    begun = _BETWEEN.match(text, start)
    first = _core(text, begun.end() if begun else start, today)
    if first is None:
        return _span_in_one(text, start, begun, today)
    joint = (_AND[bool(begun["between"])] if begun else _FROM_TO).match(text, first.end)
    if joint is None and begun is None and not _YEAR.match(text, start):
        joint = _DASH.match(text, first.end)
    last = _core(text, joint.end(), today) if joint else None
    if last is None or not last.names_year:
        return _span_in_one(text, start, begun, today)
    begin = first.days
    if not first.names_year:
        begin = _in_year_of(begin, last.days)
    return _from_to(start, last.end, begin, last.days)


def _span_in_one(
    text: str, start: int, begun: re.Match[str] | None, today: datetime.date
) -> TypedPeriod | None:
    """Both ends: mellem marts og maj 2014: both ends are one time, of which the year is that of the last."""
    core = _core(text, begun.end(), today) if begun else None
    whole = core if core and core.is_period and core.names_year else None
    time = None if whole or begun is None else _time_at(text, start, today)
    if whole:
        return TypedPeriod(start, whole.end, whole.days)
    if time and time.kind is TimeKind.SPAN and not time.year_inferred and time.first and time.last:
        return TypedPeriod(start, start + time.end, Days(time.first, time.last))
    return None


def _in_year_of(days: Days, last: Days) -> Days:
    """The same days of the year in which others end, or of the one before where they would come behind these."""
    year = last.last.year
    if _moved(days.first, year) > last.last:
        year -= 1
    return Days(_moved(days.first, year), _moved(days.last, year))


def _moved(day: datetime.date, year: int) -> datetime.date:
    return day.replace(year=year, day=28) if (day.month, day.day) == (2, 29) else day.replace(year=year)


def _from_to(start: int, end: int, first: Days, last: Days) -> TypedPeriod | None:
    return TypedPeriod(start, end, Days(first.first, last.last)) if first.first <= last.last else None


def _related(text: str, start: int, today: datetime.date) -> TypedPeriod | None:
    """One end: før 2014 · efter 1. marts 2014 · siden foråret 2015 · i forrige måned."""
    relation = _RELATION.match(text, start)
    core = _core(text, relation.end(), today) if relation else None
    if relation is None or core is None or not core.names_year:
        return None
    day = datetime.timedelta(1)
    first, last = core.days.first, core.days.last
    bounds = {
        "until": (FIRST_DAY, last),
        "before": (FIRST_DAY, first - day),
        "since": (first, LAST_DAY),
        "after": (last + day, LAST_DAY),
        "within": core.days if core.is_period else None,
    }[relation.lastgroup or ""]
    return TypedPeriod(start, core.end, Days(*bounds)) if bounds else None


def _alone(text: str, start: int, today: datetime.date) -> TypedPeriod | None:
    core = _core(text, start, today)
    return TypedPeriod(start, core.end, core.days) if core and core.is_period and core.names_year else None


def _core(text: str, start: int, today: datetime.date) -> _Core | None:
    """The time that begins at a place; without a year only where it counts from today."""
    lately = _LATELY.match(text, start)
    if lately and (lately["number"] or not _THIS.match(text, start)):
        days = _last_ones(lately["number"] or "1", lately["unit"], today)
        return _Core(lately.end(), days, is_period=True)
    if last_year := _LAST_YEAR.match(text, start):
        return _Core(last_year.end(), Days.of_year(today.year - 1), is_period=True)
    if year := _YEAR.match(text, start):
        return _Core(year.end(), Days.of_year(int(year["year"])), is_period=False)
    time = _time_at(text, start, today)
    if time is None or time.first is None or time.last is None or not _in_reach(time):
        return None
    is_relative = _THIS.match(text, start) is not None
    is_period = time.kind in (TimeKind.SEASON, TimeKind.SPAN) or is_relative
    return _Core(
        start + time.end,
        Days(time.first, time.last),
        is_period=is_period,
        names_year=is_relative or not time.year_inferred,
    )


def _time_at(text: str, start: int, today: datetime.date) -> StatedTime | None:
    """The time whose words begin at a place, as a text of today would state it."""
    found = find_times(text[start : start + _LONGEST], today, Sense.PAST)
    return found[0] if found and found[0].start == 0 else None


def _in_reach(time: StatedTime) -> bool:
    return time.first is not None and time.last is not None and FIRST_DAY < time.first <= time.last < LAST_DAY


def _last_ones(number: str, unit: str, today: datetime.date) -> Days:
    """The days, weeks, months or years up to today."""
    many = _NUMBERS.get(number) or int(number)
    if days := _DAYS_OF_UNIT.get(unit[:2]):
        return Days(today - datetime.timedelta(days * many), today)
    months = today.year * 12 + today.month - 1 - (many if unit.startswith("må") else 12 * many)
    return Days(datetime.date(months // 12, months % 12 + 1, min(today.day, 28)), today)
