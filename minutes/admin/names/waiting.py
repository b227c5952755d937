"""How many names wait for somebody to say what they are, for the start page: a count, and the page where it is done."""

from __future__ import annotations

from minutes.importing.naming.unknown_codes import count_codes
from minutes.models import Body, FailedSearch

from .failed_searches import PAGE as FAILED_SEARCHES
from .new_bodies import PAGE as NEW_BODIES
from .unknown_codes import PAGE as UNKNOWN_CODES

__all__ = [
    "FAILED_SEARCHES",
    "NEW_BODIES",
    "UNKNOWN_CODES",
    "count_failed_searches",
    "count_new_bodies",
    "count_unknown_codes",
]


def count_unknown_codes() -> int:
    """Return how many codes stand where a centre stands and are not known. Two queries."""
    unknown, _ = count_codes()
    return len(unknown)


def count_new_bodies() -> int:
    """Return how many bodies an import has made that nobody has looked at. One query."""
    return Body.objects.filter(is_new=True).count()


def count_failed_searches() -> int:
    """Return how many searches that found nothing are remembered. One query."""
    return FailedSearch.objects.count()
