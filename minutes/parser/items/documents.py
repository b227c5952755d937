"""The documents of an item: those of a list, each with its title, and those that its text names by their number."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import islice

from minutes.danish.numbers import FoundNumber, iter_numbers
from minutes.parser.values import Line, ParsedDocument, ParsedSection, SectionKind

# Lines or items with more numbers are no text that anybody wrote.
_MOST_NUMBERS_IN_A_LINE = 1000
_MOST_NUMBERS = 10_000

# Between a title and its number: "Strategi for byrummet (dok.nr. 123456/12)"
_NUMBER_LABEL = re.compile(r"\bdok(?:ument)?\.?\s?(?:nr|nummer)?[.:\s]{0,3}\Z", re.IGNORECASE)
# Room for "dokumentnummer: " and some blanks.
_LONGEST_LABEL = 20


def listed_documents(sections: Iterable[ParsedSection]) -> Iterator[ParsedDocument]:
    """Documents of a list, each line a title and its number: "Strategi for byrummet (123456/12)"."""
    for line, found in _documents(sections, listed=True):
        title = _title(line.text[: found.start]) or _title(line.text[found.end :])
        yield ParsedDocument(line.number, found.number, found.as_written, title)


def named_documents(sections: Iterable[ParsedSection]) -> Iterator[ParsedDocument]:
    """Documents named in the text, each number once."""
    seen: set[str] = set()
    for line, found in _documents(sections, listed=False):
        if found.number not in seen:
            seen.add(found.number)
            yield ParsedDocument(line.number, found.number, found.as_written, "")


def _documents(sections: Iterable[ParsedSection], *, listed: bool) -> Iterator[tuple[Line, FoundNumber]]:
    numbers = (
        (line, number)
        for section in sections
        if (section.kind is SectionKind.DOCUMENTS) is listed
        for line in section.lines
        for number in islice(iter_numbers(line.text), _MOST_NUMBERS_IN_A_LINE)
    )
    return ((line, number) for line, number in islice(numbers, _MOST_NUMBERS) if number.kind == "document")


def _title(text: str) -> str:
    bare = text.rstrip(" (\t")
    label = _NUMBER_LABEL.search(bare[-_LONGEST_LABEL:])
    if label:
        bare = bare[: len(bare) - len(label[0])]
    return bare.removeprefix(")").strip(" (-–,:;\t")
