"""The text that a meeting was read from, line by line, beside what the import remarked on it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from minutes.models import Meeting, SourceDocument
from minutes.models.review.masking import Masking
from minutes.models.visibility import reads_originals, reads_sources
from minutes.pages.lookup import find_meeting
from minutes.sources.stored import kept_text
from minutes.sources.values import UnreadableSourceError


@dataclass(frozen=True, slots=True)
class Page:
    """A page of a document: its number, that of its first line as `SourceDocument.problems` counts, and its lines."""

    number: int | None
    first_line: int
    lines: Sequence[str]

    @property
    def numbered_lines(self) -> Iterator[tuple[int, str]]:
        return enumerate(self.lines, start=self.first_line)


@require_safe
def meeting_source(request: HttpRequest, body_slug: str, meeting_slug: str) -> HttpResponse:
    """Show the text that the meeting was read from to whom the admin would show it: it holds the closed items.

    `?version=2` is another version of it: one that waits is read so before it is published.
    """
    meeting = find_meeting(request, body_slug, meeting_slug)
    if not request.user.is_authenticated:
        return redirect_to_login(request.get_full_path())
    if not reads_sources(request.user):
        raise PermissionDenied
    source = _chosen_version(meeting, request.GET.get("version", ""))
    waiting = meeting.sources.waiting().exclude(pk=source.pk).without_documents().first()
    context = {
        "meeting": meeting,
        "source": source,
        "waiting": waiting,
        "offers_original": reads_originals(request.user),
        **_text_of(source),
    }
    return render(request, "minutes/meetings/meeting_source.html", context)


def _chosen_version(meeting: Meeting, version: str) -> SourceDocument:
    """The version of that number, or where none is named the one in force. Raises Http404."""
    # The column holds numbers of five digits.
    if version and not re.fullmatch("[0-9]{1,4}", version):
        raise Http404
    versions = meeting.sources.filter(version=version) if version else meeting.sources.in_force()
    return get_object_or_404(versions)


def _text_of(source: SourceDocument) -> dict[str, object]:
    """The lines by their pages, with personal numbers as they may be shown, and whether they are those of the file.

    Of a file that is not read any more, why that is.
    """
    try:
        read = kept_text(source)
    except UnreadableSourceError as error:
        return {"pages": [Page(None, 1, [str(error)])], "has_own_lines": False}
    lines = Masking.of(source.meeting).mask(read.text).split("\n")
    return {"pages": [*_pages(lines, read.page_starts)], "has_own_lines": read.has_own_lines}


def _pages(lines: Sequence[str], page_starts: Sequence[int]) -> Iterator[Page]:
    """The lines between page breaks; all of them together where there are no pages."""
    if not page_starts:
        yield Page(None, 1, lines)
        return
    # What stands before the first page belongs to it.
    starts = [1, *page_starts[1:]]
    for number, (start, end) in enumerate(pairwise([*starts, len(lines) + 1]), start=1):
        yield Page(number, start, lines[start - 1 : end - 1])
