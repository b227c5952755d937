"""What the archive covers: the meetings of each body, month by month."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from minutes.danish.dates import MONTH_ABBREVIATIONS
from minutes.models import Meeting
from minutes.models.meetings import address_of_body

from .years import with_gaps


@dataclass(frozen=True, slots=True)
class BodyCalendar:
    """A body's meetings: for each year, newest first, how many in each of its twelve months."""

    name: str
    slug: str
    years: dict[int, list[int]] = field(default_factory=dict)

    @property
    def address(self) -> str:
        return address_of_body(self.slug)

    @property
    def total(self) -> int:
        return sum(map(sum, self.years.values()))


@require_safe
def coverage(request: HttpRequest) -> HttpResponse:
    """Show which meetings the archive holds, so that a reader can tell "not decided" from "not here"."""
    meetings = Meeting.objects.readable_by(request.user)
    calendars = _calendars(meetings.counts_by_month())
    return render(request, "minutes/coverage.html", {"calendars": calendars, "months": MONTH_ABBREVIATIONS})


def _calendars(counts: Iterable[dict[str, Any]]) -> list[BodyCalendar]:
    calendars: dict[str, BodyCalendar] = {}
    for count in counts:
        calendar = calendars.setdefault(
            count["body__slug"], BodyCalendar(count["body__name"], count["body__slug"])
        )
        months = calendar.years.setdefault(count["date__year"], [0] * len(MONTH_ABBREVIATIONS))
        months[count["date__month"] - 1] = count["count"]
    return [replace(calendar, years=_with_gaps(calendar.years)) for calendar in calendars.values()]


def _with_gaps(known: dict[int, list[int]]) -> dict[int, list[int]]:
    """The years, newest first, and those without a meeting between them, but no long run of such."""
    return {year: known.get(year, [0] * len(MONTH_ABBREVIATIONS)) for year in reversed(with_gaps(known))}
