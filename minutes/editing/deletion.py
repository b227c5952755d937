"""Deletes meetings for good, with all that the archive was given for them."""

from __future__ import annotations

from collections.abc import Collection
from functools import partial

from django.contrib.auth.models import User
from django.db import transaction

from minutes.matters.joining.writing import joined_again
from minutes.models import Attachment, Event, Meeting

from .event_log import record
from .names.former_addresses import remember_deleted


@transaction.atomic
def delete_meetings(keys: Collection[int], by: User | None = None, reason: str = "") -> None:
    """Delete the meetings with these primary keys, and all that was read from their minutes.

    Addresses that everybody could ask for are remembered. The files that were uploaded for their attachments are
    erased once that is certain.
    """
    # Meetings before what stands below them, and in one order, as imports and publishing lock them.
    meetings = Meeting.objects.filter(pk__in=keys).order_by("pk").select_for_update(of=("self",))
    for meeting in meetings.select_related("body"):
        items = meeting.items.count()
        details = f"var {meeting.get_state_display()}; {items} punkt{'' if items == 1 else 'er'}"
        record(Event.Kind.DELETED, by, meeting=meeting, details=details, reason=reason)
    remember_deleted(keys)
    uploaded = (
        Attachment.objects.filter(item__meeting__in=keys).exclude(file="").select_for_update(of=("self",))
    )
    files = [attachment.file for attachment in uploaded]
    with joined_again(keys):
        Meeting.objects.filter(pk__in=keys).delete()
    for file in files:
        transaction.on_commit(partial(file.storage.delete, file.name))
