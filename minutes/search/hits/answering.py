"""The passage of a hit that answers a question: who is responsible, when and what was decided, how much money."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence, Set
from dataclasses import replace
from typing import NamedTuple

from minutes.danish.amounts import find_amounts
from minutes.models import CentreRole, ItemCentre
from minutes.models.centres import name_with_code
from minutes.search.query.typed.questions import Asks

from .found_items import FoundItem
from .highlight import Mark
from .snippets import LENGTH, MarkedSection, Snippet, best_snippet, snippet_at

# Who is to do something, the one who has it first.
_RESPONSIBLE = (CentreRole.RESPONSIBLE, CentreRole.TASKED, CentreRole.RECOMMENDS)
ASKS_WHO = (Asks.WHO, Asks.WHO_DID)
# How telling a section is where this meeting decided, and where another one did (see FoundSection).
_DECIDES, _DECIDED_ELSEWHERE = 3, 1


class Responsible(NamedTuple):
    """A centre that has to do something with an item, how it is called there, and the sentence that says so."""

    name: str
    sentence: str


def read_responsible(item_ids: Collection[int]) -> Mapping[int, Sequence[Responsible]]:
    """Who is responsible in each of these items by a sentence of it, the strongest role first. One query."""
    roles = ItemCentre.objects.filter(item__in=item_ids, role__in=_RESPONSIBLE).exclude(sentence="")
    found: dict[int, list[tuple[int, str, Responsible]]] = {}
    for row in roles.select_related("centre"):
        role = CentreRole(row.role)
        called = f"{role.label.capitalize()}: {name_with_code(row.centre.name, row.centre.code)}"
        place = (_RESPONSIBLE.index(role), row.centre.code, Responsible(called, row.sentence))
        found.setdefault(row.item_id, []).append(place)
    return {item: [responsible for *_, responsible in sorted(rows)] for item, rows in found.items()}


def answer(
    asks: Asks,
    item: FoundItem,
    sections: Sequence[MarkedSection],
    responsible: Sequence[Responsible],
    marks: Callable[[str], list[Mark]],
) -> Snippet | None:
    """The passage that answers, None where there is none; `marks` gives the marks of a sentence."""
    if asks in ASKS_WHO:
        said = [
            MarkedSection(each.name, -place, each.sentence, marks(each.sentence))
            for place, each in enumerate(responsible)
        ]
        found = best_snippet(said)
        done = _done(sections, {mark.key for mark in marks(item.title)}) if asks is Asks.WHO_DID else None
        return done if done and len(_keys(done) - _keys(found)) else found
    if asks is Asks.HOW_MUCH:
        return _with_amount(sections)
    if asks in (Asks.WHEN, Asks.DECISION):
        snippet = best_snippet(_decisions(sections))
        is_when = snippet is not None and asks is Asks.WHEN and snippet.section == "Beslutning"
        return replace(snippet, section=f"Besluttet {item.date:%d-%m-%Y}") if snippet and is_when else snippet
    return None


def _done(sections: Sequence[MarkedSection], told_above: Set[str]) -> Snippet | None:
    """What tells more than the title of what somebody did: of "hvem tog forbehold for …" the "forbehold"."""
    telling = [
        section._replace(marks=more)
        for section in sections
        if (more := [mark for mark in section.marks if mark.key not in told_above])
    ]
    return best_snippet(telling)


def _keys(snippet: Snippet | None) -> Set[str]:
    return frozenset(mark.key for mark in snippet.marks) if snippet else frozenset()


def _decisions(sections: Sequence[MarkedSection]) -> list[MarkedSection]:
    own = [section for section in sections if section.how_telling == _DECIDES]
    return own or [section for section in sections if section.how_telling == _DECIDED_ELSEWHERE]


def _with_amount(sections: Sequence[MarkedSection]) -> Snippet | None:
    """The sum of money that stands nearest to a word of the query, of equals in the most telling section."""
    places = [place for section in sections for place in _amounts(section)]
    if not places:
        return None
    distance, _, section, begin = min(places, key=lambda place: place[:2])
    return snippet_at(section, begin) if distance <= LENGTH else None


def _amounts(section: MarkedSection) -> Iterator[tuple[int, int, MarkedSection, int]]:
    """Of each sum how far the nearest mark is, how telling its section is, and where a passage with both begins."""
    for amount in find_amounts(section.text):
        shown = Mark(amount.start, amount.end, "")
        for mark in section.marks:
            distance = max(mark.start - amount.end, amount.start - mark.end, 0)
            both = section._replace(marks=sorted([*section.marks, shown]))
            yield distance, -section.how_telling, both, min(mark.start, amount.start)
