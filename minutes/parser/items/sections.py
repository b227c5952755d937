"""How headings divide the lines of an item into sections, and what of these lines is heading, text or neither."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from minutes.danish.dates import DATE_PATTERN, MONTH_NAME, YEAR
from minutes.parser.blocks import one_paragraph_a_line, parse_blocks
from minutes.parser.headings import (
    FIRST_LETTERS,
    Heading,
    is_no_remarks,
    match_broken_heading,
    match_decision_on_line,
    match_heading,
    may_open,
)
from minutes.parser.outcomes import classify_outcome
from minutes.parser.values import Line, Outcome, ParsedSection, SectionKind

from .absence import split_absent

# Of a plan's dates, which only look like a decision: "Beslutning: juni 2014", "Beslutning: Byrådet den 27. august".
_ONLY_A_TIME = re.compile(
    rf"(?:{DATE_PATTERN}|(?:{MONTH_NAME}|{YEAR}|[0-9]{{1,2}}|primo|medio|ultimo|uge|kvartal|halvår|forår(?:et)?|efterår(?:et)?"
    r"|sommer(?:en)?|vinter(?:en)?|start|slut|ca|den|d|i|og|\w*(?:råde?t?|udvalget|direktionen|forum|bestyrelsen))\b|[\s.,:;/–-])+",
    re.IGNORECASE,
)


# Of lines that begin as the heading of a decision and do more, no item that anybody wrote has so many.
_MOST_OPENINGS = 1_000


@dataclass(frozen=True, slots=True)
class HeadedPart:
    """A section's heading with its lines, what it means, and the lines below it."""

    heading: Heading
    heading_lines: tuple[Line, ...]
    lines: tuple[Line, ...]

    @property
    def line(self) -> Line:
        """The first of its heading."""
        return self.heading_lines[0]


@dataclass(frozen=True, slots=True)
class _Opening:
    """Where a section begins: the position of its heading and of the text below, and the text behind the heading.

    `is_certain`: nothing but a heading is written so.
    """

    position: int
    end: int
    heading: Heading
    heading_lines: tuple[Line, ...]
    behind: tuple[Line, ...] = ()
    is_certain: bool = True

    @property
    def is_decision(self) -> bool:
        return self.heading.kind is SectionKind.DECISION


def split_at_headings(lines: Sequence[Line]) -> tuple[tuple[Line, ...], list[HeadedPart]]:
    """The lines above the first heading, and a part for each heading."""
    openings = list(_openings(lines))
    if any(opening.is_decision and opening.is_certain for opening in openings):
        openings = [opening for opening in openings if opening.is_certain]
    ends = [opening.position for opening in openings[1:]] + [len(lines)]
    parts = [
        HeadedPart(opening.heading, opening.heading_lines, (*opening.behind, *lines[opening.end : end]))
        for opening, end in zip(openings, ends, strict=bool(openings))
    ]
    return tuple(lines[: openings[0].position] if openings else lines), parts


def _openings(lines: Sequence[Line]) -> Iterator[_Opening]:
    end_of_last, looked_at = 0, 0
    for position, line in enumerate(lines):
        may_begin = line.text[:2] in FIRST_LETTERS or line.text[0].isspace()
        if position < end_of_last or not may_begin:
            continue
        opening = None
        heading = match_heading(line.text)
        # One that names its day is whole, and so is the word above a section of another kind.
        is_whole = heading is not None and (heading.is_dated or heading.kind is not SectionKind.DECISION)
        if not is_whole and looked_at < _MOST_OPENINGS and may_open(line.text):
            looked_at += 1
            opening = _opening_of_more(lines, position)
        if opening is None and heading:
            opening = _Opening(position, position + 1, heading, (line,))
        if opening:
            yield opening
            end_of_last = opening.end


def _opening_of_more(lines: Sequence[Line], position: int) -> _Opening | None:
    """A heading that is broken over two lines, or has the decision behind it."""
    line = lines[position]
    if position + 1 < len(lines):
        second = lines[position + 1]
        if broken := match_broken_heading(line.text, second.text):
            return _Opening(position, position + 2, broken, (line, second))
    return _decision_on_line(line, position)


def _decision_on_line(line: Line, position: int) -> _Opening | None:
    found = match_decision_on_line(line.text)
    if found is None:
        return None
    heading, column = found
    above, behind = line.split_at(column)
    words_outcome = classify_outcome(behind.stripped) is not Outcome.OTHER
    # "Beslutning i Byrådet: Godkendt." could be a heading, too, with the state of the minutes in it.
    if not words_outcome and match_heading(line.text):
        return None
    is_certain = words_outcome or heading.is_dated
    if not is_certain and (above.text[-1] != ":" or _ONLY_A_TIME.fullmatch(behind.stripped)):
        return None
    return _Opening(position, position + 1, heading, (above,), (behind,), is_certain)


def sections_of(part: HeadedPart) -> Iterator[ParsedSection]:
    """The section of a heading; below a decision those who were absent are one of their own, without a heading."""
    lines, absent = part.lines, tuple[Line, ...]()
    if part.heading.kind is SectionKind.DECISION:
        lines, absent = split_absent(part.lines)
    yield _section(part, lines)
    if absent:
        yield ParsedSection(SectionKind.ATTENDANCE, (), absent, parse_blocks(absent), is_empty=False)


def _section(part: HeadedPart, lines: tuple[Line, ...]) -> ParsedSection:
    kind = part.heading.kind
    is_empty = not lines or (len(lines) == 1 and is_no_remarks(lines[0].text))
    is_one_title_a_line = kind in {SectionKind.ATTACHMENTS, SectionKind.DOCUMENTS}
    blocks = one_paragraph_a_line(lines) if is_one_title_a_line else parse_blocks(lines)
    return ParsedSection(
        kind, part.heading_lines, lines, blocks, is_empty, part.heading.is_recommendation_too
    )


def unplaced_sections(lines: Iterable[Line]) -> tuple[ParsedSection, ...]:
    """The section of the lines that stand outside all others, if there are any."""
    outside = tuple(lines)
    if not outside:
        return ()
    return (ParsedSection(SectionKind.UNPLACED, (), outside, parse_blocks(outside), is_empty=False),)
