"""Cases that may belong together, each with the reason: never sure, and told so.

Two cases may where they name one document, where one names the other, or where their titles share all words that say
something, and few titles of the archive do. A document that many cases name, and a collective number, say nothing.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from django.contrib.postgres.search import SearchQuery

from minutes.models import AgendaItem, Case, DocumentReference, Reader, Reference, SearchDocument
from minutes.models.visibility import audience_of

from .topic_keys import distinctive_words

# What is named by more cases than these, or stands in more titles, tells nothing of any.
_MOST_SHARING = 5
_MOST_SHOWN = 10
_MOST_READ = 200
# Fewer words of a title say too little, unless one is long: a compound ("skovrejsningsplan").
_FEWEST_WORDS = 2
_LONG_WORD = 14
_MOST_WORDS = 6
_PLAIN_WORD = re.compile(r"[a-zæøåéüö]{3,}\Z")
_BY_NUMBER = ("year", "serial")


def _of_item(columns: Iterable[str]) -> list[str]:
    return [f"item__case__{column}" for column in columns]


@dataclass(frozen=True, slots=True)
class RelatedCase:
    """A case under the title of its newest item, and in Danish why it may belong together with another."""

    case: Case
    newest: AgendaItem
    reason: str


def find_related(case: Case, title: str, reader: Reader) -> list[RelatedCase]:
    """Return the cases that may belong together with a case of this title, as far as the reader may see them.

    The surest reason first, those of one reason by their numbers, each case once; none for a collective case. Seven
    queries at most.
    """
    if case.is_collective_for(reader):
        return []
    reasons: dict[int, str] = {}
    for other, reason in _candidates(case, title, reader):
        reasons.setdefault(other, reason)
    collective = Case.objects.collective_for(audience_of(reader)).filter(pk__in=reasons).values("pk")
    items = AgendaItem.objects.readable_by(reader).filter(case__in=reasons).exclude(case__in=collective)
    newest = items.newest_of_each_case().select_related("case", "meeting__body")
    found = {
        item.case.pk: RelatedCase(item.case, item, reasons[item.case.pk]) for item in newest if item.case
    }
    return [found[key] for key in reasons if key in found][:_MOST_SHOWN]


def _candidates(case: Case, title: str, reader: Reader) -> Iterator[tuple[int, str]]:
    readable = SearchDocument.objects.readable_by(reader)
    own = readable.filter(case=case).values("pk")
    others = readable.exclude(case=case).exclude(case=None).values("pk")
    naming = Reference.objects.filter(kind=Reference.Kind.CASE)
    naming_it = naming.filter(number=case.number, item__in=others).order_by(*_of_item(_BY_NUMBER))
    for key in naming_it.values_list("item__case", flat=True)[:_MOST_READ]:
        yield key, "nævner denne sag"
    named = naming.filter(item__in=own).exclude(number=case.number).values("number")
    of_numbers = Case.objects.filter(number__in=named).order_by(*_BY_NUMBER)
    for key in of_numbers.values_list("pk", flat=True)[:_MOST_READ]:
        yield key, "nævnes i denne sag"
    numbers = DocumentReference.objects.filter(item__in=own).values("number")
    sharing = DocumentReference.objects.filter(number__in=numbers, item__in=others)
    columns = ("number", *_of_item(_BY_NUMBER))
    pairs = sharing.order_by(*columns).values_list(*columns, "item__case").distinct()[:_MOST_READ]
    yield from _few_sharing([(number, key) for number, *_, key in pairs])
    words = _telling_words(title)
    if words:
        # The head has the titles, too, and far fewer words to look through. What more rows have is in no few titles.
        query = SearchQuery(" & ".join(f"{word}:A" for word in words), config="danish", search_type="raw")
        alike = readable.exclude(case=case).exclude(case=None).filter(head=query).order_by()
        rows = list(alike.values_list("case__year", "case__serial", "case")[: _MOST_READ + 1])
        keys = sorted(set(rows))
        if len(rows) <= _MOST_READ and len(keys) <= _MOST_SHARING:
            yield from ((key, f"fælles ord i titlen: {', '.join(words)}") for *_, key in keys)


def _few_sharing(pairs: Collection[tuple[str, int]]) -> Iterator[tuple[int, str]]:
    """Of pairs of a document number and a case that names it, those of documents that few name."""
    times = Counter(number for number, _ in pairs)
    for number, key in pairs:
        if times[number] <= _MOST_SHARING:
            yield key, f"samme dokumentnummer: {number}"


def _telling_words(title: str) -> list[str]:
    """The words of a title that say what it is about, where they are enough to tell it from others."""
    words = [word for word in distinctive_words(title) if _PLAIN_WORD.match(word)][:_MOST_WORDS]
    if len(words) >= _FEWEST_WORDS or any(len(word) >= _LONG_WORD for word in words):
        return words
    return []
