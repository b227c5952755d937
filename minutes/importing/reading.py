"""From a document to values: the one way, whether it is imported, read again or put in force later."""

from __future__ import annotations

from dataclasses import dataclass

from django.conf import settings
from django.utils import timezone

from minutes.danish.personal_numbers import mask_personal_numbers
from minutes.models import SourceDocument
from minutes.models.review.masking import Masking
from minutes.parser import parse_minutes
from minutes.parser.problems import Problem, Severity
from minutes.parser.values import ParsedMeeting
from minutes.sources.stored import is_read_by_an_older_reader, kept_text
from minutes.sources.text import SourceText, read_source
from minutes.sources.values import Notice, UnreadableSourceError

from . import limits
from .organisation import centre_names
from .remarks import find_unlikely_dates
from .review.findings import find_undecided

READER_REFUSES = "reader_refuses"


@dataclass(frozen=True, slots=True)
class Document:
    """What a document says, all that is to be remarked on it alone, and the text that it was read from, as it came.

    The personal numbers in it are masked before anything else is read, so that no row can hold one by oversight; the
    text itself is kept whole, as the bytes are. `is_read_now` tells that it was read from these just now.
    """

    parsed: ParsedMeeting
    problems: tuple[Problem, ...]
    source_text: SourceText
    has_numbers: bool
    is_read_now: bool


def read_minutes(content: bytes, known: SourceDocument | None = None) -> Document:
    """Read a document of minutes that comes in, with all personal numbers masked.

    `known` is a stored document of the same bytes, which are then not read again. Raises UnreadableSourceError, or
    MinutesSyntaxError where no meeting is in it.
    """
    source_text = kept_text(known) if known else read_source(content)
    return _parse(source_text, is_stored=False, is_read_now=True)


def read_stored(source: SourceDocument) -> Document:
    """Read a stored document by the text that was kept of it, with all personal numbers masked.

    What would be refused if it came in now is an error among the problems, as far as a meeting can be read all the
    same. Raises as `read_minutes`.
    """
    return _parse(kept_text(source), is_stored=True, is_read_now=False)


def read_again(source: SourceDocument) -> Document:
    """Read a stored document as `read_stored` does; from its bytes where the reader has changed since.

    What a newer reader refuses stays as it was read, with a warning: the bytes are those that were taken.
    """
    if source.text is not None and not is_read_by_an_older_reader(source):
        return read_stored(source)
    try:
        source_text = read_source(bytes(source.content), allow_damage=True)
    except UnreadableSourceError as error:
        if source.text is None:
            raise
        source_text = _with_refusal(kept_text(source), str(error))
    return _parse(source_text, is_stored=True, is_read_now=True)


def _with_refusal(kept: SourceText, refusal: str) -> SourceText:
    message = f"Filen kan ikke læses igen, og teksten er den, der blev læst tidligere: {refusal}"
    others = tuple(notice for notice in kept.notices if notice.code != READER_REFUSES)
    notices = (Notice(1, READER_REFUSES, message, is_warning=True), *others)
    return SourceText(kept.text, kept.encoding, kept.page_starts, notices)


def read_as_decided(document: Document, source: SourceDocument) -> Document:
    """Return what a document says where the personal numbers in it are shown as was decided of them.

    Its meeting is locked, so that nobody decides anything else meanwhile.
    """
    if not document.has_numbers:
        return document
    masking = Masking.of(source.meeting)
    if not masking.decisions:
        return document
    is_stored = source.pk is not None
    return _parse(document.source_text, masking, is_stored=is_stored, is_read_now=document.is_read_now)


def problems_of_reading(source_text: SourceText) -> tuple[Problem, ...]:
    """What the reader of a file says of it, as problems of its lines; what it quotes of the text is masked."""
    return tuple(
        Problem(
            notice.line,
            notice.code,
            Severity.WARNING if notice.is_warning else Severity.INFO,
            mask_personal_numbers(notice.message),
        )
        for notice in source_text.notices
    )


def _parse(
    source_text: SourceText, masking: Masking | None = None, *, is_stored: bool, is_read_now: bool
) -> Document:
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
    problems = (
        *problems_of_reading(source_text),
        *parsed.problems,
        *numbers,
        *limits.find_cut_texts(parsed),
        *find_unlikely_dates(parsed, today),
    )
    return Document(parsed, problems, source_text, has_numbers, is_read_now)


def _masked(text: str, masking: Masking | None) -> str:
    return masking.mask(text) if masking else mask_personal_numbers(text)
