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
from minutes.search.matching.facets import Facet, count_facets
from minutes.search.matching.filters import Filters
from minutes.search.matching.matches import Match
from minutes.search.matching.search import Search

from .search_form import SearchForm


@dataclass(frozen=True, slots=True)
class SearchAnswer:
    """A page of hits with all that stands around them.

    `asked` is the search as it was typed. Where it finds nothing, `fallback` is another one that does, if there is
    any, and `shown` is that; else both are the same. The `shortcuts` are what was typed leads to; `seconds` tells how
    long it took to find all this.
    """

    asked: Search
    fallback: Fallback | None
    shown: Search
    form: SearchForm
    page: Page[Match]
    hits: list[Hit]
    facets: list[Facet]
    shortcuts: Shortcuts
    seconds: float

    @property
    def did_you_mean(self) -> str | None:
        """The text that was probably meant, where a word of it is misspelt."""
        return self.fallback.typed if self.fallback and self.fallback.is_respelt else None


def answer_search(request: HttpRequest, form: SearchForm) -> SearchAnswer:
    """Search as the address says, for whoever asks."""
    started = time.perf_counter()
    asked = form.search(request.user)
    fallback = None
    if asked.finds_nothing:
        if asked.filters == Filters():
            remember_failure(asked.query)
        fallback = find_fallback(asked, form.organisation.names)
    shown = fallback.search if fallback else asked
    page = page_of(request, shown.ordered(form.order), form.page_size)
    return SearchAnswer(
        asked=asked,
        fallback=fallback,
        shown=shown,
        form=form,
        page=page,
        hits=read_hits(shown, page.object_list, form.order),
        facets=count_facets(shown, form.organisation),
        shortcuts=find_shortcuts(asked.query, request.user),
        seconds=time.perf_counter() - started,
    )
