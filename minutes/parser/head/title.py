"""The title of a document ("REFERAT Direktionen d. 27-08-2013"): what it is, whose, and in what state."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from minutes.danish.dates import DATE_PATTERN, WEEKDAY
from minutes.parser.headings import body_name, is_body_name, name_alone
from minutes.parser.patterns import DOCUMENT_TITLE, MEETING_TITLE, STATE_OF_DOCUMENT
from minutes.parser.problems import Problem, Severity
from minutes.parser.values import Line

_MINUTES = "REFERAT"
_AGENDA = "dagsorden"
# Above a title stand at most the name of the body, that of the municipality, and what belongs to a web page.
_LINES_OF_TITLE = 5
# A name of a body has no more words.
_MOST_WORDS_OF_NAME = 10
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
# Byrådet - Referat · Byrådets møde: referat
_BODY_FIRST = re.compile(
    r"(?P<body>[^,:–]{1,80}?)(?:\s?[,:–]\s?|\s(?:-\s)?)(?P<title>\w*(?:referat|dagsorden)\b.*)", re.IGNORECASE
)
_DRAFT = re.compile(r"\b(?:udkast|kladde|foreløbigt?)\b", re.IGNORECASE)
# A line that says the state and nothing else: UDKAST · Ekstraordinært møde
_STATE_ALONE = re.compile(
    rf"\W{{0,3}}(?:{STATE_OF_DOCUMENT}(?:\s(?:referat|møde))?|tillægsreferat)\W{{0,3}}", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Title:
    """The line that says what a document is: its own word for it, in capitals, and the `rest` with body and date.

    One that `is_unsaid` has no such word ("Ekstraordinært møde"): its decisions tell whether it is minutes.
    """

    line: Line
    doc_type: str
    rest: str
    is_unsaid: bool = False

    @property
    def body(self) -> str:
        """The body that it names; empty where it names none."""
        return body_of(self.rest)

    @property
    def is_of_agenda(self) -> bool:
        """Whether the document is an agenda, which holds no decisions."""
        return self.doc_type.lower().endswith(_AGENDA)


def find_title(lines: Sequence[Line]) -> tuple[int, Title] | None:
    """The title among the first lines of a document, with its position; None where there is none.

    The first line needs no more than the word; below it the whole line must be a title.
    """
    first = lines[:_LINES_OF_TITLE]
    for find in (_match_sure_title, _match_behind_body, _match_meeting):
        for position, line in enumerate(first):
            if title := find(line):
                return position, title
        if find is _match_sure_title and first and (title := match_title(first[0])):
            return 0, title
    return None


def _match_sure_title(line: Line) -> Title | None:
    """A title that says nothing but whose and when: no sentence about minutes ("Referat vedlægges")."""
    title = match_title(line)
    if title is None:
        return None
    name = title.body
    is_name = name == "" or is_body_name(name) or _DATE.search(title.rest) is not None
    is_short = len(name.split()) <= _MOST_WORDS_OF_NAME and not title.rest.endswith((".", "?", "!"))
    return title if is_short and (is_name or title.rest[:1].isupper()) else None


def _match_behind_body(line: Line) -> Title | None:
    """A title behind the name of its body: "Byrådet - Referat", "Byrådet, tillægsreferat 29-08-2017"."""
    if len(line.stripped) > _LONGEST_TITLE:
        return None
    split = _BODY_FIRST.fullmatch(line.stripped)
    if split is None or not is_body_name(body_of(split["body"])):
        return None
    title = match_title(Line(line.number, split["title"]))
    return Title(line, title.doc_type, f"{split['body']} {title.rest}") if title else None


def _match_meeting(line: Line) -> Title | None:
    """A title without a word for the document: "Ekstraordinært møde", "Møde i Byrådet den 29-08-2017"."""
    match = MEETING_TITLE.fullmatch(line.stripped) if len(line.stripped) <= _LONGEST_TITLE else None
    if match is None:
        return None
    title = Title(line, _MINUTES, match["rest"], is_unsaid=True)
    is_whole = not title.body or is_body_name(title.body)
    return title if is_whole else None


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
