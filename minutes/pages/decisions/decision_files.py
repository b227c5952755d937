"""The list of decisions as a file for a spreadsheet and as JSON, described in docs/lists-for-programs.md.

Both hold what is published, and nothing else, whoever asks.
"""

from __future__ import annotations

from collections.abc import Sequence

from django.core.paginator import Page
from django.http import HttpRequest, JsonResponse, StreamingHttpResponse

from archive_site.spreadsheets import Cell, csv_response
from minutes.matters.decision_lines import name_outcome
from minutes.models import EVERYBODY, Outcome
from minutes.search.matching.facets import OUTCOME_WORDS

from .decision_filter import DecisionFilter
from .listed_decisions import Key, ListedDecision, Words, read_in_portions

# A worker is busy for as long as it sends a file, so a file has an end: whoever wants more narrows the list. A page
# of the list does not count further, either.
MOST_ROWS = 10_000
_HEADER = (
    *("Besluttet den", "Besluttet af", "Titel", "Sag", "Udfald", "Beslutning", "Indstilling"),
    *("Over for indstillingen", "Beløb i beslutningen", "Beløb i indstillingen"),
    *("Mødedato", "Mødets organ", "Punkt", "Adresse"),
)


def decisions_csv(request: HttpRequest, chosen: DecisionFilter) -> StreamingHttpResponse:
    """A row for each decision, the newest 10,000 of them."""
    keys = list(chosen.qs.values_list("document", "position")[:MOST_ROWS])
    rows = (_row(request, listed) for listed in read_in_portions(keys, EVERYBODY))
    return csv_response("beslutninger", _HEADER, rows)


def _row(request: HttpRequest, listed: ListedDecision) -> Sequence[Cell]:
    decision, item = listed.decision, listed.item
    recommendation = listed.recommendation
    return (
        decision.date,
        decision.body.name,
        item.title,
        item.case and item.case.number,
        name_outcome(decision),
        decision.text,
        recommendation and recommendation.text,
        decision.get_relation_display(),
        "; ".join(listed.words.sums),
        "; ".join(recommendation.sums) if recommendation else None,
        item.meeting.date,
        item.meeting.body.name,
        item.label,
        request.build_absolute_uri(item.get_absolute_url()),
    )


def decisions_json(
    request: HttpRequest,
    chosen: DecisionFilter,
    decisions: Sequence[ListedDecision],
    page: Page[Key],
    *,
    is_exact: bool,
) -> JsonResponse:
    """The page of decisions that the address asks for."""
    document = {
        "count": page.paginator.count,
        "count_is_exact": is_exact,
        "page": page.number,
        "pages": page.paginator.num_pages,
        "filters": chosen.in_force(),
        "results": [_result(request, listed) for listed in decisions],
        "notices": chosen.notices,
    }
    return JsonResponse(document, json_dumps_params={"ensure_ascii": False})


def _result(request: HttpRequest, listed: ListedDecision) -> dict[str, object]:
    decision, item = listed.decision, listed.item
    recommendation = listed.recommendation
    return {
        "date": decision.date.isoformat(),
        "body": decision.body.name,
        "title": item.title,
        "url": request.build_absolute_uri(item.get_absolute_url()),
        "label": item.label,
        "meeting": {"body": item.meeting.body.name, "date": item.meeting.date.isoformat()},
        "is_own": listed.is_own,
        "case_number": item.case.number if item.case else None,
        "outcomes": [OUTCOME_WORDS[outcome] for outcome in decision.outcomes],
        "answers": [
            {"point": answer.point, "outcome": OUTCOME_WORDS[Outcome(answer.outcome)]}
            for answer in decision.answers
        ],
        "decision": decision.text,
        "recommendation": recommendation.text if recommendation else None,
        "relation": decision.relation or None,
        "is_as_recommended": listed.is_as_recommended,
        "amounts": {
            "decision": _amounts(listed.words),
            "recommendation": _amounts(recommendation) if recommendation else [],
        },
    }


def _amounts(words: Words) -> list[dict[str, object]]:
    return [
        {"value": amount.value, "text": amount.text, "is_approximate": amount.is_approximate}
        for amount in words.amounts
    ]
