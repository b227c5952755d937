"""The list of what is promised: what is expected first, then what is late, then what was seen again; also as a file."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence

from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from archive_site.spreadsheets import Cell, csv_response
from minutes.matters.following.promises import (
    PromiseLine,
    PromisesInOrder,
    Status,
    find_promises,
    read_promises,
)
from minutes.models import Reader
from minutes.pages.moved import lead_on_from_body
from minutes.pages.paging import page_of

from .list_files import (
    MOST_ROWS,
    Json,
    address_of_item,
    in_portions,
    item_json,
    list_json,
    reader_of,
    wanted_format,
)
from .told_form import STATUS_NAMES, PromiseForm

# A promise takes three lines or four: a sentence, and where its matter was seen again.
_PROMISES_PER_PAGE = 30
_CSV_HEADER = (
    *("Sagt den", "Organ", "Titel", "Sag", "Ordene", "Slags", "Hvem", "Til organ", "Tidspunkt"),
    *("Tidspunkt, som læst", "Senest", "Tilstand", "Set igen den", "Set igen i", "Hvorfor det vides"),
    *("Adresse", "Adresse på det, hvor det er set igen"),
)


@require_safe
def promise_list(request: HttpRequest) -> HttpResponseBase:
    """Show what is promised, as far as the address asks for it, and how it stands on a day."""
    reader = reader_of(request)
    form = PromiseForm(request.GET, reader)
    if "organ" in form.errors:
        lead_on_from_body(request)
    day = form.value("dag") or timezone.localdate()
    found = form.narrow(find_promises(reader, day))
    keys = PromisesInOrder.of(found, reader, day, by_time=form.is_by_time)
    wanted = wanted_format(request)
    if wanted == "csv":
        rows = _csv_rows(request, keys[:MOST_ROWS], reader, day)
        return csv_response("loefter", _CSV_HEADER, rows)
    page = page_of(request, keys, _PROMISES_PER_PAGE)
    lines = read_promises(list(page), reader, day)
    counts = keys.counts
    if wanted == "json":
        results = (_result(request, line) for line in lines)
        return list_json(form, page, results, statuses={status.value: counts[status] for status in Status})
    context = {
        "form": form,
        "day": form.value("dag"),
        "page": page,
        "total": len(keys),
        "groups": [
            (
                status.value,
                STATUS_NAMES[status],
                counts[status],
                [line for line in lines if line.status is status],
            )
            for status in Status
        ],
    }
    return render(request, "minutes/follow_ups/promise_list.html", context)


def _csv_rows(
    request: HttpRequest, keys: Sequence[int], reader: Reader, day: datetime.date
) -> Iterator[Sequence[Cell]]:
    for some in in_portions(keys):
        yield from (_csv_row(request, line) for line in read_promises(some, reader, day))


def _csv_row(request: HttpRequest, line: PromiseLine) -> Sequence[Cell]:
    promise, seen = line.promise, line.seen
    return (
        line.said_on,
        line.said_by.name,
        line.item.title,
        line.item.case and line.item.case.number,
        promise.text,
        promise.get_kind_display(),
        ", ".join(promise.who),
        promise.to_body,
        promise.time_words,
        line.when,
        promise.time_last,
        line.status_in_words,
        seen and seen.meeting.date,
        seen and f"{seen.meeting.body.name}, punkt {seen.label}",
        line.reason and line.reason.label,
        address_of_item(request, line.item),
        seen and address_of_item(request, seen),
    )


def _result(request: HttpRequest, line: PromiseLine) -> Json:
    promise = line.promise
    return {
        "said": line.said_on.isoformat(),
        "by": line.said_by.name,
        "item": item_json(request, line.item),
        "text": promise.text,
        "kind": promise.kind,
        "who": promise.who,
        "to_body": promise.to_body or None,
        "time": {"words": promise.time_words or None, "kind": promise.time_kind or None, "when": promise.iso},
        "status": line.status.value,
        "is_met": line.is_met,
        "seen": item_json(request, line.seen) if line.seen else None,
        "reason": line.reason.value if line.reason else None,
    }
