"""The page of one standing title: the same item of the agenda through the meetings, across case numbers and dates."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from django.http import Http404, HttpRequest, HttpResponseBase, JsonResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from archive_site.spreadsheets import Cell, csv_response
from minutes.matters.decision_lines import summarise
from minutes.matters.series import series_of
from minutes.matters.standing_series import SeriesSeen, find_series_at
from minutes.models import EVERYBODY, AgendaItem, Reader
from minutes.models.visibility import sees_drafts
from minutes.pages.paging import page_of

_ITEMS_PER_PAGE = 50
_ROWS_AT_A_TIME = 500
# A program that wants more has the file (format=csv).
_MOST_IN_JSON = 500
_CSV_HEADER = ("Mødedato", "Organ", "Punkt", "Titel", "Sag", "Beslutning", "Adresse")


@require_safe
def series_detail(request: HttpRequest, slug: str) -> HttpResponseBase:
    """Show a series, newest first; format=csv or json gives what is published of it to programs.

    The address of a series that an editor joined with another leads to that one's.
    """
    reader = EVERYBODY if request.GET.get("format") in ("csv", "json") else request.user
    seen = find_series_at(slug, reader)
    if seen is None:
        raise Http404("Der er ingen serie på denne adresse.")
    if seen.series.slug != slug:
        return redirect(seen.series)
    match request.GET.get("format"):
        case "csv":
            return csv_response(f"serie-{slug}", _CSV_HEADER, _csv_rows(request, seen))
        case "json":
            return _json(request, seen)
    page = page_of(request, seen.documents.newest_first().values_list("pk", flat=True), _ITEMS_PER_PAGE)
    newest = seen.documents.newest_first().values_list("pk", flat=True)[:1]
    items = _read_items([*page, *newest], request.user)
    if not items:
        raise Http404("Der er ingen serie på denne adresse.")
    context = {
        "series": seen.series,
        # Its feed is for everybody, for whom it may not stand.
        "has_feed": not sees_drafts(request.user) or find_series_at(slug, EVERYBODY) is not None,
        "name": series_of(items[0]).text,
        "other_names": _other_names(seen, items[0]),
        "newest": items[0],
        "oldest_year": seen.documents.oldest_first().values_list("date__year", flat=True).first(),
        "page": page,
        "items": [item for item in items if item.pk in page.object_list],
    }
    return render(request, "minutes/series/series_detail.html", context)


def _read_items(keys: Sequence[int], reader: Reader) -> list[AgendaItem]:
    """The items as lines show them, newest first: what the reader may see is asked of the rows once more."""
    found = AgendaItem.objects.readable_by(reader).filter(pk__in=keys).with_outcomes().newest_first()
    items = list(found)
    for item in items:
        item.line = summarise(item)
    return items


def _other_names(seen: SeriesSeen, newest: AgendaItem) -> list[str]:
    """The titles that an editor joined, as they stand in the newest item of each that the reader may see."""
    others = {seen.series.key, *(series.key for series in seen.joined)} - {series_of(newest).key}
    names = []
    for key in sorted(others):
        document = seen.documents.filter(title_key=key).newest_first().select_related("item__meeting").first()
        if document:
            names.append(series_of(document.item).text)
    return names


def _csv_rows(request: HttpRequest, seen: SeriesSeen) -> Iterator[Sequence[Cell]]:
    keys = list(seen.documents.newest_first().values_list("pk", flat=True))
    for start in range(0, len(keys), _ROWS_AT_A_TIME):
        for item in _read_items(keys[start : start + _ROWS_AT_A_TIME], EVERYBODY):
            yield (
                *(item.meeting.date, item.meeting.body.name, item.label, item.title),
                *(item.case and item.case.number, item.line or None),
                request.build_absolute_uri(item.get_absolute_url()),
            )


def _json(request: HttpRequest, seen: SeriesSeen) -> JsonResponse:
    keys = list(seen.documents.newest_first().values_list("pk", flat=True)[:_MOST_IN_JSON])
    items = _read_items(keys, EVERYBODY)
    document = {
        "title": series_of(items[0]).text if items else "",
        "count": seen.documents.count(),
        "items": [
            {
                "date": item.meeting.date.isoformat(),
                "body": item.meeting.body.name,
                "item": item.label,
                "title": item.title,
                "case": item.case.number if item.case else None,
                "decision": item.line or None,
                "url": request.build_absolute_uri(item.get_absolute_url()),
            }
            for item in items
        ],
    }
    return JsonResponse(document, json_dumps_params={"ensure_ascii": False})
