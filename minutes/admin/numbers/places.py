"""Where a number stands, as whoever decides on it reads that: each line with those around it, every number masked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from minutes.models import Finding, FindingPlace, SourceDocument
from minutes.models.review.masking import SHOWN_FOR_REDACTED, Masking
from minutes.sources.stored import kept_text
from minutes.sources.values import UnreadableSourceError

# So many lines before a number and after it: more is read in the document.
_AROUND = 2
# As much of a line as is read at a glance.
_LONGEST_LINE = 200
# A number that stands in more places is the same in all of them.
MOST_PLACES = 20
_BIRTHDAY = 6


@dataclass(frozen=True, slots=True)
class Place:
    """A place, with the lines around it: each its number, its text, and whether it is the one."""

    row: FindingPlace
    lines: list[tuple[int, str, bool]]


def places_of(finding: Finding, *, with_text: bool) -> Iterator[Place]:
    """Give the first places of a number. The text is for those who may read the documents."""
    rows = finding.places.select_related("source").defer("source__content")[:MOST_PLACES]
    masking = Masking.of(finding.meeting)
    # Several places are most often in one document, which is masked once.
    shown = {row.source for row in rows if with_text and row.source and row.line}
    lines_of = {source: _lines(source, masking) for source in shown}
    for row in rows:
        yield Place(row, [*_around(finding, row.line, lines_of.get(row.source, []))])


def _lines(source: SourceDocument, masking: Masking) -> list[str]:
    """The lines of a document as they may be shown; none where it cannot be read."""
    try:
        return masking.mask(kept_text(source).text).split("\n")
    except UnreadableSourceError:
        return []


def _around(finding: Finding, line: int | None, lines: list[str]) -> Iterator[tuple[int, str, bool]]:
    if line is None:
        return
    for number in range(max(1, line - _AROUND), min(len(lines), line + _AROUND) + 1):
        yield number, _at_a_glance(finding, lines[number - 1]), number == line


def _at_a_glance(finding: Finding, line: str) -> str:
    """The part of a long line that the number stands in."""
    if len(line) <= _LONGEST_LINE:
        return line
    marks = (finding.masked, SHOWN_FOR_REDACTED, finding.masked[:_BIRTHDAY])
    at = next((line.index(mark) for mark in marks if mark in line), 0)
    start = max(0, at - _LONGEST_LINE // 2)
    part = line[start : start + _LONGEST_LINE]
    return f"{'…' if start else ''}{part}{'…' if start + _LONGEST_LINE < len(line) else ''}"


def places_in_words(places: Iterable[FindingPlace], *, most: int = 3) -> str:
    """Return the first places as a list of findings shows them, and how many more there are."""
    said = [str(place) for place in places]
    more = f" og {len(said) - most} mere" if len(said) > most else ""
    return f"{'; '.join(said[:most])}{more}"
