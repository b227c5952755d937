"""The items of a centre for programs: as a file of all, and the page as JSON. Both have what everybody may see."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from django.core.paginator import Page
from django.db.models import Prefetch, QuerySet, prefetch_related_objects
from django.http import HttpRequest, JsonResponse, StreamingHttpResponse

from archive_site.spreadsheets import Cell, csv_response
from minutes.models import EVERYBODY, AgendaItem, Centre, CentreRole, ItemCentre, Outcome
from minutes.models.search_tables import SearchRoleQuerySet

from .centre_items import read_items

# Items that are read by one query and in memory at once: a busy centre may have a hundred thousand.
_ROWS_AT_A_TIME = 500
_CSV_HEADER = ("Mødedato", "Organ", "Punkt", "Titel", "Sag", "Rolle", "Udfald", "Adresse", "Bevis")

Json = dict[str, object]


def centre_csv(
    request: HttpRequest, centre: Centre, roles: SearchRoleQuerySet, role: CentreRole | None
) -> StreamingHttpResponse:
    """Return a file with a row for each role that the centre has in these items, or for that one."""
    rows = _csv_rows(request, roles, _links(centre, role))
    return csv_response(f"center-{centre.slug}", _CSV_HEADER, rows)


def centre_json(
    request: HttpRequest, centre: Centre, page: Page[int], role: CentreRole | None
) -> JsonResponse:
    """Return a centre, and a page of its items, each with its roles and the sentences that prove them."""
    document = {
        "code": centre.code,
        "name": centre.name,
        "url": request.build_absolute_uri(centre.get_absolute_url()),
        "valid_from": centre.valid_from,
        "valid_to": centre.valid_to,
        "predecessors": [other.code for other in centre.predecessors.all()],
        "successors": [other.code for other in centre.successors.all()],
        "count": page.paginator.count,
        "page": page.number,
        "pages": page.paginator.num_pages,
        "items": [_as_json(request, item) for item in _with_links(list(page), _links(centre, role))],
    }
    return JsonResponse(document, json_dumps_params={"ensure_ascii": False})


def _links(centre: Centre, role: CentreRole | None) -> QuerySet[ItemCentre]:
    return ItemCentre.objects.filter(centre=centre, role__in=[role] if role else CentreRole)


def _with_links(keys: Sequence[int], links: QuerySet[ItemCentre]) -> list[AgendaItem]:
    items = read_items(keys, EVERYBODY)
    prefetch_related_objects(items, Prefetch("item_centres", links))
    return items


def _csv_rows(
    request: HttpRequest, roles: SearchRoleQuerySet, links: QuerySet[ItemCentre]
) -> Iterator[Sequence[Cell]]:
    """A row for each of the links of each item, as far as they are published; some items are read at a time."""
    keys = list(roles.values_list("document", flat=True))
    for start in range(0, len(keys), _ROWS_AT_A_TIME):
        yield from _rows_of(request, _with_links(keys[start : start + _ROWS_AT_A_TIME], links))


def _rows_of(request: HttpRequest, items: Iterable[AgendaItem]) -> Iterator[Sequence[Cell]]:
    for item in items:
        facts = (
            item.meeting.date,
            item.meeting.body.name,
            item.label,
            item.title,
            item.case and item.case.number,
        )
        outcome = ", ".join(_outcomes(item)) or None
        address = request.build_absolute_uri(item.get_absolute_url())
        for link in item.item_centres.all():
            yield (*facts, link.get_role_display(), outcome, address, link.sentence)


def _as_json(request: HttpRequest, item: AgendaItem) -> Json:
    by_strength = sorted(item.item_centres.all(), key=lambda link: CentreRole(link.role).rank)
    return {
        "date": item.meeting.date.isoformat(),
        "body": item.meeting.body.name,
        "item": item.number,
        "label": item.label,
        "title": item.title,
        "case_number": item.case and item.case.number,
        "outcomes": _outcomes(item),
        "url": request.build_absolute_uri(item.get_absolute_url()),
        "roles": [{"role": link.role, "text": link.sentence} for link in by_strength],
    }


def _outcomes(item: AgendaItem) -> list[str]:
    return [Outcome(outcome).label for outcome in item.outcomes or ()]
