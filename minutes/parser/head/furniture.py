"""What belongs to the page that minutes were printed on, and not to the meeting: links, page numbers, who keeps it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from minutes.danish.dates import DATE_PATTERN
from minutes.danish.numbers import match_case_number
from minutes.parser.headings import is_body_name, match_heading
from minutes.parser.problems import Problem, Severity
from minutes.parser.values import Line

from .municipality import is_municipality_alone
from .title import match_title

_LONGEST = 40
# Links, wherever they stand.
_LINKS = frozenset(
    {
        "få siden oplæst",
        "få teksten oplæst",
        "oplæs siden",
        "læs siden op",
        "læs op",
        "til toppen",
        "til top",
        "tilbage til toppen",
        "gå til toppen",
        "udskriv siden",
        "print siden",
        "del siden",
    }
)
# What these and the numbers of pages begin with; a look at two letters spares most lines the rest.
_BEGINNINGS = frozenset(
    form(text[:2]) for text in (*_LINKS, "side ") for form in (str, str.upper, str.capitalize)
)
# Side 1 · Side 3 af 12 · side 3/12
_PAGE_NUMBER = re.compile(r"side\s[0-9]{1,4}(?:\s?(?:af|/)\s?[0-9]{1,4})?", re.IGNORECASE)
# Opdateret 12-09-2017 · Sidst opdateret: 12. september 2017 kl. 10.15 · Ansvar for denne side
_FOOT = re.compile(
    rf"(?:(?:sidst|senest)\s)?opdateret:?\s(?:den\s|d\.\s?)?{DATE_PATTERN}.{{0,20}}|ansvar(?:lig)?\sfor\s(?:denne\s)?siden?\b.*",
    re.IGNORECASE,
)
# A page ends in so many lines at most: who keeps it, an address, a number to call.
_LONGEST_FOOT = 12
# The way to a page has fewer steps.
_LONGEST_WAY = 15


def set_aside_furniture(lines: Sequence[Line]) -> tuple[tuple[Line, ...], tuple[Line, ...]]:
    """The lines of the document, and those of the page."""
    crumbs, foot = _crumbs(lines), _start_of_foot(lines)
    links = [line for line in lines[:foot] if _may_be_furniture(line) and _is_furniture(line)]
    if not links and not crumbs:
        return tuple(lines[:foot]), tuple(lines[foot:])
    aside = {line.number for line in (*crumbs, *links)}
    kept = tuple(line for line in lines[:foot] if line.number not in aside)
    return kept, (*crumbs, *links, *lines[foot:])


def _may_be_furniture(line: Line) -> bool:
    return line.text[:2] in _BEGINNINGS or line.text[:1].isspace()


def _is_furniture(line: Line) -> bool:
    if len(line.text) > _LONGEST:
        return False
    is_number = line.stripped[:5].lower() == "side " and _PAGE_NUMBER.fullmatch(line.stripped) is not None
    return is_number or _is_link(line)


def _is_link(line: Line) -> bool:
    return line.stripped.lower() in _LINKS


def _crumbs(lines: Sequence[Line]) -> list[Line]:
    """The way to the page ("Forside", "Byråd og udvalg"), which stands above a link, but for whose page it is."""
    for place, line in enumerate(lines[:_LONGEST_WAY]):
        if _is_link(line):
            return [step for step in lines[:place] if not _says_whose(step)]
        if len(line.text) > _LONGEST or match_title(line):
            return []
    return []


def _says_whose(line: Line) -> bool:
    return is_body_name(line.stripped) or is_municipality_alone(line)


def _start_of_foot(lines: Sequence[Line]) -> int:
    """Where the page's foot begins, below which nothing of a meeting stands; behind the last line where it has none."""
    for place in range(max(1, len(lines) - _LONGEST_FOOT), len(lines)):
        if _FOOT.fullmatch(lines[place].stripped) and not any(map(_is_of_meeting, lines[place:])):
            return place
    return len(lines)


def _is_of_meeting(line: Line) -> bool:
    return match_heading(line.text) is not None or match_case_number(line.text) is not None


def furniture_problems(aside: Sequence[Line]) -> Iterator[Problem]:
    """A remark that counts what was set aside, and shows the first of it."""
    if aside:
        first = min(aside, key=lambda line: line.number)
        count = "1 linje" if len(aside) == 1 else f"{len(aside)} linjer"
        message = f'{count} hører til siden og ikke til mødet, og er ikke læst med, fra "{first.stripped[:_LONGEST]}".'
        yield Problem(first.number, "page_furniture", Severity.INFO, message)
