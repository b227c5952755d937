"""Where on an item's page the words stand that led to it, each place marked and with an address of its own."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from minutes.search.hits.highlight import Mark, find_marks
from minutes.search.hits.wanted_words import find_wanted_words
from minutes.search.query.query import Query
from minutes.templatetags.passages_of_pages import MOST_MARKED, Marks, Passage, texts_of, writer_of

from .reading import ItemReading


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
    passages = [*(entry.passage for entry in reading.decisions), *reading.recommendations, *reading.sections]
    texts = {reading.title, *(entry.title for entry in reading.attachments)}
    for passage in passages:
        texts.update(texts_of(passage.blocks))
    different = list(texts)
    numbering = _Numbering(dict(zip(different, find_marks(different, find_wanted_words(query)), strict=True)))
    return Occurrences(_marked(reading, numbering), query, min(numbering.number, MOST_MARKED))


class _Numbering:
    """Numbers the places on from one part of the page to the next, in the order in which these are asked for."""

    def __init__(self, places: Mapping[str, Sequence[Mark]]) -> None:
        self.number = 0
        self._places = places

    def text(self, text: str) -> str:
        return writer_of(Passage((), marks=self._marks_of([text])))(text)

    def passage(self, passage: Passage) -> Passage:
        return replace(passage, marks=self._marks_of(texts_of(passage.blocks)))

    def _marks_of(self, texts: Iterable[str]) -> Marks:
        marks = Marks(self._places, before=self.number)
        self.number += sum(len(self._places[text]) for text in texts)
        return marks


def _marked(reading: ItemReading, numbering: _Numbering) -> ItemReading:
    # In the order of the page, for so the places are numbered.
    return replace(
        reading,
        title=numbering.text(reading.title),
        decisions=tuple(
            replace(entry, passage=numbering.passage(entry.passage)) for entry in reading.decisions
        ),
        recommendations=tuple(map(numbering.passage, reading.recommendations)),
        sections=tuple(map(numbering.passage, reading.sections)),
        attachments=tuple(replace(entry, title=numbering.text(entry.title)) for entry in reading.attachments),
    )
