"""Deciding on a personal number that was found: recorded, and the rows written again as they now may be shown."""

from __future__ import annotations

from django.contrib.auth.models import User
from django.db import transaction

from minutes.editing import findings as editing
from minutes.importing.importer import reparse
from minutes.importing.recognition.locks import keep_bodies
from minutes.importing.recognition.meeting_of_document import lock_meeting
from minutes.matters.joining.wordings import forgetting_wordings
from minutes.models import Finding, SourceDocument

from .attachment_files import apply_decision


class DecidedMeanwhileError(ValueError):
    """Somebody else has decided on a number since it was shown; the message says in Danish who, and what."""


@transaction.atomic
def decide(finding: Finding, decision: str, *, by: User, reason: str, shown: str | None = None) -> None:
    """Release a number ("released"), remove it ("redacted"), or take either back (""), wherever its meeting has it.

    `shown` is the fingerprint of the decision that whoever decides has seen, if that is known.

    Raises DecidedMeanwhileError where that is another now, ValueError where somebody has no right to publish or where
    there is no such decision or no reason, UnreadableSourceError or MinutesSyntaxError where the minutes cannot be
    read again; then nothing has changed.
    """
    keep_bodies()
    # As an import does, so that neither writes the meeting while the other does.
    lock_meeting(finding.meeting)
    _refuse_if_changed(finding, shown)
    editing.decide(finding, decision, by=by, reason=reason)
    source = SourceDocument.objects.in_force().filter(meeting=finding.meeting_id).first()
    if source:
        with forgetting_wordings(finding.meeting_id):
            reparse(source)
    apply_decision(finding)


def _refuse_if_changed(finding: Finding, shown: str | None) -> None:
    now = Finding.objects.select_related("decided_by").filter(pk=finding.pk).first()
    if now is None:
        raise DecidedMeanwhileError("Nummeret står ikke længere i arkivet.")
    if shown is not None and shown != editing.fingerprint(now):
        by = now.decided_by or "en anden"
        raise DecidedMeanwhileError(
            f"{now.masked} er nu {now.get_decision_display()} af {by}: »{now.reason}«."
        )
