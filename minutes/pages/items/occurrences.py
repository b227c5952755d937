"""Where on an item's page the words stand that led to it, each place marked and with an address of its own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count

from django.utils.html import format_html, format_html_join

from minutes.search.hits.highlight import Mark, find_marks
from minutes.search.hits.sought import find_sought
from minutes.search.query.query import Query

from .reading import ItemReading

# On a page with more, the first ones tell enough.
MOST_MARKED = 1000


@dataclass(frozen=True, slots=True)
class Occurrences:
    """An item with the words of a query marked, as #forekomst-1, #forekomst-2 …, and how many places there are."""

    reading: ItemReading
    query: Query
    number: int

    @property
    def are_of_one_word(self) -> bool:
        return len(self.query.text.split()) == 1


def find_occurrences(reading: ItemReading, query: Query) -> Occurrences:
    """Mark the words of the query in every text of the item; without a word that stands there nothing is changed."""
    texts: list[str] = []
    reading.with_texts(lambda text: texts.append(text) or text)
    marks = iter(find_marks(texts, find_sought(query)))
    places = count(1)
    marked = reading.with_texts(lambda text: _mark(text, next(marks), places))
    return Occurrences(marked, query, min(next(places) - 1, MOST_MARKED))


def _mark(text: str, marks: list[Mark], places: Iterator[int]) -> str:
    """The text as HTML with numbered marks; the text itself where there is none."""
    if not marks:
        return text
    return format_html_join("", "{}", ((piece,) for piece in _pieces(text, marks, places)))


def _pieces(text: str, marks: list[Mark], places: Iterator[int]) -> Iterator[str]:
    position = 0
    for mark in marks:
        yield text[position : mark.start]
        word = text[mark.start : mark.end]
        place = next(places)
        yield format_html('<mark id="forekomst-{}">{}</mark>', place, word) if place <= MOST_MARKED else word
        position = mark.end
    yield text[position:]
