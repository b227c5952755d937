"""Where the items of a document begin, in whatever form their headers have, and which lines only look like headers.

A plain header ("Punkt 4: Titel") has a witness: the case number below it, or its title in the table of contents. One
without must have the next number, which no other has, be the last such line before a header with a witness, and fill a
gap, stand above a section, or end the document. In every other form a header must have the next number and a witness.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import takewhile

from minutes.danish.numbers import match_case_number
from minutes.parser.headings import match_heading
from minutes.parser.outcomes import classify_outcome
from minutes.parser.values import Line, Outcome

from .headers import ItemHeader
from .titles import SettledTitle, Witness, settle_title

# Within so many lines a list is looked back upon for the entry before.
_REACH = 60


@dataclass(frozen=True, slots=True)
class ItemStart:
    """Where an item begins: its header, its title, and the position below these."""

    header: ItemHeader
    title: str
    end: int

    @property
    def position(self) -> int:
        return self.header.position


@dataclass(frozen=True, slots=True)
class ItemStarts:
    """Where the items begin, in order, and the headers that look like the next item and were read as text."""

    begun: Sequence[ItemStart] = ()
    passed_over: Sequence[ItemHeader] = ()


@dataclass(slots=True)
class _Candidates:
    """The lines that can be headers, of one form, in order, with what is known of each; and those that are."""

    lines: Sequence[Line]
    headers: list[ItemHeader]
    settled: list[SettledTitle]
    begun: list[ItemStart] = field(default_factory=list)
    passed_over: list[ItemHeader] = field(default_factory=list)

    @classmethod
    def of(cls, lines: Sequence[Line], headers: list[ItemHeader], titles: Collection[str]) -> _Candidates:
        settled = [
            settle_title(lines, header, titles)
            if header.is_plain or header.looks_like_title
            else SettledTitle(header.title, header.position + 1, Witness.NONE)
            for header in headers
        ]
        return cls(lines, headers, settled)

    @property
    def last(self) -> ItemHeader | None:
        """The header of the item that began last."""
        return self.begun[-1].header if self.begun else None

    def decide(self, place: int, *, begins: bool) -> None:
        """Let an item begin at a header, or take it for text."""
        header, settled = self.headers[place], self.settled[place]
        if begins:
            if self.passed_over and self.passed_over[-1].label == header.label:
                self.passed_over.pop()
            self.begun.append(ItemStart(header, settled.title, settled.end))
        elif self._looks_like_next(header, place):
            self.passed_over.append(header)

    def _looks_like_next(self, header: ItemHeader, place: int) -> bool:
        if self.last is None or not header.follows(self.last) or not header.looks_like_title:
            return False
        is_name = (header.title or header.word) and not header.title.endswith(tuple(".,:;?!"))
        return header.is_plain or (bool(is_name) and not _is_listed(self, place))


def find_item_starts(
    lines: Sequence[Line], headers: Sequence[ItemHeader], titles: Collection[str], contents_length: int
) -> ItemStarts:
    """Where the items begin: of the `headers` below the table of contents, in order, those of the form that the first
    item has. `titles` are those of the contents, each by `comparable`.
    """
    first_plain = next((header.position for header in headers if header.is_plain), len(lines))
    found_forms = []
    for word in dict.fromkeys(header.word for header in headers if header.position <= first_plain):
        found = _Candidates.of(lines, [header for header in headers if header.word == word], titles)
        if any(header.is_plain for header in found.headers):
            _begin_plain(found, contents_length)
        else:
            _begin_numbered(found, contents_length)
        if found.begun:
            found_forms.append(ItemStarts(found.begun, found.passed_over))
    return min(found_forms, key=lambda starts: starts.begun[0].position, default=ItemStarts())


def can_be_first(lines: Sequence[Line], header: ItemHeader) -> bool:
    """Whether a document's first item can begin at a header, as far as is known without the table of contents."""
    if header.is_plain or not header.looks_like_title:
        return header.is_plain
    witness = settle_title(lines, header, ()).witness
    return witness >= Witness.CLOSED or (witness is Witness.HEADING and header.number == 1)


# Headers that are written as nothing else is


def _begin_plain(found: _Candidates, contents_length: int) -> None:
    plausible = set(_plausible(found, contents_length))
    is_known = contents_length > 0
    last_sure = max(
        (place for place, settled in enumerate(found.settled) if settled.witness >= Witness.CASE), default=0
    )
    points: list[ItemHeader] = []
    for place, header in enumerate(found.headers):
        last = found.last
        is_next = last is not None and header.follows(last)
        witness = found.settled[place].witness
        if not header.is_plain:
            begins = (is_next or last is None) and _is_sure(header, witness, is_known=is_known)
        else:
            begins = last is None or witness >= Witness.CASE or (is_next and place in plausible)
            can_end = is_next and not is_known and place > last_sure
            begins = begins or (can_end and _ends_document(found.lines, header, points))
        found.decide(place, begins=begins)
        if begins:
            points = []
        elif header.is_plain:
            points.append(header)


def _is_sure(header: ItemHeader, witness: Witness, *, is_known: bool) -> bool:
    return header.looks_like_title and (
        witness >= Witness.CASE or (witness is Witness.HEADING and not is_known)
    )


def _plausible(found: _Candidates, contents_length: int) -> Iterator[int]:
    """The places of the plain headers that need no witness where the item before them has the number before theirs."""
    witnessed = [settled.witness >= Witness.CASE for settled in found.settled]
    taken = {
        header.label for header, is_witnessed in zip(found.headers, witnessed, strict=True) if is_witnessed
    }
    numbers = {header.number for header in found.headers if header.label in taken}
    # No item has a higher number than this; where none is known, each could have a line of its own.
    highest = max(contents_length, *numbers) if numbers else len(found.lines)
    last: dict[tuple[int, str], int] = {}
    stretches: list[int] = []
    stretch = 0
    for place, header in enumerate(found.headers):
        stretch += witnessed[place]
        stretches.append(stretch)
        if header.is_plain:
            last[stretch, header.label] = place
    for place, header in enumerate(found.headers):
        is_last = last.get((stretches[place], header.label)) == place
        fits = header.number <= highest or _stands_above_section(found, place)
        if header.is_plain and header.label not in taken and is_last and fits:
            yield place


def _stands_above_section(found: _Candidates, place: int) -> bool:
    """Whether a section's heading, the next item or the end follows."""
    below = found.headers[place].position + 1
    if below == len(found.lines):
        return True
    is_item = place + 1 < len(found.headers) and found.headers[place + 1].position == below
    return is_item or match_heading(found.lines[below].text) is not None


def _ends_document(lines: Sequence[Line], header: ItemHeader, points: Sequence[ItemHeader]) -> bool:
    """Whether a header can be that of the last item, of which nothing but its number tells ("Punkt 2: Eventuelt").

    It is none where it words an outcome, or where the same decision answers other points before it.
    """
    if classify_outcome(header.title) is not Outcome.OTHER:
        return False
    near = takewhile(lambda point: header.position - point.position <= _REACH, reversed(points))
    return not any(
        point.number in (1, header.number - 1) and not _is_headed_between(lines, point, header)
        for point in near
    )


def _is_headed_between(lines: Sequence[Line], first: ItemHeader, second: ItemHeader) -> bool:
    start = max(first.position + 1, second.position - _REACH)
    return any(match_heading(line.text) for line in lines[start : second.position])


# Headers that a line of a list could be


def _begin_numbered(found: _Candidates, contents_length: int) -> None:
    sure = [settled.witness >= Witness.CASE for settled in found.settled]
    taken = {header.label for header, is_sure in zip(found.headers, sure, strict=True) if is_sure}
    for place, header in enumerate(found.headers):
        if not header.looks_like_title:
            continue
        witness = found.settled[place].witness
        if found.last is None:
            opens = witness is Witness.CLOSED or (witness is Witness.HEADING and header.number == 1)
            begins = sure[place] or (opens and header.label not in taken)
        elif header.follows(found.last):
            begins = sure[place] or (
                header.label not in taken
                and not _is_listed(found, place)
                and _fits_between(found, place, taken, contents_length)
            )
        else:
            begins = _leaves_gap(found, place)
        found.decide(place, begins=begins)


def _fits_between(found: _Candidates, place: int, taken: Collection[str], contents_length: int) -> bool:
    """Whether the next number, which no other line has, is an item: closed, above a section, or before another."""
    header, witness = found.headers[place], found.settled[place].witness
    is_last_of_contents = contents_length in (0, header.number)
    is_followed = f"{header.number + 1}" in taken
    return is_followed or witness is Witness.CLOSED or (witness is Witness.HEADING and is_last_of_contents)


def _is_listed(found: _Candidates, place: int) -> bool:
    """Whether a line goes on with a list: the number before its own stands in the same section."""
    header = found.headers[place]
    for before in map(found.headers.__getitem__, range(place - 1, -1, -1)):
        if (
            found.last and before.position <= found.last.position
        ) or header.position - before.position > _REACH:
            return False
        if before.number == header.number - 1:
            return not _is_headed_between(found.lines, before, header)
    return False


def _leaves_gap(found: _Candidates, place: int) -> bool:
    """Whether a header without the next number is sure all the same: its case number is called one."""
    header, settled = found.headers[place], found.settled[place]
    below = found.lines[settled.end] if settled.end < len(found.lines) else None
    is_called = (
        below is not None and below.stripped[:1].isalpha() and match_case_number(below.text) is not None
    )
    return found.last is not None and header.number > found.last.number and is_called
