"""What all feeds of the archive have in common."""

from __future__ import annotations

import datetime
from typing import Any

from django.conf import settings
from django.contrib.syndication.views import Feed
from django.http import HttpRequest, HttpResponse
from django.utils.cache import patch_vary_headers

from minutes.pages.tags import tag

from .atom import ArchiveAtom
from .entries import Entry, Line

# Enough that whoever asks once a day misses none, also where the minutes of several meetings are published at once.
MOST_ENTRIES = 50

_ATOM = "application/atom+xml"
# Browsers ask for pages; of Atom under its own name most make a file to be saved, not something to be looked at.
_IN_A_BROWSER = "text/html"
_SHOWN_BY_BROWSERS = "application/xml; charset=utf-8"


class ArchiveFeed(Feed):
    """A feed of entries, the last published first.

    A new one says its `title`, the address of the page that it follows (`link`), what it is called for ever
    (`tag_parts`) and its `entries`, at most MOST_ENTRIES of them; `get_object` says what it is about, where that stands
    in its address.
    """

    feed_type = ArchiveAtom

    def title(self, obj: Any) -> str:
        raise NotImplementedError

    def link(self, obj: Any) -> str:
        return obj.get_absolute_url()

    def tag_parts(self, obj: Any) -> tuple[object, ...]:
        raise NotImplementedError

    def entries(self, obj: Any) -> list[Entry]:
        """Return what has been published, of what everybody may read."""
        raise NotImplementedError

    def __call__(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Answer with the feed: it is the same for whoever asks, and kept as a page is.

        Not by its date: what is withdrawn takes the date of the feed back, and a reader program that knows a later one
        would be told that nothing has changed. What it says is compared instead (ETag).
        """
        response: HttpResponse = super().__call__(request, *args, **kwargs)
        del response.headers["Last-Modified"]
        if request.get_preferred_type([_ATOM, _IN_A_BROWSER]) == _IN_A_BROWSER:
            response.headers["Content-Type"] = _SHOWN_BY_BROWSERS
        patch_vary_headers(response, ["Accept"])
        return response

    # What Django asks of a feed and of its items.

    def items(self, obj: Any) -> list[Entry]:
        return self.entries(obj)

    def feed_guid(self, obj: Any) -> str:
        return tag("feed", *self.tag_parts(obj))

    def author_name(self) -> str:
        return settings.ARCHIVE_MUNICIPALITY

    def feed_extra_kwargs(self, obj: Any) -> dict[str, Any]:
        return {"about": (Line(address=self.link(obj), label="Se det hele i Referatarkivet"),)}

    def item_title(self, entry: Entry) -> str:
        return entry.title

    def item_link(self, entry: Entry) -> str:
        return entry.address

    def item_guid(self, entry: Entry) -> str:
        return entry.tag

    # When everybody could first read it, not when the meeting was: reader programs show the last first.
    def item_pubdate(self, entry: Entry) -> datetime.datetime:
        return entry.published_at

    def item_updateddate(self, entry: Entry) -> datetime.datetime:
        return entry.changed_at or entry.published_at

    def item_description(self, entry: Entry) -> None:
        """Return nothing: the lines say it."""

    def item_extra_kwargs(self, entry: Entry) -> dict[str, Any]:
        return {"lines": entry.lines}
