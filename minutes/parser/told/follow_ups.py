"""Follow-up lists (huskelister): the rows of their tables, with what is due when and who has it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from minutes.danish.times import Sense, StatedTime, TimeKind, find_times
from minutes.parser.centre_roles import CentreNames
from minutes.parser.values import ParsedItem, ParsedSection, Table

from .values import ParsedFollowUp

# Titles of the items that hold such a list.
_IS_FOLLOW_UP_LIST = re.compile(
    r"\b(?:huskeliste|opfølgningsliste|aktionsliste|aktivitetsliste|handlingsliste|to-?do-?liste|restanceliste"
    r"|liste\s+over\s+opfølgning\w*|udestående\s+(?:sager|punkter|opgaver)|opfølgning\s+på\s+(?:tidligere\s+)?beslutninger)"
    r"(?:n|r|rne)?\b",
    re.IGNORECASE,
)
# What the columns are about, by their headings: the first pattern that one of them fits says which. A first column of
# matters ("Sag/emne") says that it is such a list wherever it stands.
_LISTED_MATTER = re.compile(r"(?:sag|sager|emne|emner)\s?(?:/|og|eller|-)\s?(?:emne|emner|sag|sager)")
_TOPIC = (
    _LISTED_MATTER,
    re.compile(
        r"emne(?:r|t)?|sag(?:er|en)?|opgaver?|punkt(?:er)?|aktivitet(?:er)?|aktion(?:er)?|tema(?:er)?|hvad"
    ),
    re.compile(
        r"titel|indhold|beskrivelse|aftale(?:r|t)?|handling(?:er)?|indsats(?:er)?|hvad\sskal\sgøres|huskeliste"
        r"|opfølgning(?:spunkt)?|beslutning(?:er)?"
    ),
)
_DEADLINE = (
    re.compile(
        r"(?:forv(?:\.|entet|entelig)?\s?)?(?:tidspunkt|tid|tidsfrist|frist|svarfrist|deadline|termin|tidshorisont|måned)"
        r"|(?:tidspunkt|frist|deadline)\sfor\s\w+|hvornår|senest|udføres\ssenest"
    ),
    re.compile(
        r"forv(?:\.|entet)\s(?:behandling|afslutning|fremlæggelse|opfølgning|møde|dato)|forventes|forventet|mødedato"
        r"|næste\sopfølgning|møde"
    ),
    re.compile(r"dato(?:\sfor\s\w+)?"),
)
_RESPONSIBLE = (
    re.compile(
        r"ansv(?:\.|ar|arlig[et]?|arshavende)?(?:\s(?:center|enhed|person|direktør|chef|afdeling))?|tovholder(?:e)?|hvem"
    ),
    re.compile(r"center|centre|centerchef|enhed|sagsbehandler|udføres\saf|aktør|ejer|direktør|initialer"),
)
_BLANKS = re.compile(r"\s{1,9}")

# PA · LKB: capitals in a cell of those who are responsible; "ALLE" is shouting
_INITIALS = re.compile(r"(?<![\w-])[A-ZÆØÅ]{2,3}(?![\w-])")
# Of a code of three letters or more that is in no list, the letter that stands for "center" says it is one.
_LONGEST_SURE_INITIALS = 2
# A month that ended no longer ago than this is overdue; what is further off is of the next year.
_OVERDUE = timedelta(31)
_IN_CALENDAR = {TimeKind.DAY, TimeKind.MONTH, TimeKind.SEASON, TimeKind.SPAN, TimeKind.YEAR}


@dataclass(frozen=True, slots=True)
class _Columns:
    """In which columns a table has the topic, the deadline and who is responsible; None where it has no such."""

    topic: int
    deadline: int | None
    responsible: int | None
    count: int


def find_follow_ups(item: ParsedItem, said_on: date, names: CentreNames) -> tuple[ParsedFollowUp, ...]:
    """The rows of an item's follow-up list, in the order of the document; none where it holds no such list.

    Rows are counted on where a page cuts the table in two. A deadline without a year is of the nearest future after
    the meeting, but for a month that has just passed: that is overdue.
    """
    if item.is_closed:
        return ()
    return tuple(
        _follow_up(line, row, columns, cells, said_on, names)
        for row, (line, columns, cells) in enumerate(_rows(item), start=1)
        if cells[columns.topic]
    )


def is_follow_up_list(item: ParsedItem) -> bool:
    """Whether an item says by its title that it is a follow-up list."""
    return any(_IS_FOLLOW_UP_LIST.search(title) for title in (item.title, item.toc_title))


def last_row(section: ParsedSection, *, is_list: bool) -> int | None:
    """The last line of the follow-up table in a section; None where it has none. `is_list`: its item is such a list."""
    tables = [table for table, _, _ in _tables(section, is_list)]
    return tables[-1].line + len(tables[-1].rows) - 1 if tables else None


def _rows(item: ParsedItem) -> Iterator[tuple[int, _Columns, tuple[str, ...]]]:
    """The rows below the headings, each with its line and the columns of its table."""
    is_list = is_follow_up_list(item)
    for section in item.sections:
        for table, columns, first in _tables(section, is_list):
            for offset, cells in enumerate(table.rows[first:], start=first):
                yield table.line + offset, columns, cells


def _tables(section: ParsedSection, is_list: bool) -> Iterator[tuple[Table, _Columns, int]]:
    """The follow-up tables of a section, each with its columns and the first of its rows below the headings."""
    columns: _Columns | None = None
    for table in section.tables:
        if headed := _columns(table.rows[0], is_list):
            columns = headed
            yield table, columns, 1
        elif columns and len(table.rows[0]) == columns.count and not table.caption:
            yield table, columns, 0
        else:
            columns = None


def _columns(headings: tuple[str, ...], is_list: bool) -> _Columns | None:
    """The columns that headings name; None where they are not those of a follow-up list."""
    known = [_BLANKS.sub(" ", heading.lower().strip(" :.")) for heading in headings]
    topic = _first(known, _TOPIC)
    responsible = _first(known, _RESPONSIBLE)
    deadline = _first(known, _DEADLINE)
    if topic is None or (responsible is None and deadline is None):
        return None
    says_so = _LISTED_MATTER.fullmatch(known[topic]) and responsible is not None and deadline is not None
    return _Columns(topic, deadline, responsible, len(headings)) if is_list or says_so else None


def _first(headings: list[str], forms: Sequence[re.Pattern[str]]) -> int | None:
    found = (place for form in forms for place, heading in enumerate(headings) if form.fullmatch(heading))
    return next(found, None)


def _follow_up(
    line: int, row: int, columns: _Columns, cells: tuple[str, ...], said_on: date, names: CentreNames
) -> ParsedFollowUp:
    deadline_words = "" if columns.deadline is None else cells[columns.deadline]
    responsible_words = "" if columns.responsible is None else cells[columns.responsible]
    centres, persons = find_responsible(responsible_words, names)
    deadline = read_deadline(deadline_words, said_on)
    return ParsedFollowUp(
        line, row, cells[columns.topic], deadline_words, deadline, responsible_words, centres, persons
    )


def read_deadline(words: str, said_on: date) -> StatedTime | None:
    """What a cell says of when: the last of its days or months, with its rhythm; else a rhythm, a meeting, or words."""
    times = find_times(words, said_on, Sense.COMING)
    dated = [time for time in times if time.kind in _IN_CALENDAR and time.last]
    if not dated:
        return min(times, key=lambda time: time.kind is not TimeKind.RHYTHM, default=None)
    latest = max(dated, key=lambda time: time.last or date.min)
    recurs = any(time.recurs for time in times)
    return replace(_overdue(latest, words, said_on) or latest, recurs=recurs)


def _overdue(time: StatedTime, words: str, said_on: date) -> StatedTime | None:
    """The same words as a time that has just passed, where they can mean one."""
    if not time.year_inferred:
        return None
    for past in find_times(words, said_on, Sense.PAST):
        if past.start == time.start and past.last and said_on - _OVERDUE <= past.last < said_on:
            return past
    return None


def find_responsible(words: str, names: CentreNames) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The codes of the centres that a cell names, and the initials of persons, each in order and once.

    >>> find_responsible("HRC/PA", CentreNames.of({"HRC": ("HR-Centret",)}))
    (('HRC',), ('PA',))
    """
    mentions = names.find(words)
    centres = tuple(dict.fromkeys(mention.code for mention in mentions))
    inside = {place for mention in mentions for place in range(mention.start, mention.end)}
    found = (match for match in _INITIALS.finditer(words) if match.start() not in inside)
    return centres, tuple(dict.fromkeys(match[0] for match in found if _are_initials(match[0], names)))


def _are_initials(letters: str, names: CentreNames) -> bool:
    """Whether capitals are a person's: no centre, nothing that only looks like one, and no code that is in no list."""
    if names.knows(letters):
        return False
    return len(letters) <= _LONGEST_SURE_INITIALS or "C" not in {letters[0], letters[-1]}
