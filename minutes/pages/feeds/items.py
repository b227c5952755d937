"""Feeds whose entries are items: of a case, of a series, of a centre, and of what a search finds."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404
from django.urls import reverse

from minutes.danish.numbers import join_case_number
from minutes.matters.decision_lines import summarise
from minutes.matters.series import series_of
from minutes.matters.standing_series import SeriesSeen, find_series_at
from minutes.models import EVERYBODY, AgendaItem, Case, Centre, SearchRole
from minutes.models.items import AgendaItemQuerySet
from minutes.pages.moved import lead_on_from_body
from minutes.pages.search.search_controls import SearchControls
from minutes.pages.search.search_form import SearchForm
from minutes.pages.tags import tag

from .entries import Entry, Line, became_public
from .feed import MOST_ENTRIES, ArchiveFeed


class ItemFeed(ArchiveFeed):
    """Some items, one entry each."""

    def find_items(self, obj: Any) -> AgendaItemQuerySet:
        """Return the published items that the feed is about."""
        raise NotImplementedError

    def entries(self, obj: Any) -> list[Entry]:
        items = self.find_items(obj).with_outcomes().last_published_first()[:MOST_ENTRIES]
        return [_entry(item) for item in items]


def _entry(item: AgendaItem) -> Entry:
    """The item's title behind its meeting, which is what a reader of a feed asks first, and what it came to."""
    address = item.get_absolute_url()
    summary = summarise(item)
    return Entry(
        tag("punkt", item.pk),
        f"{item.meeting}, punkt {item.label}: {item.title}",
        address,
        became_public(item.meeting),
        (*([Line(summary)] if summary else []), Line(address=address, label="Læs punktet")),
    )


class CaseFeed(ItemFeed):
    def get_object(self, request: HttpRequest, yy: str, serial: str) -> Case:
        """Return the case, if anything open is published about it."""
        return get_object_or_404(
            AgendaItem.objects.published_only().cases(), number=join_case_number(yy, serial)
        )

    def title(self, case: Case) -> str:
        return f"Sag {case.number} – Referatarkivet"

    def tag_parts(self, case: Case) -> tuple[object, ...]:
        return "sag", case.number

    def find_items(self, case: Case) -> AgendaItemQuerySet:
        return AgendaItem.objects.published_only().about_case(case.number)


class SeriesFeed(ItemFeed):
    """The feed of a standing title; the address of one that an editor joined with another has that one's."""

    def get_object(self, request: HttpRequest, slug: str) -> SeriesSeen:
        seen = find_series_at(slug, EVERYBODY)
        if seen is None:
            raise Http404
        return seen

    def title(self, seen: SeriesSeen) -> str:
        newest = self.find_items(seen).select_related("meeting").newest_first().first()
        name = series_of(newest).text if newest else seen.series.key
        return f"{name} – Referatarkivet"

    def link(self, seen: SeriesSeen) -> str:
        return seen.series.get_absolute_url()

    def feed_url(self, seen: SeriesSeen) -> str:
        return reverse("series-feed", kwargs={"slug": seen.series.slug})

    def tag_parts(self, seen: SeriesSeen) -> tuple[object, ...]:
        return "serie", seen.series.pk

    def find_items(self, seen: SeriesSeen) -> AgendaItemQuerySet:
        return AgendaItem.objects.published_only().filter(search_document__in=seen.documents.order_by())


class CentreFeed(ItemFeed):
    def get_object(self, request: HttpRequest, slug: str) -> Centre:
        return get_object_or_404(Centre, slug=slug)

    def title(self, centre: Centre) -> str:
        return f"{centre.name} – Referatarkivet"

    def tag_parts(self, centre: Centre) -> tuple[object, ...]:
        return "center", centre.pk

    def find_items(self, centre: Centre) -> AgendaItemQuerySet:
        roles = SearchRole.objects.readable_by(EVERYBODY).of_centre(centre).last_published_first()
        return AgendaItem.objects.published_only().filter(pk__in=roles.values("document")[:MOST_ENTRIES])


class SearchFeed(ItemFeed):
    """What a search finds among the meetings published last; its address has the parameters of the search page."""

    def get_object(self, request: HttpRequest) -> SearchForm:
        form = SearchForm(request.GET)
        if form.unknown_bodies:
            lead_on_from_body(request, *form.unknown_bodies)
        return form

    def title(self, form: SearchForm) -> str:
        """Return the query, the filters in force, and what the feed is."""
        controls = _controls(form)
        names = [controls.text, *(chip.label for chip in controls.chips)]
        return " – ".join([*filter(None, names), "søgning i Referatarkivet"])

    def link(self, form: SearchForm) -> str:
        return reverse("search") + _controls(form).address()

    def feed_url(self, form: SearchForm) -> str:
        """Return the feed's own address, with what it asks for."""
        return _controls(form).feed_address()

    def tag_parts(self, form: SearchForm) -> tuple[object, ...]:
        """Return what is asked for, as the address has it."""
        return ("soeg" + _controls(form).address(sort=None, antal=None),)

    def feed_extra_kwargs(self, form: SearchForm) -> dict[str, Any]:
        """Return what the feed says of itself: what of its address is not understood, too."""
        said = super().feed_extra_kwargs(form)
        told = (Line(text=mistake.text) for mistake in form.misunderstandings)
        return {**said, "about": (*told, *said["about"])}

    def find_items(self, form: SearchForm) -> AgendaItemQuerySet:
        found = form.search(EVERYBODY).find_last_published(MOST_ENTRIES)
        return AgendaItem.objects.published_only().filter(pk__in=found)


def _controls(form: SearchForm) -> SearchControls:
    return SearchControls(form.query.text, form)
