"""Two versions of a meeting's minutes side by side: what is different by item, and by line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import unified_diff
from itertools import islice

from django.db import transaction

from minutes.importing import versions
from minutes.importing.reading import read_stored
from minutes.importing.recognition.bodies import BodiesOfDocument
from minutes.importing.recognition.meeting_of_document import lock_meeting
from minutes.importing.versions import Incoming
from minutes.models import SourceDocument, SourceStatus
from minutes.models.review.masking import Masking
from minutes.sources.stored import kept_text

from .difference import Difference, compare
from .item_facts import ItemFacts, facts_of

# Around a line that is different, so many that are not; of all that is different, as much as is read.
_CONTEXT = 2
_MOST_LINES = 1_000
_FIRST_LINES = re.compile(r"[-+](\d+)")


@dataclass(frozen=True, slots=True)
class Compared:
    """What is different; lines as `diff` marks them, and whether there are more of them.

    A line begins with "+", "-" or a blank, and with "@" where it says which lines follow: "@linje 12 (før linje 10)".
    """

    by_item: Difference
    by_line: tuple[str, ...]
    has_more_lines: bool


def compare_versions(before: SourceDocument, after: SourceDocument) -> Compared:
    """Return what is different in the second of two versions of a meeting.

    Each is put in force and looked at, with the corrections as they would be, and all of it is taken back. Raises
    UnreadableSourceError or MinutesSyntaxError where one of them cannot be read any more.
    """
    with transaction.atomic():
        try:
            by_item = compare(_facts(before), _facts(after))
        finally:
            transaction.set_rollback(True)
    lines = [*islice(_lines(before, after), _MOST_LINES + 1)]
    return Compared(by_item, tuple(lines[:_MOST_LINES]), len(lines) > _MOST_LINES)


def _facts(source: SourceDocument) -> tuple[ItemFacts, ...]:
    tried = SourceDocument.objects.get(pk=source.pk)
    document = read_stored(tried)
    # As in an import: bodies before the meeting, so that the two never wait for each other.
    incoming = Incoming(tried, document, BodiesOfDocument(document.parsed))
    tried.meeting = lock_meeting(tried.meeting)
    tried.meeting.sources.in_force().update(status=SourceStatus.EARLIER)
    tried.status = SourceStatus.IN_FORCE
    versions.write(incoming.as_decided(), ())
    return facts_of(tried.meeting)


def _lines(before: SourceDocument, after: SourceDocument) -> Iterator[str]:
    masking = Masking.of(before.meeting)
    one, other = (masking.mask(kept_text(source).text).split("\n") for source in (before, after))
    # The two lines that name the files are said by the page.
    for line in islice(unified_diff(one, other, n=_CONTEXT, lineterm=""), 2, None):
        yield _in_words(line) if line.startswith("@") else line


def _in_words(numbers: str) -> str:
    """Of "@@ -10,4 +12,5 @@", the lines before and after, what people say: "@linje 12 (før linje 10)"."""
    before, after = _FIRST_LINES.findall(numbers)
    return f"@linje {after}" if before == after else f"@linje {after} (før linje {before})"
