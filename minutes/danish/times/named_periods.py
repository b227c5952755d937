"""Months, quarters, halves, weeks and years: "i juni 2013", "ultimo maj", "1. halvår", "uge 42", "i 2014"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from minutes.danish.dates import MONTH_NAME, WEEKDAY, WEEKDAYS, YEAR, full_year, month_number

from . import calendar_days
from .calendar_days import DaysIn
from .periods import MONTH, RELATION, YEAR_BEHIND, Period, before, words_before, written_year
from .stated import TimeKind

# Which part of a month or year: the longest first.
_BEGINNING = r"(?:primo|(?:i\s)?(?:begyndelsen|starten)\saf|(?:tidligt|først)\s(?:i|på))\s"
_MIDDLE = r"(?:medio|(?:i\s)?midten\saf|midt\s(?:i|på))\s"
_END = r"(?:ultimo|(?:i\s)?slutningen\saf|(?:sent|sidst)\s(?:i|på))\s"
_CLOSE = r"(?:(?:med|ved|inden|til|frem\stil|senest)\s)?(?:udgangen|udløbet)\saf\s"
_PARTS = {
    part: re.compile(words)
    for part, words in {"beginning": _BEGINNING, "middle": _MIDDLE, "end": _END, "close": _CLOSE}.items()
}
_IN = r"(?:i\sløbet\saf|hen\sover|henover|i\sperioden|i|hele)\s"
_WAITED_FOR = r"(?:deadline|frist|fristen|tidspunkt|start|kommende|næste|sidste|forventes)\s?:?\s"
_BEFORE = before(
    rf"{RELATION}\s", _IN, _WAITED_FOR, _BEGINNING, _MIDDLE, _END, _CLOSE, r"(?:primo|medio|ultimo)/"
)
_OF_FIGURES = re.compile(r"\b(?:for|vedr\.?|om|end)\s(?:hele\s)?\Z")

# Not "marts-rapporten" nor "efter-maj", but "juni-august".
_JOINED_TO_MONTH = re.compile(rf"(?<!\w){MONTH_NAME}\.?-\Z")
_MONTH = re.compile(rf"(?<!\w){MONTH}(?:\småned)?(?!\w|-(?!{MONTH_NAME}(?!\w)|{YEAR})\w)(?:{YEAR_BEHIND})?")

_ORDINALS = {"første": 1, "andet": 2, "anden": 2, "tredje": 3, "fjerde": 4}
_ORDINAL = rf"(?:[1-4]\.|{'|'.join(_ORDINALS)}|sidste)"
_OF_YEAR = rf"(?:(?:,?\s{{1,3}}(?:af\s|i\s)?|[-/])(?P<year>{YEAR})(?![0-9])|\s(?:af|i)\såret)"
# 3. kvartal 2014 · 1. halvår · sidste halvdel af 2013 · 1.-2. kvartal · 1. og 2. kvartal
_QUARTER = re.compile(
    rf"(?<![\w.])(?P<first>{_ORDINAL})(?:\s?(?:[-–/]|og|til)\s?(?P<last>{_ORDINAL}))?\s?"
    rf"(?P<unit>kvartal|kvt\.|halvår|halvdel|tertial)(?:et)?(?:{_OF_YEAR})?(?!\w)"
)
_MONTHS_OF = {"kvartal": 3, "kvt.": 3, "halvår": 6, "halvdel": 6, "tertial": 4}

_NUMBER_OF_WEEK = r"[0-9]{1,2}(?![0-9])"
# uge 42 · uge 7-8 · i uge 6, 2014 · mandag i uge 33
_WEEK = re.compile(
    rf"(?<!\w)(?:(?P<weekday>{WEEKDAY})\s(?:i\s)?)?(?<!pr\.\s)(?<!hver\s)uger?\.?\s?(?:nr\.?\s?)?"
    rf"(?P<weeks>{_NUMBER_OF_WEEK}(?:\s?(?:[-–/+]|og|til)\s?(?:uge\s)?{_NUMBER_OF_WEEK})?)"
    rf"(?:{YEAR_BEHIND})?(?!\w)"
)

# i 2014 · i løbet af 2014 · i 2016/2017 · primo 2016 · ultimo 2013 · ved udgangen af 2013 · i slutningen af året
_YEAR = re.compile(
    rf"(?<![\w/.,-])(?P<year>{YEAR})(?:/(?P<following>(?:20)?[0-9]{{2}}))?(?![\w/-]|[.,][0-9])"
    r"|(?<!\w)(?:året|årets\s(?:udgang|udløb|afslutning))(?!\w)"
)
_YEAR_BEFORE = before(
    _IN,
    _BEGINNING,
    _MIDDLE,
    _END,
    _CLOSE,
    r"(?:senest|inden|indtil|frem\stil|ved|hhv\.|henholdsvis|senere)\s",
    r"på\s",
)
_PLACES_YEAR = re.compile(
    r"(?<!\w)(?:i|inden|senest)\s|(?:primo|medio|ultimo|af|først\spå|sidst\spå|senere\spå)\s"
)
# udskydes til 2015 · sagen må vente til 2015
_PUT_OFF_TO = re.compile(
    r"(?<!\w)(?:uds[æa]t\w*|udsk[yu]d\w*|vente\w*|flytte\w*|genoptag\w*|parkere\w*)\s(?:\w+\s){0,3}til\s\Z"
)
# Of a year "primo" and "ultimo" are its first and its last month, where "i begyndelsen af" is a quarter.
_MONTH_OF_YEAR = {"primo": 1, "ultimo": 12}
_PART_OF_YEAR = {"beginning": (1, 3), "middle": (6, 7), "end": (10, 12)}


def find_months(text: str, said_on: date) -> Iterator[Period]:
    """The months in a text in small letters, those that nothing places in time as weak ones."""
    for found in _MONTH.finditer(text):
        start = core = found.start()
        if _OF_FIGURES.search(text, max(0, start - 12), start) or _is_half_of_word(text, start):
            continue
        words = words_before(text, core, _BEFORE)
        month, part = month_number(found["month"]), _part(words)
        kind, days_in = _month_or_part(month, part)
        year, is_weak = written_year(found), not words and found["year"] is None
        yield Period(kind, start - len(words), core, found.end(), days_in, year, is_weak, exact_to=kind)


def _is_half_of_word(text: str, start: int) -> bool:
    has_letter_before = start > 1 and text[start - 1] == "-" and text[start - 2].isalpha()
    return has_letter_before and not _JOINED_TO_MONTH.search(text, max(0, start - 12), start)


def find_parts_of_years(text: str, said_on: date) -> Iterator[Period]:
    """The quarters, thirds and halves of years in a text in small letters."""
    for found in _QUARTER.finditer(text):
        words = words_before(text, found.start(), _BEFORE)
        size = _MONTHS_OF[found["unit"]]
        first = _ordinal(found["first"], size)
        last = _ordinal(found["last"], size) if found["last"] else first
        if _OF_FIGURES.search(text, max(0, found.start() - 12), found.start()) or last * size > 12:
            continue
        year = int(found["year"]) if found["year"] else None
        days_in = calendar_days.months((first - 1) * size + 1, last * size)
        places = (found.start() - len(words), found.start(), found.end())
        is_weak = not words and year is None and found["unit"] == "halvdel"
        yield Period(TimeKind.SPAN, *places, days_in, year, is_weak, exact_to=TimeKind.MONTH)


def find_weeks(text: str, said_on: date) -> Iterator[Period]:
    """The weeks that a text in small letters names by their number; a day of one where it names that, too."""
    for found in _WEEK.finditer(text):
        numbers = [int(number) for number in re.findall("[0-9]+", found["weeks"])]
        words = words_before(text, found.start(), _BEFORE)
        places = (found.start() - len(words), found.start(), found.end())
        if found["weekday"]:
            days_in = calendar_days.day_of_week(numbers[0], WEEKDAYS.index(found["weekday"]))
            yield Period(TimeKind.DAY, *places, days_in, written_year(found))
        else:
            days_in = calendar_days.weeks(numbers[0], numbers[-1])
            yield Period(TimeKind.SPAN, *places, days_in, written_year(found))


def find_years(text: str, said_on: date) -> Iterator[Period]:
    """The years in a text in small letters, those that nothing places in time as weak ones."""
    for found in _YEAR.finditer(text):
        words = words_before(text, found.start(), _YEAR_BEFORE)
        year = int(found["year"]) if found["year"] else None
        part = "close" if found[0].startswith("årets") else _part(words)
        kind, days_in = _year_or_part(words, part, _following(found))
        is_weak = year is not None and not (_PLACES_YEAR.search(words) or _is_put_off_to(text, found.start()))
        if year is None and part is None and not words.startswith(("i løbet", "senere")):
            continue
        exact_to = TimeKind.YEAR if kind is TimeKind.SEASON else kind
        places = (found.start() - len(words), found.start(), found.end())
        yield Period(kind, *places, days_in, year, is_weak, exact_to=exact_to)


def _month_or_part(month: int, part: str | None) -> tuple[TimeKind, DaysIn]:
    if part is None:
        return TimeKind.MONTH, calendar_days.months(month, month)
    if part == "close":
        return TimeKind.DAY, calendar_days.end_of_month(month)
    return TimeKind.MONTH, calendar_days.part_of_month(month, part)


def _is_put_off_to(text: str, start: int) -> bool:
    return _PUT_OFF_TO.search(text, max(0, start - 60), start) is not None


def _year_or_part(words: str, part: str | None, following: int | None) -> tuple[TimeKind, DaysIn]:
    if part is None:
        return TimeKind.YEAR, calendar_days.years(following)
    if month := _MONTH_OF_YEAR.get(words.split()[-1]) if words else None:
        return TimeKind.MONTH, calendar_days.months(month, month)
    if part == "close":
        return TimeKind.DAY, calendar_days.end_of_month(12)
    return TimeKind.SEASON, calendar_days.months(*_PART_OF_YEAR[part])


def _following(found: re.Match[str]) -> int | None:
    """The second of two years, as in "2016/2017" and "2016/17"."""
    if found["following"] is None:
        return None
    year = full_year(found["following"])
    return year if year == int(found["year"]) + 1 else None


def _part(words: str) -> str | None:
    return next((part for part, form in _PARTS.items() if form.search(words)), None)


def _ordinal(written: str, size: int) -> int:
    """Which of the parts of a year: the last has the number that they are."""
    if written == "sidste":
        return 12 // size
    return _ORDINALS[written] if written in _ORDINALS else int(written[0])
