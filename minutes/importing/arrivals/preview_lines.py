"""A preview as lines of text, for a person at a terminal."""

from __future__ import annotations

from collections.abc import Iterator

from minutes.importing.report import describe_problem
from minutes.importing.results import ImportStatus
from minutes.parser.problems import Severity

from .difference import Difference, FieldChange, ItemChange, Kept, Run
from .item_facts import ItemFacts
from .preview import Preview

_BECOMES = {
    ImportStatus.IMPORTED: "ville blive et nyt møde",
    ImportStatus.NEW_VERSION: "ville blive en ny version",
    ImportStatus.WAITING: "ville vente som ny version af et offentliggjort møde",
    ImportStatus.ALREADY_THERE: "findes allerede",
}
# Of what is the same, so many letters on each side of a change.
_AROUND = 40


def preview_lines(seen: Preview) -> Iterator[str]:
    """Give what would come of a document: what it would be, the difference, and all errors and warnings."""
    if seen.becomes is None:
        yield f"kan ikke indlæses: {seen.refusal}"
        return
    yield f"{seen.meeting}: {_BECOMES[seen.becomes]}, {len(seen.items)} punkter"
    if seen.difference:
        yield from difference_lines(seen.difference)
    for problem in seen.problems:
        if problem.severity is not Severity.INFO:
            yield describe_problem(problem)
    for obstacle in seen.obstacles:
        yield f"  til hinder for offentliggørelse: {obstacle}"


def difference_lines(difference: Difference) -> Iterator[str]:
    """Give what is different, item by item; what a text was and is, [-so-]{+so+}."""
    yield from (f"  + {_named(item)}" for item in difference.new)
    yield from (f"  - {_named(item)}" for item in difference.gone)
    for change in difference.changed:
        yield from _change_lines(change)
    if difference.lost_addresses:
        yield f"  adresser uden punkt bagefter: {', '.join(difference.lost_addresses)}"


def _change_lines(change: ItemChange) -> Iterator[str]:
    moved = f" (før punkt {change.before.label})" if change.has_moved else ""
    yield f"  ~ {_named(change.after)}{moved}"
    for field in change.fields:
        yield f"      {field.name.lower()}: {_marked(field)}"


def _named(item: ItemFacts) -> str:
    return f"Punkt {item.label}: {item.title}"


def _marked(field: FieldChange) -> str:
    return " ".join("".join(map(_run, field.runs)).split())


def _run(run: Run) -> str:
    match run.kind:
        case Kept.GONE:
            return f"[-{run.text}-]"
        case Kept.NEW:
            return f"{{+{run.text}+}}"
    return run.text if len(run.text) <= 2 * _AROUND else f"{run.text[:_AROUND]} … {run.text[-_AROUND:]}"
