"""What the lines of minutes are to whoever prints them: title, heading, paragraph, list or table."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from itertools import groupby

from minutes.danish.dates import DAY, MONTH_NAME
from minutes.parser.headings import match_heading

_ITEM = re.compile(r"Punkt \d+: .*")
_CASE_NUMBER = re.compile(r"\d\d/\d{2,7}")
_CONTENTS = re.compile(r"(?P<title>.*?)\.{3,}\t(?P<page>\d+)")
_ENTRY = re.compile(
    r"(?P<indent> *)(?P<marker>(?:[-–•·o] )*(?:[-–•·o]|\d{1,2}[.)]|[a-zæøå][.)])) (?P<text>.+)"
)
# 26. februar: no entry of a list.
_DAY = re.compile(rf"\s*{DAY}\. {MONTH_NAME}\b")
_BULLETS = frozenset("-–•·o ")
# A vowel and a consonant before another syllable: where a word may be divided, near enough for a printer.
_SYLLABLE = re.compile(r"(?<=[a-zæøå][aeiouyæøå])(?=[bcdfghjklmnpqrstvwxz][aeiouyæøå][a-zæøå])")
_LONG_WORD = re.compile(r"[a-zæøåA-ZÆØÅ]{9,}")


class Kind(Enum):
    """What a printer sets in a way of its own."""

    TITLE = "title"
    PARAGRAPH = "paragraph"
    HEADING = "heading"
    ITEM = "item"
    CONTENTS = "contents"
    ENTRY = "entry"
    ROW = "row"


@dataclass(frozen=True, slots=True)
class Part:
    """A line of minutes: its kind and text; of an entry its marker ("" for a bullet) and level, of rows the cells."""

    kind: Kind
    text: str
    marker: str = ""
    level: int = 0
    cells: tuple[str, ...] = ()


def parts_of(text: str) -> Iterator[Part]:
    """The parts of minutes that are plain text, a paragraph a line."""
    has_title = False
    for line in filter(str.strip, text.lstrip("\ufeff").splitlines()):
        if not has_title:
            has_title = True
            yield Part(Kind.TITLE, line.strip())
        else:
            yield _part(line)


def _part(line: str) -> Part:
    if entry := _CONTENTS.fullmatch(line):
        return Part(Kind.CONTENTS, line, cells=(entry["title"], entry["page"]))
    if "\t" in line:
        return Part(Kind.ROW, line, cells=tuple(line.split("\t")))
    if _ITEM.fullmatch(line):
        return Part(Kind.ITEM, line)
    if line.strip() == "Indholdsfortegnelse" or match_heading(line):
        return Part(Kind.HEADING, line)
    if (entry := _ENTRY.fullmatch(line)) and not _DAY.match(line):
        is_bullet = set(entry["marker"]) <= _BULLETS
        level = min(1, len(entry["indent"]) + entry["marker"].count(" "))
        return Part(Kind.ENTRY, entry["text"], "" if is_bullet else entry["marker"].rpartition(" ")[2], level)
    return Part(Kind.PARAGRAPH, line.strip())


def tables_apart(parts: Iterator[Part]) -> Iterator[list[Part]]:
    """Runs of parts of one kind: the rows of a table and the entries of a list together, all others alone."""
    for kind, run in groupby(parts, key=lambda part: part.kind):
        if kind in {Kind.ROW, Kind.ENTRY, Kind.CONTENTS}:
            yield list(run)
        else:
            yield from ([part] for part in run)


def first_items(text: str, count: int) -> str:
    """Minutes cut off before an item: a short document with the contents of a long one."""
    items = [match.start() for match in re.finditer(r"(?m)^Punkt \d+: ", text)]
    return text[: items[count]].rstrip() + "\n" if len(items) > count else text


def with_soft_hyphens(text: str) -> str:
    """A text whose long words may be divided at the ends of lines."""
    return _LONG_WORD.sub(lambda word: _SYLLABLE.sub("\u00ad", word[0]), text)
