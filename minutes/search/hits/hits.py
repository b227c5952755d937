"""The matches of a page as they are shown: each with its item, the words marked, and the passage that tells most."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from django.utils.safestring import SafeString

from minutes.matters.decisions import read_main_decisions
from minutes.models import Decision, Outcome, SectionKind
from minutes.search.matching.filters import Sort
from minutes.search.matching.matches import Match
from minutes.search.matching.search import Search
from minutes.search.query.query import Query

from .answering import ASKS_WHO, Responsible, answer, read_responsible
from .found_items import FoundItem, FoundSection, read_found_items, read_sections
from .highlight import Mark, find_marks, mark
from .property_reasons import find_property_reasons
from .reasons import Reason, find_reasons
from .snippets import MarkedSection, Snippet, best_snippet
from .wanted_words import WantedWords, find_wanted_words


@dataclass(frozen=True, slots=True)
class Hit:
    """An item that was found, its title marked, and the passage that shows why.

    Where a hit stands for its case, `more_in_case` is how many others of the case were found. Where what was decided
    differs from point to point, `decision_in_parts` is that decision. `answers`: the passage answers the question that
    was asked.
    """

    item: FoundItem
    match: Match
    title: SafeString
    snippet: Snippet | None
    reasons: tuple[Reason, ...] = ()
    more_in_case: int = 0
    decision_in_parts: Decision | None = None
    answers: bool = False

    @property
    def outcome(self) -> Outcome | None:
        """What came of it, by its main decision."""
        return self.match.outcome

    @property
    def found_under(self) -> list[str]:
        """The synonyms by which it was found, of words that it does not have."""
        return [*dict.fromkeys(chain.from_iterable(reason.synonyms for reason in self.reasons))]

    @property
    def came_to(self) -> Decision | Outcome | None:
        """What came of it: its main decision where that has parts that differ, else just the outcome."""
        return self.decision_in_parts or self.outcome


def read_hits(search: Search, matches: Sequence[Match], sort: Sort = Sort.RELEVANCE) -> list[Hit]:
    """The matches of a page of a search as they are shown, in the same order; without those that may not be read.

    Two queries, however many they are, and one each for words not met before, where a decision has parts that differ,
    and where somebody asks who is responsible.
    """
    page = _read_page(search, matches)
    hits = [page.hit(match) for match in matches if match.item_id in page.items]
    return [_with_count(hit, search) for hit in hits] if sort == Sort.BY_CASE else hits


@dataclass(frozen=True, slots=True)
class _Page:
    """What the hits of a page are made of, read for all of them at once: by the key of an item, and marks by text."""

    query: Query
    items: Mapping[int, FoundItem]
    sections: Mapping[int, Sequence[FoundSection]]
    responsible: Mapping[int, Sequence[Responsible]]
    decisions: Mapping[int, Decision]
    wanted: WantedWords
    marks: Mapping[str, list[Mark]]

    def hit(self, match: Match) -> Hit:
        key = match.item_id
        item, sections = self.items[key], self.sections.get(key, ())
        marked = [_marked(item, section, self.marks[section.text]) for section in sections]
        answering = self._answer(item, marked, self.responsible.get(key, ()))
        texts = [item.title, *(section.text for section in sections)]
        properties = [*find_property_reasons(self.query, match, item)]
        told = {reason.wanted for reason in properties}
        worded = find_reasons([(text, self.marks[text]) for text in texts], self.wanted)
        return Hit(
            item,
            match,
            title=mark(item.title, self.marks[item.title]),
            snippet=answering or best_snippet(marked),
            # What it is says more than in which form its words do.
            reasons=(*(reason for reason in worded if reason.wanted not in told), *properties),
            decision_in_parts=self.decisions.get(key),
            answers=answering is not None,
        )

    def _answer(
        self, item: FoundItem, sections: Sequence[MarkedSection], responsible: Sequence[Responsible]
    ) -> Snippet | None:
        """The passage that answers what was asked, if anything was."""
        asks = self.query.asks
        return answer(asks, item, sections, responsible, self.marks.__getitem__) if asks else None


def _read_page(search: Search, matches: Sequence[Match]) -> _Page:
    items = read_found_items([match.item_id for match in matches], search.reader)
    sections = read_sections(items.keys())
    responsible = read_responsible(items.keys()) if search.query.asks in ASKS_WHO else {}
    texts = [item.title for item in items.values()]
    texts += (section.text for of_item in sections.values() for section in of_item)
    texts += (each.sentence for of_item in responsible.values() for each in of_item)
    wanted = find_wanted_words(search.query)
    marks = dict(zip(texts, find_marks(texts, wanted), strict=True))
    decisions = _read_decisions_in_parts([match for match in matches if match.item_id in items])
    return _Page(search.query, items, sections, responsible, decisions, wanted, marks)


def _read_decisions_in_parts(matches: Sequence[Match]) -> Mapping[int, Decision]:
    in_parts = [match.item_id for match in matches if len(match.outcomes) > 1]
    return read_main_decisions(in_parts) if in_parts else {}


def _marked(item: FoundItem, section: FoundSection, marks: list[Mark]) -> MarkedSection:
    counts = section.kind == SectionKind.DECISION
    return MarkedSection(section.name(item), section.how_telling(item), section.text, marks, counts)


def _with_count(hit: Hit, search: Search) -> Hit:
    """The hit that stands for its case, with how many others the case has."""
    case_id = hit.match.case_id
    return replace(hit, more_in_case=search.counts_by_case[case_id] - 1) if case_id else hit
