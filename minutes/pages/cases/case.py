"""The page of one case: what it came to, its course through the meetings, and its papers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from archive_site.spreadsheets import Cell, csv_response
from minutes.danish.numbers import join_case_number, match_case_number
from minutes.danish.personal_numbers import hide_personal_numbers
from minutes.matters.connections.of_case import find_connections_of_case
from minutes.matters.decision_lines import name_outcome
from minutes.matters.decisions import read_decisions
from minutes.matters.following.deferrals import find_taken_up
from minutes.matters.following.promises import PromiseLine, read_promises_of
from minutes.matters.history import Series, tell_history
from minutes.matters.related import find_related
from minutes.matters.series import series_of
from minutes.matters.standing_series import find_series_of_titles
from minutes.models import (
    EVERYBODY,
    AgendaItem,
    Decision,
    DocumentReference,
    Reader,
    SearchDocument,
    SearchRole,
)
from minutes.models.cases import address_of_case
from minutes.models.items import AgendaItemQuerySet
from minutes.models.visibility import sees_drafts
from minutes.pages.items.reading import DecisionReading, passage_of
from minutes.pages.paging import page_of
from minutes.pages.roles import centres_of_case

from .case_json import case_json

# An item takes several lines of the case's course, so a page has fewer of them than a list has.
_ITEMS_PER_PAGE = 20
# Items that are in memory at once with their decisions, however long the file is.
_ROWS_AT_A_TIME = 500
# Characters of what was typed that are shown again.
_LONGEST_NUMBER = 60
_CSV_HEADER = (
    "Mødedato",
    "Organ",
    "Punkt",
    "Titel",
    "Besluttet af",
    "Besluttet den",
    "Udfald",
    "Beslutning",
    "Adresse",
)


@require_safe
def case_detail(request: HttpRequest, yy: str, serial: str) -> HttpResponseBase:
    """Show a case, or with format=csv or json give its items to programs, those of published meetings only.

    The number in another written form leads to the case's address.
    """
    wanted = join_case_number(yy, serial)
    number = match_case_number(wanted)
    if number and number != wanted:
        return redirect(address_of_case(number), permanent=True)
    documents = SearchDocument.objects.readable_by(request.user).about_case(number or "")
    newest_first = request.GET.get("sort") == "nyeste"
    ordered = documents.newest_first() if newest_first else documents.oldest_first()
    page = page_of(request, ordered.values_list("pk", flat=True), _ITEMS_PER_PAGE)
    newest = documents.newest_first().values_list("pk", flat=True).first()
    items = _read_items(request, {newest, *page})
    if newest not in items:
        context = {"wanted": hide_personal_numbers(wanted[:_LONGEST_NUMBER]), "number": number}
        return render(request, "minutes/cases/case_lookup.html", context, status=404)
    if request.GET.get("format") == "csv":
        published = AgendaItem.objects.published_only().about_case(number)
        return csv_response(f"sag-{yy}-{serial}", _CSV_HEADER, _csv_rows(request, published))
    if request.GET.get("format") == "json":
        return case_json(request, number or "")
    shown = [item for key, item in items.items() if key in page.object_list]
    context = {
        "yy": yy,
        "serial": serial,
        "newest_first": newest_first,
        "page": page,
        "times": documents.values("date", "body").distinct().count(),
        # Its feed is for everybody, who may not see that there is such a case.
        "has_feed": not sees_drafts(request.user)
        or SearchDocument.objects.readable_by(EVERYBODY).about_case(number or "").exists(),
        **_context(shown, items[newest], request.user, newest_first=newest_first),
    }
    return render(request, "minutes/cases/case_detail.html", context)


def _read_items(request: HttpRequest, keys: Iterable[int | None]) -> dict[int, AgendaItem]:
    """The items by key, oldest first: what the reader may see is asked of the rows once more."""
    items = AgendaItem.objects.readable_by(request.user).filter(pk__in=keys).with_outcomes()
    # Not `oldest_first`: of two meetings on a day the case's items stand by their numbers, whatever the clock said, for
    # a timeline has days alone; the key settles what is left, so that a page never changes from one call to the next.
    items = items.select_related("meeting__body", "case").order_by("meeting__date", "position", "pk")
    return {item.pk: item for item in items.prefetch_related("attachments", "document_references")}


def _context(
    shown: Sequence[AgendaItem],
    newest: AgendaItem,
    reader: Reader,
    *,
    newest_first: bool,
) -> dict[str, object]:
    is_collective = newest.case.is_collective_for(reader)
    decisions_shown = [decision for item in shown for decision in item.decisions.all()]
    history = tell_history(
        shown,
        find_taken_up(decisions_shown, reader),
        is_collective=is_collective,
        newest_first=newest_first,
        promised=_awaited(read_promises_of(shown, reader, timezone.localdate())),
    )
    connections = find_connections_of_case(newest.case, shown, reader)
    decisions = read_decisions(newest.case, reader)
    roles = SearchRole.objects.readable_by(reader).of_case(newest.case)
    return {
        "case": newest.case,
        "newest": newest,
        "latest": _read_latest(decisions.latest),
        "deferrals": decisions.deferrals,
        "partial_deferrals": decisions.partial_deferrals,
        "is_collective": is_collective,
        "history": _with_addresses(history, reader),
        "refers_to": connections.items,
        "refers_to_cases": [(number, address_of_case(number)) for number in connections.cases],
        "referred_from": connections.pointing_here,
        "related": find_related(newest.case, series_of(newest).text, reader),
        # Only where the newest item is on the page does it show whether a deferral was taken up.
        "reaches_newest": newest in shown,
        "former_titles": _former_titles(shown, newest),
        "with_attachments": [item for item in shown if item.attachments.all()],
        "documents": _documents(shown),
        "roles": centres_of_case(roles),
    }


def _awaited(promised: Mapping[int, Sequence[PromiseLine]]) -> dict[int, list[PromiseLine]]:
    """Those that a course has to tell of: tasks without a time would fill it, and stand in the list of promises."""
    return {key: [line for line in lines if line.is_awaited] for key, lines in promised.items()}


def _with_addresses(history: Sequence[Series], reader: Reader) -> list[tuple[Series, str]]:
    """Each timeline with the page of the title that returns under a collective number; empty where it has none."""
    series = find_series_of_titles([told.key for told in history if told.key], reader)
    return [(told, series[told.key].get_absolute_url() if told.key in series else "") for told in history]


def _read_latest(latest: Decision | None) -> DecisionReading | None:
    """The decision as it is read, with the page of the item that tells of it."""
    if latest is None:
        return None
    return DecisionReading(latest, passage_of(latest, latest.section), latest.item)


def _former_titles(items: Sequence[AgendaItem], newest: AgendaItem) -> list[str]:
    """The other titles that the case has had, newest first; another date alone makes no other title."""
    titles = {series_of(item).key: item.title for item in reversed(items)}
    titles.pop(series_of(newest).key, None)
    return list(titles.values())


def _documents(items: Sequence[AgendaItem]) -> list[DocumentReference]:
    """Every document number once, with a title where one of the items gives it."""
    documents: dict[str, DocumentReference] = {}
    for item in items:
        for document in item.document_references.all():
            known = documents.setdefault(document.number, document)
            if document.title and not known.title:
                documents[document.number] = document
    return list(documents.values())


def _csv_rows(request: HttpRequest, items: AgendaItemQuerySet) -> Iterator[Sequence[Cell]]:
    """A row for each decision of each item, oldest first, and one for an item without any."""
    for item in items.oldest_first().with_outcomes().iterator(chunk_size=_ROWS_AT_A_TIME):
        facts = (item.meeting.date, item.meeting.body.name, item.label, item.title)
        address = request.build_absolute_uri(item.get_absolute_url())
        for decision in item.decisions.all():
            yield (*facts, decision.body.name, decision.date, name_outcome(decision), decision.text, address)
        if not item.decisions.all():
            yield (*facts, None, None, None, None, address)
