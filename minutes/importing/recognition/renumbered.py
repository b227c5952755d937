"""Where the items of a meeting stand in another version of its minutes: known by title and case number."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from minutes.models import Meeting
from minutes.parser.values import ParsedMeeting

from .likeness import Entry, entries_as_read, entry_of


def find_places(meeting: Meeting, parsed: ParsedMeeting, slugs: Iterable[str]) -> dict[str, str]:
    """Return the slug that each item of a meeting has in a document, whose items have these slugs in order.

    An item that either agenda has twice, or that the document calls otherwise, is in none of its places: an address
    must never lead to another matter. Two queries.
    """
    stated = {
        slug: entry_of(item.title, item.case_number or "", item.is_closed)
        for slug, item in zip(slugs, parsed.items, strict=True)
    }
    places = {key: slug for slug, key in _single(stated)}
    return {slug: places[key] for slug, key in _single(entries_as_read(meeting)) if key in places}


def _single(entries: Mapping[str, Entry]) -> list[tuple[str, tuple[str, str]]]:
    """The slugs of the entries that no other is like, each with what it is known by."""
    keys = {slug: (entry.title, entry.case_number) for slug, entry in entries.items()}
    times = Counter(keys.values())
    return [(slug, key) for slug, key in keys.items() if times[key] == 1]
