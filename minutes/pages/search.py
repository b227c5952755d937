"""The search page: what was typed, what it leads to, and how to narrow it. All its state is in the address."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from minutes.models import Meeting
from minutes.search.direct import find_cases, find_document
from minutes.search.facets import count_facets
from minutes.search.hits import Search
from minutes.search.names import read_names
from minutes.search.query import any_word_of, parse_query

from .search_controls import SearchControls
from .search_form import SearchForm


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """Show the items that answer the query, or how to ask where there is none."""
    query = parse_query(request.GET.get("q", ""), read_names())
    form = SearchForm(request.GET)
    found = Search(query, request.user, form.filters())
    page = Paginator(found.ordered(form.order), form.page_size).get_page(request.GET.get("side"))
    controls = SearchControls({"q": query.text, **form.in_force()}, form.filters())
    context = {
        "query": query,
        "form": form,
        "controls": controls,
        "cases": find_cases(query, request.user),
        "document": find_document(query, request.user),
        "total": found.total,
        "page": page,
        "hits": found.hits(page.object_list),
        "facets": controls.facets(count_facets(found)),
        "sorts": controls.sorts(form.order),
        "page_sizes": controls.page_sizes(form.page_size),
    }
    if not found.total.items:
        any_word = any_word_of(query)
        context["any_word_address"] = controls.address(q=any_word) if any_word else None
        context["bodies"] = Meeting.objects.visible_to(request.user).spans_by_body()
    return render(request, "minutes/search.html", context)
