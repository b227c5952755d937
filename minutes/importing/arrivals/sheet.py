"""What the desk shows of a version before it is saved: found once, and kept while nothing happens in the archive.

To find it takes as long as an import. So it is kept as plain values beside the version, with the newest event that it
knows of: when anything has been done since that could change it, it is found again. What is saved is decided anew.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

from django.db import models

from minutes.importing.reading import Document
from minutes.importing.results import ImportStatus
from minutes.importing.review.accepted_warnings import find_open_warnings
from minutes.models import Event, SourceDocument
from minutes.models.sources import problems_as_json
from minutes.parser import PARSER_VERSION
from minutes.parser.problems import Severity

from .difference import Difference, FieldChange, ItemChange, Kept
from .item_facts import ItemFacts
from .preview import Preview, preview

# More of them are read on the document's own page.
_MOST_OBSTACLES = 3
# Of what is the same before and after a change, so much is shown on each side of it; of a decision so much at all.
_AROUND = 120
_LONGEST_DECISION = 1_500
# Of a change so much at all: some three pages. The whole text stands beside it.
_LONGEST_CHANGE = 5_000

# The half of a word that is left where a text is cut.
_CUT_WORD_AT_END, _CUT_WORD_AT_START = re.compile(r"\S*\Z"), re.compile(r"\A\S*")

# What is done with files at the desk changes nothing that another one is compared with.
_ABOUT_UPLOADS = (Event.Kind.UPLOADED, Event.Kind.DISCARDED, Event.Kind.TIDIED, Event.Kind.LOCK_LIFTED)

Sheet = dict[str, Any]


class Verdict(models.TextChoices):
    """Whether somebody has to look at an upload."""

    READY = "ready", "klar"
    LOOK = "look", "skal ses på"
    THERE = "there", "findes allerede"


def sheet_of(source: SourceDocument) -> Sheet:
    """Return what is shown of a version, as it is now."""
    kept: Sheet = source.preview
    return kept if kept.get("basis") == _basis(source) else look_again(source)


def look_again(source: SourceDocument, document: Document | None = None) -> Sheet:
    """Find out what would come of a version now, and keep that; `document` is as `preview` takes it."""
    basis = _basis(source)
    seen = preview(source, document)
    # As the database gives it back, without tuples.
    sheet: Sheet = json.loads(json.dumps({"basis": basis, **_as_shown(seen)}))
    source.preview, source.verdict = sheet, _in_short(source, seen)
    # What is in force is compared with nothing, and found as quickly as it is read.
    if not source.is_in_force:
        SourceDocument.objects.filter(pk=source.pk).update(preview=source.preview, verdict=source.verdict)
    return sheet


def _basis(source: SourceDocument) -> list[Any]:
    """What the sheet is made of: another list means that it may be another."""
    newest = (
        Event.objects.exclude(kind__in=_ABOUT_UPLOADS).order_by("-pk").values_list("pk", flat=True).first()
    )
    return [newest, source.status, source.taken_as, PARSER_VERSION]


def verdict_of(source: SourceDocument, seen: Preview) -> Verdict:
    """Return READY where nothing bars it and every warning is accepted."""
    if source.is_uploaded and seen.becomes == ImportStatus.ALREADY_THERE:
        return Verdict.THERE
    if seen.becomes is None or seen.obstacles or find_open_warnings(source, seen.problems):
        return Verdict.LOOK
    return Verdict.READY


def _in_short(source: SourceDocument, seen: Preview) -> Sheet:
    """What one line of the list of uploads says."""
    errors = sum(problem.severity is Severity.ERROR for problem in seen.problems)
    return {
        "verdict": verdict_of(source, seen).value,
        "meeting": str(seen.meeting or seen.unlike or ""),
        "becomes": seen.becomes.value if seen.becomes else "",
        "refusal": seen.refusal,
        "items": len(seen.items),
        "errors": errors,
        "warnings": len(find_open_warnings(source, seen.problems)),
        "obstacles": [str(obstacle) for obstacle in seen.obstacles[:_MOST_OBSTACLES]],
    }


def _as_shown(seen: Preview) -> Sheet:
    parsed = seen.document.parsed if seen.document else None
    lines = [item.line for item in parsed.items] if parsed else []
    return {
        "becomes": seen.becomes.value if seen.becomes else "",
        "refusal": seen.refusal,
        "unlike": seen.unlike.pk if seen.unlike else None,
        # Of a new meeting there is no row to lead to.
        "meeting": seen.meeting.pk if seen.meeting and seen.becomes != ImportStatus.IMPORTED else None,
        "there": seen.there.pk if seen.there else None,
        "head": _head(seen),
        "problems": problems_as_json(seen.problems),
        "obstacles": [{"line": obstacle.line, "message": obstacle.message} for obstacle in seen.obstacles],
        "items": [_item(item, line) for item, line in zip(seen.items, lines, strict=False)],
        "difference": difference_as_shown(seen.difference) if seen.difference else None,
        "corrections": [
            {"correction": correction.pk, "became": became.name.lower()}
            for correction, became in seen.corrections
        ],
    }


def _head(seen: Preview) -> Sheet:
    """Whose minutes these are, when and where, as it was read."""
    if seen.document is None:
        return {}
    parsed = seen.document.parsed
    return {
        "body": parsed.body,
        "date": parsed.date.isoformat(),
        "time": f"{parsed.start_time:%H.%M}" if parsed.start_time else "",
        "place": parsed.location,
    }


def _item(item: ItemFacts, line: int) -> Sheet:
    shown = {**asdict(item), "line": line}
    del shown["text"]
    for decision in shown["decisions"]:
        decision["text"] = _shortened_end(decision["text"])
    return shown


def difference_as_shown(difference: Difference) -> Sheet:
    """Return what is different as plain values, of long texts what stands around a change."""
    return {
        "new": [_named(item) for item in difference.new],
        "gone": [_named(item) for item in difference.gone],
        "changed": [_change(change) for change in difference.changed],
        "same": difference.same,
        "lost": list(difference.lost_addresses),
    }


def _named(item: ItemFacts) -> Sheet:
    return {"label": item.label, "title": item.title, "slug": item.slug, "closed": item.closed.value}


def _change(change: ItemChange) -> Sheet:
    return {
        **_named(change.after),
        "before": change.before.label,
        "has_moved": change.has_moved,
        "fields": [{"name": field.name, "runs": list(_runs(field))} for field in change.fields],
    }


def _runs(field: FieldChange) -> Iterator[Sheet]:
    """The runs of a change; of what is the same in both, the ends beside what is not."""
    last = len(field.runs) - 1
    left = _LONGEST_CHANGE
    for place, run in enumerate(field.runs):
        text = run.text
        if run.kind is Kept.SAME and len(text) > 2 * _AROUND:
            start = _CUT_WORD_AT_END.sub("", text[:_AROUND]) if place > 0 else ""
            end = _CUT_WORD_AT_START.sub("", text[-_AROUND:]) if place < last else ""
            text = f"{start}…{end}"
        yield {"kind": run.kind.value, "text": text[:left]}
        left -= len(text)
        if left < 0:
            yield {"kind": Kept.SAME.value, "text": " … (resten af forskellen er udeladt)"}
            return


def _shortened_end(text: str) -> str:
    return text if len(text) <= _LONGEST_DECISION else f"{text[:_LONGEST_DECISION]} …"
