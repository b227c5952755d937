"""The numbers of one version of minutes with their forms, for the page on which the version is looked through."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.core.paginator import Paginator
from django.db.models import Prefetch
from django.http import HttpRequest

from minutes.admin.desk.review_text import Place
from minutes.admin.rights import decides_numbers
from minutes.models import Finding, FindingPlace, SourceDocument

from .decision_forms import DecisionForm

# Each with a form: a document with a thousand is shown in portions.
_NUMBERS = 20


@dataclass(frozen=True, slots=True)
class NumberInSource:
    """A number that a version holds: the places in the text where it stands, and its form."""

    finding: Finding
    places: list[Place]
    form: DecisionForm | None


def numbers_of(
    request: HttpRequest, source: SourceDocument, place_of: Callable[[int], Place]
) -> dict[str, Any]:
    """Return the context of "admin/minutes/finding/_of_source.html": numbers of a stored version, undecided ones first.

    Of an upload there are none yet. Three queries at the most.
    """
    here = Prefetch("places", FindingPlace.objects.filter(source=source).order_by("line", "pk"))
    found = (
        Finding.objects.filter(pk__in=source.finding_places.values("finding"))
        .select_related("meeting__body", "decided_by")
        .prefetch_related(here)
        .order_by("decision", "pk")
    )
    page = Paginator(found, _NUMBERS).get_page(request.GET.get("fund"))
    may_decide = decides_numbers(request)
    return {
        "numbers": [
            _number(finding, request.get_full_path() if may_decide else None, place_of) for finding in page
        ],
        "numbers_page": page,
        "numbers_undecided": Finding.objects.barring(source).count(),
    }


def _number(finding: Finding, back: str | None, place_of: Callable[[int], Place]) -> NumberInSource:
    lines = dict.fromkeys(place.line for place in finding.places.all() if place.line)
    form = None if back is None else DecisionForm(finding, back=f"{back}#personnumre")
    return NumberInSource(finding, [place_of(line) for line in lines], form)
