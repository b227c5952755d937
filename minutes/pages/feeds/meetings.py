"""Feeds whose entries are meetings, each with what it decided: of all bodies, and of one."""

from __future__ import annotations

from django.db.models import Prefetch
from django.http import HttpRequest
from django.urls import reverse

from minutes.matters.decision_lines import summarise
from minutes.models import AgendaItem, Body, Meeting
from minutes.models.meetings import MeetingQuerySet
from minutes.pages.moved import what_became_of_body
from minutes.pages.tags import tag

from .entries import Entry, Line, became_public
from .feed import ArchiveFeed

# With all that was decided at each, as much as the other feeds have.
_MOST_MEETINGS = 25
# A meeting has some ten items. Of one with many more the feed shows the beginning.
_MOST_LINES = 40


class MeetingFeed(ArchiveFeed):
    """The meetings whose minutes were published last."""

    def title(self, body: Body | None) -> str:
        return "Nye referater – Referatarkivet"

    def link(self, body: Body | None) -> str:
        return reverse("meeting-list")

    def tag_parts(self, body: Body | None) -> tuple[object, ...]:
        return ("moeder",)

    def find_meetings(self, body: Body | None) -> MeetingQuerySet:
        return Meeting.objects.published_only()

    def entries(self, body: Body | None) -> list[Entry]:
        # One line more than are shown tells that there are others.
        items = AgendaItem.objects.published_only().with_decisions().order_by("position")[: _MOST_LINES + 1]
        first_items = Prefetch("items", items, to_attr="first_items")
        meetings = self.find_meetings(body).last_published_first()[:_MOST_MEETINGS]
        return [*map(_entry, meetings.select_related("body").prefetch_related(first_items))]


def _entry(meeting: Meeting) -> Entry:
    address = meeting.get_absolute_url()
    lines = [_line(item) for item in meeting.first_items[:_MOST_LINES]]
    more = len(meeting.first_items) > _MOST_LINES
    last = Line(address=address, label="Læs hele referatet" if more else "Læs referatet")
    return Entry(tag("moede", meeting.pk), str(meeting), address, became_public(meeting), (*lines, last))


def _line(item: AgendaItem) -> Line:
    """The item with what it came to: "Punkt 4: Ny kantine – Godkendt: Indstillingen blev godkendt"."""
    summary = summarise(item)
    label = f"Punkt {item.label}: {item.title}"
    return Line(f" – {summary}" if summary else "", item.get_absolute_url(), label)


class BodyFeed(MeetingFeed):
    """Those of one body."""

    def get_object(self, request: HttpRequest, body_slug: str) -> Body:
        """Return the body, if it has a meeting that is published; another's former address leads on."""
        body = Meeting.objects.published_only().bodies().filter(slug=body_slug).first()
        if body is None:
            raise what_became_of_body(request, body_slug)
        return body

    def title(self, body: Body) -> str:
        return f"{body.name} – nye referater – Referatarkivet"

    def link(self, body: Body) -> str:
        return body.get_absolute_url()

    def tag_parts(self, body: Body) -> tuple[object, ...]:
        return "organ", body.pk

    def find_meetings(self, body: Body) -> MeetingQuerySet:
        return super().find_meetings(body).filter(body=body)
