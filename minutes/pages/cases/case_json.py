"""A case for programs: what was decided under a number through its meetings, as JSON (docs/lists-for-programs.md)."""

from __future__ import annotations

from collections.abc import Iterable

from django.http import HttpRequest, JsonResponse
from django.utils import timezone

from minutes.matters.connections.of_case import CaseConnections, find_connections_of_case
from minutes.matters.decision_lines import name_outcome
from minutes.matters.following.deferrals import TakenUp, find_taken_up
from minutes.matters.following.promises import PromiseLine, read_promises_of
from minutes.matters.related import RelatedCase, find_related
from minutes.matters.series import series_of
from minutes.models import EVERYBODY, AgendaItem, Decision
from minutes.models.cases import address_of_case

Json = dict[str, object]
# A collective case may have thousands; the file (format=csv) has them all.
_MOST_ITEMS = 500


def case_json(request: HttpRequest, number: str) -> JsonResponse:
    """What everybody may see of a case, the newest items first, at most five hundred of them."""
    of_case = AgendaItem.objects.published_only().about_case(number)
    items = list(of_case.newest_first().with_outcomes()[:_MOST_ITEMS])
    decisions = [decision for item in items for decision in item.decisions.all()]
    taken_up = find_taken_up(decisions, EVERYBODY)
    case = items[0].case if items else None
    related = find_related(case, series_of(items[0]).text, EVERYBODY) if case else []
    promises = read_promises_of(items, EVERYBODY, timezone.localdate())
    connections = find_connections_of_case(case, items, EVERYBODY) if case else CaseConnections()
    document = {
        "number": number,
        "is_collective": bool(case and case.is_collective_for(EVERYBODY)),
        "count": of_case.count(),
        "items": [_item(request, item, taken_up, promises.get(item.pk, ())) for item in items],
        "refers_to": _refers_to(request, connections),
        "referred_from": [_named_place(request, other) for other in connections.pointing_here],
        "related": [_related(request, other) for other in related],
    }
    return JsonResponse(document, json_dumps_params={"ensure_ascii": False})


def _item(
    request: HttpRequest,
    item: AgendaItem,
    taken_up: dict[int, TakenUp | None],
    promises: Iterable[PromiseLine],
) -> Json:
    return {
        **_named_place(request, item),
        "decisions": [_decision(request, decision, taken_up) for decision in item.decisions.all()],
        "promises": [_promise(request, line) for line in promises],
    }


def _decision(request: HttpRequest, decision: Decision, taken_up: dict[int, TakenUp | None]) -> Json:
    told: Json = {
        "by": decision.body.name,
        "date": decision.date.isoformat(),
        "outcome": name_outcome(decision),
        "text": decision.text,
    }
    if decision.pk in taken_up:
        end = taken_up[decision.pk]
        told["taken_up"] = _place(request, end.item) if end else None
    return told


def _promise(request: HttpRequest, line: PromiseLine) -> Json:
    promise = line.promise
    return {
        "text": promise.text,
        "kind": promise.kind,
        "time": {"words": promise.time_words or None, "kind": promise.time_kind or None, "when": promise.iso},
        "status": line.status.value,
        "is_met": line.is_met,
        "seen": _place(request, line.seen) if line.seen else None,
    }


def _refers_to(request: HttpRequest, connections: CaseConnections) -> list[Json]:
    items: list[Json] = [
        {**_named_place(request, item), "is_sure": is_sure} for item, is_sure in connections.items
    ]
    cases: list[Json] = [
        {"number": number, "is_sure": True, "url": request.build_absolute_uri(address_of_case(number))}
        for number in connections.cases
    ]
    return items + cases


def _named_place(request: HttpRequest, item: AgendaItem) -> Json:
    return {**_place(request, item), "title": item.title}


def _place(request: HttpRequest, item: AgendaItem) -> Json:
    return {
        "date": item.meeting.date.isoformat(),
        "body": item.meeting.body.name,
        "item": item.label,
        "url": request.build_absolute_uri(item.get_absolute_url()),
    }


def _related(request: HttpRequest, other: RelatedCase) -> Json:
    return {
        "number": other.case.number,
        "title": other.newest.title,
        "reason": other.reason,
        "url": request.build_absolute_uri(other.case.get_absolute_url()),
    }
