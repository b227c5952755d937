"""The grammar of a document of minutes.

1. The text becomes numbered lines.
2. Its first line says that it is minutes.
3. The lines "Punkt n: …" divide it into a head and items.
4. The head is read, with the table of contents.
5. It is settled which items are closed.
6. Each item is read, beside its line in the table of contents.
7. What does not fit together becomes a problem; a second document in the file is refused.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain, pairwise, repeat

from minutes.danish.damaged_letters import find_damage

from .centre_roles import CentreNames
from .closed_items.closings import find_closings, join_contents
from .head.header import Header, check_document, parse_header
from .head.second_title import find_second_title
from .head.title import quote
from .items.item import parse_item
from .items.starts import find_item_starts, match_item_header
from .lines import read_lines
from .problems import MinutesSyntaxError, Problem, Severity
from .values import ContentsEntry, Line, ParsedItem, ParsedMeeting

# Raised with every change of what the parser makes of a text, so that stored documents can be read again.
PARSER_VERSION = 4

# Of Danish letters three in a hundred are æ, ø or å: in a page without any they have been lost, or spelt out.
_MOST_WITHOUT_DANISH = 2_000
_DANISH_LETTER = re.compile("[æøåÆØÅ]")

_EXPECTED_ONE = "ét referat i hver fil (del filen, og indlæs hvert referat for sig)"
_EXPECTED_ITEM = 'mindst ét punkt, der begynder som "Punkt 1: Godkendelse af dagsorden"'


def parse_minutes(
    text: str,
    centres: CentreNames = CentreNames(),  # noqa: B008 (immutable)
    *,
    is_stored: bool = False,
) -> ParsedMeeting:
    """What a document of minutes says. No text is lost: `all_lines()` gives every non-blank line back.

    `centres` are the written forms of the administrative units; without them no centre is found.
    Raises MinutesSyntaxError, and nothing else, where no meeting can be made of the text, or two can be. A document
    that `is_stored` already was taken before the second was looked for: there it is a problem, and part of the first.
    """
    lines = read_lines(text)
    check_document(lines)
    head_end = _end_of_head(lines)
    header = parse_header(lines[:head_end])
    starts = find_item_starts(lines, tuple(entry for entry in header.contents if not entry.is_label))
    second = find_second_title(lines, starts, header.body, header.date)
    if second and not is_stored:
        raise MinutesSyntaxError(_EXPECTED_ONE, f"et mere: {quote(second)}", second.number)
    contents = join_contents(header.contents, len(starts))
    items, problems = _parse_items(lines, starts, contents, header, centres)
    problems += [*header.problems, *_contents_problems(contents, items), *_number_problems(items)]
    problems += [*_stray_header_problems(lines, starts), *_letter_problems(text, lines[0])]
    problems += _second_minutes_problem(second)
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
        lines=lines[:head_end],
        unplaced=header.unplaced,
        items=tuple(items),
        problems=tuple(sorted(problems, key=lambda problem: (problem.line, problem.code))),
    )


def _end_of_head(lines: tuple[Line, ...]) -> int:
    for position, line in enumerate(lines):
        if match_item_header(line):
            return position
    raise MinutesSyntaxError(_EXPECTED_ITEM, "ingen punkter", lines[-1].number)


def _parse_items(
    lines: tuple[Line, ...],
    starts: list[int],
    contents: tuple[ContentsEntry, ...],
    header: Header,
    centres: CentreNames,
) -> tuple[list[ParsedItem], list[Problem]]:
    items: list[ParsedItem] = []
    problems: list[Problem] = []
    of_items = [lines[start:end] for start, end in pairwise([*starts, len(lines)])]
    closings = find_closings(of_items, contents, is_closed=header.is_closed)
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
    seen: set[int] = set()
    expected = 1
    for item in items:
        if item.number in seen:
            message = f"Punkt {item.number} står mere end én gang."
            yield Problem(item.line, "number_repeated", Severity.WARNING, message)
        elif item.number != expected:
            message = f"Her ventedes punkt {expected}, men punktet har nummer {item.number}."
            yield Problem(item.line, "number_gap", Severity.WARNING, message)
        seen.add(item.number)
        expected = item.number + 1


def _stray_header_problems(lines: tuple[Line, ...], starts: list[int]) -> Iterator[Problem]:
    known = set(starts)
    for position in range(starts[0], len(lines)):
        if position not in known and match_item_header(lines[position]):
            message = "Linjen ligner et punkts overskrift, men er læst som tekst."
            yield Problem(lines[position].number, "item_header_in_text", Severity.INFO, message)


def _letter_problems(text: str, first: Line) -> Iterator[Problem]:
    """What the letters say of the file. Certain damage is refused on import; a document of before has it still."""
    if damage := find_damage(text):
        severity = Severity.ERROR if damage.is_certain else Severity.WARNING
        message = f"{damage.what}. Se linjen efter, og indlæs referatet igen fra en fil i UTF-8, hvis den er forkert."
        yield Problem(damage.line, "damaged_letters", severity, message)
    elif not _DANISH_LETTER.search(text) and sum(map(str.isalpha, text)) > _MOST_WITHOUT_DANISH:
        message = "Referatet har ingen æ, ø eller å. Se efter, om bogstaverne er gået tabt."
        yield Problem(first.number, "no_danish_letters", Severity.WARNING, message)
