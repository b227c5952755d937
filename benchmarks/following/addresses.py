"""The addresses of the pages that follow matters: of each kind the one with most to show."""

from __future__ import annotations

from collections import Counter
from urllib.parse import quote

from benchmarks.searching.pages import page_addresses
from minutes.matters.series import stem_of
from minutes.models import EVERYBODY, AgendaItem, Topic
from minutes.models.addresses import danish_slug

# Beside the pages of cases and centres. What has no address yet answers 404, which is told.
_LISTS = (
    "/beslutninger/",
    "/opfoelgning/",
    "/opfoelgning/udsatte/",
    "/opfoelgning/loefter/",
)


def addresses_of_matters(of_each: int) -> dict[str, list[str]]:
    """`of_each` meetings first, and the busiest page of each kind, by what they are called in the figures."""
    pages = page_addresses(of_each)
    return {
        "meeting": pages["meeting"],
        "case with most items": pages["case with most items"][:1],
        "centre with most items": pages["centre with most items"][:1],
        "series with most items": [f"/serier/{quote(danish_slug(_busiest_series()))}/"],
        "topic on most lists": [_busiest_topic().get_absolute_url()],
        **{address: [address] for address in _LISTS},
    }


def _busiest_series() -> str:
    items = AgendaItem.objects.published_only().order_by().values_list("toc_title", "meeting__date")
    stems = Counter(stem.text for stem in (stem_of(title, date) for title, date in items) if stem.is_dated)
    return stems.most_common(1)[0][0]


def _busiest_topic() -> Topic:
    topics = Topic.objects.readable_by(EVERYBODY).select_related("key")
    return topics.order_by("-rows", "key__key")[0]
