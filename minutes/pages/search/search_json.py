"""A search for programs: the answer of the search page as JSON, described in docs/search-api.md."""

from __future__ import annotations

from collections.abc import Mapping

from django.http import HttpRequest, JsonResponse

from minutes.models import AgendaItem, Outcome
from minutes.search.hits.found_items import FoundItem
from minutes.search.hits.hits import Hit
from minutes.search.matching.facet_counts import CountedFacet
from minutes.search.matching.facets import OUTCOME_WORDS
from minutes.search.query.named_units import CentreOrBody
from minutes.search.query.understood import find_understood

from .search_answer import SearchAnswer
from .search_controls import SearchControls

Json = dict[str, object]


def search_json(request: HttpRequest, answer: SearchAnswer) -> JsonResponse:
    """The page of hits that the address asks for, with counts, facets, and what a typed number leads to."""
    shown = answer.shown
    centres = answer.form.organisation.centres
    hits = [_result(request, hit, centres) for hit in answer.hits]
    document = {
        "query": answer.search.query.text,
        "filters": _filters(answer),
        "results_for": answer.fallback.typed if answer.fallback else answer.search.query.text,
        "understood": [
            {"kind": found.kind, "meaning": found.meaning, "as_words": found.as_words}
            for found in find_understood(answer.search.query)
        ],
        "left_out": answer.search.query.left_out,
        "count": 0 if answer.is_near else shown.total.items,
        "count_is_exact": shown.total.is_exact,
        "took_ms": round(answer.seconds * 1000, 1),
        "page": answer.page.number,
        "pages": answer.page.paginator.num_pages,
        "facets": {counted.facet.name: _facet(counted) for counted in answer.facets},
        "results": [] if answer.is_near else hits,
        "near": hits if answer.is_near else [],
        "did_you_mean": answer.did_you_mean,
        "direct": _direct(request, answer),
        "notices": [notice.text for notice in answer.notices],
    }
    return JsonResponse(document, json_dumps_params={"ensure_ascii": False})


def _filters(answer: SearchAnswer) -> list[Json]:
    """The filters in force: what each is called, and what an address says for it."""
    chips = SearchControls(answer.search.query.text, answer.form).filter_chips()
    return [{"label": chip.label, "parameters": chip.parameters} for chip in chips]


def _result(request: HttpRequest, hit: Hit, centres: Mapping[int, CentreOrBody]) -> Json:
    item = hit.item
    return {
        "title": item.title,
        "url": request.build_absolute_uri(item.address),
        "body": item.body,
        "date": item.date.isoformat(),
        "number": item.number,
        **_label(item),
        "case_number": item.case_number,
        "outcome": OUTCOME_WORDS[hit.outcome] if hit.outcome else None,
        "outcomes": [OUTCOME_WORDS[Outcome(outcome)] for outcome in hit.match.outcomes],
        "centres": sorted(centres[key].code for key in hit.match.centre_ids if key in centres),
        "snippet": hit.snippet.text if hit.snippet else None,
        "marks": [[place.start, place.end] for place in hit.snippet.marks] if hit.snippet else [],
        "section": hit.snippet.section if hit.snippet else None,
        "found_under": hit.found_under,
        "more_in_case": hit.more_in_case,
    }


def _label(item: AgendaItem | FoundItem) -> Json:
    """The number with its letter, where it has one."""
    return {"label": item.label} if item.letter else {}


def _facet(counted_facet: CountedFacet) -> list[Json]:
    return [
        {"value": value.word, "label": value.label, "count": count, "is_exact": counted_facet.is_exact}
        for value, count in counted_facet.values
    ]


def _direct(request: HttpRequest, answer: SearchAnswer) -> Json:
    """What the banner of the page says: for each kind of thing that was typed, those of the name, known or not."""
    direct = answer.shortcuts
    address = request.build_absolute_uri
    kinds: dict[str, list[Json]] = {
        "cases": [
            {
                "number": case.number,
                "items": case.items,
                "url": address(case.address) if case.items else None,
            }
            for case in direct.cases
        ],
        "documents": [
            {
                "number": document.number,
                "items": document.items,
                "url": address(document.address) if document.items else None,
            }
            for document in [direct.document]
            if document
        ],
        "items": [
            {
                "title": item.public_title,
                "number": item.number,
                **_label(item),
                "url": address(item.get_absolute_url()),
            }
            for item in [direct.item]
            if item
        ],
        "meetings": [
            {
                "body": meeting.body.name,
                "date": meeting.date.isoformat(),
                "url": address(meeting.get_absolute_url()),
            }
            for meeting in direct.meetings
        ],
        "centres": [
            {"code": centre.code, "name": centre.name, "url": address(centre.get_absolute_url())}
            for centre in [direct.centre]
            if centre
        ],
        "bodies": [
            {"name": body.name, "url": address(body.get_absolute_url())} for body in [direct.body] if body
        ],
    }
    return {kind: found for kind, found in kinds.items() if found}
