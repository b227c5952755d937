"""What a search is answered with, whether a person reads it as a page or a program as JSON."""

from __future__ import annotations

import time
from dataclasses import dataclass

from django.core.paginator import Page, Paginator
from django.http import HttpRequest

from minutes.search.direct import FoundCase, FoundDocument, find_cases, find_document
from minutes.search.facets import Facet, count_facets
from minutes.search.hits import Hit, Search
from minutes.search.matches import Match

from .search_form import SearchForm


@dataclass(frozen=True, slots=True)
class SearchAnswer:
    """A page of hits with all that stands around them.

    `cases` and `document` are what a number that was typed leads to; `did_you_mean` is another text to type, where
    one would find more; `seconds` tells how long it took to find all this.
    """

    search: Search
    form: SearchForm
    page: Page[Match]
    hits: list[Hit]
    facets: list[Facet]
    cases: list[FoundCase]
    document: FoundDocument | None
    seconds: float
    did_you_mean: str | None = None


def answer_search(request: HttpRequest, form: SearchForm) -> SearchAnswer:
    """Search as the address says, for whoever asks."""
    started = time.perf_counter()
    search = form.search(request.user)
    page = Paginator(search.ordered(form.order), form.page_size).get_page(request.GET.get("side"))
    return SearchAnswer(
        search=search,
        form=form,
        page=page,
        hits=search.hits(page.object_list, form.order),
        facets=count_facets(search),
        cases=find_cases(search.query, request.user),
        document=find_document(search.query, request.user),
        seconds=time.perf_counter() - started,
    )
