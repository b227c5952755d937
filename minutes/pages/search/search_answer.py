"""What a search is answered with, whether a person reads it as a page or a program as JSON."""

from __future__ import annotations

import time
from dataclasses import dataclass

from django.core.paginator import Page
from django.http import HttpRequest

from minutes.pages.paging import page_of
from minutes.search.guidance.failures import remember_failure
from minutes.search.guidance.fallback import Fallback, find_fallback
from minutes.search.guidance.shortcuts import Shortcuts, find_shortcuts
from minutes.search.hits.hits import Hit, read_hits
from minutes.search.matching.facet_counts import CountedFacet, count_facets
from minutes.search.matching.filters import Filters
from minutes.search.matching.matches import Match
from minutes.search.matching.search import Search

from .address_values import Misunderstanding
from .search_form import SearchForm

_NO_PERSONAL_NUMBERS = (
    "Arkivet kan ikke gennemsøges efter personnumre (CPR-numre). "
    "Søg i stedet på et sagsnummer, en dato eller ord fra sagen."
)


@dataclass(frozen=True, slots=True)
class SearchAnswer:
    """A page of hits with all that stands around them.

    `search` is what was typed. Where it finds nothing, `fallback` is another one that does, if there is
    any, and `shown` is that; else both are the same. The `shortcuts` are what was typed leads to; `seconds` tells
    how long it took to find all this.
    """

    search: Search
    fallback: Fallback | None
    shown: Search
    form: SearchForm
    page: Page[Match]
    hits: list[Hit]
    facets: list[CountedFacet]
    shortcuts: Shortcuts
    seconds: float

    @property
    def is_near(self) -> bool:
        """Whether nothing answers, and the hits are only near to what was asked for."""
        return self.fallback is not None and self.fallback.is_near

    @property
    def did_you_mean(self) -> str | None:
        """The text that was probably meant, where a word of it is misspelt."""
        return self.fallback.typed if self.fallback and self.fallback.is_respelt else None

    @property
    def notices(self) -> list[Misunderstanding]:
        """What of the address says nothing, or must not be asked for."""
        refused = [Misunderstanding(_NO_PERSONAL_NUMBERS)] if self.search.query.has_personal_number else []
        return [*refused, *self.form.misunderstandings]


def answer_search(request: HttpRequest, form: SearchForm) -> SearchAnswer:
    """Search as the address says, for whoever asks."""
    started = time.perf_counter()
    search = form.search(request.user)
    fallback = None
    if search.finds_nothing:
        if search.filters == Filters() and request.method == "GET":
            remember_failure(search.query)
        fallback = find_fallback(search, form.organisation.names)
    shown = fallback.search if fallback else search
    page = page_of(request, shown.ordered(form.order), form.page_size)
    return SearchAnswer(
        search=search,
        fallback=fallback,
        shown=shown,
        form=form,
        page=page,
        hits=read_hits(shown, page.object_list, form.order),
        facets=[] if fallback and fallback.is_near else count_facets(shown, form.organisation),
        shortcuts=find_shortcuts(search.query, request.user),
        seconds=time.perf_counter() - started,
    )
