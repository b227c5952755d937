"""What is answered at an address where nothing stands that the reader may see: moved, gone, or never anything.

A former address leads on to nothing that its reader may not see: then it is gone, whatever stands there.
"""

from __future__ import annotations

from django.http import Http404, HttpRequest
from django.urls import reverse

from minutes.models import AgendaItem, FormerAddress, Meeting
from minutes.models.items import AgendaItemQuerySet
from minutes.models.visibility import is_readable

from .errors import AddressGone, AddressMoved


def what_became_of_body(request: HttpRequest, slug: str) -> Http404:
    """Return what to raise where no body with a meeting that the reader may see has this slug."""
    former = FormerAddress.objects.at(slug).select_related("body").first()
    match = request.resolver_match
    if former and former.body and match.view_name == "body-feed":
        return AddressMoved(reverse(match.view_name, kwargs={"body_slug": former.body.slug}))
    if former and former.body:
        asked = request.GET.copy()
        organs = asked.getlist("organ") if slug in asked.getlist("organ") else [slug]
        asked.setlist("organ", [former.body.slug if organ == slug else organ for organ in organs])
        # The beginning of a meeting's address is that of the list, too.
        path = reverse("meeting-list") if "body_slug" in match.kwargs else request.path
        return AddressMoved(f"{path}?{asked.urlencode()}")
    # All its meetings may be deleted, and the body left.
    was_public = former or FormerAddress.objects.filter(body_slug=slug).exists()
    return AddressGone() if was_public else Http404()


def lead_on_from_body(request: HttpRequest, *slugs: str) -> None:
    """Raise AddressMoved where the "organ" of an address, or one of these slugs of it, is another one now."""
    for slug in slugs or [request.GET.get("organ", "")]:
        became = what_became_of_body(request, slug)
        if isinstance(became, AddressMoved):
            raise became


def what_became_of_meeting(request: HttpRequest, body_slug: str, meeting_slug: str) -> Http404:
    """Return what to raise where no meeting that the reader may see stands at an address.

    What was asked for below the address is asked for below the one that the meeting has now.
    """
    former = FormerAddress.objects.at(body_slug, meeting_slug).select_related("meeting__body").first()
    if former is None:
        return Http404()
    meeting = former.meeting
    if meeting is None or not is_readable(meeting, request.user):
        return AddressGone()
    item_slug = request.resolver_match.kwargs.get("item_slug")
    if item_slug is None:
        return _moved(request, meeting)
    at_slug = AgendaItem.objects.filter(meeting=meeting, slug=item_slug)
    if at_slug.exists():
        return _moved_to_item(request, at_slug)
    return (
        what_became_of_item(request, meeting.body.slug, meeting.slug, item_slug)
        or what_became_of_item(request, body_slug, meeting_slug, item_slug)
        or Http404()
    )


def what_became_of_item(
    request: HttpRequest, body_slug: str, meeting_slug: str, item_slug: str
) -> AddressMoved | AddressGone | None:
    """Return what to raise where no item stands at an address; None where none ever did in public."""
    former = FormerAddress.objects.at(body_slug, meeting_slug, item_slug).first()
    return former and _moved_to_item(request, AgendaItem.objects.filter(pk=former.item_id))


def _moved_to_item(request: HttpRequest, items: AgendaItemQuerySet) -> AddressMoved | AddressGone:
    item = items.readable_by(request.user).select_related("meeting__body").first()
    return _moved(request, item.meeting, item_slug=item.slug) if item else AddressGone()


def _moved(request: HttpRequest, meeting: Meeting, **slugs: str) -> AddressMoved:
    """The same page of a meeting, or of an item in it, with what was asked of it."""
    match = request.resolver_match
    now = {"body_slug": meeting.body.slug, "meeting_slug": meeting.slug, **slugs}
    address = reverse(match.view_name, kwargs={**match.kwargs, **now})
    query = request.META.get("QUERY_STRING", "")
    return AddressMoved(f"{address}?{query}" if query else address)
