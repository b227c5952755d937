"""Deciding on a personal number that was found: recorded, and the rows written again as they now may be shown."""

from __future__ import annotations

from django.contrib.auth.models import User
from django.db import transaction

from minutes.editing import findings as editing
from minutes.importing.importer import reparse
from minutes.importing.recognition.locks import keep_bodies
from minutes.importing.recognition.meeting_of_document import lock_meeting
from minutes.models import Finding, SourceDocument

from .attachment_files import apply_decision


@transaction.atomic
def decide(finding: Finding, decision: str, *, by: User, reason: str) -> None:
    """Release a number ("released"), remove it ("redacted"), or take either back (""), wherever its meeting has it.

    Raises ValueError where there is no such decision or no reason, UnreadableSourceError or MinutesSyntaxError where
    the minutes cannot be read again; then nothing has changed.
    """
    keep_bodies()
    # As an import does, so that neither writes the meeting while the other does.
    lock_meeting(finding.meeting)
    editing.decide(finding, decision, by=by, reason=reason)
    source = SourceDocument.objects.in_force().filter(meeting=finding.meeting_id).first()
    if source:
        reparse(source)
    apply_decision(finding)
