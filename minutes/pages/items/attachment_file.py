"""Hands out the files that the archivist has added to attachments, as downloads and never as pages of the archive."""

from __future__ import annotations

from django.http import FileResponse, Http404, HttpRequest
from django.views.decorators.http import require_safe

from archive_site.downloads import download
from minutes.models import AgendaItem, Attachment
from minutes.pages.errors import ItemWithdrawn
from minutes.pages.lookup import find_meeting, item_not_there


@require_safe
def attachment(
    request: HttpRequest, body_slug: str, meeting_slug: str, item_slug: str, position: int
) -> FileResponse:
    """Send the file of an attachment under an open item of a meeting that the reader may see."""
    meeting = find_meeting(request, body_slug, meeting_slug)
    item = AgendaItem.objects.agenda_of(meeting).filter(slug=item_slug).first()
    if item is None:
        raise item_not_there(request, meeting, item_slug)
    if item.is_withdrawn:
        item.meeting = meeting
        raise ItemWithdrawn(item)
    items = AgendaItem.objects.readable_by(request.user).filter(meeting=meeting, slug=item_slug)
    found = Attachment.objects.filter(item__in=items, position=position).first()
    if found is None or found.readable_file is None:
        raise Http404
    try:
        return download(found.readable_file.open(), found.file_name)
    except FileNotFoundError as error:
        raise Http404 from error
