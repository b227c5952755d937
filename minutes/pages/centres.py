"""The pages about centres: the list, and one centre with its items by role and year."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from minutes.models import AgendaItem, Centre, CentreRole, ItemCentre
from minutes.models.items import AgendaItemQuerySet

from .exports import Cell, csv_response
from .paging import page_of
from .year_chart import year_chart

_ITEMS_PER_PAGE = 50
_CSV_HEADER = ("Mødedato", "Organ", "Punkt", "Titel", "Sag", "Rolle", "Udfald", "Adresse")
# What the parameter "rolle" may be; anything else is every role.
_ROLES = {
    "indstiller": CentreRole.RECOMMENDS,
    "ansvarlig": CentreRole.RESPONSIBLE,
    "opgave": CentreRole.TASKED,
    "naevnt": CentreRole.MENTIONED,
}


@dataclass(frozen=True, slots=True)
class YearLine:
    """How many items of a year a centre has to do with: by role in the order of the roles, and altogether."""

    year: int
    by_role: tuple[int, ...]
    total: int


@require_safe
def centre_list(request: HttpRequest) -> HttpResponse:
    """List the centres with the ways their names are written."""
    return render(
        request, "minutes/centre_list.html", {"centres": Centre.objects.prefetch_related("aliases")}
    )


@require_safe
def centre_detail(request: HttpRequest, slug: str) -> HttpResponseBase:
    """Show a centre and its items, by "rolle" and "aar"; format=csv gives the published ones as a file."""
    centre = get_object_or_404(Centre, slug=slug)
    visible = AgendaItem.objects.visible_to(request.user).open()
    lines = _lines_by_year(visible, centre)
    role = _ROLES.get(request.GET.get("rolle", ""))
    year = next((line.year for line in lines if str(line.year) == request.GET.get("aar")), None)
    items = visible.of_centre(centre, role).newest_first()
    items = items.filter(meeting__date__year=year) if year else items
    if request.GET.get("format") == "csv":
        rows = _csv_rows(request, items.published(), centre)
        return csv_response(f"center-{centre.slug}", _CSV_HEADER, rows)
    context = {
        "centre": centre,
        "aliases": centre.aliases.all(),
        "lines": lines,
        "chart": year_chart({line.year: line.total for line in lines}),
        "total": sum(line.total for line in lines),
        "roles_overlap": any(sum(line.by_role) > line.total for line in lines),
        "all_roles": list(CentreRole),
        "roles": _role_choices(lines),
        "role": role,
        "year": year,
        "page": page_of(request, items.with_outcomes(), _ITEMS_PER_PAGE),
    }
    return render(request, "minutes/centre_detail.html", context)


def _lines_by_year(visible: AgendaItemQuerySet, centre: Centre) -> list[YearLine]:
    """One line for each year, newest first, in two queries."""
    items = visible.of_centre(centre)
    links = ItemCentre.objects.filter(centre=centre, item__in=visible)
    by_role = {(year, role): count for year, role, count in links.counts_by_year_and_role()}
    return [
        YearLine(year, tuple(by_role.get((year, role), 0) for role in CentreRole), total)
        for year, total in items.counts_by_year()
    ]


def _role_choices(lines: Sequence[YearLine]) -> list[tuple[str, CentreRole, int]]:
    """The word of the parameter, the role and the number of items, for each role that the centre has had."""
    counts = [sum(column) for column in zip(*(line.by_role for line in lines), strict=True)]
    words = {role: word for word, role in _ROLES.items()}
    return [(words[role], role, count) for role, count in zip(CentreRole, counts, strict=False) if count]


def _csv_rows(request: HttpRequest, items: AgendaItemQuerySet, centre: Centre) -> Iterator[Sequence[Cell]]:
    """A row for each role that the centre has in each item."""
    for item in items.with_outcomes().prefetch_related("item_centres").iterator(chunk_size=500):
        decision = item.main_decision
        facts = (
            item.meeting.date,
            item.meeting.body.name,
            item.number,
            item.title,
            item.case and item.case.number,
        )
        for link in item.item_centres.all():
            if link.centre_id == centre.pk:
                outcome = decision.get_outcome_display() if decision else None
                address = request.build_absolute_uri(item.get_absolute_url())
                yield (*facts, link.get_role_display(), outcome, address)
