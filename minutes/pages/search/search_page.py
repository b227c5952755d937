"""The search page: what was typed, what it leads to, and how to narrow it. All its state is in the address."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import render
from django.views.decorators.http import require_safe

from minutes.models import Meeting
from minutes.pages.moved import lead_on_from_body
from minutes.search.matching.filters import Sort
from minutes.search.matching.last_published import MOST_MEETINGS

from .search_answer import SearchAnswer, answer_search
from .search_controls import SearchControls
from .search_csv import search_csv
from .search_form import SearchForm
from .search_json import search_json

_FEED_TELLS = (
    f"Feedet har det, som søgningen finder i de {MOST_MEETINGS} referater, der er offentliggjort sidst."
)


@require_safe
def search(request: HttpRequest) -> HttpResponseBase:
    """Show the items that answer the query, or how to ask where there is none; format=json and format=csv send them."""
    form = SearchForm(request.GET)
    if form.unknown_bodies:
        lead_on_from_body(request, *form.unknown_bodies)
    wanted = request.GET.get("format")
    if wanted == "csv":
        return search_csv(request, form)
    answer = answer_search(request, form)
    if wanted == "json":
        return search_json(request, answer)
    return render(request, "minutes/search/search.html", _context(request, answer))


def _context(request: HttpRequest, answer: SearchAnswer) -> dict[str, object]:
    query, shown = answer.search.query, answer.shown
    form, page = answer.form, answer.page
    # What is near is no answer: whoever goes on from it goes on asking for what was typed.
    controls = SearchControls((query if answer.is_near else shown.query).text, form, query)
    context = {
        "query": query,
        "is_empty": answer.search.is_empty,
        "shown_query": shown.query,
        "fallback": answer.fallback,
        "is_near": answer.is_near,
        "fallback_address": SearchControls(shown.query.text, form).address(),
        "form": form,
        "notices": answer.notices,
        # Beside words a span is often one of a title: there it is asked about where no item has it.
        "span_of_years": controls.span_of_years()
        or (controls.words_of_span() if answer.search.finds_nothing else None),
        "is_misread": not answer.search.filters.are_understood,
        "name": ", ".join(filter(None, [query.text, *(chip.label for chip in controls.filter_chips())])),
        "controls": controls,
        "shortcuts": answer.shortcuts,
        "total": shown.total,
        "page": page,
        "hits": answer.hits,
        "is_by_case": form.order == Sort.BY_CASE,
        "facets": controls.facets(answer.facets),
        "sorts": controls.sorts(),
        "page_sizes": controls.page_sizes(),
        "address": request.build_absolute_uri(
            controls.address(side=str(page.number) if page.number > 1 else None)
        ),
        "csv_address": controls.address(format="csv", antal=None),
        "feed_address": controls.feed_address(),
        "feed_title": f"Søgning: {controls.name}",
        "feed_tells": _FEED_TELLS,
    }
    if not answer.search.total.items:
        context["bodies"] = Meeting.objects.readable_by(request.user).spans_by_body()
    return context
