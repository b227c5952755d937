"""How many names wait for somebody to say what they are. Where that is done, pages.py names."""

from __future__ import annotations

from minutes.importing.naming.unknown_codes import count_codes
from minutes.models import Body, FailedSearch, Reader


def count_unknown_codes(_user: Reader) -> int:
    """Return how many codes stand where a centre stands and are not known. Two queries."""
    unknown, _ = count_codes()
    return len(unknown)


def count_new_bodies(_user: Reader) -> int:
    """Return how many bodies an import has made that nobody has looked at. One query."""
    return Body.objects.filter(is_new=True).count()


def count_failed_searches(_user: Reader) -> int:
    """Return how many searches that found nothing are remembered. One query."""
    return FailedSearch.objects.count()
