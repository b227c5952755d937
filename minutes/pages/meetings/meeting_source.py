"""The text that a meeting was read from, line by line, beside what the import remarked on it."""

from __future__ import annotations

import re

from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from minutes.models import Meeting, SourceDocument
from minutes.models.review.masking import Masking
from minutes.models.visibility import reads_sources
from minutes.pages.lookup import find_meeting
from minutes.sources.text import numbered_text
from minutes.sources.values import UnreadableSourceError


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
    waiting = meeting.sources.waiting().exclude(pk=source.pk).defer("content").first()
    context = {"meeting": meeting, "source": source, "waiting": waiting, "lines": _lines_of(source)}
    return render(request, "minutes/meetings/meeting_source.html", context)


def _chosen_version(meeting: Meeting, version: str) -> SourceDocument:
    """The version of that number, or where none is named the one in force. Raises Http404."""
    # The column holds numbers of five digits.
    if version and not re.fullmatch("[0-9]{1,4}", version):
        raise Http404
    versions = meeting.sources.filter(version=version) if version else meeting.sources.in_force()
    return get_object_or_404(versions)


def _lines_of(source: SourceDocument) -> list[str]:
    """The lines as `SourceDocument.problems` counts them, with personal numbers as they may be shown.

    Of a file that is not read any more, why that is.
    """
    try:
        text = numbered_text(bytes(source.content), allow_damage=True)
        return Masking.of(source.meeting).mask(text).split("\n")
    except UnreadableSourceError as error:
        return [str(error)]
