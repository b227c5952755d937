"""The page of one item, with what the same case came to in other meetings and what else it hangs together with."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from minutes.matters.series import is_same_series
from minutes.models import AgendaItem, Reader
from minutes.pages.errors import ItemWithdrawn
from minutes.pages.lookup import find_meeting, item_not_there
from minutes.search.query.named_units import read_organisation
from minutes.search.query.query import parse_query

from .citation import cite
from .connected import connect
from .occurrences import Occurrences, find_occurrences
from .reading import ItemReading, read_items

_MOST_OTHERS = 10
# More than are shown, for of a collective case most are left out again.
_MOST_OTHERS_READ = 60


@require_safe
def item_detail(request: HttpRequest, body_slug: str, meeting_slug: str, item_slug: str) -> HttpResponse:
    """Show an item, with the words of the query in "q" marked; of a closed one only that it is closed."""
    meeting = find_meeting(request, body_slug, meeting_slug)
    item = AgendaItem.objects.agenda_of(meeting).with_content().filter(slug=item_slug).first()
    if item is None:
        raise item_not_there(request, meeting, item_slug)
    item.meeting = meeting
    if item.is_withdrawn:
        raise ItemWithdrawn(item)
    address = request.build_absolute_uri(item.get_absolute_url())
    connected = connect(read_items([item], request.user)[0], request.user)
    occurrences = _occurrences(connected.reading, request.GET.get("q", ""))
    previous, following = _neighbours(item)
    others = _others_of_case(item, request.user)
    context = {
        "meeting": meeting,
        "item": item,
        "address": address,
        "reading": occurrences.reading if occurrences else connected.reading,
        "connected": connected,
        "occurrences": occurrences,
        "citation": cite(item, address),
        "previous": previous,
        "next": following,
        "others": others,
        "later": [other for other in reversed(others) if other.meeting.date > meeting.date],
    }
    return render(request, "minutes/items/item_detail.html", context)


def _occurrences(reading: ItemReading, typed: str) -> Occurrences | None:
    """Where the words stand that were searched for; None where none does, and in a closed item."""
    if not typed or reading.item.is_hidden:
        return None
    occurrences = find_occurrences(reading, parse_query(typed, read_organisation().names))
    return occurrences if occurrences.number else None


def _neighbours(item: AgendaItem) -> tuple[AgendaItem | None, AgendaItem | None]:
    """The items of the meeting just before and just after this one that have a page. One query."""
    agenda = AgendaItem.objects.agenda_of(item.meeting).with_a_page()
    before = agenda.filter(position__lt=item.position).order_by("-position")[:1]
    after = agenda.filter(position__gt=item.position).order_by("position")[:1]
    found = list(before.union(after))
    for other in found:
        other.meeting = item.meeting
    previous = next((other for other in found if other.position < item.position), None)
    return previous, next((other for other in found if other.position > item.position), None)


def _others_of_case(item: AgendaItem, reader: Reader) -> list[AgendaItem]:
    """The newest other items about the same matter; none for a closed one, since they would tell what it was about.

    A collective case carries unrelated items, so of those only the ones under the same title are meant.
    """
    if item.is_hidden or item.case is None:
        return []
    items = AgendaItem.objects.readable_by(reader).about_case(item.case.number)
    others = list(items.exclude(pk=item.pk).with_outcomes().newest_first()[:_MOST_OTHERS_READ])
    if item.case.is_collective_for(reader):
        others = [other for other in others if is_same_series(other, item)]
    return others[:_MOST_OTHERS]
