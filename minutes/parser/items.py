"""One agenda item: its header, its case number, and the sections into which its headings divide it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from .blocks import one_paragraph_a_line, parse_blocks
from .centres import CentreNames, find_centres, find_unknown_codes
from .header import Header
from .headings import Heading, is_no_remarks, match_heading
from .numbers import FoundNumber, iter_numbers, match_case_number
from .outcomes import classify_outcome
from .patterns import CLOSED_TITLE, ITEM_HEADER
from .values import (
    ContentsEntry,
    Line,
    ParsedAttachment,
    ParsedDecision,
    ParsedDocument,
    ParsedItem,
    ParsedSection,
    Problem,
    SectionKind,
    Severity,
)

UNTITLED = "(uden titel)"

# A line with more numbers is no text that anybody wrote.
_MOST_NUMBERS_IN_A_LINE = 1000


@dataclass(frozen=True, slots=True)
class _Part:
    """A section's heading, what it means, and the lines below it."""

    line: Line
    heading: Heading
    lines: tuple[Line, ...]


def parse_item(
    lines: tuple[Line, ...], entry: ContentsEntry | None, header: Header, centres: CentreNames
) -> tuple[ParsedItem, list[Problem]]:
    """Read the lines of one item, "Punkt n: …" first; `entry` is its line in the table of contents."""
    match = ITEM_HEADER.fullmatch(lines[0].text)
    printed_title = match["title"].strip() if match else ""
    toc_title = entry.title if entry else ""
    title = printed_title or toc_title or UNTITLED

    preamble, parts = _split_at_headings(lines[1:])
    case_line = next((line for line in preamble if match_case_number(line.text)), None)
    parts, after_attachments = _end_attachments_at_title(parts, toc_title or title)
    outside = [line for line in (*preamble, *after_attachments) if line is not case_line]
    unplaced = tuple(line for line in outside if line.stripped not in {toc_title, title})

    sections = tuple(_section(part) for part in parts)
    item = ParsedItem(
        line=lines[0].number,
        number=int(match["number"]) if match else 0,
        title=title,
        toc_title=toc_title,
        toc_page=entry.page if entry else None,
        case_number=match_case_number(case_line.text) if case_line else None,
        is_closed=CLOSED_TITLE.fullmatch(" ".join(title.split())) is not None,
        lines=(lines[0], *preamble, *after_attachments),
        unplaced=unplaced,
        sections=sections,
        decisions=tuple(_decisions(parts, sections, header)),
        attachments=tuple(_attachments(sections)),
        documents=tuple(_listed_documents(sections)),
        references=tuple(_named_documents(sections)),
        centres=find_centres(lines[0], sections, centres),
    )
    return item, [
        *_problems(item, entry),
        *_section_problems(parts, header),
        *find_unknown_codes(sections, centres),
    ]


def _split_at_headings(lines: Iterable[Line]) -> tuple[tuple[Line, ...], list[_Part]]:
    """The lines above the first heading, and a part for each heading."""
    preamble: list[Line] = []
    parts: list[tuple[Line, Heading, list[Line]]] = []
    for line in lines:
        heading = match_heading(line.text)
        if heading:
            parts.append((line, heading, []))
        elif parts:
            parts[-1][2].append(line)
        else:
            preamble.append(line)
    return tuple(preamble), [_Part(line, heading, tuple(below)) for line, heading, below in parts]


def _end_attachments_at_title(parts: list[_Part], title: str) -> tuple[list[_Part], tuple[Line, ...]]:
    """Where the attachments come first, the item's title is repeated below them and ends them; never matched
    fuzzily, for an attachment can differ from the title by two letters."""
    if not parts or parts[0].heading.kind is not SectionKind.ATTACHMENTS:
        return parts, ()
    first = parts[0]
    ends = [position for position, line in enumerate(first.lines) if line.stripped == title]
    if not ends:
        return parts, ()
    return [_Part(first.line, first.heading, first.lines[: ends[-1]]), *parts[1:]], first.lines[ends[-1] :]


def _section(part: _Part) -> ParsedSection:
    is_empty = not part.lines or (len(part.lines) == 1 and is_no_remarks(part.lines[0].text))
    is_one_title_a_line = part.heading.kind in {SectionKind.ATTACHMENTS, SectionKind.DOCUMENTS}
    blocks = one_paragraph_a_line(part.lines) if is_one_title_a_line else parse_blocks(part.lines)
    return ParsedSection(part.heading.kind, part.line, part.lines, blocks, is_empty)


def _decisions(
    parts: list[_Part], sections: tuple[ParsedSection, ...], header: Header
) -> Iterator[ParsedDecision]:
    for position, (part, section) in enumerate(zip(parts, sections, strict=True)):
        if section.kind is not SectionKind.DECISION:
            continue
        body = part.heading.body or header.body
        is_own_body = body.lower() == header.body.lower()
        yield ParsedDecision(
            line=part.line.number,
            body=header.body if is_own_body else body,
            date=part.heading.date or header.date,
            text=section.text,
            outcome=classify_outcome(section.text),
            position=position,
        )


def _attachments(sections: tuple[ParsedSection, ...]) -> Iterator[ParsedAttachment]:
    for section in sections:
        if section.kind is SectionKind.ATTACHMENTS and not section.is_empty:
            yield from (ParsedAttachment(line.number, line.stripped) for line in section.lines)


def _listed_documents(sections: tuple[ParsedSection, ...]) -> Iterator[ParsedDocument]:
    """Documents of a list, each line a title and its number: "Strategi for byrummet (123456/12)"."""
    for section in sections:
        if section.kind is not SectionKind.DOCUMENTS:
            continue
        for line in section.lines:
            for found in _documents_in(line):
                title = line.text.replace(found.as_written, "").replace("()", "").strip(" -–,:;\t")
                yield ParsedDocument(line.number, found.number, found.as_written, title)


def _named_documents(sections: tuple[ParsedSection, ...]) -> Iterator[ParsedDocument]:
    """Documents named in the text, each number once."""
    seen: set[str] = set()
    for section in sections:
        if section.kind is SectionKind.DOCUMENTS:
            continue
        for line in section.lines:
            for found in _documents_in(line):
                if found.number not in seen:
                    seen.add(found.number)
                    yield ParsedDocument(line.number, found.number, found.as_written, "")


def _documents_in(line: Line) -> list[FoundNumber]:
    numbers = islice(iter_numbers(line.text), _MOST_NUMBERS_IN_A_LINE)
    return [number for number in numbers if number.kind == "document"]


def _problems(item: ParsedItem, entry: ContentsEntry | None) -> Iterator[Problem]:
    if entry and entry.title != item.title:
        message = f'Indholdsfortegnelsen kalder punktet "{entry.title}", overskriften "{item.title}".'
        yield Problem(item.line, "toc_title_differs", Severity.WARNING, message)
    if item.case_number is None:
        yield Problem(
            item.line, "case_number_missing", Severity.INFO, f"Punkt {item.number} har intet sagsnummer."
        )
    if item.is_closed and (item.sections or item.unplaced):
        message = f"Punkt {item.number} er lukket, men har tekst. Den vises ikke offentligt."
        yield Problem(item.line, "closed_item_has_text", Severity.WARNING, message)
    if not item.is_closed and not item.sections:
        yield Problem(item.line, "item_empty", Severity.INFO, f"Punkt {item.number} har ingen tekst.")
    for line in item.unplaced:
        message = f"Linjen står uden for punkt {item.number}s afsnit."
        yield Problem(line.number, "text_outside_section", Severity.WARNING, message)


def _section_problems(parts: list[_Part], header: Header) -> Iterator[Problem]:
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


def _date_problems(part: _Part, header: Header) -> Iterator[Problem]:
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
