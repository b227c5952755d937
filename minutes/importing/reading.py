"""From a document's bytes to values: the one way, whether it is imported, read again or put in force later."""

from __future__ import annotations

from dataclasses import dataclass

from django.conf import settings
from django.utils import timezone

from minutes.danish.personal_numbers import mask_personal_numbers
from minutes.models import SourceDocument
from minutes.models.review.masking import Masking
from minutes.parser import parse_minutes
from minutes.parser.problems import Problem
from minutes.parser.values import ParsedMeeting
from minutes.sources.text import read_source

from . import limits
from .organisation import centre_names
from .remarks import find_unlikely_dates
from .review.findings import find_undecided


@dataclass(frozen=True, slots=True)
class Document:
    """What a document says, all that is to be remarked on it alone, and the encoding it was found in.

    The personal numbers in it are masked before anything else is read, so that no row can hold one by oversight.
    `unmasked` is the text as it came, where it has any; else it is empty.
    """

    parsed: ParsedMeeting
    problems: tuple[Problem, ...]
    encoding: str
    unmasked: str


def read_minutes(content: bytes, masking: Masking | None = None, *, is_stored: bool = False) -> Document:
    """Read a document of minutes, with all personal numbers masked, or as a meeting's `masking` says.

    Raises UnreadableSourceError, or MinutesSyntaxError where no meeting is in it. Of a document that `is_stored`, what
    would be refused if it came in now is an error among the problems, as far as a meeting can be read all the same.
    """
    source_text = read_source(content, allow_damage=is_stored)
    text = source_text.text
    has_numbers = limits.count_numbers(text) > 0
    numbers = [*find_undecided(text, masking)] if has_numbers else []
    shown = _masked(text, masking) if has_numbers else text
    parsed = parse_minutes(
        shown, centre_names(), municipality=settings.ARCHIVE_MUNICIPALITY, is_stored=is_stored
    )
    today = timezone.localdate()
    limits.refuse_excess(parsed)
    limits.refuse_far_future(parsed, today)
    problems = [
        *parsed.problems,
        *numbers,
        *limits.find_cut_texts(parsed),
        *find_unlikely_dates(parsed, today),
    ]
    return Document(parsed, tuple(problems), source_text.encoding, text if has_numbers else "")


def _masked(text: str, masking: Masking | None) -> str:
    return masking.mask(text) if masking else mask_personal_numbers(text)


def read_as_decided(document: Document, source: SourceDocument) -> Document:
    """Return what a document says where the personal numbers in it are shown as was decided of them.

    Its meeting is locked, so that nobody decides anything else meanwhile.
    """
    if not document.unmasked:
        return document
    masking = Masking.of(source.meeting)
    if not masking.decisions:
        return document
    return read_minutes(bytes(source.content), masking, is_stored=source.pk is not None)
