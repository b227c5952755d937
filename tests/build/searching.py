"""A search as somebody types it, and the titles that it finds."""

from __future__ import annotations

from django.contrib.auth.models import AnonymousUser, User
from django.db.models import Model

from minutes.search.hits.hits import read_hits
from minutes.search.matching.filters import Filters, Sort
from minutes.search.matching.search import Search
from minutes.search.query.named_units import read_organisation
from minutes.search.query.query import parse_query


def search(typed: str, user: User | AnonymousUser | None = None, **filters: object) -> Search:
    """A search within filters by the names of their facets, one value of each; a row stands for its key."""
    chosen = {name: (value.pk if isinstance(value, Model) else value,) for name, value in filters.items()}
    return Search(parse_query(typed, read_organisation().names), user or AnonymousUser(), Filters(chosen))


def titles(typed: str, sort: Sort = Sort.RELEVANCE, user: User | None = None, **filters: object) -> list[str]:
    found = search(typed, user, **filters)
    return [hit.item.title for hit in read_hits(found, list(found.ordered(sort)))]
