"""The title of an item: what stands in its header, and the lines below on which it goes on."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum

from minutes.danish.numbers import match_case_number
from minutes.parser.closed_items.wording import Says, judge_title, match_closing_line
from minutes.parser.contents import has_page
from minutes.parser.headings import match_heading, may_open
from minutes.parser.values import Line

from .headers import ItemHeader, match_numbered_line

# A title is broken over this many lines below its first at most.
_MOST_LINES_BELOW = 3
# No title ends in one of these.
_NEVER_LAST = frozenset(
    {"og", "for", "i", "af", "på", "til", "om", "med", "ved", "fra", "samt", "den", "det", "de", "en", "et"}
)
# A line of a title is no longer; a longer one is a paragraph.
_LONGEST_LINE = 200


class Witness(IntEnum):
    """What says that a line is the header of an item, the strongest last."""

    NONE = 0
    # The heading of a section stands below.
    HEADING = 1
    # The title says that the item is closed.
    CLOSED = 2
    CASE = 3
    CONTENTS = 4


@dataclass(frozen=True, slots=True)
class SettledTitle:
    """A title, the position below it, and what says that it is one of an item."""

    title: str
    end: int
    witness: Witness


def settle_title(lines: Sequence[Line], header: ItemHeader, titles: Collection[str]) -> SettledTitle:
    """The title of the item whose header this may be; `titles` are those of the contents, each by `comparable`."""
    stretches = _stretches(lines, header)
    for title, end in reversed(stretches):
        if comparable(title) in titles:
            return SettledTitle(title, end, Witness.CONTENTS)
    title, end = stretches[-1]
    below = lines[end].text if end < len(lines) else ""
    case_follows = match_case_number(below) is not None
    heading_follows = not case_follows and (match_heading(below) is not None or may_open(below))
    witness = Witness.CASE if case_follows else Witness.HEADING if heading_follows else Witness.NONE
    if len(stretches) > 1 and not (witness and _goes_on(lines, header, end, case_follows=case_follows)):
        (title, end), witness = stretches[0], Witness.NONE
    if witness < Witness.CLOSED and not header.is_plain and judge_title(title) is Says.CLOSED:
        witness = Witness.CLOSED
    return SettledTitle(title, end, witness)


def possible_titles(lines: Sequence[Line], header: ItemHeader) -> Iterator[str]:
    """What the title below a header may be, each by `comparable`."""
    for title, _ in _stretches(lines, header):
        yield comparable(title)


def comparable(title: str) -> str:
    """A title as it is compared with that of the contents: in small letters, with single blanks."""
    return " ".join(title.lower().split())


def _stretches(lines: Sequence[Line], header: ItemHeader) -> list[tuple[str, int]]:
    """What the title may be, each with the position below it: what stands in the header, then with each line below."""
    title, end = header.title, header.position + 1
    found = [(title, end)] if title else []
    if not title and end < len(lines) and match_closing_line(lines[end].text):
        # Below a number that stands alone the label of a closed item is its title.
        return [(lines[end].stripped, end + 1)]
    while end < len(lines) and len(found) <= _MOST_LINES_BELOW and _can_be_of_title(lines[end], header):
        title, end = f"{title} {lines[end].stripped}".strip(), end + 1
        found.append((title, end))
    return found or [("", end)]


def _can_be_of_title(line: Line, header: ItemHeader) -> bool:
    text = line.stripped
    return not (
        _begins_another(line)
        or match_case_number(text)
        or len(text) > _LONGEST_LINE
        or "\t" in text
        or text == header.title
        or match_heading(text)
        or may_open(text)
        or has_page(text)
        or match_closing_line(text)
    )


def _begins_another(line: Line) -> bool:
    other = match_numbered_line(line)
    return other is not None and (other.is_plain or other.looks_like_title)


def _goes_on(lines: Sequence[Line], header: ItemHeader, end: int, *, case_follows: bool) -> bool:
    """Whether the lines of a header down to `end` are one title, and none of them text below it.

    The first below a number that stands alone is the title itself. One that is closed stays so, whatever stands below.
    """
    if judge_title(header.title) is Says.CLOSED:
        return False
    first = header.position + (1 if header.title else 2)
    return all(
        _is_cut(above, line, case_follows=case_follows)
        for above, line in zip(lines[first - 1 : end - 1], lines[first:end], strict=True)
    )


def _is_cut(above: Line, line: Line, *, case_follows: bool) -> bool:
    """Whether a title is cut between two lines: the second begins small, or the first cannot end so.

    Above a case number, where no text stands, it is enough that no blank line is between them.
    """
    if above.stripped[-1] in ".:?!":
        return False
    is_open = above.stripped[-1] in ",-–/" or above.stripped.split()[-1].lower() in _NEVER_LAST
    is_adjacent = line.number == above.number + 1
    return line.stripped[0].islower() or is_open or (case_follows and is_adjacent)
