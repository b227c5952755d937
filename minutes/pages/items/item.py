"""The page of one item, with what the same case came to in other meetings."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from minutes.matters.series import is_collective, is_same_series
from minutes.models import AgendaItem
from minutes.pages.errors import ItemNotThere
from minutes.pages.lookup import find_meeting
from minutes.search.query.organisation import read_organisation
from minutes.search.query.query import parse_query

from .citation import cite
from .occurrences import Occurrences, find_occurrences
from .reading import ItemReading, read_items

_MOST_HANDLINGS = 10
_MOST_READ = 60


@require_safe
def item_detail(request: HttpRequest, body_slug: str, meeting_slug: str, item_slug: str) -> HttpResponse:
    """Show an item, with the words of the query in "q" marked; of a closed one only that it is closed."""
    meeting = find_meeting(request, body_slug, meeting_slug)
    item = AgendaItem.objects.agenda_of(meeting).with_content().filter(slug=item_slug).first()
    if item is None:
        raise ItemNotThere(meeting, item_slug)
    address = request.build_absolute_uri(item.get_absolute_url())
    reading = read_items([item], request.user)[0]
    occurrences = _occurrences(reading, request.GET.get("q", ""))
    previous, following = _neighbours(item)
    handlings = _other_handlings(item, request)
    context = {
        "meeting": meeting,
        "item": item,
        "address": address,
        "reading": occurrences.reading if occurrences else reading,
        "occurrences": occurrences,
        "citation": cite(item, address),
        "previous": previous,
        "next": following,
        "handlings": handlings,
        "later": [other for other in reversed(handlings) if other.meeting.date > meeting.date],
    }
    return render(request, "minutes/items/item_detail.html", context)


def _occurrences(reading: ItemReading, typed: str) -> Occurrences | None:
    """Where the words stand that were searched for; None where none does, and in a closed item."""
    if not typed or reading.item.is_closed:
        return None
    occurrences = find_occurrences(reading, parse_query(typed, read_organisation().names))
    return occurrences if occurrences.number else None


def _neighbours(item: AgendaItem) -> tuple[AgendaItem | None, AgendaItem | None]:
    """The items of the meeting just before and just after this one. One query."""
    before = item.meeting.items.filter(position__lt=item.position).order_by("-position")[:1]
    after = item.meeting.items.filter(position__gt=item.position).order_by("position")[:1]
    found = {other.position > item.position: other for other in before.union(after)}
    return found.get(False), found.get(True)


def _other_handlings(item: AgendaItem, request: HttpRequest) -> list[AgendaItem]:
    """The newest other items about the same matter; none for a closed one, since they would tell what it was about.

    A collective case carries unrelated items, so of those only the ones under the same title are meant.
    """
    if item.is_closed or item.case is None:
        return []
    items = AgendaItem.objects.readable_by(request.user).about_case(item.case.number)
    others = list(items.exclude(pk=item.pk).with_outcomes().newest_first()[:_MOST_READ])
    if is_collective([item, *others]):
        others = [other for other in others if is_same_series(other, item)]
    return others[:_MOST_HANDLINGS]
