"""Says how much is deleted with a meeting: as numbers, since the whole tree is thousands of lines."""

from __future__ import annotations

from collections.abc import Iterable

from minutes.models import (
    AgendaItem,
    Attachment,
    Correction,
    Decision,
    Meeting,
    Section,
    SourceDocument,
)

_PARTS = (
    (AgendaItem, "meeting"),
    (Section, "item__meeting"),
    (Decision, "item__meeting"),
    (Attachment, "item__meeting"),
    (SourceDocument, "meeting"),
    (Correction, "meeting"),
)


def what_goes_with(meetings: Iterable[Meeting]) -> dict[str, int]:
    """How many rows of each kind are deleted with the meetings, by the kind's Danish name in the plural."""
    keys = [meeting.pk for meeting in meetings]
    counts = {Meeting._meta.verbose_name_plural: len(keys)}
    for model, path in _PARTS:
        counts[model._meta.verbose_name_plural] = model.objects.filter(**{f"{path}__in": keys}).count()
    return counts
