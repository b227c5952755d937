"""From a document's bytes to values: the one way, whether it is imported, read again or put in force later."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils import timezone

from minutes.parser import parse_minutes
from minutes.parser.values import ParsedMeeting, Problem
from minutes.sources.text import read_source

from . import limits
from .organisation import centre_names
from .remarks import find_unlikely_dates


@dataclass(frozen=True, slots=True)
class Document:
    """What a document says, all that is to be remarked on it alone, and the encoding it was found in."""

    parsed: ParsedMeeting
    problems: tuple[Problem, ...]
    encoding: str


def read_minutes(content: bytes) -> Document:
    """Read a document of minutes. Raises UnreadableSourceError, or MinutesSyntaxError where no meeting is in it."""
    source_text = read_source(content)
    parsed = parse_minutes(source_text.text, centre_names())
    today = timezone.localdate()
    limits.refuse_excess(parsed)
    limits.refuse_far_future(parsed, today)
    problems = [*parsed.problems, *limits.find_cut_texts(parsed), *find_unlikely_dates(parsed, today)]
    return Document(parsed, tuple(problems), source_text.encoding)
