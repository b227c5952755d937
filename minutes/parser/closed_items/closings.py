"""Which items of a document are closed: by their titles, by a line in them, or by one before them.

A line above an item's first heading closes that item. A label of the meeting ("LUKKET MØDE") in the text below a
heading closes all items after it, up to its opposite ("Åbent møde"). A line that is in doubt casts it on those, too.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from minutes.danish.numbers import match_case_number
from minutes.parser.headings import match_heading
from minutes.parser.patterns import ITEM_HEADER
from minutes.parser.problems import CLOSED_IN_DOUBT, Problem, Severity
from minutes.parser.values import ContentsEntry, Line

from .wording import ClosingLine, Says, judge_title, match_closing_line
from .words import closing_word

# A title is broken over this many lines below its first at most.
_MOST_LINES_OF_TITLE = 3
_DECIDE = 'Sæt "lukket" til ja eller nej på punktet, eller ret referatet, og indlæs det igen.'


@dataclass(frozen=True, slots=True)
class Closing:
    """Whether an item is closed, or may be, and the lines of it that say so: these belong to no section."""

    is_closed: bool
    is_doubtful: bool
    lines: tuple[Line, ...]
    problems: tuple[Problem, ...]


class _Place(NamedTuple):
    """Where an item stands on the agenda, from 1, and the number printed there."""

    position: int
    number: str


class _Title(NamedTuple):
    """A title of an item with its line, and what it says."""

    line: Line
    says: Says


@dataclass(frozen=True, slots=True)
class _SayingLine:
    """A line of an item that says something, and whether it stands above the first heading."""

    line: Line
    says: ClosingLine
    is_above: bool
    is_headed: bool
    # It has the form of another item's header: "Punkt 2: lukket".
    is_stray_header: bool = False

    @property
    def closes_item(self) -> bool:
        is_label_above = self.is_above and self.says.is_label and not self.says.opens_following
        return self.says.closes_item or is_label_above

    @property
    def closes_following(self) -> bool:
        """An item without headings may end where the closed ones begin."""
        return self.says.closes_following and not (self.is_above and self.is_headed)

    @property
    def leaves_following_in_doubt(self) -> bool:
        """What says something clear of its item says no more; "Lukket" may be the label of all that follows it."""
        is_of_item = self.says.closes_item or self.closes_following or self.says.opens_following
        is_headed_label = self.is_above and self.is_headed and not self.is_stray_header
        return self.says.is_whole and not is_of_item and not is_headed_label

    @property
    def is_text(self) -> bool:
        """A line that decides nothing stays part of its section."""
        return not (self.closes_item or self.closes_following or self.says.opens_following)

    @property
    def is_doubtful(self) -> bool:
        return self.says.is_whole and self.is_text


def set_aside_labels(title: Line, lines: Iterable[Line]) -> tuple[list[Line], Line | None]:
    """The lines below a document's title but for those that are labels, and the one that closes all items, if any.

    Any label does here, and any use of the word in the title, for the head speaks of the whole meeting.
    """
    rest: list[Line] = []
    closing = title if judge_title(title.text) > Says.NOTHING else None
    for line in lines:
        says = match_closing_line(line.text)
        if says:
            closing = None if says.opens_following else line
        if not says or not says.is_whole:
            rest.append(line)
    return rest, closing


def join_contents(contents: Sequence[ContentsEntry], item_count: int) -> tuple[ContentsEntry, ...]:
    """The entries that stand for items, each told whether it stands below a label that closes what follows.

    Such a label is no entry, unless the contents then had fewer than the document has items: an item may be called so.
    """
    if not any(entry.is_label for entry in contents):
        return tuple(contents)
    has_pages = any(entry.page is not None for entry in contents)
    surely = {entry.line for entry in contents if entry.is_label and has_pages and entry.page is None}
    is_surplus = len(contents) - len(surely) != item_count
    joined: list[ContentsEntry] = []
    is_closed = False
    for entry in contents:
        if entry.line in surely or (entry.is_label and is_surplus):
            says = match_closing_line(entry.title)
            # "Åbne sager" is no entry, but only the plain opposite opens.
            is_closed = (
                (is_closed or says.closes_following) and not says.opens_following if says else is_closed
            )
        else:
            joined.append(replace(entry, is_label=False, is_closed=is_closed))
    return tuple(joined)


def find_closings(
    items: Iterable[Sequence[Line]], contents: Sequence[ContentsEntry], *, is_closed: bool
) -> Iterator[Closing]:
    """Say of each item, given as its lines with its header first, whether it is closed.

    `contents` are joined by position. `is_closed` says whether the head closes what follows it.
    """
    doubtful: Line | None = None
    for position, lines in enumerate(items, start=1):
        entry = contents[position - 1] if position <= len(contents) else None
        titles = [_Title(line, judge_title(line.text)) for line in _titles(lines, entry)]
        is_called_closed = any(title.says is Says.CLOSED for title in titles)
        saying: list[_SayingLine] = []
        goes_on, doubt = is_closed, doubtful
        for each in _saying_lines(lines):
            if each.says.opens_following:
                # What is open already is not opened: there the line is text.
                if goes_on or doubt:
                    saying.append(each)
                goes_on, doubt = False, None
                continue
            saying.append(each)
            goes_on = goes_on or each.closes_following
            # The word alone, in an item that is called closed, speaks of that item.
            if each.leaves_following_in_doubt and not (is_called_closed and each.says.is_label):
                doubt = doubt or each.line
        item = _Place(position, _number(lines[0]))
        is_it_closed = is_closed or is_called_closed or (entry is not None and entry.is_closed)
        yield _closing(item, titles, saying, is_closed=is_it_closed, doubtful=doubtful)
        is_closed, doubtful = goes_on, doubt


def _saying_lines(lines: Sequence[Line]) -> list[_SayingLine]:
    """The lines below an item's header that say something. What opens stands at its end: elsewhere it is text."""
    said = [(place, says) for place, line in enumerate(lines) if place and (says := _says(line))]
    if not said:
        return []
    headings = (place for place, line in enumerate(lines) if place and match_heading(line.text))
    first_heading = next(headings, None)
    saying: list[_SayingLine] = []
    end = len(lines)
    for place, says in reversed(said):
        is_at_end = place == end - 1
        if says.opens_following and not is_at_end:
            continue
        end = place if is_at_end else end
        is_above = first_heading is None or place < first_heading
        is_stray = ITEM_HEADER.fullmatch(lines[place].text) is not None
        saying.append(_SayingLine(lines[place], says, is_above, first_heading is not None, is_stray))
    return saying[::-1]


def _says(line: Line) -> ClosingLine | None:
    """What a line says; the form of a header in the text speaks of an item, but nobody knows of which."""
    if line.text.lstrip()[:5].lower() == "punkt" and (header := ITEM_HEADER.fullmatch(line.text)):
        is_in_doubt = judge_title(header["title"]) >= Says.DOUBT
        return ClosingLine(is_whole=True, is_label=False) if is_in_doubt else None
    return match_closing_line(line.text)


def _closing(
    item: _Place,
    titles: Iterable[_Title],
    saying: Sequence[_SayingLine],
    *,
    is_closed: bool,
    doubtful: Line | None,
) -> Closing:
    is_closed = is_closed or any(line.closes_item for line in saying)
    found = [] if is_closed else [*_questions(item, titles, saying, doubtful)]
    doubts = [problem for problem in found if problem.severity is Severity.ERROR]
    return Closing(
        is_closed,
        is_doubtful=bool(doubts),
        lines=tuple(each.line for each in saying if not each.is_text),
        problems=(*(doubts or found), *_closed_from_here(saying)),
    )


def _number(line: Line) -> str:
    header = ITEM_HEADER.fullmatch(line.text)
    return header["number"] if header else ""


def _titles(lines: Sequence[Line], entry: ContentsEntry | None) -> Iterator[Line]:
    """The titles of an item, each with its line: alone, with the lines above the case number on which it may go on,
    and of the contents."""
    header = ITEM_HEADER.fullmatch(lines[0].text)
    title = header["title"] if header else lines[0].text
    below = lines[1 : 2 + _MOST_LINES_OF_TITLE]
    case = next((place for place, line in enumerate(below) if match_case_number(line.text)), 0)
    goes_on = [] if any(match_heading(line.text) for line in below[:case]) else below[:case]
    if goes_on and judge_title(title) is not Says.CLOSED:
        title = " ".join([title, *(line.stripped for line in goes_on)])
    yield Line(lines[0].number, title)
    if entry:
        yield Line(entry.line, entry.title)


def _questions(
    item: _Place, titles: Iterable[_Title], saying: Iterable[_SayingLine], doubtful: Line | None
) -> Iterator[Problem]:
    """What an archivist should look at in an item that nothing closes."""
    for title in titles:
        match title.says:
            case Says.DOUBT:
                yield _doubt(item, title.line, "Titlen på")
            case Says.REMARK:
                word = closing_word(title.line.text)
                message = f'Titlen på punkt {item.number} har ordet "{word}"; punktet er læst som åbent.'
                yield Problem(title.line.number, "closed_word_in_title", Severity.WARNING, message)
    for each in saying:
        if each.is_doubtful:
            yield _doubt(item, each.line, "En linje i")
    if doubtful:
        yield _doubt(item, doubtful, "En linje før")


def _doubt(item: _Place, line: Line, where: str) -> Problem:
    message = (
        f'{where} punkt {item.number} har ordet "{closing_word(line.text)}": er punktet lukket? {_DECIDE}'
    )
    return Problem(line.number, CLOSED_IN_DOUBT, Severity.ERROR, message, item.position)


def _closed_from_here(saying: Iterable[_SayingLine]) -> Iterator[Problem]:
    for each in saying:
        if each.closes_following:
            yield closed_from_here(each.line)


def closed_from_here(line: Line) -> Problem:
    """What the archivist should know of a line that closes more than one item."""
    message = f'Punkterne efter linjen med ordet "{closing_word(line.text)}" er læst som lukkede.'
    return Problem(line.number, "closed_from_here", Severity.WARNING, message)
