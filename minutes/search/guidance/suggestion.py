"""A suggestion, the kinds that there are, and the order of those of a kind."""

from __future__ import annotations

import textwrap
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.db.models import TextChoices

from minutes.search.query.query import Query

from .vocabulary import Counts

# Letters: a suggestion is one line.
_LONGEST_TITLE = 90


class Kind(TextChoices):
    """What a suggestion leads to, under the heading that stands above its kind."""

    CASE = "case", "Sager"
    TITLE = "title", "Punkter"
    SERIES = "series", "Serier"
    ATTACHMENT = "attachment", "Bilag"
    CENTRE = "centre", "Centre"
    BODY = "body", "Organer"
    FILTER = "filter", "Filtre"
    ABBREVIATION = "abbreviation", "Forkortelser"
    WORD = "word", "Ord"


@dataclass(frozen=True, slots=True)
class Suggestion:
    """What may be meant; it leads to an `address`, or is a `query` to search for."""

    kind: Kind
    label: str
    address: str = ""
    query: str = ""


@dataclass(frozen=True, slots=True)
class Candidate:
    """What may be suggested, and the query that finds the items it stands for.

    Those that have the same words side by side, for which `side_by_side` asks, tell more. One that is not `known`
    otherwise is suggested only where the query finds something; one that is `far` stands behind the others.
    """

    suggestion: Suggestion
    query: Query
    side_by_side: Query | None = None
    is_known: bool = False
    is_far: bool = False


def rank(candidates: Sequence[Candidate], counts: Mapping[str, Counts]) -> list[Candidate]:
    """Those that may be suggested, by the counts of each under its place among them.

    What most of the newest items have stands first, else they stand in the order as they did.
    """
    found = []
    for place, candidate in enumerate(candidates):
        near, anywhere = counts.get(str(place), Counts(0, 0))
        if candidate.is_known or anywhere:
            found.append(((candidate.is_far, -near, -anywhere), candidate))
    return [candidate for _, candidate in sorted(found, key=lambda each: each[0])]


def short(title: str) -> str:
    """A title on one line."""
    return textwrap.shorten(title, _LONGEST_TITLE, placeholder=" …")
