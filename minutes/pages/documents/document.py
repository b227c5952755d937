"""The page of one document number: every item that mentions it, under which titles; also as a file and as JSON."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from django.core.paginator import Page
from django.db.models import Prefetch
from django.http import HttpRequest, HttpResponseBase, JsonResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from archive_site.spreadsheets import Cell, csv_response
from minutes.danish.numbers import match_case_number, match_document_number
from minutes.danish.personal_numbers import hide_personal_numbers
from minutes.matters.decision_lines import name_outcome
from minutes.models import EVERYBODY, AgendaItem, DocumentReference, Reader
from minutes.models.cases import address_of_document, slug_of_document
from minutes.models.items import AgendaItemQuerySet
from minutes.pages.paging import page_of
from minutes.search.matching.facets import OUTCOME_WORDS

# An item is a line or two, as on a centre's page.
_ITEMS_PER_PAGE = 50
# Items that are in memory at once with their decisions.
_ROWS_AT_A_TIME = 500
# Characters of what was typed that are shown again.
_LONGEST_NUMBER = 60
_HEADER = (
    *("Dokumentnummer", "Dokumentets titel", "Nævnt i", "Mødedato", "Organ", "Punkt", "Titel"),
    *("Sag", "Udfald", "Adresse"),
)


@require_safe
def document_detail(request: HttpRequest, written: str) -> HttpResponseBase:
    """Show the items that mention a document, newest first; of published ones alone with format=csv and format=json.

    The number in another written form leads to the document's address.
    """
    number = match_document_number(written)
    if number and written != slug_of_document(number):
        return redirect(address_of_document(number), permanent=True)
    wanted = request.GET.get("format")
    reader = EVERYBODY if wanted in ("csv", "json") else request.user
    items = _items(number, reader)
    if number is None or not items.exists():
        return _not_known(request, written, number)
    if wanted == "csv":
        return csv_response(f"dokument-{slug_of_document(number)}", _HEADER, _csv_rows(request, items))
    page = page_of(request, items, _ITEMS_PER_PAGE)
    titles = _titles(items, number)
    if wanted == "json":
        return _json(request, number, titles, page)
    context = {"number": number, "titles": titles, "page": page}
    return render(request, "minutes/documents/document_detail.html", context)


@require_safe
def document_by_number(request: HttpRequest, serial: str, year: str) -> HttpResponseBase:
    """Lead from "216558/15", as the minutes write it, to the address of that document."""
    number = match_document_number(f"{serial}/{year}")
    if number is None:
        return _not_known(request, f"{serial}/{year}", number)
    return redirect(address_of_document(number), permanent=True)


def _items(number: str | None, reader: Reader) -> AgendaItemQuerySet:
    """The items that mention a document and that the reader may see, newest first, with where they mention it."""
    mentions = DocumentReference.objects.filter(number=number)
    items = AgendaItem.objects.readable_by(reader).filter(pk__in=mentions.values("item"))
    where = Prefetch("document_references", mentions.order_by("position"), to_attr="mentions")
    return items.with_outcomes().prefetch_related(where).order_by("-meeting__date", "meeting_id", "position")


def _titles(items: AgendaItemQuerySet, number: str) -> list[str]:
    """What the items call the document, in the words of the newest first, each once."""
    named = DocumentReference.objects.filter(number=number, item__in=items.order_by().values("pk"))
    named = named.exclude(title="").order_by("-item__meeting__date", "item", "position")
    return list(dict.fromkeys(named.values_list("title", flat=True)))


def _not_known(request: HttpRequest, written: str, number: str | None) -> HttpResponseBase:
    shown = hide_personal_numbers(written[:_LONGEST_NUMBER])
    context = {"wanted": shown, "number": number, "case": match_case_number(written)}
    return render(request, "minutes/documents/document_lookup.html", context, status=404)


def _csv_rows(request: HttpRequest, items: AgendaItemQuerySet) -> Iterator[Sequence[Cell]]:
    """A row for each time that an item mentions the document."""
    for item in items.iterator(chunk_size=_ROWS_AT_A_TIME):
        decision = item.main_decision
        for mention in item.mentions:
            yield (
                mention.number,
                mention.title,
                mention.get_source_display(),
                item.meeting.date,
                item.meeting.body.name,
                item.label,
                item.title,
                item.case and item.case.number,
                decision and name_outcome(decision),
                request.build_absolute_uri(item.get_absolute_url()),
            )


def _json(request: HttpRequest, number: str, titles: Sequence[str], page: Page[AgendaItem]) -> JsonResponse:
    document = {
        "number": number,
        "url": request.build_absolute_uri(address_of_document(number)),
        "titles": titles,
        "count": page.paginator.count,
        "page": page.number,
        "pages": page.paginator.num_pages,
        "results": [_result(request, item) for item in page],
    }
    return JsonResponse(document, json_dumps_params={"ensure_ascii": False})


def _result(request: HttpRequest, item: AgendaItem) -> dict[str, object]:
    decision = item.main_decision
    return {
        "title": item.title,
        "url": request.build_absolute_uri(item.get_absolute_url()),
        "body": item.meeting.body.name,
        "date": item.meeting.date.isoformat(),
        "label": item.label,
        "case_number": item.case.number if item.case else None,
        "outcomes": [OUTCOME_WORDS[outcome] for outcome in decision.outcomes] if decision else [],
        "mentions": [{"title": mention.title, "source": mention.source} for mention in item.mentions],
    }
