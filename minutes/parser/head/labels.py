"""The lines of a head that have a label ("Mødested", "Medlemmer"), with what stands behind it or below."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import NamedTuple

from minutes.parser.patterns import HEADER_LINE
from minutes.parser.values import Line, ParsedAttendance

_ATTENDANCE_ROLES = {
    "medlemmer": "members",
    "deltagere": "members",
    "til stede": "members",
    "tilstede": "members",
    "fraværende": "absent",
    "afbud": "apologies",
}
# A line with more names is no list of people.
_MOST_NAMES = 1000
# Longer than any name with its office and party.
_LONGEST_NAME = 120
# Between two names; what is in brackets belongs to one: "Anne Holm (1. viceborgmester, A), Per Lund"
_BETWEEN_NAMES = re.compile(r"(?P<aside>\([^()]*+\))|[,;\t]|\sog\s+(?=[A-ZÆØÅ])")
_EMPTY_BRACKETS = re.compile(r"\s?\(\s?\)")
# Referent: · Øvrige deltagere:
_OTHER_LABEL = re.compile(r"[A-ZÆØÅ][^\W\d_ ]*+(?:\s[^\W\d_ ]++){0,2}\s?:.*")


class Value(NamedTuple):
    """What stands after a label, or on a line below it, and that line."""

    line: Line
    text: str


@dataclass(slots=True)
class Entry:
    """A label in small letters ("dato", "fraværende"), and what stands after it and on the lines that go on with it."""

    label: str
    values: list[Value]

    @property
    def role(self) -> str:
        """What the label says of people; empty where it is about something else."""
        return _ATTENDANCE_ROLES.get(self.label, "")

    def goes_on_in(self, line: Line) -> bool:
        """Whether the line below belongs to it, too: of people below a label that stands alone, all lines do."""
        last = self.values[-1].text
        if self.role and not self.values[0].text:
            return len(line.text) <= _LONGEST_NAME and not _OTHER_LABEL.fullmatch(line.stripped)
        is_in_brackets = self.role != "" and last.count("(") > last.count(")")
        return not last or last.endswith(",") or is_in_brackets


def split_at_labels(lines: Iterable[Line]) -> tuple[list[Entry], list[Line]]:
    """The lines with a label, each with those below that go on with it, and the lines that belong to none."""
    entries: list[Entry] = []
    unlabelled: list[Line] = []
    is_open = False
    for line in lines:
        match = HEADER_LINE.fullmatch(line.text)
        if match:
            label = match["when_or_where"] or match["start"] or match["room"] or match["people"]
            entries.append(Entry(label.lower(), [Value(line, match["value"].strip())]))
            is_open = True
        elif is_open and entries[-1].goes_on_in(line):
            entries[-1].values.append(Value(line, line.stripped))
        else:
            unlabelled.append(line)
            is_open = False
    return entries, unlabelled


def values_by_label(entries: Iterable[Entry]) -> dict[str, Value]:
    """What is said of when and where: the last line of each label.

    A label that comes again says nothing new, unless what it says stands below it.
    """
    values: dict[str, Value] = {}
    for entry in entries:
        if not entry.role and (entry.label not in values or len(entry.values) > 1):
            values[entry.label] = entry.values[-1]
    return values


def attendance(entries: Iterable[Entry]) -> Iterator[ParsedAttendance]:
    """The people of each line, with what its label says of them."""
    for entry in entries:
        if entry.role:
            for value in entry.values:
                yield ParsedAttendance(value.line.number, entry.role, _names(value.text))


def _names(text: str) -> tuple[str, ...]:
    names = (
        _EMPTY_BRACKETS.sub("", name).strip().strip(".").strip()
        for name in islice(_parts_between_names(text), _MOST_NAMES)
    )
    return tuple(name for name in names if name and name.lower() != "ingen")


def _parts_between_names(text: str) -> Iterator[str]:
    start = 0
    for between in _BETWEEN_NAMES.finditer(text):
        if not between["aside"]:
            yield text[start : between.start()]
            start = between.end()
    yield text[start:]
