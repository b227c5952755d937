"""Codes that stand where a centre stands and are in no list: the archivist is asked about them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from minutes.parser.problems import Problem, Severity
from minutes.parser.values import ParsedSection

from .columns import CENTRE_COLUMNS, cells_below
from .names import CentreNames

UNKNOWN_CODE = "unknown_code"
UNKNOWN_CODE_MESSAGE = "Koden {} står som center, men findes ikke på listen over centre."

# A code where only a centre can stand: it has three to five capitals.
_CODE = re.compile(r"(?<![\w-])[A-ZÆØÅ]{3,5}(?![\w-])")
_UNKNOWN_ACTOR = re.compile(rf"({_CODE.pattern})(?=\s+indstiller\b)")
# A cell of codes and initials: HRC/JC · ØDC, PA; but not "ALLE CENTRE"
_CELL_OF_CODES = re.compile(r"[A-ZÆØÅ]{2,5}(?:\s*+(?:[/,+&]|og)\s*+[A-ZÆØÅ]{2,5})*+")


def find_unknown_codes(sections: Iterable[ParsedSection], names: CentreNames) -> Iterator[Problem]:
    """A problem for each code that stands where a centre stands and is in no list; none where no list is known."""
    if not names.codes:
        return
    seen: set[str] = set()
    for number, code in _codes_in_centre_places(sections):
        if names.knows(code) or code in seen:
            continue
        seen.add(code)
        yield Problem(
            number,
            UNKNOWN_CODE,
            Severity.WARNING,
            UNKNOWN_CODE_MESSAGE.format(code),
        )


def _codes_in_centre_places(sections: Iterable[ParsedSection]) -> Iterator[tuple[int, str]]:
    for section in sections:
        for line in section.lines:
            if " indstiller" in line.text:
                yield from ((line.number, match[0]) for match in _UNKNOWN_ACTOR.finditer(line.text))
        for table in section.tables:
            for offset, cell in cells_below(table, CENTRE_COLUMNS):
                if _CELL_OF_CODES.fullmatch(cell):
                    yield from ((table.line + offset, match[0]) for match in _CODE.finditer(cell))
