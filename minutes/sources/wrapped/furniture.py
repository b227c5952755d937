"""Running heads and feet in a text: lines that count its pages, and lines beside these that come again on most pages.

Nothing else goes. A print with an item a page repeats its case numbers, headings and "Godkendt." as well; so a line is
a head only where it is also worded like one.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from .head_wording import is_dated_title, is_municipality, is_title, is_worded_like_a_head

# A head says little; a longer line is prose.
_LONGEST_HEAD = 160
# Title and body stand in the first lines of a document.
_LINES_OF_HEAD = 5
# A head stands on at least half of the pages.
_SHARE_OF_PAGES = 0.5
_FEWEST_TITLES = 3
_FEWEST_LINES_OF_PAGE = 3
# More lines than these are no head.
_MOST_LINES_BESIDE = 5

_OF_SO_MANY = r"\s?(?:af|ud af|of|/)\s?(?P<pages>[0-9]{1,4})"
# The ways to count pages, the surest first: a page of a document that has a surer one is not counted in another.
_FORMS = (
    # Side 3 af 12 · side 3 · s. 3/12 · Page 3 of 12, with anything beside it
    re.compile(
        rf"(?P<before>(?:.*\s)?)(?:side|s\.|page)\s?(?P<page>[0-9]{{1,4}})(?:{_OF_SO_MANY})?(?P<after>(?:\s.*)?)",
        re.IGNORECASE,
    ),
    # 3/7 · 3 af 7, alone or at the end of a line
    re.compile(rf"(?P<before>(?:.*\s)?)(?P<page>[0-9]{{1,4}}){_OF_SO_MANY}(?P<after>)"),
    # - 3 -
    re.compile(r"(?P<before>)[-–]\s?(?P<page>[0-9]{1,4})\s?[-–](?P<pages>)(?P<after>)"),
    # 3
    re.compile(r"(?P<before>)(?P<page>[0-9]{1,4})(?P<pages>)(?P<after>)"),
)
_FEWEST_OF_FORM = (2, 2, 3, 3)


class _PageMark(NamedTuple):
    """A line that may count a page."""

    place: int
    page: int


def find_furniture(lines: Sequence[str]) -> set[int]:
    """The places of the lines that are heads and feet; none where no pages are counted and no title is repeated."""
    texts = [" ".join(line.split()) if len(line) <= _LONGEST_HEAD else "" for line in lines]
    opening = list(filter(None, texts[: 4 * _LINES_OF_HEAD]))[:_LINES_OF_HEAD]
    titles = [text for text in opening if is_title(text)]
    marks = _page_marks(texts, titles)
    found = marks | _beside(texts, marks, titles) if marks else _repeated_titles(texts, opening)
    return found - _only_title(texts, found)


# Pages


def _page_marks(texts: Sequence[str], titles: Sequence[str]) -> set[int]:
    numbered = [(place, text) for place, text in enumerate(texts) if any(map(str.isdigit, text))]
    for form, fewest in zip(_FORMS, _FEWEST_OF_FORM, strict=True):
        groups: dict[tuple[str, ...], list[_PageMark]] = defaultdict(list)
        for place, text in numbered:
            if match := form.fullmatch(text):
                beside = match["before"].strip(), match["after"].strip()
                groups[*beside, match["pages"] or ""].append(_PageMark(place, int(match["page"])))
        found = {
            mark.place
            for (*beside, pages), marks in groups.items()
            if len(marks) >= fewest
            and all(not text or is_worded_like_a_head(text, titles) for text in beside)
            and _count_pages(marks, pages, texts)
            for mark in marks
        }
        if found:
            return found
    return set()


def _count_pages(marks: Sequence[_PageMark], pages: str, texts: Sequence[str]) -> bool:
    """Whether lines count one by one, as far as they say there are, with something between them."""
    if pages and max(mark.page for mark in marks) > int(pages):
        return False
    steps = [following.page - mark.page for mark, following in pairwise(marks)]
    if any(step != 1 for step in steps):
        return False
    return all(any(texts[mark.place + 1 : following.place]) for mark, following in pairwise(marks))


# Heads


def _beside(texts: Sequence[str], marks: set[int], titles: Sequence[str]) -> set[int]:
    """The lines around the counted ones that come again there, from these outwards."""
    around: dict[str, list[int]] = defaultdict(list)
    for block in _blocks_around(texts, marks, titles):
        for place in block:
            around[texts[place]].append(place)
    enough = max(2, _SHARE_OF_PAGES * len(marks))
    recurring = {text for text, places in around.items() if len(set(places)) >= enough}
    beside = {place for block in _blocks_around(texts, marks, titles, recurring) for place in block}
    # Programs that read by columns put some of them elsewhere, in a block of their own.
    return beside | {
        place for place, text in enumerate(texts) if text in recurring and _stands_apart(texts, place)
    }


def _stands_apart(texts: Sequence[str], place: int) -> bool:
    return not any(texts[max(0, place - 1) : place]) and not any(texts[place + 1 : place + 2])


def _blocks_around(
    texts: Sequence[str], marks: set[int], titles: Sequence[str], only: set[str] | None = None
) -> Iterable[list[int]]:
    """For each counted page, the lines next to its mark that are worded like heads, both ways.

    The first page has its head, and the last its foot, where no mark is.
    """
    for mark in [*marks, -1, len(texts)]:
        yield [
            *_heads_beside(texts, marks, range(mark - 1, -1, -1), titles, only),
            *_heads_beside(texts, marks, range(mark + 1, len(texts)), titles, only),
        ]


def _heads_beside(
    texts: Sequence[str], marks: set[int], places: range, titles: Sequence[str], only: set[str] | None
) -> list[int]:
    block: list[int] = []
    for place in places:
        if not texts[place]:
            continue
        if place in marks or len(block) == _MOST_LINES_BESIDE or not _may_be_head(texts[place], titles, only):
            break
        block.append(place)
    return block


def _may_be_head(text: str, titles: Sequence[str], only: set[str] | None) -> bool:
    return (only is None or text in only) and is_worded_like_a_head(text, titles)


def _repeated_titles(texts: Sequence[str], opening: Sequence[str]) -> set[int]:
    """Where no pages are counted, the title with its date, or the municipality's name, as it comes again and again."""
    heads = {text for text in opening if is_dated_title(text) or is_municipality(text)}
    places = {head: [place for place, text in enumerate(texts) if text == head] for head in heads}
    return {
        place
        for found in places.values()
        if len(found) >= _FEWEST_TITLES and _have_pages_between(texts, found)
        for place in found
    }


def _have_pages_between(texts: Sequence[str], places: Sequence[int]) -> bool:
    """Whether as much text as a short page has stands between these lines; what is said thrice is no head."""
    lines = sum(1 for text in texts[places[0] : places[-1]] if text) - len(places) + 1
    return lines >= _FEWEST_LINES_OF_PAGE * (len(places) - 1)


def _only_title(texts: Sequence[str], found: set[int]) -> set[int]:
    """The first head that says that these are minutes, where no other line of the beginning does."""
    first = next((place for place in sorted(found) if is_title(texts[place])), None)
    if first is None:
        return set()
    rest = (text for place, text in enumerate(texts[: first + 4 * _LINES_OF_HEAD]) if place not in found)
    return set() if any(map(is_title, rest)) else {first}
