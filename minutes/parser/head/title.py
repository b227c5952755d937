"""The title of a document ("REFERAT Direktionen d. 27-08-2013"): what it is, whose, and in what state."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from minutes.danish.dates import DATE_PATTERN, WEEKDAY
from minutes.parser.headings import body_name, name_alone
from minutes.parser.patterns import DOCUMENT_TITLE, STATE_OF_DOCUMENT
from minutes.parser.problems import Problem, Severity
from minutes.parser.values import Line

_AGENDA = "dagsorden"
# A title is one line of a page; a longer one is prose that begins with the word.
_LONGEST_TITLE = 200
# As much of a line shows the archivist which one is meant.
_LONGEST_QUOTE = 60

_DATE = re.compile(DATE_PATTERN, re.IGNORECASE)
# What leads from a body to its date: "Direktionen d. ", "Byrådet, tirsdag den "
_BEFORE_DATE = re.compile(rf"[\s,–-]+(?:(?:{WEEKDAY}|den|d\.)[\s,]*)*$", re.IGNORECASE)
# Direktionens møde · Chefforums ekstraordinære møde
_MEETING_OF = re.compile(r"(?P<body>\S.*?)s?\s+(?:ordinære\s+|ekstraordinære\s+)?møde", re.IGNORECASE)
# Tillægsreferat · Ekstraordinært møde · ekstra møde
_EXTRAORDINARY = re.compile(r"\btillæg|\bekstraord|\bekstra\s?møde", re.IGNORECASE)
_DRAFT = re.compile(r"\b(?:udkast|kladde|foreløbigt?)\b", re.IGNORECASE)
# A line that says the state and nothing else: UDKAST · Ekstraordinært møde
_STATE_ALONE = re.compile(
    rf"\W{{0,3}}(?:{STATE_OF_DOCUMENT}(?:\s(?:referat|møde))?|tillægsreferat)\W{{0,3}}", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Title:
    """A document's first line: its own word for what it is, in capitals, and the `rest` with the body and the date."""

    line: Line
    doc_type: str
    rest: str

    @property
    def body(self) -> str:
        """The body that it names; empty where it names none."""
        return body_of(self.rest)

    @property
    def is_of_agenda(self) -> bool:
        """Whether the document is an agenda, which holds no decisions."""
        return self.doc_type.lower().endswith(_AGENDA)


def match_title(line: Line) -> Title | None:
    """The title that a whole line is, or None."""
    match = DOCUMENT_TITLE.fullmatch(line.stripped) if len(line.stripped) <= _LONGEST_TITLE else None
    return Title(line, match["doc_type"].upper(), match["rest"]) if match else None


def body_of(text: str) -> str:
    """The body that a title, or the line below it, names: "Direktionens møde tirsdag den 27-08-2013"."""
    if len(text) > _LONGEST_TITLE:
        return ""
    dated = _DATE.search(text)
    written = (
        _BEFORE_DATE.sub("", " " + text[: dated.start() if dated else None]).strip(" ,.–-").rstrip(" ([")
    )
    name = name_alone(written)
    meeting = _MEETING_OF.fullmatch(name)
    return body_name(meeting["body"] if meeting else name)


def lines_of_title(title: Line, body_line: Line, below: Iterable[Line]) -> list[Line]:
    """The lines that say what the document is: the title, that of its body, and those that only say its state."""
    states = [line for line in below if _STATE_ALONE.fullmatch(line.stripped)]
    return [title, *([body_line] if body_line != title else []), *states]


def is_extraordinary(lines: Iterable[Line]) -> bool:
    """Whether the lines of a title say that it is an addition, or of an extraordinary meeting."""
    return any(_EXTRAORDINARY.search(line.text) for line in lines)


def draft_problems(lines: Iterable[Line]) -> Iterator[Problem]:
    """A warning where the lines of a title call the document a draft."""
    line = next((line for line in lines if _DRAFT.search(line.text)), None)
    if line:
        message = f"Titlen siger, at referatet er et udkast: {quote(line)}. Findes det endelige?"
        yield Problem(line.number, "draft", Severity.WARNING, message)


def quote(line: Line) -> str:
    """As much of a line as shows which one is meant, in quotation marks."""
    text = line.stripped
    return f'"{text[:_LONGEST_QUOTE]}…"' if len(text) > _LONGEST_QUOTE else f'"{text}"'
