"""The list of all decisions, the newest first, narrowed as its address says; also as a file and for programs."""

from __future__ import annotations

from dataclasses import dataclass

from django.core.paginator import Page
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import render
from django.views.decorators.http import require_safe

from minutes.models import EVERYBODY
from minutes.pages.moved import lead_on_from_body
from minutes.pages.paging import page_of

from .decision_files import MOST_ROWS, decisions_csv, decisions_json
from .decision_filter import DecisionFilter
from .listed_decisions import Key, read_decisions_of

# A decision takes some six lines, with what was recommended beside it.
_DECISIONS_PER_PAGE = 25


@dataclass(frozen=True, slots=True)
class Total:
    """How many decisions there are; where that is not exact, there are more than are counted."""

    count: int
    is_exact: bool


@require_safe
def decision_list(request: HttpRequest) -> HttpResponseBase:
    """Show the decisions that "aar", "organ", "center", "udfald", "sag" and "udsat" let through.

    format=csv and format=json give the published ones, whoever asks.
    """
    wanted = request.GET.get("format")
    reader = EVERYBODY if wanted in ("csv", "json") else request.user
    chosen = DecisionFilter(request.GET, reader)
    if "organ" in chosen.errors:
        lead_on_from_body(request)
    if wanted == "csv":
        return decisions_csv(request, chosen)
    page, total = _find_page(request, chosen)
    decisions = read_decisions_of(page.object_list, reader)
    if wanted == "json":
        return decisions_json(request, chosen, decisions, page, is_exact=total.is_exact)
    context = {
        "filter": chosen,
        "total": total,
        "page": page,
        "decisions": decisions,
        "csv_address": chosen.address(format="csv"),
        "json_address": chosen.address(format="json"),
    }
    return render(request, "minutes/decisions/decision_list.html", context)


def _find_page(request: HttpRequest, chosen: DecisionFilter) -> tuple[Page[Key], Total]:
    """The keys of the page asked for, and how many there are on all pages.

    What is rare is looked for through all of the archive: where it fits on one page it is not counted once more.
    """
    keys = chosen.qs.values_list("document", "position")
    first = list(keys[: _DECISIONS_PER_PAGE + 1])
    if len(first) <= _DECISIONS_PER_PAGE:
        return page_of(request, first, _DECISIONS_PER_PAGE), Total(len(first), is_exact=True)
    count = chosen.qs.order_by()[: MOST_ROWS + 1].count()
    shown = min(count, MOST_ROWS)
    page = page_of(request, keys, _DECISIONS_PER_PAGE, count=shown)
    if page.number == 1:
        page.object_list = first[:_DECISIONS_PER_PAGE]
    return page, Total(shown, is_exact=count <= MOST_ROWS)
