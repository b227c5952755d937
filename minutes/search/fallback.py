"""Where nothing was found: what the nearest spelling finds, or any of the words; never without saying so."""

from __future__ import annotations

from dataclasses import dataclass

from .hits import Search
from .query import Names, any_word_of, parse_query
from .spelling import did_you_mean


@dataclass(frozen=True, slots=True)
class Fallback:
    """Another search that finds something, and what would have to be typed for it."""

    typed: str
    search: Search
    is_respelt: bool


def find_fallback(search: Search, names: Names) -> Fallback | None:
    """For a search that finds nothing, the same with its words respelt, else for any of them.

    Its filters stay in force. A day or a month is meant as it stands.
    """
    if search.query.date:
        return None
    meant = did_you_mean(search.query, search.user)
    tried = ((meant, True), (any_word_of(search.query), False))
    for typed, is_respelt in tried:
        if typed:
            other = Search(parse_query(typed, names), search.user, search.filters)
            if other.total.items:
                return Fallback(typed, other, is_respelt)
    return None
