"""The page of one centre: its items by role and year, also as a file."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from django.db.models import F, Prefetch, QuerySet, prefetch_related_objects
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from archive_site.spreadsheets import Cell, csv_response
from minutes.matters.decisions import read_main_decisions
from minutes.models import EVERYBODY, AgendaItem, Centre, CentreRole, ItemCentre, Outcome, Reader, SearchRole
from minutes.models.search_tables import SearchRoleQuerySet, count_by_year_and_role
from minutes.pages.paging import page_of

from .year_chart import year_chart

# An item is a line of a table, or two where its title is long.
_ITEMS_PER_PAGE = 50
# Items that are read by one query and in memory at once: a busy centre may have a hundred thousand.
_ROWS_AT_A_TIME = 500
_CSV_HEADER = ("Mødedato", "Organ", "Punkt", "Titel", "Sag", "Rolle", "Udfald", "Adresse")
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
    """Show a centre and its items, by "rolle" and "aar"; format=csv gives the published ones as a file."""
    centre = get_object_or_404(Centre, slug=slug)
    roles = SearchRole.objects.readable_by(request.user)
    lines = _lines_by_year(centre, request.user)
    role = _ROLES.get(request.GET.get("rolle", ""))
    line = next((line for line in lines if str(line.year) == request.GET.get("aar")), None)
    chosen = roles.of_centre(centre, role, line and line.year).newest_first()
    if request.GET.get("format") == "csv":
        links = ItemCentre.objects.filter(centre=centre, role__in=[role] if role else CentreRole)
        return csv_response(f"center-{centre.slug}", _CSV_HEADER, _csv_rows(request, chosen, links))
    lines_shown = [line] if line else lines
    count = sum(of_year.count(role) for of_year in lines_shown)
    page = page_of(request, chosen.values_list("document", flat=True), _ITEMS_PER_PAGE, count=count)
    context = {
        "centre": centre,
        "aliases": centre.aliases.all(),
        "lines": lines,
        "chart": year_chart({line.year: line.total for line in lines}),
        "total": sum(line.total for line in lines_shown),
        "roles_overlap": any(sum(line.by_role) > line.total for line in lines_shown),
        "all_roles": list(CentreRole),
        "roles": _role_choices(lines, lines_shown),
        "role": role,
        "year": line and line.year,
        "page": page,
        "items": _read_items(list(page), request.user),
    }
    return render(request, "minutes/centres/centre_detail.html", context)


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


def _read_items(keys: Sequence[int], reader: Reader) -> list[AgendaItem]:
    """The items as lines show them, newest first: what the reader may see is asked of the rows once more.

    What became of each stands beside it, as `outcomes`, and as `came_to`: its decision where parts of that differ, else
    just the outcome.
    """
    found = AgendaItem.objects.readable_by(reader).filter(pk__in=keys).select_related("meeting__body", "case")
    items = list(found.annotate(outcomes=F("search_document__outcomes")).newest_first())
    in_parts = [item.pk for item in items if len(item.outcomes or ()) > 1]
    decisions = read_main_decisions(in_parts) if in_parts else {}
    for item in items:
        item.came_to = decisions.get(item.pk) or next(iter(item.outcomes or ()), "")
    return items


def _role_choices(
    lines: Sequence[YearLine], lines_shown: Sequence[YearLine]
) -> list[tuple[str, CentreRole, int]]:
    """The word of the parameter, the role and the number of items shown, for each role that the centre has ever had."""
    return [
        (word, role, sum(line.count(role) for line in lines_shown))
        for word, role in _ROLES.items()
        if any(line.count(role) for line in lines)
    ]


def _csv_rows(
    request: HttpRequest, roles: SearchRoleQuerySet, links: QuerySet[ItemCentre]
) -> Iterator[Sequence[Cell]]:
    """A row for each of the links of each item, as far as they are published; some items are read at a time."""
    keys = list(roles.values_list("document", flat=True))
    for start in range(0, len(keys), _ROWS_AT_A_TIME):
        items = _read_items(keys[start : start + _ROWS_AT_A_TIME], EVERYBODY)
        prefetch_related_objects(items, Prefetch("item_centres", links))
        yield from _rows_of(request, items)


def _rows_of(request: HttpRequest, items: Iterable[AgendaItem]) -> Iterator[Sequence[Cell]]:
    for item in items:
        facts = (
            item.meeting.date,
            item.meeting.body.name,
            item.label,
            item.title,
            item.case and item.case.number,
        )
        outcome = ", ".join(Outcome(outcome).label for outcome in item.outcomes or ()) or None
        address = request.build_absolute_uri(item.get_absolute_url())
        for link in item.item_centres.all():
            yield (*facts, link.get_role_display(), outcome, address)
