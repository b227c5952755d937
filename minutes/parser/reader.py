"""The grammar of a document of minutes.

1. The text becomes numbered lines; those of a web page are set aside.
2. One of the first says that it is minutes.
3. The headers of items, and the table of contents, divide it into a head and items.
4. The head is read.
5. It is settled which items are closed.
6. Each item is read, beside its line in the table of contents.
7. What does not fit together becomes a problem; a second document in the file is refused.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import chain, repeat

from minutes.danish.damaged_letters import find_damage

from .centre_roles import CentreNames
from .closed_items.closings import find_closings, join_contents
from .head.furniture import furniture_problems, set_aside_furniture
from .head.header import Header, find_document, parse_header
from .head.second_title import find_second_title
from .head.title import quote
from .items.agenda import Agenda, find_agenda, similar_line
from .items.headers import is_next
from .items.item import ItemLines, parse_item
from .items.starts import ItemStart
from .lines import read_lines
from .problems import MinutesSyntaxError, Problem, Severity
from .values import ContentsEntry, Line, ParsedItem, ParsedMeeting

# Raised with every change of what the parser makes of a text, or of the personal numbers that are found in one, so that
# stored documents can be read again.
PARSER_VERSION = 8

# Of Danish letters three in a hundred are æ, ø or å: in a page without any they have been lost, or spelt out.
_MOST_WITHOUT_DANISH = 2_000
_DANISH_LETTER = re.compile("[æøåÆØÅ]")

_EXPECTED_ONE = "ét referat i hver fil (del filen, og indlæs hvert referat for sig)"
_EXPECTED_ITEM = (
    'mindst ét punkt, der begynder som "Punkt 1: Godkendelse af dagsorden" '
    '(eller som "1. Godkendelse af dagsorden" med et sagsnummer eller et afsnit under sig)'
)


def parse_minutes(
    text: str,
    centres: CentreNames = CentreNames(),  # noqa: B008 (immutable)
    *,
    municipality: str = "",
    is_stored: bool = False,
) -> ParsedMeeting:
    """What a document of minutes says. No text is lost: `all_lines()` gives every non-blank line back.

    `centres` are the written forms of the administrative units; without them no centre is found. Where minutes name
    another `municipality` than this one, that is a problem; without it none is.
    Raises MinutesSyntaxError, and nothing else, where no meeting can be made of the text, or two can be. A document
    that `is_stored` already was taken before the second was looked for: there it is a problem, and part of the first.
    """
    lines, of_page = set_aside_furniture(read_lines(text))
    document = find_document(lines)
    agenda = find_agenda(lines, document.position + 1)
    if not agenda.starts:
        raise _no_items(lines, document.position + 1)
    first = agenda.starts[0].position
    header = parse_header(document, agenda.above, lines[first:], agenda.contents, municipality)
    second = find_second_title(lines, agenda, document.title.line, header.body, header.date)
    if second and not is_stored:
        raise MinutesSyntaxError(_EXPECTED_ONE, f"et mere: {quote(second)}", second.number)
    contents = join_contents(header.contents, len(agenda.starts))
    items, problems = _parse_items(lines, agenda.starts, contents, header, centres)
    problems += [*header.problems, *_contents_problems(contents, items), *_number_problems(items)]
    problems += [*_stray_header_problems(lines, agenda), *_letter_problems(text, lines[0])]
    problems += [*_second_minutes_problem(second), *furniture_problems([*of_page, *header.of_page])]
    return ParsedMeeting(
        doc_type=header.doc_type,
        is_extraordinary=header.is_extraordinary,
        body=header.body,
        body_line=header.body_line,
        date=header.date,
        date_line=header.date_line,
        start_time=header.start_time,
        location=header.location,
        location_line=header.location_line,
        attendance=header.attendance,
        contents=contents,
        lines=lines[:first],
        of_page=of_page,
        unplaced=header.unplaced,
        items=tuple(items),
        problems=tuple(sorted(problems, key=lambda problem: (problem.line, problem.code))),
    )


def _no_items(lines: tuple[Line, ...], first: int) -> MinutesSyntaxError:
    """What is wrong with a document without items, at the line that looks most like the header of one."""
    similar = similar_line(lines, first)
    if similar is None:
        return MinutesSyntaxError(_EXPECTED_ITEM, "ingen punkter", lines[-1].number)
    return MinutesSyntaxError(_EXPECTED_ITEM, f"ingen punkter; nærmest er {quote(similar)}", similar.number)


def _parse_items(
    lines: tuple[Line, ...],
    starts: Sequence[ItemStart],
    contents: tuple[ContentsEntry, ...],
    header: Header,
    centres: CentreNames,
) -> tuple[list[ParsedItem], list[Problem]]:
    items: list[ParsedItem] = []
    problems: list[Problem] = []
    ends = [*(start.position for start in starts[1:]), len(lines)]
    of_items = [
        ItemLines(start, lines[start.position : start.end], lines[start.end : end])
        for start, end in zip(starts, ends, strict=True)
    ]
    plain = (its_lines.with_plain_header for its_lines in of_items)
    closings = find_closings(plain, contents, is_closed=header.is_closed)
    for its_lines, entry, closing in zip(of_items, chain(contents, repeat(None)), closings, strict=False):
        item, its_problems = parse_item(its_lines, entry, closing, header, centres)
        items.append(item)
        problems += its_problems
    return items, problems


def _second_minutes_problem(second: Line | None) -> Iterator[Problem]:
    if second:
        message = f"Her begynder et referat mere: {quote(second)}. Filen bør deles, og hvert referat indlæses for sig."
        yield Problem(second.number, "second_minutes", Severity.ERROR, message)


def _contents_problems(contents: tuple[ContentsEntry, ...], items: list[ParsedItem]) -> Iterator[Problem]:
    if not contents:
        yield Problem(items[0].line, "toc_missing", Severity.INFO, "Referatet har ingen indholdsfortegnelse.")
    elif len(contents) != len(items):
        message = f"Indholdsfortegnelsen har {len(contents)} punkter, referatet {len(items)}."
        yield Problem(contents[-1].line, "toc_length_differs", Severity.WARNING, message)


def _number_problems(items: list[ParsedItem]) -> Iterator[Problem]:
    seen: set[str] = set()
    number, letter = 0, ""
    for item in items:
        if item.label in seen:
            message = f"Punkt {item.label} står mere end én gang."
            yield Problem(item.line, "number_repeated", Severity.WARNING, message)
        elif not is_next(number, letter, item.number, item.letter):
            message = f"Her ventedes punkt {number + 1}, men punktet har nummer {item.label}."
            yield Problem(item.line, "number_gap", Severity.WARNING, message)
        seen.add(item.label)
        number, letter = item.number, item.letter


def _stray_header_problems(lines: tuple[Line, ...], agenda: Agenda) -> Iterator[Problem]:
    known = {start.position for start in agenda.starts}
    like_next = {header.position for header in agenda.passed_over}
    first = agenda.starts[0].position
    for header in agenda.headers:
        place = header.position
        if place > first and place not in known and (header.is_plain or place in like_next):
            severity = Severity.WARNING if place in like_next else Severity.INFO
            message = "Linjen ligner et punkts overskrift, men er læst som tekst."
            yield Problem(lines[place].number, "item_header_in_text", severity, message)


def _letter_problems(text: str, first: Line) -> Iterator[Problem]:
    """What the letters say of the file. Certain damage is refused on import; a document of before has it still."""
    if damage := find_damage(text):
        severity = Severity.ERROR if damage.is_certain else Severity.WARNING
        message = f"{damage.what}. Se linjen efter, og indlæs referatet igen fra en fil i UTF-8, hvis den er forkert."
        yield Problem(damage.line, "damaged_letters", severity, message)
    elif not _DANISH_LETTER.search(text) and sum(map(str.isalpha, text)) > _MOST_WITHOUT_DANISH:
        message = "Referatet har ingen æ, ø eller å. Se efter, om bogstaverne er gået tabt."
        yield Problem(first.number, "no_danish_letters", Severity.WARNING, message)
