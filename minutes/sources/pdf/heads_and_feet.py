"""Running heads and feet: what recurs at one height of most pages, from the edge of the paper inwards.

Nothing else may go. In a print with an item a page, case numbers, headings and "Godkendt." recur at one height too.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from minutes.sources.standing_alone import may_open_an_item, stands_alone

from .characters import Box
from .lines import Line
from .tables import Table

Element = Line | Table

# So many lines at the edge of a page are looked at, on these shares of its height: heads and feet have three at most.
_LINES_AT_EDGE, _SHARE_OF_EDGE = 5, 0.2
# Recurring is what stands on two of five pages (left and right pages may differ); of few pages, on all but one.
_FEW_PAGES, _SHARE_OF_PAGES = 5, 0.4
# In points: what recurs stands equally high.
_SAME_HEIGHT = 1.5
_LETTER = re.compile(r"[^\W\d_]")
_NUMBER = re.compile(r"[0-9]+")
_OF_SO_MANY = r"(?:\s*(?:af|ud af|/)\s*[0-9]{1,3})"
# Side 3 af 12 · Side 3 · s. 3 · 3 af 7 · - 3 -
_PAGE_NUMBER = re.compile(
    rf"(?:side|s\.)\s*[0-9]{{1,3}}{_OF_SO_MANY}?|[0-9]{{1,3}}\s*(?:ud )?af\s*[0-9]{{1,3}}|[-–]\s*[0-9]{{1,3}}\s*[-–]",
    re.IGNORECASE,
)
# 3/7 may be a case number: it is the page's where it stands on the third of seven, or nearly: covers may not count.
_COUNT = re.compile(r"(?P<page>[0-9]{1,3})\s*/\s*(?P<pages>[0-9]{1,3})")
_NOT_COUNTED = 1
# Nørrevang Kommune   Side 1 af 1 · Side 1 af 1   Direktionen d. 27-08-2013 · 1/1, which alone is no case number
_HAS_PAGE_NUMBER = re.compile(
    rf"side\s*[0-9]{{1,3}}{_OF_SO_MANY}?\b.{{0,80}}"
    rf"|.{{0,80}}\b(?:side\s*[0-9]{{1,3}}{_OF_SO_MANY}?|1\s*/\s*1)",
    re.IGNORECASE,
)
# In em: so much is between the text and what stands apart at the edge of a page.
_APART = 2.4
_TITLE = re.compile(r"\b(?:tillægs|beslutnings)?referat\b", re.IGNORECASE)


class PageElements(NamedTuple):
    """The lines and tables of a page from the top down, and the paper that they stand on."""

    elements: list[Element]
    paper: Box


class _AtEdge(NamedTuple):
    """A line near the edge of a page, and how far from it."""

    page: int
    height: float
    element: Element


class WithoutFurniture(NamedTuple):
    """The pages without their heads and feet, and the texts of what was taken out."""

    pages: list[list[Element]]
    removed: list[str]


def without_heads_and_feet(pages: Sequence[PageElements]) -> WithoutFurniture:
    """Take out the heads and feet of pages; a title that stands in the head alone stays on the first page."""
    recurring = _recurring(pages) | _counts(pages) if len(pages) > 1 else _standing_apart(pages[0])
    kept, removed = [], []
    for page in pages:
        top, body, bottom = _peel(page, recurring)
        kept.append(body)
        removed += [(page, element) for element in top + bottom]
    if title := _title_in_head(kept, removed):
        kept[0].insert(0, title)
        removed = [(page, element) for page, element in removed if element is not title]
    return WithoutFurniture(kept, [element.text for _, element in removed])


def _title_in_head(kept: list[list[Element]], removed: list[tuple[PageElements, Element]]) -> Element | None:
    """The line of the first page's head that says that these are minutes, where no line of the text says so."""
    if any(_TITLE.search(element.text) for element in kept[0]):
        return None
    first = [element for page, element in removed[: 2 * _LINES_AT_EDGE] if page is removed[0][0]]
    return next((element for element in first if _TITLE.search(element.text)), None)


def _peel(page: PageElements, recurring: set[Element]) -> tuple[list[Element], list[Element], list[Element]]:
    """A page's head, its text and its foot: from the edges inwards, up to the first line that does not recur."""

    def is_furniture(element: Element) -> bool:
        is_page_number = _PAGE_NUMBER.fullmatch(element.text) and _is_at_edge(element, page.paper)
        return element in recurring or is_page_number is not None

    def is_head(element: Element) -> bool:
        return _height(element, page.paper) > 0 and is_furniture(element)

    def is_foot(element: Element) -> bool:
        return _height(element, page.paper) < 0 and is_furniture(element)

    top = list(itertools.takewhile(is_head, page.elements))
    rest = page.elements[len(top) :]
    bottom = list(itertools.takewhile(is_foot, reversed(rest)))
    return top, rest[: len(rest) - len(bottom)], bottom


def _standing_apart(page: PageElements) -> set[Element]:
    """The foot, or head, of a page alone: lines that stand apart at its edge, one of them with the page's number."""
    found: set[Element] = set()
    longest = _SHARE_OF_EDGE * page.paper.height
    # A short page ends near its upper edge: what is last there is no foot.
    for elements, edge in ((page.elements, page.paper.y0), (page.elements[::-1], page.paper.y1)):
        group = list(_together(elements[: _LINES_AT_EDGE + 1]))
        is_apart = len(group) <= _LINES_AT_EDGE and all(abs(element.y - edge) < longest for element in group)
        if is_apart and any(_HAS_PAGE_NUMBER.fullmatch(element.text) for element in group):
            found.update(group)
    return found


def _together(elements: Sequence[Element]) -> Iterable[Element]:
    """The first elements up to a gap; all of them where there is none."""
    for element, following in itertools.pairwise(elements):
        yield element
        size = following.size if isinstance(following, Line) else 0.0
        if abs(following.y - element.y) > _APART * size:
            return
    yield from elements[-1:]


def _is_at_edge(element: Element, paper: Box) -> bool:
    edge = _SHARE_OF_EDGE * paper.height
    return element.y < paper.y0 + edge or element.y > paper.y1 - edge


def _recurring(pages: Sequence[PageElements]) -> set[Element]:
    """The lines at the edges of pages that recur: their numbers are constant, or go along with the page's."""
    found: dict[str, list[_AtEdge]] = defaultdict(list)
    for number, page in enumerate(pages):
        for element in _at_edges(page):
            height = _height(element, page.paper)
            found[_NUMBER.sub("#", element.text)].append(_AtEdge(number, height, element))
    enough = max(2, len(pages) - 1) if len(pages) < _FEW_PAGES else _SHARE_OF_PAGES * len(pages)
    texts = Counter(element.text for page in pages for element in page.elements)
    recurring: set[Element] = set()
    for text, lines in found.items():
        for group in _at_one_height(lines):
            fitting = _going_along(group)
            is_on_enough = len({line.page for line in fitting}) >= enough
            if is_on_enough and not (_LETTER.search(text) and _recurs_elsewhere(fitting, texts)):
                recurring.update(line.element for line in fitting)
    return recurring


def _counts(pages: Sequence[PageElements]) -> set[Element]:
    """The lines at the edges of pages that count them: "3/7" on the third of seven."""
    found: set[Element] = set()
    for number, page in enumerate(pages, start=1):
        for element in page.elements:
            count = _COUNT.fullmatch(element.text)
            if (
                count
                and _is_at_edge(element, page.paper)
                and abs(int(count["page"]) - number) <= _NOT_COUNTED
                and abs(int(count["pages"]) - len(pages)) <= _NOT_COUNTED
            ):
                found.add(element)
    return found


def _height(element: Element, paper: Box) -> float:
    """How far from the nearer edge of its paper a line stands; below 0 from the lower one."""
    from_top, from_bottom = element.y - paper.y0, paper.y1 - element.y
    return from_top if from_top < from_bottom else -from_bottom


def _at_one_height(lines: list[_AtEdge]) -> Iterable[list[_AtEdge]]:
    group: list[_AtEdge] = []
    for line in sorted(lines, key=lambda line: line.height):
        if group and line.height - group[0].height > _SAME_HEIGHT:
            yield group
            group = []
        group.append(line)
    yield group


def _recurs_elsewhere(group: list[_AtEdge], texts: Counter[str]) -> bool:
    """Whether the same is written at other places: "Ingen bemærkninger" is, a head at most once, as the title."""
    here = Counter(line.element.text for line in group)
    return any(texts[text] > count + 1 for text, count in here.items())


def _at_edges(page: PageElements) -> Iterable[Element]:
    near = dict.fromkeys([*page.elements[:_LINES_AT_EDGE], *page.elements[-_LINES_AT_EDGE:]])
    return [
        element for element in near if _is_at_edge(element, page.paper) and not _belongs_to_text(element.text)
    ]


def _belongs_to_text(text: str) -> bool:
    return stands_alone(text) or may_open_an_item(text)


def _going_along(lines: list[_AtEdge]) -> list[_AtEdge]:
    """Of lines that differ in their numbers only, those whose numbers are constant or count with the pages."""
    for place in range(len(_numbers(lines[0]))):
        constant = Counter(_numbers(line)[place] for line in lines)
        counting = Counter(_numbers(line)[place] - line.page for line in lines)
        (value, same), (offset, along) = constant.most_common(1)[0], counting.most_common(1)[0]
        if same >= along:
            lines = [line for line in lines if _numbers(line)[place] == value]
        else:
            lines = [line for line in lines if _numbers(line)[place] - line.page == offset]
    return lines


def _numbers(line: _AtEdge) -> list[int]:
    return [int(digits[-9:]) for digits in _NUMBER.findall(line.element.text)]
