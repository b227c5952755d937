"""A case for programs: what was decided under a number through its meetings, as JSON (docs/pages-api.md)."""

from __future__ import annotations

from django.http import HttpRequest, JsonResponse

from minutes.matters.decision_lines import name_outcome
from minutes.matters.deferrals import TakenUp, find_taken_up
from minutes.matters.related import RelatedCase, find_related
from minutes.matters.series import series_of
from minutes.models import EVERYBODY, AgendaItem, Decision

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
    document = {
        "number": number,
        "is_collective": bool(case and case.is_collective_for(EVERYBODY)),
        "count": of_case.count(),
        "items": [_item(request, item, taken_up) for item in items],
        "related": [_related(request, other) for other in related],
    }
    return JsonResponse(document, json_dumps_params={"ensure_ascii": False})


def _item(request: HttpRequest, item: AgendaItem, taken_up: dict[int, TakenUp]) -> Json:
    return {
        **_place(request, item),
        "title": item.title,
        "decisions": [_decision(request, decision, taken_up) for decision in item.decisions.all()],
    }


def _decision(request: HttpRequest, decision: Decision, taken_up: dict[int, TakenUp]) -> Json:
    told: Json = {
        "by": decision.body.name,
        "date": decision.date.isoformat(),
        "outcome": name_outcome(decision),
        "text": decision.text,
    }
    if decision.pk in taken_up:
        item = taken_up[decision.pk].item
        told["taken_up"] = _place(request, item) if item else None
    return told


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
