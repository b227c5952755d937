"""Which words of the archive a reader may know of: those of items that the reader may see."""

from __future__ import annotations

from collections.abc import Sequence

from django.contrib.auth.models import AbstractBaseUser, AnonymousUser

from minutes.models import SearchWord

from .filters import Filters
from .hits import Search
from .query import parse_query


def visible_words(words: Sequence[str], user: AbstractBaseUser | AnonymousUser) -> list[str]:
    """Those of the words by which the user would find something, in the same order.

    One query where the items that are remembered with the words are visible, else a search for each that is not.
    """
    documents = SearchWord.objects.filter(word__in=words, document__isnull=False)
    if not user.is_authenticated or not user.is_staff:
        documents = documents.filter(document__is_public=True)
    known = set(documents.values_list("word", flat=True))
    return [word for word in words if word in known or finds_anything(word, user)]


def finds_anything(typed: str, user: AbstractBaseUser | AnonymousUser) -> bool:
    """Whether a search for what was typed has a hit that the user may see."""
    filters = Filters()
    return bool(Search(parse_query(typed), user, filters).find(filters, limit=1).matches)
