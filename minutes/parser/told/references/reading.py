"""All that an item's text points to, in the order of the text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain, islice

from minutes.danish.grammar.sentences import find_sentences
from minutes.parser.told.values import ParsedReference, Surroundings
from minutes.parser.values import Line, ParsedItem, ParsedSection, SectionKind

from .attached import Attachments
from .calendars import find_calendars
from .dated import find_dated
from .numbered import find_numbered
from .pointers import Pointer
from .titled import find_case_of_body, find_titled, with_title

# Items with more references are no text that anybody wrote.
_MOST_REFERENCES = 5_000
_MOST_IN_A_LINE = 200
# Nobody writes a sentence of more characters; the rest of a longer one is not looked through for dates.
_LONGEST_SENTENCE = 3_000
_LISTS = frozenset({SectionKind.ATTACHMENTS, SectionKind.DOCUMENTS})


def read_references(item: ParsedItem, surroundings: Surroundings) -> tuple[ParsedReference, ...]:
    """What the text of an item points to, in order, each place once."""
    return tuple(islice(_references(item, surroundings), _MOST_REFERENCES))


def _references(item: ParsedItem, surroundings: Surroundings) -> Iterator[ParsedReference]:
    attachments = Attachments.of(item.attachments)
    for section in item.sections:
        find = _in_list if section.kind in _LISTS else _in_prose
        calendars = {} if section.kind in _LISTS else find_calendars(section.lines, surroundings)
        for line in section.lines:
            of_calendar = calendars.get(line.number, [])
            others = find(line.text, section.kind, item, attachments, surroundings)
            for pointer in _in_order(chain(of_calendar, others)):
                yield _reference(line, section, pointer)


def _in_prose(
    text: str, kind: SectionKind, item: ParsedItem, attachments: Attachments, surroundings: Surroundings
) -> Iterator[Pointer]:
    """What a line points to; the surest first, as the first in a place stands."""
    titled = list(find_titled(text))
    for start, end in find_sentences(text.replace("\t", "\n")):
        sentence = text[start : min(end, start + _LONGEST_SENTENCE)]
        for pointer in find_dated(sentence, surroundings):
            yield with_title(pointer.moved(start), titled, text)
    yield from find_numbered(text, kind, item.case_number, surroundings)
    yield from attachments.find(text)
    yield from titled


def _in_list(
    text: str, kind: SectionKind, item: ParsedItem, _attachments: Attachments, surroundings: Surroundings
) -> Iterator[Pointer]:
    """What a line of a list of documents or attachments points to besides being one."""
    if kind is SectionKind.ATTACHMENTS:
        yield from find_case_of_body(text, surroundings)
    else:
        yield from find_numbered(text, kind, item.case_number, surroundings)


def _in_order(found: Iterable[Pointer]) -> list[Pointer]:
    """The pointers of a line in order, without those that share a place with one before them."""
    kept: list[Pointer] = []
    for pointer in islice(found, _MOST_IN_A_LINE):
        if not any(pointer.is_beside(other) for other in kept):
            kept.append(pointer)
    return sorted(kept, key=lambda pointer: (pointer.start, pointer.end))


def _reference(line: Line, section: ParsedSection, pointer: Pointer) -> ParsedReference:
    return ParsedReference(
        line=line.number,
        column=pointer.start,
        text=line.text[pointer.start : pointer.end],
        section=section.kind,
        kind=pointer.kind,
        is_certain=pointer.is_certain,
        body=pointer.body,
        time=pointer.time,
        number=pointer.number,
        title=pointer.title,
        is_calendar=pointer.is_calendar,
    )
