"""Remembers what stood at addresses that everybody could ask for, before they come to nothing.

Only of those: an address that nobody but staff has seen answers as if it had never been.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from itertools import chain

from minutes.models import AgendaItem, Body, FormerAddress, Meeting

_ADDRESS = ("body_slug", "meeting_slug", "item_slug")
_WHERE_NOW = ("body", "meeting", "item")


class ItemAddresses:
    """The addresses of a meeting's items, as they are before its rows are written anew; two queries."""

    def __init__(self, meeting: Meeting) -> None:
        self._meeting = meeting
        self._public = {*meeting.items.ever_public().values_list("slug", flat=True)}
        pointing = FormerAddress.objects.filter(item__meeting=meeting).select_related("item")
        self._pointing = [(former, former.item.slug) for former in pointing if former.item]

    def remember(self, items: Iterable[AgendaItem], places: Mapping[str, str]) -> None:
        """Remember those at which none of the `items` stands, and let earlier ones follow their items.

        `places` has the slug that an item has now by the one that it had; one that is not in it is gone.
        """
        now = {item.slug: item for item in items}
        lost = [
            FormerAddress(
                body_slug=self._meeting.body.slug,
                meeting_slug=self._meeting.slug,
                item_slug=slug,
                item=now.get(places.get(slug, "")),
            )
            for slug in sorted(self._public - {*now})
        ]
        for former, slug in self._pointing:
            former.item = now.get(places.get(slug, ""))
        FormerAddress.objects.bulk_update([former for former, _ in self._pointing], ["item"])
        _write(lost)


def remember_deleted(keys: Collection[int]) -> None:
    """Remember the addresses of meetings that are about to be deleted, and of their items, as gone."""
    meetings = Meeting.objects.filter(pk__in=keys).ever_public()
    items = AgendaItem.objects.filter(meeting__in=keys).ever_public()
    columns = items.values_list("meeting__body__slug", "meeting__slug", "slug")
    _write(
        FormerAddress(**dict(zip(_ADDRESS, slugs, strict=False)))
        for slugs in chain(meetings.values_list("body__slug", "slug"), columns)
    )


def remember_merged(body: Body, into: Body, meetings: Iterable[Meeting]) -> None:
    """Remember the addresses of a body whose meetings are about to be another's, with the slugs that they have yet.

    What stands below the address of a meeting is found through it.
    """
    public = [meeting for meeting in meetings if meeting.published_at]
    if public:
        _write([FormerAddress(body_slug=body.slug, body=into)])
    _write(
        FormerAddress(body_slug=body.slug, meeting_slug=meeting.slug, meeting=meeting) for meeting in public
    )
    FormerAddress.objects.filter(body=body).update(body=into)


def _write(addresses: Iterable[FormerAddress]) -> None:
    """Write what stood there last in place of what stood there before."""
    FormerAddress.objects.bulk_create(
        [*addresses], update_conflicts=True, unique_fields=_ADDRESS, update_fields=_WHERE_NOW
    )
