"""The matches of a page as they are shown: each with its item, the words marked, and the passage that tells most."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from django.utils.safestring import SafeString

from minutes.matters.decisions import read_main_decisions
from minutes.models import Decision, Outcome
from minutes.search.matching.filters import Sort
from minutes.search.matching.matches import Match
from minutes.search.matching.search import Search
from minutes.search.query.typed.questions import Asks

from .answering import answer, read_responsible
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
    asks = search.query.asks
    items = read_found_items([match.item_id for match in matches], search.reader)
    sections = read_sections(items.keys())
    texts = [item.title for item in items.values()]
    texts += (section.text for of_item in sections.values() for section in of_item)
    responsible = read_responsible(items.keys()) if asks is Asks.WHO else {}
    texts += (each.sentence for of_item in responsible.values() for each in of_item)
    wanted = find_wanted_words(search.query)
    marks = dict(zip(texts, find_marks(texts, wanted), strict=True))
    shown = [match for match in matches if match.item_id in items]
    decisions = _read_decisions_in_parts(shown)
    hits = []
    for match in shown:
        item, of_item = items[match.item_id], sections.get(match.item_id, ())
        hit = _hit(match, item, of_item, marks, wanted)
        hit = replace(hit, reasons=(*hit.reasons, *find_property_reasons(search.query, match, item)))
        if asks:
            marked = [_marked(item, section, marks[section.text]) for section in of_item]
            answering = answer(asks, item, marked, responsible.get(match.item_id, ()), marks.__getitem__)
            hit = replace(hit, snippet=answering or hit.snippet, answers=answering is not None)
        hits.append(replace(hit, decision_in_parts=decisions.get(match.item_id)))
    return [_with_count(hit, search) for hit in hits] if sort == Sort.BY_CASE else hits


def _read_decisions_in_parts(matches: Sequence[Match]) -> Mapping[int, Decision]:
    in_parts = [match.item_id for match in matches if len(match.outcomes) > 1]
    return read_main_decisions(in_parts) if in_parts else {}


def _hit(
    match: Match,
    item: FoundItem,
    sections: Sequence[FoundSection],
    marks: Mapping[str, list[Mark]],
    wanted: WantedWords,
) -> Hit:
    texts = [item.title, *(section.text for section in sections)]
    return Hit(
        item,
        match,
        title=mark(item.title, marks[item.title]),
        snippet=best_snippet([_marked(item, section, marks[section.text]) for section in sections]),
        reasons=tuple(find_reasons([(text, marks[text]) for text in texts], wanted)),
    )


def _marked(item: FoundItem, section: FoundSection, marks: list[Mark]) -> MarkedSection:
    return MarkedSection(section.name(item), section.how_telling(item), section.text, marks)


def _with_count(hit: Hit, search: Search) -> Hit:
    """The hit that stands for its case, with how many others the case has."""
    case_id = hit.match.case_id
    return replace(hit, more_in_case=search.counts_by_case[case_id] - 1) if case_id else hit
