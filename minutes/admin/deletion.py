"""Says how much is deleted with a meeting: as numbers, since the whole tree is thousands of lines."""

from __future__ import annotations

from collections.abc import Iterable

from minutes.models import AgendaItem, Correction, Meeting, SourceDocument
from minutes.models.parts import PARTS


def what_goes_with(meetings: Iterable[Meeting]) -> dict[str, int]:
    """How many rows of each kind are deleted with the meetings, by the kind's Danish name in the plural."""
    keys = [meeting.pk for meeting in meetings]
    rows = [
        AgendaItem.objects.filter(meeting__in=keys),
        *(part.of_meetings(keys) for part in PARTS),
        SourceDocument.objects.filter(meeting__in=keys),
        Correction.objects.filter(meeting__in=keys),
    ]
    counts = {str(of_a_kind.model._meta.verbose_name_plural): of_a_kind.count() for of_a_kind in rows}
    return {str(Meeting._meta.verbose_name_plural): len(keys), **counts}
