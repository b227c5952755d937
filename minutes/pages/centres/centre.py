"""The page of one centre: what it has to see to, its items by role and year with what proves it, also as a file."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.core.paginator import Page
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from minutes.matters.centre_tasks import find_centre_tasks
from minutes.models import EVERYBODY, Centre, CentreRole, Reader, SearchRole
from minutes.models.search_tables import count_by_year_and_role
from minutes.pages.paging import page_of

from .centre_files import centre_csv, centre_json
from .centre_items import read_items
from .proofs import read_proofs
from .year_chart import year_chart

# An item is a line of a table, or two where its title is long.
_ITEMS_PER_PAGE = 50
# Follow-ups and promises are there to be seen at a glance; the full lists are a link away.
_MOST_TASKS = 5
# What the parameter "rolle" may be; anything else is every role.
_ROLES = {
    "indstiller": CentreRole.RECOMMENDS,
    "ansvarlig": CentreRole.RESPONSIBLE,
    "opgave": CentreRole.TASKED,
    "deltager": CentreRole.PARTICIPATES,
    "naevnt": CentreRole.MENTIONED,
}


@dataclass(frozen=True, slots=True)
class YearLine:
    """How many items of a year a centre has to do with: by role in the order of the roles, and altogether."""

    year: int
    by_role: tuple[int, ...]
    total: int

    def count(self, role: CentreRole | None) -> int:
        """How many items the centre has this role in, or any."""
        return self.by_role[role.rank] if role else self.total


@require_safe
def centre_detail(request: HttpRequest, slug: str) -> HttpResponseBase:
    """Show a centre and its items, by "rolle" and "aar"; format=csv gives the published ones as a file, json a page."""
    centre = get_object_or_404(Centre, slug=slug)
    is_json = request.GET.get("format") == "json"
    reader = EVERYBODY if is_json else request.user
    lines = _lines_by_year(centre, reader)
    role = _ROLES.get(request.GET.get("rolle", ""))
    line = next((line for line in lines if str(line.year) == request.GET.get("aar")), None)
    chosen = SearchRole.objects.readable_by(reader).of_centre(centre, role, line and line.year).newest_first()
    if request.GET.get("format") == "csv":
        return centre_csv(request, centre, chosen, role)
    lines_shown = [line] if line else lines
    count = sum(of_year.count(role) for of_year in lines_shown)
    page = page_of(request, chosen.values_list("document", flat=True), _ITEMS_PER_PAGE, count=count)
    if is_json:
        return centre_json(request, centre, page, role)
    context = {
        "centre": centre,
        "lines": lines,
        "chart": year_chart({line.year: line.total for line in lines}),
        "total": sum(line.total for line in lines_shown),
        "roles_overlap": any(sum(line.by_role) > line.total for line in lines_shown),
        "all_roles": list(CentreRole),
        "roles": _role_choices(lines, lines_shown),
        "role": role,
        "year": line and line.year,
        "page": page,
        "predecessors": centre.predecessors.all(),
        "successors": centre.successors.all(),
        "tasks": None if role or line or page.number > 1 else find_centre_tasks(centre, reader, _MOST_TASKS),
    }
    return render(request, "minutes/centres/centre_detail.html", context | _items(centre, page, reader, role))


def _items(centre: Centre, page: Page[int], reader: Reader, role: CentreRole | None) -> dict[str, Any]:
    """The items of the page, each with the `proofs` of what the centre has to do with it; the centre's other names."""
    items = read_items(list(page), reader)
    aliases = list(centre.aliases.all())
    names = [centre.code, centre.name, *(alias.text for alias in aliases if not alias.is_for_search_only)]
    proofs = read_proofs(centre, names, items, role)
    for item in items:
        item.proofs = proofs.get(item.pk, ())
    return {"items": items, "aliases": aliases}


def _lines_by_year(centre: Centre, reader: Reader) -> list[YearLine]:
    """One line for each year, newest first. One query."""
    by_role: dict[int, dict[str, int]] = defaultdict(dict)
    totals: Counter[int] = Counter()
    for year, role, count, firsts in count_by_year_and_role(centre, reader):
        by_role[year][role] = count
        totals[year] += firsts
    return [
        YearLine(year, tuple(by_role[year].get(role, 0) for role in CentreRole), totals[year])
        for year in sorted(by_role, reverse=True)
    ]


def _role_choices(
    lines: Sequence[YearLine], lines_shown: Sequence[YearLine]
) -> list[tuple[str, CentreRole, int]]:
    """The word of the parameter, the role and the number of items shown, for each role that the centre has ever had."""
    return [
        (word, role, sum(line.count(role) for line in lines_shown))
        for word, role in _ROLES.items()
        if any(line.count(role) for line in lines)
    ]
