"""How much of printed minutes is read as it was written: fields, lines and words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from minutes.importing.report import meeting_as_json
from minutes.parser import CentreNames, MinutesSyntaxError, parse_minutes
from minutes.sources.text import numbered_text

# White space, the kind of a list's marker and the dots of the contents do not count.
_MARKERS = re.compile(r"^\s*(?:[-–*•◦▪·o]\s+)*")
_MARKER_OF_LINE = re.compile(r"(?m)^\s*(?:(?:[-·o]|\d+[.)]|[a-z][.)])\s+)+")
_DOTS = re.compile(r"\.{3,}")
_WORD = re.compile(r"\w+")


@dataclass
class Score:
    """What is right of how much, and examples of what is not."""

    right: Counter[str] = field(default_factory=Counter)
    total: Counter[str] = field(default_factory=Counter)
    misses: list[str] = field(default_factory=list)

    def add(self, kind: str, right: int, total: int) -> None:
        self.right[kind] += right
        self.total[kind] += total

    def share(self, kind: str) -> float:
        return self.right[kind] / self.total[kind] if self.total[kind] else 0.0


def score(original: str, read: str, centres: CentreNames, into: Score) -> None:
    """Add to a score what a text read from print has of its original."""
    want, got = Counter(_lines(original)), Counter(_lines(read))
    into.add("lines", (want & got).total(), want.total())
    into.misses += [f"line lost: {line:.110}" for line in (want - got)] + [
        f"line new: {line:.110}" for line in (got - want)
    ]
    wanted, found = (dict(_fields(_parsed(text, centres))) for text in (original, read))
    into.add("fields", sum(found.get(name) == value for name, value in wanted.items()), len(wanted))
    into.misses += [
        f"field {name}: {str(found.get(name))[:100]!r} for {str(value)[:100]!r}"
        for name, value in wanted.items()
        if found.get(name) != value
    ]
    words, words_read = (Counter(_WORD.findall(_MARKER_OF_LINE.sub("", text))) for text in (original, read))
    into.misses += [f"word lost: {word}" for word in words - words_read]
    into.add("words", (words & words_read).total(), words.total())
    into.add("words too many", (words_read - words).total(), 0)


def _lines(text: str) -> Iterator[str]:
    for line in text.splitlines():
        if plain := " ".join(_DOTS.sub(" ", _MARKERS.sub("", line)).split()):
            yield plain


def _parsed(text: str, centres: CentreNames) -> dict[str, Any]:
    try:
        return meeting_as_json(parse_minutes(numbered_text(text.encode()), centres))
    except MinutesSyntaxError as error:
        return {"error": str(error)}


def _fields(document: dict[str, Any]) -> Iterator[tuple[str, object]]:
    """What is compared of a document by its name: all of the meeting, all of each item, each decision's text."""
    yield from document.get("meeting", {}).items()
    items = document.get("items", [])
    yield "number of items", len(items)
    for item in items:
        for name, value in item.items():
            yield f"{item['number']}.{name}", _plain(value)
        for index, decision in enumerate(item["decisions"]):
            yield f"{item['number']}.decision {index}", _plain(decision["text"])


def _plain(value: object) -> object:
    """A value without markers, emphasis and white space in its texts: what is said, not how it is drawn."""
    if isinstance(value, dict):
        return {name: _plain(inner) for name, inner in value.items()}
    if isinstance(value, list):
        return [_plain(inner) for inner in value]
    if isinstance(value, str):
        return " ".join(_MARKER_OF_LINE.sub("", value).replace("*", "").split()).casefold()
    return value
