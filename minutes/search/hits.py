"""The items that answer a query: found, narrowed, counted within bounds, ordered, and shown with what matched."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, reduce
from operator import or_

from django.contrib.auth.models import AbstractBaseUser, AnonymousUser
from django.contrib.postgres.search import SearchQuery
from django.db.models import Count, Prefetch, TextChoices
from django.utils.safestring import SafeString

from minutes.models import AgendaItem, Body, Centre, Outcome, SearchDocument, Section
from minutes.models.search_documents import SearchDocumentQuerySet

from .highlight import Mark, find_marks, mark
from .query import Query
from .snippets import MarkedSection, Snippet, best_snippet

# Beyond this many items nothing is counted, and no page reaches: an exact count of a common word takes seconds.
COUNT_LIMIT = 1000


# A snippet is looked for in the first so many characters of a section; real ones are shorter.
SNIPPET_REACH = 50_000


class Sort(TextChoices):
    """The orders of hits, under the words of the address."""

    RELEVANCE = "relevans", "Relevans"
    NEWEST = "nyeste", "Nyeste først"
    OLDEST = "aeldste", "Ældste først"


@dataclass(frozen=True, slots=True)
class Filters:
    """What narrows a search; None lets everything through."""

    year: int | None = None
    body: Body | None = None
    centre: Centre | None = None
    outcome: Outcome | None = None

    def narrow(self, documents: SearchDocumentQuerySet) -> SearchDocumentQuerySet:
        """Those of the documents that all filters let through."""
        if self.year:
            documents = documents.filter(date__year=self.year)
        if self.body:
            documents = documents.filter(body=self.body)
        if self.centre:
            documents = documents.filter(centre_codes__contains=[self.centre.code])
        if self.outcome:
            documents = documents.filter(outcome=self.outcome)
        return documents


@dataclass(frozen=True, slots=True)
class Total:
    """How many items were found, and about how many cases; not exact where there are more than are counted."""

    items: int
    cases: int
    is_exact: bool


@dataclass(frozen=True, slots=True)
class Hit:
    """An item that was found, its title marked, and the passage that shows why."""

    item: AgendaItem
    document: SearchDocument
    title: SafeString
    snippet: Snippet | None


class Search:
    """A query by a user within filters. Nothing is asked of the database before it is needed."""

    def __init__(self, query: Query, user: AbstractBaseUser | AnonymousUser, filters: Filters) -> None:
        self.query = query
        self.user = user
        self.filters = filters

    def documents(self, *, ignoring: str | None = None) -> SearchDocumentQuerySet:
        """The documents found, in no order; `ignoring` names a filter that is left out, for its facet."""
        if not self.query.expressions:
            return SearchDocument.objects.none()
        filters = replace(self.filters, **{ignoring: None}) if ignoring else self.filters
        return filters.narrow(SearchDocument.objects.visible_to(self.user).matching(self._tsquery))

    @cached_property
    def total(self) -> Total:
        """Counts up to the limit and one more."""
        bounded = self.documents()[: COUNT_LIMIT + 1]
        counts = bounded.aggregate(items=Count("pk"), cases=Count("case", distinct=True))
        return Total(min(counts["items"], COUNT_LIMIT), counts["cases"], counts["items"] <= COUNT_LIMIT)

    def ordered(self, sort: Sort) -> SearchDocumentQuerySet:
        """The documents found, in the order asked for; to be sliced."""
        documents = self.documents().defer("vector")
        if sort == Sort.OLDEST:
            return documents.oldest_first()
        if sort == Sort.RELEVANCE and self.query.expressions:
            return documents.best_first(self._tsquery)
        return documents.newest_first()

    def hits(self, documents: Sequence[SearchDocument]) -> list[Hit]:
        """The documents of a page as they are shown, in the same order. Four queries, however many they are."""
        items = self._items(documents)
        texts = [
            text for item in items.values() for text in (item.title, *map(_beginning, item.sections.all()))
        ]
        marks = dict(zip(texts, find_marks(texts, self.query.words), strict=True))
        return [_hit(items[document.pk], document, marks) for document in documents if document.pk in items]

    @cached_property
    def _tsquery(self) -> SearchQuery:
        expressions = (
            SearchQuery(expression, config="danish", search_type="websearch")
            for expression in self.query.expressions
        )
        return reduce(or_, expressions)

    def _items(self, documents: Sequence[SearchDocument]) -> dict[int, AgendaItem]:
        """The items themselves, by primary key: what the user may see is asked of the rows once more."""
        visible = AgendaItem.objects.open().visible_to(self.user)
        sections = Prefetch("sections", Section.objects.filter(is_empty=False).defer("blocks"))
        items = visible.select_related("meeting__body", "case").prefetch_related(sections)
        return items.in_bulk([document.pk for document in documents])


def _hit(item: AgendaItem, document: SearchDocument, marks: Mapping[str, list[Mark]]) -> Hit:
    texts = [(section.kind, _beginning(section)) for section in item.sections.all()]
    snippet = best_snippet([MarkedSection(kind, text, marks[text]) for kind, text in texts])
    return Hit(item, document, mark(item.title, marks[item.title]), snippet)


def _beginning(section: Section) -> str:
    return section.text[:SNIPPET_REACH]
