"""Where in the passages of an item its references stand, so that just these words lead on.

A reference knows its line and column in the document, a passage the line of each text, but not how far that was
indented. So the words must stand in a text of that line, and all references of a line in their places at once.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import NamedTuple

from minutes.models import Reference
from minutes.templatetags.passages_of_pages import Link, Passage, Stated, stated_texts

# The same words stand no oftener in a line that anybody wrote; the nearest of them are looked at.
_MOST_PLACES = 20


@dataclass(frozen=True, slots=True)
class Lead:
    """Where words lead: what that is, and its address; surely, or maybe."""

    name: str
    address: str
    is_sure: bool = True

    @property
    def title(self) -> str:
        return self.name if self.is_sure else f"Måske {self.name}"


class _Spot(NamedTuple):
    """A text of a passage: which passage, the place of its first run in the passage's texts, and itself."""

    passage: int
    first_run: int
    stated: Stated


class _Place(NamedTuple):
    """Where a reference begins in a text as it is written."""

    spot: _Spot
    start: int


def link_passages(passages: Sequence[Passage], leads: Mapping[Reference, Lead | None]) -> list[Passage]:
    """Return the passages with links for the references that lead somewhere; the others help to find the places."""
    links: dict[tuple[int, int], list[Link]] = defaultdict(list)
    for reference, place in _find_places(passages, leads):
        lead = leads[reference]
        if lead:
            passage, run, start, end = _in_run(place, len(reference.text))
            links[passage, run].append(Link(start, end, lead.address, lead.title, lead.is_sure))
    of_passages: dict[int, dict[int, Sequence[Link]]] = defaultdict(dict)
    for (number, run), some in links.items():
        of_passages[number][run] = _beside_each_other(some)
    return [
        replace(passage, links=of_passages[number]) if number in of_passages else passage
        for number, passage in enumerate(passages)
    ]


def _find_places(
    passages: Sequence[Passage], references: Iterable[Reference]
) -> Iterator[tuple[Reference, _Place]]:
    spots = sorted(_spots(passages), key=lambda spot: spot.stated.line)
    lines = [spot.stated.line for spot in spots]
    of_line: dict[int, list[Reference]] = defaultdict(list)
    for reference in references:
        of_line[reference.line].append(reference)
    for line, some in of_line.items():
        first = bisect_left(lines, line)
        here = spots[first : bisect_left(lines, line + 1)]
        if here:
            yield from _in_line(here, some)
        elif first:
            yield from _in_second_half(spots[first - 1], some)


def _spots(passages: Sequence[Passage]) -> Iterator[_Spot]:
    """The texts whose lines are known."""
    for number, passage in enumerate(passages):
        run = 0
        for stated in stated_texts(passage.blocks):
            if stated.line:
                yield _Spot(number, run, stated)
            run += len(stated.runs)


def _in_line(here: Sequence[_Spot], references: Sequence[Reference]) -> Iterator[tuple[Reference, _Place]]:
    """The places of a line's references: with the least indentation that puts all of them where their words are."""
    found = {reference: dict(islice(_places(here, reference), _MOST_PLACES)) for reference in references}
    found = {reference: places for reference, places in found.items() if places}
    if not found:
        return
    common = set.intersection(*(set(places) for places in found.values()))
    for reference, places in found.items():
        yield reference, places[min(common or places)]


def _places(here: Sequence[_Spot], reference: Reference) -> Iterator[tuple[int, _Place]]:
    """By how much the text must have been indented for each place where the words of a reference stand."""
    for spot in here:
        furthest = reference.column - spot.stated.earliest
        start = spot.stated.text.rfind(reference.text, 0, max(furthest, 0) + len(reference.text))
        while 0 <= start <= furthest:
            yield furthest - start, _Place(spot, start)
            start = spot.stated.text.rfind(reference.text, 0, start + len(reference.text) - 1)


def _in_second_half(spot: _Spot, references: Sequence[Reference]) -> Iterator[tuple[Reference, _Place]]:
    """The places in what a page break had cut off from the paragraph before it: where the words stand there once."""
    for reference in references:
        start = spot.stated.text.find(reference.text)
        if start >= 0 and spot.stated.text.find(reference.text, start + 1) < 0:
            yield reference, _Place(spot, start)


def _in_run(place: _Place, length: int) -> tuple[int, int, int, int]:
    """The passage, the run in its texts, and from where to where in that: of words in several runs the longest part."""
    spot, position = place.spot, 0
    parts = []
    for number, run in enumerate(spot.stated.runs):
        # Between two runs there is no more than an asterisk.
        position = spot.stated.text.index(run, position)
        start = max(place.start - position, 0)
        end = min(place.start + length - position, len(run))
        parts.append((end - start, spot.first_run + number, start, end))
        position += len(run)
    _, run_number, start, end = max(parts)
    return spot.passage, run_number, start, end


def _beside_each_other(links: Sequence[Link]) -> list[Link]:
    """The links of a text in order; where two share words, as two bodies their date, the surer or longer one."""
    kept: list[Link] = []
    for link in sorted(links, key=lambda link: (not link.is_sure, link.start - link.end, link.start)):
        if all(link.end <= other.start or link.start >= other.end for other in kept):
            kept.append(link)
    return sorted(kept)
