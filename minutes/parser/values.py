"""What a document of minutes says, as immutable values: the parser's only product.

Every value keeps the line it came from, and every non-blank line of the text stands in exactly one of them.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from heapq import merge
from itertools import chain, groupby

from .kinds import CentreRole, Outcome, SectionKind
from .problems import Problem


@dataclass(frozen=True, slots=True)
class Line:
    """A non-blank line: its number in the document, from 1, and its text with inner TABs and indentation kept."""

    number: int
    text: str

    @property
    def stripped(self) -> str:
        return self.text.strip()

    def split_at(self, column: int) -> tuple[Line, Line]:
        """The line in two parts, both with its number."""
        return Line(self.number, self.text[:column]), Line(self.number, self.text[column:])


@dataclass(frozen=True, slots=True)
class Paragraph:
    line: int
    text: str


@dataclass(frozen=True, slots=True)
class Subheading:
    line: int
    text: str


@dataclass(frozen=True, slots=True)
class ListItem:
    """One entry of a list; `level` is 1 or 2, `marker` as written ("-", "1.", "a)")."""

    line: int
    marker: str
    text: str
    level: int


@dataclass(frozen=True, slots=True)
class ListBlock:
    line: int
    items: tuple[ListItem, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells, all of one length; `caption` as written ("Tabel 1: Godkendte projekter") or empty."""

    line: int
    caption: str
    rows: tuple[tuple[str, ...], ...]
    has_header: bool
    has_total: bool


Block = Paragraph | Subheading | ListBlock | Table


@dataclass(frozen=True, slots=True)
class ParsedSection:
    """A heading and what stands below it: verbatim in `lines`, read as paragraphs, lists and tables in `blocks`.

    A heading can be broken over two lines, and can have text behind it ("Beslutning: Godkendt."): then each has its
    part of that line. Text outside all sections has no heading, nor have those who were absent at a decision.
    `is_recommendation_too`: what was recommended stands in one section with what was decided.
    """

    kind: SectionKind
    heading_lines: tuple[Line, ...]
    lines: tuple[Line, ...]
    blocks: tuple[Block, ...]
    is_empty: bool
    is_recommendation_too: bool = False

    @property
    def heading(self) -> Line | None:
        """The heading as one line, where there is one."""
        if not self.heading_lines:
            return None
        return Line(self.heading_lines[0].number, " ".join(line.stripped for line in self.heading_lines))

    @property
    def kinds(self) -> tuple[SectionKind, ...]:
        """What the section is: one kind, or a recommendation and a decision."""
        return (SectionKind.RECOMMENDATION, self.kind) if self.is_recommendation_too else (self.kind,)

    @property
    def text(self) -> str:
        """The section as printed, one line each, without its heading."""
        return "\n".join(line.stripped for line in self.lines)

    @property
    def tables(self) -> tuple[Table, ...]:
        return tuple(block for block in self.blocks if isinstance(block, Table))


@dataclass(frozen=True, slots=True)
class ParsedDecisionPart:
    """What a decision says of one point of the recommendation, named as in "1", "1-2" or "a"."""

    line: int
    point: str
    text: str
    outcome: Outcome


@dataclass(frozen=True, slots=True)
class ParsedDecision:
    """What one body decided on one date, below the heading in `line`: it is `sections[section_index]` of its item.

    `parts` are its answers to single points, which stand in its text, too; `outcome` is theirs where they all agree.
    """

    line: int
    body: str
    date: datetime.date
    text: str
    outcome: Outcome
    section_index: int
    parts: tuple[ParsedDecisionPart, ...] = ()


@dataclass(frozen=True, slots=True)
class ParsedAttachment:
    line: int
    title: str


@dataclass(frozen=True, slots=True)
class ParsedDocument:
    """A document number, canonical as serial/year ("269057/12"); listed with a title, or named in prose without."""

    line: int
    number: str
    as_written: str
    title: str


@dataclass(frozen=True, slots=True)
class ParsedCentre:
    """A centre's role in an item, and the words that name it, `surface`.

    What proves the role is `sentence`: a sentence of its line, a row of a table, or of a long one the part around the
    centre, verbatim. The surface stands in it at `column`.
    """

    line: int
    code: str
    role: CentreRole
    surface: str
    sentence: str
    column: int


@dataclass(frozen=True, slots=True)
class ContentsEntry:
    """A line of the table of contents; `page` is None where none is printed.

    `is_label`: it may be a label of those below it ("Lukkede punkter"); `is_closed`: it stands below such a label.
    """

    line: int
    title: str
    page: int | None
    is_label: bool = False
    is_closed: bool = False


@dataclass(frozen=True, slots=True)
class ParsedAttendance:
    """A header line of people: role is "members", "absent" or "apologies"; names as written."""

    line: int
    role: str
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ParsedItem:
    """One item of the agenda, by its `number` and the `letter` that may stand behind it. `lines` are those outside its
    sections: header, case number, repeated title, and what closes items.

    Text that stands under no heading is the first of the sections, of kind UNPLACED. `is_doubtful`: the item is not
    known to be closed, but may be, and one of the problems asks for it.
    """

    line: int
    number: int
    letter: str
    title: str
    toc_title: str
    toc_page: int | None
    case_number: str | None
    is_closed: bool
    is_doubtful: bool
    lines: tuple[Line, ...]
    sections: tuple[ParsedSection, ...]
    decisions: tuple[ParsedDecision, ...]
    attachments: tuple[ParsedAttachment, ...]
    documents: tuple[ParsedDocument, ...]
    references: tuple[ParsedDocument, ...]
    centres: tuple[ParsedCentre, ...]

    @property
    def label(self) -> str:
        """The number as people read it, with its letter: "1a"."""
        return f"{self.number}{self.letter}"

    @property
    def unplaced(self) -> tuple[Line, ...]:
        """The lines that stand under no heading and say nothing that is known of the item."""
        return tuple(
            line
            for section in self.sections
            if section.kind is SectionKind.UNPLACED
            for line in section.lines
        )

    @property
    def headed_sections(self) -> tuple[ParsedSection, ...]:
        """The sections that the document itself has."""
        return tuple(section for section in self.sections if section.heading_lines)

    @property
    def tables(self) -> tuple[Table, ...]:
        return tuple(table for section in self.headed_sections for table in section.tables)

    def all_lines(self) -> list[Line]:
        """Every non-blank line of the item, once, in the order of the document."""
        found = list(self.lines)
        for section in self.sections:
            found += [*section.heading_lines, *section.lines]
        return list(_whole_lines(sorted(found, key=lambda line: line.number)))


def _whole_lines(lines: Iterable[Line]) -> Iterator[Line]:
    """Lines in order; the parts of one are one again."""
    for number, parts in groupby(lines, key=lambda line: line.number):
        yield Line(number, "".join(part.text for part in parts))


@dataclass(frozen=True, slots=True)
class ParsedMeeting:
    """A whole document. `lines` are those outside its items: the header and the table of contents, and stray text
    (`unplaced`, which stands in `lines` too); `of_page` are those of the page that it was printed on. Where no place is
    named, `location` is empty and has no line. An addition to minutes and an extraordinary meeting are not what the day
    of a body has anyway: `is_extraordinary`.
    """

    doc_type: str
    is_extraordinary: bool
    body: str
    body_line: int
    date: datetime.date
    date_line: int
    start_time: datetime.time | None
    location: str
    location_line: int | None
    attendance: tuple[ParsedAttendance, ...]
    contents: tuple[ContentsEntry, ...]
    lines: tuple[Line, ...]
    of_page: tuple[Line, ...]
    unplaced: tuple[Line, ...]
    items: tuple[ParsedItem, ...]
    problems: tuple[Problem, ...]

    def all_lines(self) -> Iterator[Line]:
        """Every non-blank line of the document, once, in the order of the document."""
        of_items = chain.from_iterable(item.all_lines() for item in self.items)
        yield from merge(self.of_page, chain(self.lines, of_items), key=lambda line: line.number)
