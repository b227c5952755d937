"""Atom feeds of what is published about a case or a centre. Closed items, drafts and withdrawn meetings are in none."""

from __future__ import annotations

import datetime
from typing import Any

from django.contrib.syndication.views import Feed
from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.feedgenerator import Atom1Feed
from django.utils.html import escape

from minutes.models import AgendaItem, Case, Centre
from minutes.models.items import AgendaItemQuerySet

from .case_history import first_line

_NEWEST_ITEMS = 50


class ItemFeed(Feed):
    """The newest of some items, one entry each."""

    feed_type = Atom1Feed

    def find_items(self, obj: Any) -> AgendaItemQuerySet:
        """Return the published items that the feed is about."""
        raise NotImplementedError

    def link(self, obj: Any) -> str:
        """Return the address of the page that the feed belongs to."""
        return obj.get_absolute_url()

    def items(self, obj: Any) -> AgendaItemQuerySet:
        """Return the newest items."""
        return self.find_items(obj).with_outcomes().newest_first()[:_NEWEST_ITEMS]

    def item_title(self, item: AgendaItem) -> str:
        """Return the item's title behind its meeting, which is what a reader of a feed asks first."""
        return f"{item.meeting}, punkt {item.number}: {item.title}"

    def item_description(self, item: AgendaItem) -> str:
        """Return the outcome and the beginning of the decision, escaped: Atom's summary is HTML."""
        decision = item.latest_decision
        if decision is None:
            return ""
        return escape(f"{decision.get_outcome_display().capitalize()}: {first_line(decision.text)}")

    def item_pubdate(self, item: AgendaItem) -> datetime.datetime:
        """Return when the meeting was held."""
        time = item.meeting.start_time or datetime.time()
        return timezone.make_aware(datetime.datetime.combine(item.meeting.date, time))

    def item_updateddate(self, item: AgendaItem) -> datetime.datetime:
        """Return when the minutes were published."""
        return item.meeting.published_at or self.item_pubdate(item)


class CaseFeed(ItemFeed):
    """What happens to a case."""

    def get_object(self, request: HttpRequest, yy: str, serial: str) -> Case:
        """Return the case, if anything open is published about it."""
        return get_object_or_404(AgendaItem.objects.published().open().cases(), number=f"{yy}/{serial}")

    def title(self, case: Case) -> str:
        """Return the feed's name."""
        return f"Sag {case.number} – Referatarkivet"

    def find_items(self, case: Case) -> AgendaItemQuerySet:
        """Return the handlings of the case."""
        return AgendaItem.objects.published().open().about_case(case.number)


class CentreFeed(ItemFeed):
    """What a centre has something to do with."""

    def get_object(self, request: HttpRequest, slug: str) -> Centre:
        """Return the centre."""
        return get_object_or_404(Centre, slug=slug)

    def title(self, centre: Centre) -> str:
        """Return the feed's name."""
        return f"{centre.name} – Referatarkivet"

    def find_items(self, centre: Centre) -> AgendaItemQuerySet:
        """Return the items of the centre."""
        return AgendaItem.objects.published().open().of_centre(centre)
