"""How to search, told with examples from the archive: each of them finds something for everybody."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from minutes.danish.compounds.splitter import compound_parts, is_noun
from minutes.danish.words import find_words
from minutes.models import EVERYBODY, AgendaItem, DocumentReference, Outcome, SearchDocument
from minutes.search.matching.facets import OUTCOME_WORDS
from minutes.search.matching.places import Place

from .search_form import SearchForm

# Each attempt is a search: so many of the newest items are looked at, and so many attempts made of each kind.
_MOST_ITEMS = 40
_MOST_ATTEMPTS = 4
_SHORTEST_WORD = 5


@dataclass(frozen=True, slots=True)
class Example:
    """A search that finds something: what is typed or chosen, as it is shown, and its address."""

    shown: str
    address: str


@require_safe
def about_search(request: HttpRequest) -> HttpResponse:
    """Explain the search; an example of a kind stands there where the archive has one."""
    newest = SearchDocument.objects.readable_by(EVERYBODY).newest_first().values("item")[:_MOST_ITEMS]
    items = list(
        AgendaItem.objects.published_only()
        .filter(pk__in=newest)
        .select_related("case", "meeting__body", "search_document")
    )
    kinds = {
        "words": _words(items),
        "phrases": _phrases(items),
        "cases": _cases(items),
        "documents": _documents(items),
        "outcomes": _outcomes(items),
        "years": _years(items),
        "meetings": _meetings(items),
        "periods_in_words": _periods_in_words(items),
        "outcomes_in_words": _outcomes_in_words(items),
        "questions": _questions(items),
        "places": _places(items),
    }
    return render(
        request, "minutes/search/about_search.html", {name: _first(tried) for name, tried in kinds.items()}
    )


def _first(tried: Iterator[tuple[str, dict[str, str]]]) -> Example | None:
    """The first of some searches that finds anything for everybody."""
    for _, (shown, parameters) in zip(range(_MOST_ATTEMPTS), tried, strict=False):
        asked = urlencode(parameters)
        if SearchForm(QueryDict(asked)).search(EVERYBODY).total.items:
            return Example(shown, f"{reverse('search')}?{asked}")
    return None


def _long_words(item: AgendaItem) -> list[str]:
    return [
        word.text
        for word in find_words(item.title)
        if word.text.isalpha() and len(word.text) >= _SHORTEST_WORD
    ]


def _subjects(item: AgendaItem) -> list[str]:
    """The long words of the title, what tells best what it is about first: compounds, other nouns, the rest."""
    return sorted(
        dict.fromkeys(_long_words(item)), key=lambda word: 0 if compound_parts(word) else 2 - is_noun(word)
    )


def _words(items: list[AgendaItem]) -> Iterator[tuple[str, dict[str, str]]]:
    for item in items:
        if len(words := _subjects(item)) > 1:
            text = " ".join(words[:2])
            yield text, {"q": text}


def _phrases(items: list[AgendaItem]) -> Iterator[tuple[str, dict[str, str]]]:
    for item in items:
        words = item.title.split()
        for pair in pairwise(words):
            if all(word.isalpha() and len(word) >= _SHORTEST_WORD for word in pair):
                text = f'"{" ".join(pair)}"'
                yield text, {"q": text}
                break


def _cases(items: list[AgendaItem]) -> Iterator[tuple[str, dict[str, str]]]:
    return ((item.case.number, {"q": item.case.number}) for item in items if item.case)


def _documents(items: list[AgendaItem]) -> Iterator[tuple[str, dict[str, str]]]:
    found = DocumentReference.objects.filter(item__in=items).values_list("number", flat=True)[:_MOST_ATTEMPTS]
    return ((number, {"q": number}) for number in found)


def _outcomes(items: list[AgendaItem]) -> Iterator[tuple[str, dict[str, str]]]:
    for item in items:
        outcome = item.search_document.outcome
        if outcome:
            yield f"Udfald: {outcome.label}", {"udfald": OUTCOME_WORDS[outcome]}


def _years(items: list[AgendaItem]) -> Iterator[tuple[str, dict[str, str]]]:
    for item in items:
        year = str(item.meeting.date.year)
        yield (
            f"Fra 1. januar {year} til 31. december {year}",
            {"fra": f"{year}-01-01", "til": f"{year}-12-31"},
        )


def _meetings(items: list[AgendaItem]) -> Iterator[tuple[str, dict[str, str]]]:
    for item in items:
        held = item.meeting
        text = f"{held.body.name} {held.date.day}/{held.date.month}"
        yield text, {"q": text}


def _periods_in_words(items: list[AgendaItem]) -> Iterator[tuple[str, dict[str, str]]]:
    for item in items:
        for word in _subjects(item)[:1]:
            text = f"{word} siden {item.meeting.date.year}"
            yield text, {"q": text}


def _outcomes_in_words(items: list[AgendaItem]) -> Iterator[tuple[str, dict[str, str]]]:
    for item in items:
        outcome, words = item.search_document.outcome, _subjects(item)
        if words and outcome in (Outcome.APPROVED, Outcome.DEFERRED, Outcome.REJECTED):
            text = f"{outcome.label} {words[0]}"
            yield text, {"q": text}


def _questions(items: list[AgendaItem]) -> Iterator[tuple[str, dict[str, str]]]:
    for item in items:
        for word in _subjects(item)[:1]:
            text = f"hvad blev der besluttet om {word}"
            yield text, {"q": text}


def _places(items: list[AgendaItem]) -> Iterator[tuple[str, dict[str, str]]]:
    for item in items:
        for word in _subjects(item)[:1]:
            yield f"{word}, i titlen", {"q": word, "staar": Place.TITLE.value}
