"""Which searches that found nothing are remembered for the archivist."""

from __future__ import annotations

from minutes.models import FailedSearch
from minutes.models.lengths import longest
from minutes.search.query.query import Query

# Enough to see what people miss; whoever types nonsense cannot fill the database.
_MOST_REMEMBERED = 5_000


def remember_failure(query: Query) -> None:
    """Count the words of a search that found nothing.

    What has a digit in it is left out: no alias would help, and it may be a personal number. So is what has grown too
    long in lower case, where some letters ("İ") are two.
    """
    words = " ".join(query.text.lower().split())
    if not query.groups or any(character.isdigit() for character in words):
        return
    if len(words) > longest(FailedSearch, "words"):
        return
    if FailedSearch.objects.filter(words=words).exists() or FailedSearch.objects.count() < _MOST_REMEMBERED:
        FailedSearch.objects.count_up(words)
