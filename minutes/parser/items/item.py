"""One agenda item: its header, its case number, and the sections into which its headings divide it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from minutes.danish.numbers import match_case_number
from minutes.parser.centre_roles import CentreNames, find_centres, find_unknown_codes
from minutes.parser.closed_items.closings import Closing
from minutes.parser.head.header import Header
from minutes.parser.headings import Heading
from minutes.parser.outcomes import DecidedPart, read_decision
from minutes.parser.problems import Problem, Severity
from minutes.parser.values import (
    ContentsEntry,
    Line,
    ParsedAttachment,
    ParsedDecision,
    ParsedDecisionPart,
    ParsedItem,
    ParsedSection,
    SectionKind,
)

from .decided import decided_text
from .documents import listed_documents, named_documents
from .sections import HeadedPart, sections_of, split_at_headings, unplaced_sections
from .starts import ItemStart

UNTITLED = "(uden titel)"
_BULLET = re.compile(r"\A(?:[-–•·◦▪*]|o)\s+(?=\S)")


@dataclass(frozen=True, slots=True)
class ItemLines:
    """The lines of one item: those of its header and title, and those below."""

    start: ItemStart
    of_header: tuple[Line, ...]
    below: tuple[Line, ...]

    @property
    def with_plain_header(self) -> tuple[Line, ...]:
        """All of them, with the header as one line in the plainest form."""
        header = Line(self.of_header[0].number, f"Punkt {self.start.header.label}: {self.start.title}")
        return (header, *self.below)


def parse_item(
    lines: ItemLines,
    entry: ContentsEntry | None,
    closing: Closing,
    header: Header,
    centres: CentreNames,
) -> tuple[ParsedItem, list[Problem]]:
    """Read the lines of one item; `entry` is its line in the table of contents."""
    toc_title = entry.title if entry else ""
    title = lines.start.title or toc_title or UNTITLED
    above, parts = split_at_headings(_without(closing.lines, lines.below))
    parts, below_attachments = _end_attachments_at_title(parts, toc_title or title)
    case_line = next((line for line in above if match_case_number(line.text)), None)
    known, outside = _split_known({title, toc_title}, case_line, (*above, *below_attachments))

    unplaced = unplaced_sections(outside)
    # What stands under a heading is searched for centres and documents; of the rest nobody knows what it is.
    headed = [(part, tuple(sections_of(part))) for part in parts]
    sections = tuple(section for _, of_part in headed for section in of_part)
    title_line = Line(lines.of_header[0].number, title)
    decisions = tuple(_decisions(headed, header, first_index=len(unplaced)))
    item = ParsedItem(
        line=title_line.number,
        number=lines.start.header.number,
        letter=lines.start.header.letter,
        title=title,
        toc_title=toc_title,
        toc_page=entry.page if entry else None,
        case_number=match_case_number(case_line.text) if case_line else None,
        is_closed=closing.is_closed,
        is_doubtful=closing.is_doubtful,
        lines=(*lines.of_header, *known, *closing.lines),
        sections=(*unplaced, *sections),
        decisions=decisions,
        attachments=tuple(_attachments(sections)),
        documents=tuple(listed_documents(sections)),
        references=tuple(named_documents(sections)),
        centres=find_centres(title_line, sections, centres, decisions),
    )
    return item, [
        *_problems(item, entry),
        *closing.problems,
        *_section_problems(parts, header),
        *find_unknown_codes(sections, centres),
    ]


def _without(closing: Iterable[Line], lines: Sequence[Line]) -> Sequence[Line]:
    taken = {line.number for line in closing}
    return [line for line in lines if line.number not in taken] if taken else lines


def _split_known(
    titles: Collection[str], case_line: Line | None, lines: Iterable[Line]
) -> tuple[list[Line], list[Line]]:
    """Of the lines outside all sections those that say the case number or repeat the title, and the rest."""
    known: list[Line] = []
    rest: list[Line] = []
    for line in lines:
        if line is case_line or line.stripped in titles:
            known.append(line)
        else:
            rest.append(line)
    return known, rest


def _end_attachments_at_title(
    parts: list[HeadedPart], title: str
) -> tuple[list[HeadedPart], tuple[Line, ...]]:
    """Where the attachments come first, the item's title is repeated below them and ends them; never matched
    fuzzily, for an attachment can differ from the title by two letters."""
    for position, part in enumerate(parts):
        if part.heading.kind is not SectionKind.ATTACHMENTS:
            break
        ends = [end for end, line in enumerate(part.lines) if line.stripped == title]
        if ends:
            shortened = replace(part, lines=part.lines[: ends[-1]])
            return [*parts[:position], shortened, *parts[position + 1 :]], part.lines[ends[-1] :]
    return parts, ()


def _decisions(
    headed: Iterable[tuple[HeadedPart, tuple[ParsedSection, ...]]], header: Header, *, first_index: int
) -> Iterator[ParsedDecision]:
    """What was decided below each heading of a decision; `first_index` is the place of the first of these sections."""
    index = first_index
    for part, sections in headed:
        section = sections[0]
        if section.kind is SectionKind.DECISION and section.lines:
            yield _decision(part.heading, section, header, index)
        index += len(sections)


def _decision(heading: Heading, section: ParsedSection, header: Header, index: int) -> ParsedDecision:
    body = heading.body or header.body
    is_own_body = body.lower() == header.body.lower()
    outcome, answers = read_decision(decided_text(section), body)
    return ParsedDecision(
        line=section.heading_lines[0].number,
        body=header.body if is_own_body else body,
        date=heading.date or header.date,
        text=section.text,
        outcome=outcome,
        section_index=index,
        parts=() if section.is_recommendation_too else tuple(_decision_parts(section, answers)),
    )


def _decision_parts(section: ParsedSection, answers: Iterable[DecidedPart]) -> Iterator[ParsedDecisionPart]:
    for answer in answers:
        line = section.lines[section.text.count("\n", 0, answer.begin)]
        yield ParsedDecisionPart(line.number, answer.point, answer.text, answer.outcome)


def _attachments(sections: tuple[ParsedSection, ...]) -> Iterator[ParsedAttachment]:
    for section in sections:
        if section.kind is SectionKind.ATTACHMENTS and not section.is_empty:
            yield from (
                ParsedAttachment(line.number, _without_bullet(line.stripped)) for line in section.lines
            )


def _without_bullet(title: str) -> str:
    """An attachment's title without the marker of the list that it stands in; "A - Notat" has none."""
    return _BULLET.sub("", title)


def _problems(item: ParsedItem, entry: ContentsEntry | None) -> Iterator[Problem]:
    if entry and entry.title != item.title:
        message = f'Indholdsfortegnelsen kalder punktet "{entry.title}", overskriften "{item.title}".'
        yield Problem(item.line, "toc_title_differs", Severity.WARNING, message)
    if item.case_number is None:
        yield Problem(
            item.line, "case_number_missing", Severity.INFO, f"Punkt {item.label} har intet sagsnummer."
        )
    if item.is_closed and item.sections:
        message = f"Punkt {item.label} er lukket, men har tekst. Den vises ikke offentligt."
        yield Problem(item.line, "closed_item_has_text", Severity.WARNING, message)
    if not item.is_closed and not item.headed_sections:
        yield Problem(item.line, "item_empty", Severity.INFO, f"Punkt {item.label} har ingen tekst.")
    if not any(section.kind is SectionKind.DECISION for section in item.sections):
        yield from _unread_decisions(item)
    for line in item.unplaced:
        message = f"Linjen står uden for punkt {item.label}s afsnit."
        yield Problem(line.number, "text_outside_section", Severity.WARNING, message)


def _unread_decisions(item: ParsedItem) -> Iterator[Problem]:
    """The lines of an item without any decision that may be one, or its heading, in words that are not known."""
    for section in item.sections:
        for line in section.lines:
            if line.text[0] in "Bb \t" and line.text[:40].lstrip()[:10].lower() == "beslutning":
                message = f'Linjen i punkt {item.label} begynder med "Beslutning", men er læst som tekst.'
                yield Problem(line.number, "decision_in_text", Severity.WARNING, message)


def _section_problems(parts: list[HeadedPart], header: Header) -> Iterator[Problem]:
    seen: set[SectionKind] = set()
    for part in parts:
        name, kind = part.line.stripped, part.heading.kind
        if kind in seen and kind is not SectionKind.DECISION:
            yield Problem(
                part.line.number,
                "heading_repeated",
                Severity.INFO,
                f'Overskriften "{name}" står flere gange.',
            )
        seen.add(kind)
        if not part.lines:
            yield Problem(part.line.number, "heading_empty", Severity.INFO, f'Der står intet under "{name}".')
        if kind is SectionKind.DECISION:
            yield from _date_problems(part, header)


def _date_problems(part: HeadedPart, header: Header) -> Iterator[Problem]:
    number, heading = part.line.number, part.heading
    if heading.impossible_date:
        message = f'"{heading.impossible_date}" er ingen dato i kalenderen; mødets dato er brugt.'
        yield Problem(number, "date_impossible", Severity.ERROR, message)
    elif heading.date is None:
        yield Problem(
            number, "decision_undated", Severity.INFO, "Beslutningen har ingen dato; mødets dato er brugt."
        )
    elif heading.date != header.date:
        message = f"Beslutningen er fra {heading.date:%d-%m-%Y}, mødet fra {header.date:%d-%m-%Y}."
        yield Problem(number, "decision_date_foreign", Severity.INFO, message)
