"""The numbered text beside what was read of it, in portions that a browser shows at once."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

# A portion ends at the first page break after so many lines, or at so many letters: some 100 kB of HTML at most.
_LINES = 300
_LETTERS = 60_000
# No line of minutes is longer; one of a broken file may be the whole file.
_LONGEST_LINE = 5_000


@dataclass(frozen=True, slots=True)
class NumberedLine:
    """A line with its number, and the number of the page that begins with it, or None."""

    number: int
    text: str
    page: int | None


@dataclass(frozen=True, slots=True)
class PlacedItem:
    """An item that a line leads to, and the portion of the text that the item begins in."""

    label: str
    slug: str
    portion: int


@dataclass(frozen=True, slots=True)
class Place:
    """A line, the portion of the text that it stands in, and its item: None above the first."""

    line: int
    portion: int
    item: PlacedItem | None


@dataclass(frozen=True, slots=True)
class Portions:
    """A text in portions, of which `starts` are the first lines, from 1; `lines` are those of the whole text."""

    lines: Sequence[str]
    starts: Sequence[int]
    page_starts: Sequence[int]

    def __len__(self) -> int:
        return len(self.starts)

    def with_line(self, line: int) -> int:
        """The number of the portion that a line stands in, from 1."""
        return max(1, bisect_right(self.starts, line))

    def span(self, portion: int) -> range:
        """The numbers of the lines of a portion."""
        end = self.starts[portion] if portion < len(self.starts) else len(self.lines) + 1
        return range(self.starts[portion - 1], end)

    def read(self, portion: int) -> Iterator[NumberedLine]:
        """The lines of a portion; the end of one that is far too long is left out."""
        pages = {start: number for number, start in enumerate(self.page_starts, start=1)}
        for number in self.span(portion):
            text = self.lines[number - 1]
            if len(text) > _LONGEST_LINE:
                text = f"{text[:_LONGEST_LINE]} … (linjen har {len(text)} tegn)"
            yield NumberedLine(number, text, pages.get(number))


def in_portions(lines: Sequence[str], page_starts: Sequence[int]) -> Portions:
    """Return the lines of a document in portions, that end at page breaks where it has any."""
    breaks, starts, letters = set(page_starts), [1], 0
    for number, line in enumerate(lines, start=1):
        long_enough = number - starts[-1] >= _LINES
        at_an_end = number in breaks if breaks else True
        far_too_long = number - starts[-1] >= 2 * _LINES or letters > _LETTERS
        if number > starts[-1] and ((long_enough and at_an_end) or far_too_long):
            starts.append(number)
            letters = 0
        letters += min(len(line), _LONGEST_LINE)
    return Portions(lines, starts, page_starts)
