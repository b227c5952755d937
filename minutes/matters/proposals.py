"""Later items that may take up again what was put off, for an editor to say: the archive itself is not sure of them."""

from __future__ import annotations

from dataclasses import dataclass

from django.contrib.postgres.search import SearchQuery

from minutes.models import AgendaItem, Deferral, SearchDocument

from .series import series_of
from .topic_keys import distinctive_words

_MOST_SHOWN = 10
_MOST_READ = 200
# Of the telling words of a title so many are asked for; one is enough for an item to be read.
_MOST_WORDS = 8
_FEWEST_LETTERS = 4


@dataclass(frozen=True, slots=True)
class Proposal:
    """An item, and in Danish why it may be the one."""

    item: AgendaItem
    reason: str


def propose_taking_up(deferral: Deferral) -> list[Proposal]:
    """Return later items whose titles share words with that of the item put off, those that share most first.

    All that editors see, drafts among them. Two queries.
    """
    item = deferral.item
    words = [word for word in distinctive_words(series_of(item).text) if word.isalpha()][:_MOST_WORDS]
    words = [word for word in words if len(word) >= _FEWEST_LETTERS]
    if not words:
        return []
    any_of_them = SearchQuery(" | ".join(f"{word}:A" for word in words), config="danish", search_type="raw")
    later = SearchDocument.objects.filter(head=any_of_them, date__gt=item.meeting.date).oldest_first()
    keys = list(later.values_list("pk", flat=True)[:_MOST_READ])
    items = AgendaItem.objects.not_hidden().filter(pk__in=keys).select_related("meeting__body", "case")
    shared = {
        other: [word for word in words if word in set(distinctive_words(other.title))] for other in items
    }
    best = sorted(
        (other for other in shared if shared[other]),
        key=lambda other: (-len(shared[other]), other.meeting.date),
    )
    return [Proposal(other, f"fælles ord: {', '.join(shared[other])}") for other in best[:_MOST_SHOWN]]
