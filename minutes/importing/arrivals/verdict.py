"""What the list of uploads says of each: whether it can be saved as it is, or has to be looked at first."""

from __future__ import annotations

from typing import Any

from django.db import models

from minutes.importing.results import ImportStatus
from minutes.importing.review.accepted_warnings import find_open_warnings
from minutes.models import SourceDocument
from minutes.parser.problems import Severity

from .preview import Preview, preview

# More of them are read on the document's own page.
_MOST_OBSTACLES = 3


class Verdict(models.TextChoices):
    """Whether somebody has to look at an upload."""

    READY = "ready", "klar"
    LOOK = "look", "skal ses på"
    THERE = "there", "findes allerede"


def verdict_of(source: SourceDocument, seen: Preview) -> Verdict:
    """Return READY where nothing bars it and every warning is accepted."""
    if seen.becomes == ImportStatus.ALREADY_THERE:
        return Verdict.THERE
    if seen.becomes is None or seen.obstacles or find_open_warnings(source, seen.problems):
        return Verdict.LOOK
    return Verdict.READY


def look_again(source: SourceDocument) -> Preview:
    """Find out what would come of an upload now, and keep what the list of uploads shows of that."""
    seen = preview(source)
    SourceDocument.objects.uploaded().filter(pk=source.pk).update(preview=_as_shown(source, seen))
    return seen


def _as_shown(source: SourceDocument, seen: Preview) -> dict[str, Any]:
    warnings = find_open_warnings(source, seen.problems)
    errors = [problem for problem in seen.problems if problem.severity is Severity.ERROR]
    return {
        "verdict": verdict_of(source, seen).value,
        "meeting": str(seen.meeting or seen.unlike or ""),
        "becomes": seen.becomes.value if seen.becomes else "",
        "refusal": seen.refusal,
        "items": len(seen.items),
        "errors": len(errors),
        "warnings": len(warnings),
        "obstacles": [str(obstacle) for obstacle in seen.obstacles[:_MOST_OBSTACLES]],
    }
