"""The list of what decisions put off: what waits first, then what was taken up and where; also as a file."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterator, Sequence

from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from archive_site.spreadsheets import Cell, csv_response
from minutes.matters.following.deferrals import DeferralLine, find_deferrals, in_order, read_deferrals
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
from .told_form import DeferralForm

# A deferral takes three lines or four: a sentence, and where it was taken up.
_DEFERRALS_PER_PAGE = 30
_CSV_HEADER = (
    *("Udsat den", "Udsat af", "Titel", "Sag", "Beslutningen siger", "En del af sagen", "Til hvornår"),
    *("Til hvornår, som læst", "Senest", "Ventet dage", "Taget op den", "Taget op i", "Hvorfor det vides"),
    *("Adresse", "Adresse på det, der tog op"),
)


@require_safe
def deferral_list(request: HttpRequest) -> HttpResponseBase:
    """Show what is put off, as far as the address asks for it, with the days that it has waited."""
    reader = reader_of(request)
    form = DeferralForm(request.GET, reader)
    if "organ" in form.errors:
        lead_on_from_body(request)
    found = in_order(form.narrow(find_deferrals(reader)))
    wanted, today = wanted_format(request), timezone.localdate()
    # The keys of all in one query, of which the page and both counts are made: counting asks as much as reading them.
    keys = list(found.values_list("pk", "is_taken_up"))
    if wanted == "csv":
        rows = _csv_rows(request, [key for key, _ in keys[:MOST_ROWS]], reader, today)
        return csv_response("udsatte-sager", _CSV_HEADER, rows)
    page = page_of(request, keys, _DEFERRALS_PER_PAGE)
    lines = read_deferrals([key for key, _ in page], reader)
    counts = Counter(is_taken_up for _, is_taken_up in keys)
    if wanted == "json":
        results = (_result(request, line, today) for line in lines)
        return list_json(form, page, results, open=counts[False], taken_up=counts[True])
    told = [(line, line.days_waited(today)) for line in lines]
    context = {
        "form": form,
        "page": page,
        "total": len(keys),
        "groups": [
            ("aabne", "Åbne", counts[False], [entry for entry in told if not entry[0].taken_up]),
            ("taget-op", "Taget op igen", counts[True], [entry for entry in told if entry[0].taken_up]),
        ],
    }
    return render(request, "minutes/follow_ups/deferral_list.html", context)


def _csv_rows(
    request: HttpRequest, keys: Sequence[int], reader: Reader, today: datetime.date
) -> Iterator[Sequence[Cell]]:
    for some in in_portions(keys):
        yield from (_csv_row(request, line, today) for line in read_deferrals(some, reader))


def _csv_row(request: HttpRequest, line: DeferralLine, today: datetime.date) -> Sequence[Cell]:
    taken_up = line.taken_up
    return (
        line.decision.date,
        line.decision.body.name,
        line.item.title,
        line.item.case and line.item.case.number,
        line.deferral.text,
        "ja" if line.deferral.is_part else "nej",
        line.deferral.time_words,
        line.until,
        line.deferral.time_last,
        line.days_waited(today),
        taken_up and taken_up.date,
        taken_up and f"{taken_up.item.meeting.body.name}, punkt {taken_up.item.label}",
        taken_up and taken_up.reason.label,
        address_of_item(request, line.item),
        taken_up and address_of_item(request, taken_up.item),
    )


def _result(request: HttpRequest, line: DeferralLine, today: datetime.date) -> Json:
    deferral, taken_up = line.deferral, line.taken_up
    return {
        "decided": line.decision.date.isoformat(),
        "by": line.decision.body.name,
        "item": item_json(request, line.item),
        "text": deferral.text,
        "kind": deferral.kind,
        "part": deferral.is_part,
        "point": deferral.point or None,
        "until": {
            "words": deferral.time_words or None,
            "kind": deferral.time_kind or None,
            "when": deferral.iso,
        },
        "days": line.days_waited(today),
        "taken_up": taken_up
        and {
            "date": taken_up.date.isoformat(),
            "reason": taken_up.reason.value,
            "is_by_hand": taken_up.is_by_hand,
            "item": item_json(request, taken_up.item),
        },
    }
