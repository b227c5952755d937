"""What an import, a decision on a version, or another reading of a source came to."""

from __future__ import annotations

from dataclasses import dataclass

from django.db import models

from minutes.editing.obstacles import Obstacle
from minutes.models import Meeting, SourceDocument
from minutes.models.sources import problems_from_json
from minutes.parser.problems import Problem


class ImportStatus(models.TextChoices):
    IMPORTED = "imported", "importeret"
    ALREADY_THERE = "already_there", "findes allerede"
    NEW_VERSION = "new_version", "ny version"
    # Of a published meeting: the version before it stays public until this one is published.
    WAITING = "waiting", "venter på offentliggørelse"
    # The bytes of a version that another has taken the place of: nothing is written.
    EARLIER = "earlier", "findes som tidligere version"
    RESTORED = "restored", "sat i kraft igen"
    READ_AGAIN = "read_again", "læst igen"


@dataclass(frozen=True, slots=True)
class ImportResult:
    """What an import came to, the meeting and source that it concerns, and what the archivist should see.

    `obstacles` are what has barred the publication that was asked for.
    """

    status: ImportStatus
    meeting: Meeting
    source: SourceDocument
    problems: tuple[Problem, ...]
    item_count: int
    obstacles: tuple[Obstacle, ...] = ()

    @property
    def answer(self) -> str:
        """What became of the document, in a few words: "importeret", "findes som version 1"."""
        if self.status == ImportStatus.EARLIER:
            return f"findes som version {self.source.version}"
        if self.status == ImportStatus.ALREADY_THERE and self.source.is_waiting:
            return "findes allerede og venter på offentliggørelse"
        return self.status.label


def unchanged(
    status: ImportStatus, source: SourceDocument, obstacles: tuple[Obstacle, ...] = ()
) -> ImportResult:
    """Return the result that leaves a version as it is, with what was remarked when it was read."""
    problems = problems_from_json(source.problems)
    return ImportResult(status, source.meeting, source, problems, source.meeting.items.count(), obstacles)
