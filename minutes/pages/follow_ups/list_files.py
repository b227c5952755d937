"""Lists as files and for programs: what is published, and nothing else, whoever asks (docs/lists-for-programs.md)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, TypeVar

from django.core.paginator import Page
from django.http import HttpRequest, JsonResponse

from minutes.matters.following.topics import TopicLine
from minutes.models import EVERYBODY, AgendaItem, Reader
from minutes.pages.list_form import ListForm

Json = dict[str, Any]
_Row = TypeVar("_Row")

# A worker is busy for as long as it sends a file, so a file has an end: whoever wants more narrows the list.
MOST_ROWS = 10_000
# Rows that are read by one query and in memory at once, however long the file is.
_ROWS_AT_A_TIME = 500


def wanted_format(request: HttpRequest) -> str:
    """Return "csv" or "json" where a file is asked for; empty for the page."""
    wanted = request.GET.get("format", "")
    return wanted if wanted in ("csv", "json") else ""


def reader_of(request: HttpRequest) -> Reader:
    """Return for whom a list is read: a file is passed on, and drafts are in none."""
    return EVERYBODY if wanted_format(request) else request.user


def in_portions(keys: Sequence[_Row]) -> Iterator[Sequence[_Row]]:
    """Return the rows of a file, some at a time."""
    for start in range(0, len(keys), _ROWS_AT_A_TIME):
        yield keys[start : start + _ROWS_AT_A_TIME]


def list_json(form: ListForm, page: Page[Any], results: Iterable[Json], **more: object) -> JsonResponse:
    """Return the page of a list that the address asks for."""
    document = {
        "count": page.paginator.count,
        "page": page.number,
        "pages": page.paginator.num_pages,
        "filters": form.in_force(),
        "notices": form.notices,
        "results": list(results),
        **more,
    }
    return JsonResponse(document, json_dumps_params={"ensure_ascii": False})


def item_json(request: HttpRequest, item: AgendaItem) -> Json:
    """Return how an item is named: its meeting, number, title, case and address."""
    return {
        "body": item.meeting.body.name,
        "date": item.meeting.date.isoformat(),
        "label": item.label,
        "title": item.title,
        "case_number": item.case.number if item.case else None,
        "url": address_of_item(request, item),
    }


def topic_json(request: HttpRequest, line: TopicLine) -> Json:
    """Return a topic in short, with its deadlines as they moved."""
    topic, row = line.topic, line.row
    return {
        "topic": row.text,
        "url": request.build_absolute_uri(topic.get_absolute_url()),
        "body": topic.body.name,
        "first_seen": topic.first_seen.isoformat(),
        "last_seen": topic.last_seen.isoformat(),
        "times": topic.rows,
        "deadlines": list(line.moves),
        "deadline": {
            "words": row.time_words,
            "latest": topic.latest.isoformat() if topic.latest else None,
            "recurs": row.recurs,
        },
        "slips": topic.slips,
        "centres": row.centre_codes,
        "persons": row.persons,
        "is_listed": line.is_listed,
        "overdue": line.overdue.isoformat() if line.overdue else None,
        "last": item_json(request, line.item),
    }


def address_of_item(request: HttpRequest, item: AgendaItem) -> str:
    """Return the whole address of an item, as files have it."""
    return request.build_absolute_uri(item.get_absolute_url())
