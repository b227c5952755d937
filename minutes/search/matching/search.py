"""A search: which items answer a query within filters, counted within bounds and in order.

Filters without words are a search, too: for all that they let through.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property, partial, reduce

from minutes.models import AgendaItem, Reader
from minutes.search.query.days import Days
from minutes.search.query.query import Query
from minutes.search.query.terms import Group

from .filters import Filters, Sort
from .last_published import find_last_published
from .lexemes import find_lexemes
from .matches import MOST_FOUND, FoundMatches, IndexQuery, Match, find_matches
from .ranking import rank
from .spoken import find_spoken
from .tsquery import write_tsquery
from .windows import Calendar, read_calendar


@dataclass(frozen=True, slots=True)
class Total:
    """How many items were found, and about how many cases; not exact where there are more than are counted."""

    items: int
    cases: int
    is_exact: bool


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

    @property
    def has_words(self) -> bool:
        """Whether anything is asked for in words; else all is found that filters and periods let through."""
        return bool(self.query.groups or (self.query.text and not self.query.days))

    @property
    def is_empty(self) -> bool:
        """Whether there are neither words nor filters, so that nothing is asked for."""
        return not self.has_words and self.filters == Filters() and not self.query.days

    def instead(self, query: Query, filters: Filters) -> Search:
        """Another search by the same reader, on the same calendar."""
        return Search(query, self.reader, filters, self._calendar)

    @cached_property
    def newest(self) -> FoundMatches:
        """The newest matches, as many as are counted."""
        return self.find(self.filters)

    @cached_property
    def total(self) -> Total:
        matches = self.newest.matches
        cases = {match.case_id for match in matches} - {None}
        return Total(len(matches), len(cases), self.newest.are_all)

    @property
    def finds_nothing(self) -> bool:
        """Words were asked for, not only stop words, and no item has them; all that may have them were looked at."""
        asks_for_words = self.has_words and self._tsqueries is not None
        is_asked = asks_for_words and not self.filters.let_nothing_through
        return is_asked and not self.total.items and self.total.is_exact

    def find(
        self,
        filters: Filters,
        *,
        limit: int = MOST_FOUND,
        in_head: bool = False,
        oldest_first: bool = False,
    ) -> FoundMatches:
        """The matches within some filters, from either end; with `in_head`, in titles and decisions alone."""
        index_query = self._within(filters, self._tsqueries)
        if index_query is None or filters.let_nothing_through:
            return FoundMatches((), are_all=True)
        days = self._days(filters)
        if not index_query.asks_for_anything and days is None:
            # A range gives each window tokens, and there is no question without any.
            days = self._calendar.days
        windows = self._calendar.windows(within=days, oldest_first=oldest_first)
        return find_matches(index_query, windows, limit=limit, in_head=in_head, oldest_first=oldest_first)

    def find_last_published(self, limit: int) -> list[int]:
        """The keys of the matches among the meetings published last, in that order."""
        index_query = self._within(self.filters, self._tsqueries)
        if index_query is None or self.filters.let_nothing_through:
            return []
        return find_last_published(index_query, self._days(self.filters), limit)

    def ordered(self, sort: Sort) -> Sequence[Match]:
        """The matches in the order asked for; by case, the best of each case. Without words the newest are the best."""
        if sort == Sort.OLDEST:
            return self.find(self.filters, oldest_first=True).matches
        if sort == Sort.NEWEST:
            return self.newest.matches
        return _first_of_each_case(self._ranked) if sort == Sort.BY_CASE else self._ranked

    @cached_property
    def counts_by_case(self) -> Counter[int | None]:
        """How many of the matches each case has."""
        return Counter(match.case_id for match in self._ranked)

    @cached_property
    def _ranked(self) -> Sequence[Match]:
        index_query = self._within(self.filters, self._tsqueries)
        if index_query is None or not self.has_words:
            # Nothing is found, or nothing is there to rank by.
            return self.newest.matches
        strict = self._within(self.filters, self._strict_tsqueries)
        windows = partial(self._calendar.windows, within=self._days(self.filters))
        return self._numbered_first(rank(index_query, self.newest, windows, strict))

    def _numbered_first(self, matches: Sequence[Match]) -> Sequence[Match]:
        """Of a case's items those with the number that was typed behind the case's."""
        if self.query.case_number is None or self.query.item_number is None:
            return matches
        numbered = AgendaItem.objects.filter(number=self.query.item_number, letter=self.query.item_letter)
        keys = set(numbered.filter(pk__in=[match.item_id for match in matches]).values_list("pk", flat=True))
        return sorted(matches, key=lambda match: match.item_id not in keys)

    def _days(self, filters: Filters) -> Days | None:
        """The days of which items may be, by the filters and by the periods in what was typed; None for all."""
        named = [days for days in (filters.days, self.query.days) if days]
        return reduce(Days.within, named) if named else None

    @cached_property
    def _calendar(self) -> Calendar:
        return self._calendar_as_read or read_calendar()

    def _within(self, filters: Filters, tsqueries: IndexQuery | None) -> IndexQuery | None:
        if tsqueries is None:
            return None
        return replace(
            tsqueries, tokens=filters.tokens, case_numbers=filters.case_numbers or (), reader=self.reader
        )

    @cached_property
    def _tsqueries(self) -> IndexQuery | None:
        """What is asked, without filters; None where nothing is, or only stop words."""
        if not self.has_words and not self.is_empty:
            return IndexQuery("", "")
        return self._written(self.query.groups)

    @cached_property
    def _strict_tsqueries(self) -> IndexQuery | None:
        """What is asked without anything less; None where that is the same, or nothing."""
        strict = self.query.strict_groups
        return None if strict == self.query.groups else self._written(strict)

    def _written(self, groups: Sequence[Group]) -> IndexQuery | None:
        lexemes, places = find_lexemes(self.query.all_words), self.filters.places
        exact = write_tsquery(groups, lexemes, places=places)
        loose = write_tsquery(groups, lexemes, loosely=True, places=places)
        if not exact or not loose:
            return None
        return IndexQuery(exact, loose, in_head=bool(places), spoken=find_spoken(self.query))


def _first_of_each_case(matches: Sequence[Match]) -> list[Match]:
    """Of the matches of a case the first; those without a case stand for themselves."""
    firsts: dict[tuple[str, int], Match] = {}
    for match in matches:
        firsts.setdefault(match.belongs_to, match)
    return list(firsts.values())
