"""The page of one topic: all its rows through the follow-up lists, and the items that it led to; also as a file."""

from __future__ import annotations

from collections.abc import Sequence

from django.core.paginator import Page
from django.http import HttpRequest, HttpResponseBase, JsonResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from archive_site.spreadsheets import Cell, csv_response
from minutes.matters.following.course import (
    Row,
    Wording,
    find_items_of_its_name,
    find_topic,
    read_rows,
    read_wordings,
    rows_of,
)
from minutes.matters.following.lists import find_overdue, newest_lists
from minutes.matters.following.topics import TopicLine, read_topics
from minutes.models import AgendaItem, Centre, Topic
from minutes.models.visibility import corrects_items
from minutes.pages.paging import page_of

from .list_files import Json, address_of_item, in_portions, item_json, reader_of, topic_json, wanted_format

_ROWS_PER_PAGE = 50
# A topic of twenty years may have been worded in hundreds of ways, of which some show how; the files have them all.
_MOST_WORDINGS = 25
_CSV_HEADER = (
    *("Mødedato", "Organ", "Punkt", "Emne", "Frist som skrevet", "Frist senest", "Flyttet", "Ansvarlig"),
    "Adresse",
)


@require_safe
def topic_detail(request: HttpRequest, slug: str) -> HttpResponseBase:
    """Show a topic; the slug of another of its wordings leads to its own address."""
    reader = reader_of(request)
    topic = find_topic(slug, reader)
    if topic is None:
        return _not_there(request)
    if topic.key.slug != slug:
        query = request.META.get("QUERY_STRING", "")
        return redirect(f"{topic.get_absolute_url()}?{query}" if query else topic.get_absolute_url())
    centres = {centre.code: centre for centre in Centre.objects.all()}
    sightings = rows_of(topic, reader)
    wanted = wanted_format(request)
    if wanted == "csv":
        portions = in_portions(list(sightings))
        rows = (row for some in portions for row in read_rows(some, reader, centres, behind=sightings))
        return csv_response(f"emne-{slug}", _CSV_HEADER, (_csv_row(request, row) for row in rows))
    lists = newest_lists(reader)
    overdue = find_overdue(lists, reader, timezone.localdate())
    found = read_topics([topic], reader, lists, overdue, centres)
    if not found:
        return _not_there(request)
    # Whole rows are read of the page alone: to put all of a long course in order takes their keys.
    page = page_of(request, sightings.values_list("pk", flat=True), _ROWS_PER_PAGE, count=topic.rows)
    shown = sightings.filter(pk__in=list(page))
    wordings = read_wordings(topic, reader)
    context = {
        "topic": topic,
        "line": found[0],
        "page": page,
        "rows": read_rows(list(shown), reader, centres, behind=sightings if page.has_previous() else None),
        "wordings": wordings,
        "items": find_items_of_its_name(topic, wordings, reader),
    }
    if wanted == "json":
        return _json(request, **context)
    # Whoever joins and parts wordings needs each of them.
    some = wordings if corrects_items(request.user) else wordings[:_MOST_WORDINGS]
    context |= {"wordings": some, "more_wordings": len(wordings) - len(some)}
    return render(request, "minutes/follow_ups/topic_detail.html", context)


def _not_there(request: HttpRequest) -> HttpResponseBase:
    return render(request, "minutes/follow_ups/topic_not_there.html", status=404)


def _csv_row(request: HttpRequest, row: Row) -> Sequence[Cell]:
    return (
        row.item.meeting.date,
        row.item.meeting.body.name,
        row.item.label,
        row.follow_up.text,
        row.follow_up.time_words,
        row.follow_up.time_last,
        row.move,
        ", ".join(each.code for each in row.responsible),
        address_of_item(request, row.item),
    )


def _json(
    request: HttpRequest,
    topic: Topic,
    line: TopicLine,
    page: Page[int],
    rows: Sequence[Row],
    wordings: Sequence[Wording],
    items: Sequence[AgendaItem],
) -> JsonResponse:
    document = {
        **topic_json(request, line),
        "wordings": [{"text": wording.words, "is_by_hand": wording.is_by_hand} for wording in wordings],
        "led_to": [item_json(request, item) for item in items],
        "page": page.number,
        "pages": page.paginator.num_pages,
        "rows": [_row_json(request, row) for row in rows],
    }
    return JsonResponse(document, json_dumps_params={"ensure_ascii": False})


def _row_json(request: HttpRequest, row: Row) -> Json:
    latest = row.follow_up.time_last
    return {
        "topic": row.follow_up.text,
        "deadline": {
            "words": row.follow_up.time_words,
            "latest": latest.isoformat() if latest else None,
            "recurs": row.follow_up.recurs,
        },
        "move": row.move or None,
        "is_slip": row.is_slip,
        "centres": row.follow_up.centre_codes,
        "persons": row.follow_up.persons,
        "item": item_json(request, row.item),
    }
