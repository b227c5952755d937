"""The feed of decisions, one entry each."""

from __future__ import annotations

from django.urls import reverse

from minutes.matters.decision_lines import summarise_decision
from minutes.models import AgendaItem, Decision, Meeting
from minutes.pages.tags import tag

from .entries import Entry, Line, became_public
from .feed import MOST_ENTRIES, ArchiveFeed

# In as many meetings there are decisions enough, and all of theirs are put in order in some milliseconds.
_MOST_MEETINGS = 100


class DecisionFeed(ArchiveFeed):
    """The decisions in the minutes that were published last."""

    def title(self, obj: None) -> str:
        return "Beslutninger – Referatarkivet"

    def link(self, obj: None) -> str:
        return reverse("decision-list")

    def tag_parts(self, obj: None) -> tuple[object, ...]:
        return ("beslutninger",)

    def entries(self, obj: None) -> list[Entry]:
        meetings = Meeting.objects.published_only().last_published_first().values("pk")[:_MOST_MEETINGS]
        items = AgendaItem.objects.published_only().filter(meeting__in=meetings)
        decisions = Decision.objects.filter(item__in=items).last_published_first()
        with_all = decisions.select_related("body", "item__meeting__body").with_answers()
        return [_entry(decision) for decision in with_all[:MOST_ENTRIES]]


def _entry(decision: Decision) -> Entry:
    item, meeting = decision.item, decision.item.meeting
    address = item.get_absolute_url()
    return Entry(
        # Its row is another one when its document is read again.
        tag("punkt", item.pk, "beslutning", decision.position),
        f"{item}: {item.title}",
        address,
        became_public(meeting),
        (Line(summarise_decision(decision, meeting)), Line(address=address, label="Læs punktet")),
    )
