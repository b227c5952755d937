"""Which searches that found nothing are remembered for the archivist."""

from __future__ import annotations

import logging

from django.db import Error, connection, transaction

from minutes.models import FailedSearch
from minutes.models.lengths import longest
from minutes.search.query.query import Query

# Enough to see what people miss; whoever types nonsense cannot fill the database.
_MOST_REMEMBERED = 5_000
# Others who search for the same words are counted one after the other; nobody waits long for that.
_PATIENCE = "100ms"

logger = logging.getLogger(__name__)


def remember_failure(query: Query) -> None:
    """Count the words of a search that found nothing; where that cannot be written, the log says so and no more.

    What has a digit in it is left out: no alias would help, and it may be a personal number. So is what has grown too
    long in lower case, where some letters ("İ") are two.
    """
    words = " ".join(query.text.lower().split())
    if not query.groups or any(character.isdigit() for character in words):
        return
    if len(words) > longest(FailedSearch, "words"):
        return
    try:
        with transaction.atomic():
            _count(words)
    except Error as error:
        # The database may be for reading only, or busy. What it says could hold the words.
        logger.warning(
            "A search that found nothing is not counted: %s", type(error.__cause__ or error).__name__
        )


def _count(words: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('lock_timeout', %s, true)", [_PATIENCE])
    if not FailedSearch.objects.count_again(words) and FailedSearch.objects.count() < _MOST_REMEMBERED:
        FailedSearch.objects.count_up(words)
