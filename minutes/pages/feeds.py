"""Atom feeds of what is published: about a case, about a centre, or as the newest hits of a search.

Closed items, drafts and withdrawn meetings are in none, whoever reads it.
"""

from __future__ import annotations

import datetime
import re
from typing import Any

from django.contrib.syndication.views import Feed
from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.utils.feedgenerator import Atom1Feed
from django.utils.html import escape

from minutes.danish.numbers import join_case_number
from minutes.matters.decision_lines import summarise
from minutes.models import EVERYBODY, AgendaItem, Case, Centre, SearchRole
from minutes.models.items import AgendaItemQuerySet
from minutes.pages.moved import lead_on_from_body
from minutes.pages.search.search_controls import SearchControls
from minutes.pages.search.search_form import SearchForm

# Enough that whoever asks once a day misses none, also where the minutes of several meetings are published at once.
_NEWEST_ITEMS = 50
# All that XML 1.0 has no place for, not even escaped (https://www.w3.org/TR/xml/#charsets).
_NOT_IN_XML = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class ItemFeed(Feed):
    """The newest of some items, one entry each."""

    feed_type = Atom1Feed

    def find_items(self, obj: Any) -> AgendaItemQuerySet:
        """Return the published items that the feed is about."""
        raise NotImplementedError

    def link(self, obj: Any) -> str:
        return obj.get_absolute_url()

    def items(self, obj: Any) -> AgendaItemQuerySet:
        return self.find_items(obj).with_outcomes().newest_first()[:_NEWEST_ITEMS]

    def item_title(self, item: AgendaItem) -> str:
        """Return the item's title behind its meeting, which is what a reader of a feed asks first."""
        return _as_xml(f"{item.meeting}, punkt {item.label}: {item.title}")

    def item_description(self, item: AgendaItem) -> str:
        """Return the outcome and the beginning of the decision, escaped: Atom's summary is HTML."""
        return escape(_as_xml(summarise(item)))

    def item_pubdate(self, item: AgendaItem) -> datetime.datetime:
        time = item.meeting.start_time or datetime.time()
        return timezone.make_aware(datetime.datetime.combine(item.meeting.date, time))

    def item_updateddate(self, item: AgendaItem) -> datetime.datetime:
        return item.meeting.published_at or self.item_pubdate(item)


class CaseFeed(ItemFeed):
    def get_object(self, request: HttpRequest, yy: str, serial: str) -> Case:
        """Return the case, if anything open is published about it."""
        return get_object_or_404(
            AgendaItem.objects.published_only().cases(), number=join_case_number(yy, serial)
        )

    def title(self, case: Case) -> str:
        return f"Sag {case.number} – Referatarkivet"

    def find_items(self, case: Case) -> AgendaItemQuerySet:
        return AgendaItem.objects.published_only().about_case(case.number)


class CentreFeed(ItemFeed):
    def get_object(self, request: HttpRequest, slug: str) -> Centre:
        return get_object_or_404(Centre, slug=slug)

    def title(self, centre: Centre) -> str:
        return _as_xml(f"{centre.name} – Referatarkivet")

    def find_items(self, centre: Centre) -> AgendaItemQuerySet:
        roles = SearchRole.objects.readable_by(EVERYBODY).of_centre(centre).newest_first()
        return AgendaItem.objects.published_only().filter(pk__in=roles.values("document")[:_NEWEST_ITEMS])


class SearchFeed(ItemFeed):
    """What is found by a search; its address has the parameters of the search page."""

    def get_object(self, request: HttpRequest) -> SearchForm:
        form = SearchForm(request.GET)
        if "organ" in form.errors:
            lead_on_from_body(request)
        return form

    def title(self, form: SearchForm) -> str:
        """Return the query, the filters in force, and what the feed is."""
        controls = _controls(form)
        names = [controls.text, *(chip.label for chip in controls.chips())]
        return _as_xml(" – ".join([*filter(None, names), "søgning i Referatarkivet"]))

    def link(self, form: SearchForm) -> str:
        return reverse("search") + _controls(form).address()

    def feed_url(self, form: SearchForm) -> str:
        """Return the feed's own address, with what it asks for."""
        return _controls(form).feed_address()

    def find_items(self, form: SearchForm) -> AgendaItemQuerySet:
        """Return the newest items that everybody finds."""
        newest = form.search(EVERYBODY).find(form.filters, limit=_NEWEST_ITEMS)
        item_ids = [match.item_id for match in newest.matches]
        return AgendaItem.objects.published_only().filter(pk__in=item_ids)


def _controls(form: SearchForm) -> SearchControls:
    return SearchControls(form.query.text, form)


def _as_xml(text: str) -> str:
    """The text with a blank for each character that no XML may hold."""
    return _NOT_IN_XML.sub(" ", text)
