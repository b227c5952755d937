"""The items that answer a query: found, narrowed, counted within bounds, ordered, and shown with what matched."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from django.utils.safestring import SafeString

from minutes.models import Outcome, Reader
from minutes.search.matching.filters import Filters, Sort
from minutes.search.matching.lexemes import find_lexemes
from minutes.search.matching.matches import MOST_FOUND, Asked, Found, Match, find_matches
from minutes.search.matching.ranking import rank
from minutes.search.matching.tsquery import write_tsquery
from minutes.search.matching.windows import Calendar, read_calendar
from minutes.search.query.query import Query

from .found_items import FoundItem, FoundSection, read_found_items, read_sections
from .highlight import Mark, find_marks, mark
from .reasons import Reason, find_reasons
from .snippets import MarkedSection, Snippet, best_snippet
from .sought import Sought, find_sought


@dataclass(frozen=True, slots=True)
class Total:
    """How many items were found, and about how many cases; not exact where there are more than are counted."""

    items: int
    cases: int
    is_exact: bool


@dataclass(frozen=True, slots=True)
class Hit:
    """An item that was found, its title marked, and the passage that shows why.

    Where a hit stands for its case, `more_in_case` is how many others of the case were found.
    """

    item: FoundItem
    match: Match
    title: SafeString
    snippet: Snippet | None
    reasons: tuple[Reason, ...] = ()
    more_in_case: int = 0

    @property
    def outcome(self) -> Outcome | None:
        """What came of it, by its main decision."""
        return Outcome(self.match.outcome) if self.match.outcome else None


class Search:
    """A query by a reader within filters. Nothing is asked of the database before it is needed.

    The calendar is read unless it has been before.
    """

    def __init__(
        self,
        query: Query,
        reader: Reader,
        filters: Filters,
        calendar: Calendar | None = None,
    ) -> None:
        self.query = query
        self.reader = reader
        self.filters = filters
        self._calendar_as_read = calendar

    def instead(self, query: Query, filters: Filters) -> Search:
        """Another search by the same reader, on the same calendar."""
        return Search(query, self.reader, filters, self._calendar)

    @cached_property
    def newest(self) -> Found:
        """The newest matches, as many as are counted."""
        return self.find(self.filters)

    @cached_property
    def total(self) -> Total:
        """Counted up to the limit."""
        matches = self.newest.matches
        cases = {match.case_id for match in matches} - {None}
        return Total(len(matches), len(cases), self.newest.are_all)

    @property
    def finds_nothing(self) -> bool:
        """Words were asked for, not only stop words, and no item has them; all that may have them were looked at."""
        return self._tsqueries is not None and not self.total.items and self.total.is_exact

    def find(
        self,
        filters: Filters,
        *,
        limit: int = MOST_FOUND,
        in_head: bool = False,
        oldest_first: bool = False,
    ) -> Found:
        """The matches within some filters, from either end; with `in_head`, in titles and decisions alone."""
        asked = self._asked(filters)
        if asked is None:
            return Found((), are_all=True)
        windows = self._calendar.windows(oldest_first=oldest_first, year=filters.year)
        return find_matches(asked, windows, limit=limit, in_head=in_head, oldest_first=oldest_first)

    def ordered(self, sort: Sort) -> Sequence[Match]:
        """The matches in the order asked for; by case, the best of each case."""
        if sort == Sort.OLDEST:
            return self.find(self.filters, oldest_first=True).matches
        if sort == Sort.NEWEST:
            return self.newest.matches
        return _first_of_each_case(self._ranked) if sort == Sort.BY_CASE else self._ranked

    def hits(self, matches: Sequence[Match], sort: Sort = Sort.RELEVANCE) -> list[Hit]:
        """The matches of a page as they are shown, in the same order. Two queries, however many they are."""
        items = read_found_items([match.item_id for match in matches], self.reader)
        sections = read_sections(items.keys())
        texts = [item.title for item in items.values()]
        texts += (section.text for of_item in sections.values() for section in of_item)
        marks = dict(zip(texts, find_marks(texts, self._sought), strict=True))
        hits = [
            self._hit(items[match.item_id], sections.get(match.item_id, ()), match, marks)
            for match in matches
            if match.item_id in items
        ]
        return list(map(self._with_count, hits)) if sort == Sort.BY_CASE else hits

    @cached_property
    def counts_by_case(self) -> Counter[int | None]:
        """How many of the matches each case has."""
        return Counter(match.case_id for match in self._ranked)

    def _hit(
        self,
        item: FoundItem,
        sections: Sequence[FoundSection],
        match: Match,
        marks: Mapping[str, list[Mark]],
    ) -> Hit:
        texts = [item.title, *(section.text for section in sections)]
        return Hit(
            item,
            match,
            title=mark(item.title, marks[item.title]),
            snippet=best_snippet([_marked(item, section, marks[section.text]) for section in sections]),
            reasons=tuple(find_reasons([(text, marks[text]) for text in texts], self._sought.written)),
        )

    @cached_property
    def _sought(self) -> Sought:
        return find_sought(self.query)

    def _with_count(self, hit: Hit) -> Hit:
        case_id = hit.match.case_id
        return replace(hit, more_in_case=self.counts_by_case[case_id] - 1) if case_id else hit

    @cached_property
    def _ranked(self) -> Sequence[Match]:
        asked = self._asked(self.filters)
        if asked is None:
            return ()
        return rank(asked, self.newest, self._calendar.windows(year=self.filters.year))

    @cached_property
    def _calendar(self) -> Calendar:
        return self._calendar_as_read or read_calendar()

    def _asked(self, filters: Filters) -> Asked | None:
        if self._tsqueries is None:
            return None
        return replace(self._tsqueries, tokens=filters.tokens(), reader=self.reader)

    @cached_property
    def _tsqueries(self) -> Asked | None:
        """What is asked, without filters; None where nothing is, or only stop words."""
        lexemes = find_lexemes(self.query.all_words)
        exact = write_tsquery(self.query.groups, lexemes)
        loose = write_tsquery(self.query.groups, lexemes, loosely=True)
        return Asked(exact, loose) if exact and loose else None


def _marked(item: FoundItem, section: FoundSection, marks: list[Mark]) -> MarkedSection:
    return MarkedSection(section.name(item), section.how_telling(item), section.text, marks)


def _first_of_each_case(matches: Sequence[Match]) -> list[Match]:
    """Of the matches of a case the first; those without a case stand for themselves."""
    firsts: dict[tuple[str, int], Match] = {}
    for match in matches:
        key = ("case", match.case_id) if match.case_id else ("item", match.item_id)
        firsts.setdefault(key, match)
    return list(firsts.values())
