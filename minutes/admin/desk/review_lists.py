"""What the page "Gennemse" lists of a version: problems, items and lines, each leading to the others."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from minutes.danish.personal_numbers import mask_personal_numbers
from minutes.editing.set_again import AfterImport
from minutes.importing.arrivals.sheet import Sheet
from minutes.models import AcceptedWarning, CentreRole, Correction, Outcome, SourceDocument
from minutes.models.addresses import slug_in_words
from minutes.models.review.masking import Masking
from minutes.models.sources import problems_from_json
from minutes.parser.problems import Problem, Severity
from minutes.sources.stored import kept_text
from minutes.sources.values import UnreadableSourceError

from .review_text import NumberedLine, Place, PlacedItem, Portions, in_portions

_GRAVEST_FIRST = (Severity.ERROR, Severity.WARNING, Severity.INFO)

# What would become of a correction.
_BECAME = {
    AfterImport.SET_AGAIN: "gælder stadig",
    AfterImport.SET_ON_OTHER_VALUE: "gælder stadig, men der læses nu noget andet",
    AfterImport.WITHOUT_PLACE: "passer ikke mere: punktet er et andet",
    AfterImport.CLOSED_IN_DOUBT: "passer ikke mere: punktet på pladsen lukkes, til nogen har set på det",
    AfterImport.CLOSED_ITEM_GONE: "passer ikke mere: det lukkede punkt findes ikke igen",
    AfterImport.NOT_OPENED: "passer ikke mere: punktet bliver ikke åbnet",
}


@dataclass(frozen=True, slots=True)
class ProblemLine:
    """A problem as the page shows it: `number` names it in the page and in the form, from 1."""

    number: int
    problem: Problem
    place: Place
    accepted: AcceptedWarning | None

    @property
    def severity(self) -> Severity:
        return self.problem.severity

    @property
    def can_be_accepted(self) -> bool:
        return self.severity is Severity.WARNING and self.accepted is None


@dataclass(frozen=True, slots=True)
class ReviewLine:
    """A line of the text with what was remarked on it."""

    line: NumberedLine
    problems: list[ProblemLine]


@dataclass(frozen=True, slots=True)
class ReviewItem:
    """An item as the page shows it, with its outcomes and roles as the badges know them."""

    facts: Sheet
    portion: int
    outcomes: list[Outcome]
    centres: list[tuple[str, CentreRole]]

    @property
    def is_open(self) -> bool:
        return bool(self.facts["closed"] == Correction.Closed.NO)


def portions_of(source: SourceDocument) -> Portions:
    """Return the text of a version, with personal numbers as they may be shown; or why it cannot be read."""
    try:
        read = kept_text(source)
    except UnreadableSourceError as error:
        return in_portions([str(error)], ())
    masked = (
        mask_personal_numbers(read.text) if source.is_uploaded else Masking.of(source.meeting).mask(read.text)
    )
    return in_portions(masked.split("\n"), read.page_starts)


def page_number(asked: str | None, pages: int) -> int:
    """Return the page that was asked for; the nearest where there is none of that number."""
    number = int(asked) if asked and asked.isdecimal() and len(asked) < 10 else 1
    return min(max(number, 1), pages)


def places_in(sheet: Sheet, text: Portions) -> Callable[[int], Place]:
    """Return what tells of a line where on the page it stands."""
    starts = [item["line"] for item in sheet["items"]]
    items = [PlacedItem(item["label"], item["slug"], text.with_line(item["line"])) for item in sheet["items"]]

    def place_of(line: int) -> Place:
        begun = bisect_right(starts, line)
        return Place(line, text.with_line(line), items[begun - 1] if begun else None)

    return place_of


def problems_of(source: SourceDocument, sheet: Sheet, place_of: Callable[[int], Place]) -> list[ProblemLine]:
    """Return what was remarked on a version, the gravest first, and then by line."""
    accepted = {
        (row.line, row.code, row.message): row
        for row in source.accepted_warnings.select_related("accepted_by")
    }
    problems = sorted(
        dict.fromkeys(problems_from_json(sheet["problems"])),
        key=lambda problem: (_GRAVEST_FIRST.index(problem.severity), problem.line),
    )
    return [
        ProblemLine(
            number,
            problem,
            place_of(problem.line),
            accepted.get((problem.line, problem.code, problem.message)),
        )
        for number, problem in enumerate(problems, start=1)
    ]


def items_of(sheet: Sheet, text: Portions, portion: int) -> list[ReviewItem]:
    """Return the items that begin in a portion of the text."""
    return [
        ReviewItem(
            item,
            portion,
            [outcome for decision in item["decisions"] for outcome in _outcomes(decision)],
            [(code, CentreRole(role)) for code, role in item["centres"]],
        )
        for item in sheet["items"]
        if text.with_line(item["line"]) == portion
    ]


def _outcomes(decision: Sheet) -> list[Outcome]:
    """Those of its parts, each once, or its own."""
    return [Outcome(name) for name in dict.fromkeys(outcome for _, outcome in decision["parts"])] or [
        Outcome(decision["outcome"])
    ]


def lines_of(text: Portions, portion: int, problems: list[ProblemLine]) -> Iterator[ReviewLine]:
    """Give the lines of a portion with what was remarked on each."""
    by_line: dict[int, list[ProblemLine]] = {}
    for problem in problems:
        by_line.setdefault(problem.problem.line, []).append(problem)
    for line in text.read(portion):
        yield ReviewLine(line, by_line.get(line.number, []))


def corrections_of(sheet: Sheet) -> list[tuple[str, Correction, str]]:
    """Return the corrections of the meeting, each with its item in words and what would become of it. One query."""
    became = {made["correction"]: AfterImport[made["became"].upper()] for made in sheet["corrections"]}
    found = Correction.objects.filter(pk__in=became).select_related("made_by") if became else ()
    return [
        (slug_in_words(correction.item_slug), correction, _BECAME[became[correction.pk]])
        for correction in found
    ]
